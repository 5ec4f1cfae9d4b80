import type { MeetingFigure, RepeatedMeeting } from '../domain/meeting-figure.js';
import { toNumber, fraction } from '../domain/fraction.js';
import type { Module } from '../domain/module.js';
import type { Grown, RepeatReason } from '../domain/repeat-reason.js';
import { aimsOf } from '../domain/role.js';
import type { Problem } from '../engine/problem.js';
import { createSeparation, type Separation } from '../engine/separation.js';
import type { Origin } from '../engine/terms/term.js';

/** Pairs for which it is found out: a person reads a few, and each costs two passes over everybody. */
const MOST_REPEATS = 20;

/** Two people who meet again, and why they must. */
export interface ExplainedRepeat extends RepeatedMeeting {
  readonly reason: RepeatReason;
}

/** Why the dearest pairs of a list meet again, dearest first, twenty at most. */
export function explainRepeats(
  module: Module,
  problem: Problem,
  groupOf: Int32Array,
  { repeats, people }: MeetingFigure,
): readonly ExplainedRepeat[] {
  const indexOf = new Map(problem.participants.map(({ key }, p) => [key, p]));
  const separate = createSeparation(problem, groupOf);
  return repeats.slice(0, MOST_REPEATS).map((repeat): ExplainedRepeat => {
    if (repeat.rule !== undefined) return { ...repeat, reason: { kind: 'rule', rule: repeat.rule } };
    const [a, b] = repeat.people.map((key) => indexOf.get(key) ?? 0);
    const needed = problem.groupSizes[groupOf[a]] - 1;
    for (const p of [a, b]) {
      const strangers = people.length - 1 - people[p].before;
      if (strangers < needed)
        return { ...repeat, reason: { kind: 'few-strangers', person: people[p].key, strangers, needed } };
    }
    return { ...repeat, reason: reasonOf(module, problem, separate(a, b)) };
  });
}

function reasonOf(module: Module, problem: Problem, separation: Separation | undefined): RepeatReason {
  if (separation === undefined) return { kind: 'hard' };
  const { soft, grows } = separation;
  if (soft < 0) return { kind: 'search' };
  // Where no part grows, others meet again instead.
  const grown = grows === undefined ? { kind: 'history' as const } : grownOf(module, grows);
  return { kind: 'price', price: toNumber(fraction(soft, problem.unit)), grows: grown };
}

function grownOf(module: Module, origin: Origin): Grown {
  return origin.kind === 'role' ? { kind: 'attribute', key: aimsOf(module)[origin.index].key } : origin;
}
