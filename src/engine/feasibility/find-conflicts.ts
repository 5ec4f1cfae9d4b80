import { append } from '../../domain/append.js';
import { compareText } from '../../domain/fold.js';
import type { Module } from '../../domain/module.js';
import { argueByCounting } from './arguments.js';
import type { Budget } from './bounds.js';
import { describeConflict } from './conflict.js';
import { decide, type Verdict } from './decide.js';
import { demandOf, isMet, type Demand } from './demand.js';
import type { HardRule } from './hard-rule.js';
import type { Obstacle } from './obstacle.js';
import { filterConflict, findSmallestConflict, type Answer } from './smallest-conflict.js';

/** What deciding has shown. */
export type ConflictReport =
  /** Everybody's group where all rules are kept: by person an index of the groups ordered by label. */
  | { readonly status: 'possible'; readonly groupOf: Int32Array }
  /** At least one obstacle; no two share a rule. */
  | { readonly status: 'impossible'; readonly obstacles: readonly Obstacle[] }
  | { readonly status: 'unknown' };

/** Above, deciding would cost more than it can be expected to show. */
const MOST_PEOPLE = 5_000;
/** Reports of more conflicts than that help nobody. */
const MOST_CONFLICTS = 10;

/** Of the budget, what deciding on all rules may cost, and on some of them. */
const SHARE_OF_ALL = 3;
const SHARE_OF_SOME = 20;
/** Of the budget, what may be spent on a conflict where all rules might be kept. */
const SHARE_OF_DOUBT = 5;

/**
 * Decides whether all hard rules can be kept and, where they cannot, names the fewest lines that cannot, then the fewest
 * of the rest, until the rest can be kept or the budget ends. A conflict that counting shows gets the sentence of that
 * argument.
 */
export function findConflicts(module: Module, hard: readonly HardRule[], budget: Budget): ConflictReport {
  // Whoever is put where must not depend on the order of the themes file.
  const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const people = module.cohort.participants.length;
  if (people > MOST_PEOPLE) return { status: 'unknown' };
  const demandOfRule = new Map<HardRule, Demand>(hard.map((entry) => [entry, demandOf(entry)]));
  const demandsOf = (rules: readonly HardRule[]) => rules.flatMap((entry) => demandOfRule.get(entry) ?? []);
  const most = {
    all: Math.trunc(budget.steps / SHARE_OF_ALL),
    some: Math.trunc(budget.steps / SHARE_OF_SOME),
    doubtful: Math.trunc(budget.steps / SHARE_OF_DOUBT),
  };
  const verdictOn = (rules: readonly HardRule[], steps: number): Verdict => {
    const own = { steps: Math.min(steps, budget.steps) };
    const before = own.steps;
    const verdict = decide(people, groups, demandsOf(rules), own);
    budget.steps -= before - own.steps;
    return verdict;
  };
  const whole = verdictOn(hard, most.all);
  if (whole.status === 'possible') return whole;
  // Not known to be impossible, it may well be possible: little is spent on looking for what forbids it.
  if (whole.status === 'unknown') budget.steps = Math.min(budget.steps, most.doubtful);
  const obstacles: Obstacle[] = [];
  let open = hard;
  let isOpen = whole.status === 'unknown' ? undefined : false;
  for (let found = 0; found < MOST_CONFLICTS && isOpen !== true; found++) {
    const conflict = findConflict(open, isOpen === false);
    if (conflict === undefined) break;
    const { blamed, isMinimal } = conflict;
    const argued = argueByCounting(module, blamed).filter(({ rules }) => rules.length === blamed.length);
    append(obstacles, argued.length > 0 ? argued : [describeConflict(module, blamed, isMinimal)]);
    open = open.filter((entry) => !blamed.includes(entry));
    const { status } = verdictOn(open, most.all);
    isOpen = status === 'unknown' ? undefined : status === 'possible';
  }
  return obstacles.length > 0 ? { status: 'impossible', obstacles } : { status: 'unknown' };

  function findConflict(rules: readonly HardRule[], isKnown: boolean) {
    const answerTo = (lines: readonly number[]): Answer => {
      const own = lines.map((line) => rules[line]);
      const verdict = verdictOn(own, most.some);
      if (verdict.status !== 'possible') return verdict;
      const { groupOf } = verdict;
      const isKept = rules.map((entry) => demandsOf([entry]).every((demand) => isMet(demand, groups, groupOf)));
      budget.steps -= people + rules.length;
      return { status: 'possible', isKept: (line) => isKept[line] };
    };
    const toRules = (lines: readonly number[]) => lines.map((line) => rules[line]);
    // Any conflict first, so that there is one when the budget ends while the smallest is looked for.
    const argued = [...argueByCounting(module, rules)].sort((a, b) => a.rules.length - b.rules.length);
    const wide =
      argued.length > 0 ? rules.filter((entry) => argued[0].rules.includes(entry)) : isKnown ? rules : undefined;
    const filtered =
      wide === undefined
        ? undefined
        : filterConflict(
            wide.map((entry) => rules.indexOf(entry)),
            answerTo,
          );
    const smallest = filtered?.lines.length === 1 ? undefined : findSmallestConflict(rules.length, answerTo, budget);
    if (smallest !== undefined) return { blamed: toRules(smallest), isMinimal: true };
    return filtered === undefined ? undefined : { blamed: toRules(filtered.lines), isMinimal: filtered.isMinimal };
  }
}
