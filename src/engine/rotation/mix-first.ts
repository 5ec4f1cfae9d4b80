import { historyWeightOf, mixFactorOf } from '../../domain/history-weight.js';
import type { Module } from '../../domain/module.js';

/**
 * A module whose mix and rules outweigh that people meet again, unless its settings say what that weighs: what a rotation is searched with. Without it,
 * one price would buy the one with the other wherever the lightest weight is small.
 */
export function putMixFirst(module: Module, moduleCount: number): Module {
  const factor = mixFactorOf(module, moduleCount);
  if (factor === 1) return module;
  const { settings, balance, rules } = module;
  return {
    ...module,
    settings: { ...settings, historyWeight: historyWeightOf(module) },
    balance: new Map([...balance].map(([key, weight]) => [key, factor * weight])),
    rules: rules.map((rule) => (rule.weight === undefined ? rule : { ...rule, weight: factor * rule.weight })),
  };
}
