import type { Module } from '../../domain/module.js';
import { describeSelectors, describeTarget, type Rule } from '../../domain/rule.js';
import { linesOf, type HardRule } from './hard-rule.js';
import { obstacle, type Obstacle } from './obstacle.js';

/** Rules that a message writes out. */
const MOST_RULES = 6;

/** Rules that cannot all be kept, for a reason that has no sentence of its own. */
export function describeConflict(module: Module, rules: readonly HardRule[], isMinimal: boolean): Obstacle {
  const sizes = module.groups.map(({ size }) => size);
  const facts = {
    lines: linesOf(rules),
    rules: rules.slice(0, MOST_RULES).map(({ rule }) => describeRule(module, rule)),
    groups: sizes.length,
    smallest: sizes.reduce((a, b) => Math.min(a, b), Infinity),
    largest: sizes.reduce((a, b) => Math.max(a, b), 0),
    isMinimal,
  };
  return obstacle('impossible.rules', facts, rules);
}

/** A rule as its line has it: `at_least 2: school=INET`, `fixed: Ashcombe Nora → WATER`. */
function describeRule({ cohort }: Module, { kind, who, count, target }: Rule): string {
  const counted = count === undefined ? '' : ` ${count}`;
  const placed = target === undefined ? '' : ` → ${describeTarget(target)}`;
  return `${kind}${counted}: ${describeSelectors(cohort, who)}${placed}`;
}
