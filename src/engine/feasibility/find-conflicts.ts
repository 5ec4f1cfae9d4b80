import type { Module } from '../../domain/module.js';
import { argueByCounting } from './arguments.js';
import type { Budget } from './bounds.js';
import { describeConflict } from './conflict.js';
import { decide, type Verdict } from './decide.js';
import { demandOf, isMet, type Demand } from './demand.js';
import type { HardRule } from './hard-rule.js';
import type { Obstacle } from './obstacle.js';
import { findSmallestConflict, type Answer } from './smallest-conflict.js';

/** What deciding has shown. */
export type ConflictReport =
  /** Everybody's group where all rules are kept: an index of the module's groups by person. */
  | { readonly status: 'possible'; readonly groupOf: Int32Array }
  /** At least one obstacle; no two share a rule. */
  | { readonly status: 'impossible'; readonly obstacles: readonly Obstacle[] }
  | { readonly status: 'unknown' };

/** Reports of more conflicts than that help nobody. */
const MOST_CONFLICTS = 10;

/**
 * Decides whether all hard rules can be kept and, where they cannot, names the fewest lines that cannot, then the fewest
 * of the rest, until the rest can be kept or the budget ends. A conflict that counting shows gets the sentence of that
 * argument.
 */
export function findConflicts(module: Module, hard: readonly HardRule[], budget: Budget): ConflictReport {
  const people = module.cohort.participants.length;
  const demands = new Map<HardRule, Demand>(hard.map((entry) => [entry, demandOf(entry)]));
  const demandsOf = (rules: readonly HardRule[]) => rules.flatMap((entry) => demands.get(entry) ?? []);
  const verdictOn = (rules: readonly HardRule[]) => decide(people, module.groups, demandsOf(rules), budget);
  const whole = verdictOn(hard);
  if (whole.status === 'possible') return whole;
  const obstacles: Obstacle[] = [];
  let open = hard;
  while (obstacles.length < MOST_CONFLICTS) {
    const rules = open;
    const answerTo = (lines: readonly number[]): Answer => toAnswer(verdictOn(lines.map((line) => rules[line])), rules);
    const { conflict } = findSmallestConflict(rules.length, answerTo, budget);
    if (conflict === undefined) break;
    const blamed = conflict.lines.map((line) => rules[line]);
    const argued = argueByCounting(module, blamed).filter((one) => one.rules.length === blamed.length);
    obstacles.push(...(argued.length > 0 ? argued : [describeConflict(module, blamed, conflict.isMinimal)]));
    open = open.filter((entry) => !blamed.includes(entry));
  }
  return obstacles.length > 0 ? { status: 'impossible', obstacles } : { status: 'unknown' };

  function toAnswer(verdict: Verdict, rules: readonly HardRule[]): Answer {
    if (verdict.status !== 'possible') return verdict;
    const { groupOf } = verdict;
    return {
      status: 'possible',
      isKept: (line) => demandsOf([rules[line]]).every((demand) => isMet(demand, module.groups, groupOf)),
    };
  }
}
