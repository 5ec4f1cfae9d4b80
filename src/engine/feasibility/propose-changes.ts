import type { Diagnostic } from '../../domain/diagnostic.js';
import type { Change } from '../../domain/diagnostics/change.js';
import type { Module } from '../../domain/module.js';
import type { Budget } from './bounds.js';
import { lineOf, tryCounts, tryDropping, trySizes, tryWithout, type Trial } from './change-trials.js';
import { decide, type Verdict } from './decide.js';
import { demandOf } from './demand.js';
import type { HardRule } from './hard-rule.js';
import type { Obstacle } from './obstacle.js';

/** Steps for the changes of all obstacles together, and for one of them. */
const STEPS = 6_000_000;
const MOST_STEPS = 300_000;
/** Changes of one kind that are tried, from the smallest. */
const MOST_TRIED = 40;
/** Pairs of lines that are tried where no single line would do. */
const MOST_PAIRS = 200;
/** Other numbers, or fewer people, that are proposed: one line each. */
const MOST_EDITS = 2;

/**
 * The obstacles as they are reported, each with the smallest changes that would do: another number or fewer people in a
 * line, other sizes, a weight. Deciding has shown that with such a change, and the other obstacles out of the way, all
 * rules can be kept. Only where that is too dear to decide, a number that the totals allow and a weight are proposed
 * unproved.
 */
export function proposeChanges(
  module: Module,
  hard: readonly HardRule[],
  obstacles: readonly Obstacle[],
): readonly Diagnostic[] {
  const budget: Budget = { steps: STEPS };
  return obstacles.map((own) => {
    const others = new Set(obstacles.flatMap(({ rules }) => rules).filter((entry) => !own.rules.includes(entry)));
    const rules = hard.filter((entry) => !others.has(entry));
    const changes = changesFor(module, own.rules, rules, budget);
    return changes.length === 0 ? own.reason : { ...own.reason, changes };
  });
}

function changesFor(
  module: Module,
  blamed: readonly HardRule[],
  rules: readonly HardRule[],
  budget: Budget,
): readonly Change[] {
  const judge = (trial: Pick<Trial, 'rules' | 'groups'>): Verdict['status'] => {
    const own = { steps: Math.min(MOST_STEPS, budget.steps) };
    const before = own.steps;
    const { status } = decide(module.cohort.participants.length, trial.groups, trial.rules.map(demandOf), own);
    budget.steps -= before - own.steps;
    return status;
  };
  const isProved = (trial: Trial) => judge(trial) === 'possible';
  const firstOf = (trials: Iterable<Trial>, isGood: (trial: Trial) => boolean): Change | undefined => {
    let tried = 0;
    for (const trial of trials) {
      if (isGood(trial)) return trial.change;
      if (++tried === MOST_TRIED) return undefined;
    }
    return undefined;
  };

  const edits = blamed.flatMap((entry) => {
    const counts = tryCounts(module, rules, entry);
    return firstOf(counts, (trial) => judge(trial) !== 'impossible') ?? fewerIn(entry) ?? [];
  });
  const sizes = firstOf(trySizes(module, rules), isProved) ?? [];
  return [...edits.slice(0, MOST_EDITS), sizes, soften()].flat();

  /** One person whom a line can do without, or how many where it does not matter who they are. */
  function fewerIn(entry: HardRule): Change | undefined {
    const { people } = entry;
    const single = tryWithout(
      module,
      rules,
      entry,
      people.slice(0, MOST_TRIED).map((person) => [person]),
    );
    const helping = single.filter(isProved);
    const fewer = (count: number): Change => ({ kind: 'fewer', line: lineOf(entry), people: count });
    if (helping.length > 0) return helping.length === people.length ? fewer(1) : helping[0].change;
    for (let count = 2; count < people.length && budget.steps >= 0; count++) {
      // As good as any where the rule alone asks for too much: only their number counts then.
      const [trial] = blamed.length > 1 ? [] : tryWithout(module, rules, entry, [people.slice(-count)]);
      if (trial === undefined) return undefined;
      if (isProved(trial)) return fewer(count);
    }
    return undefined;
  }

  /** Lines of which any one does; where none does, lines that do together. */
  function soften(): readonly Change[] {
    const judged = blamed.map((entry) => ({ entry, status: judge(tryDropping(module, rules, entry)) }));
    const status = judged.some((one) => one.status === 'possible') ? 'possible' : 'unknown';
    const lines = linesOf(judged.filter((one) => one.status === status).map(({ entry }) => entry));
    if (lines.length > 0) return [{ kind: 'soften', lines, which: 'any' }];
    const dropped = twoThatDo() ?? severalThatDo();
    return budget.steps < 0 ? [] : [{ kind: 'soften', lines: linesOf(dropped), which: 'all' }];
  }

  function twoThatDo(): readonly HardRule[] | undefined {
    const pairs = blamed.flatMap((first) => rules.filter((other) => other !== first).map((second) => [first, second]));
    return pairs.slice(0, MOST_PAIRS).find((pair) => {
      const left = rules.filter((entry) => !pair.includes(entry));
      return judge({ rules: left, groups: module.groups }) === 'possible';
    });
  }

  function severalThatDo(): readonly HardRule[] {
    let kept: readonly HardRule[] = [];
    for (const entry of [...rules.filter((other) => !blamed.includes(other)), ...blamed]) {
      const more = [...kept, entry];
      if (judge({ rules: more, groups: module.groups }) === 'possible') kept = more;
    }
    return rules.filter((entry) => !kept.includes(entry));
  }
}

function linesOf(rules: readonly HardRule[]): readonly number[] {
  return [...new Set(rules.map(lineOf))].sort((a, b) => a - b);
}
