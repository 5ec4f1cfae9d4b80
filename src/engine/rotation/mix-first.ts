import { historyWeightOf, mixFactorOf } from '../../domain/history-weight.js';
import type { Module } from '../../domain/module.js';

/**
 * A module whose mix and rules outweigh that people meet again, unless its settings say what that weighs: what a rotation is searched with. Without it,
 * one price would buy the one with the other wherever the lightest weight is small.
 *
 * Wishes are not multiplied: they keep the weight that they have beside meeting again in the score that is told. Multiplied too they would outweigh it as
 * the mix does, and whoever wishes for one theme would go there with the same people in every module.
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
