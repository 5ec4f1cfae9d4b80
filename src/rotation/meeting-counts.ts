import { createPairNumbers } from '../algorithms/pair-numbers.js';
import type { Groupings, MetPair, RotationScore } from './request.js';

/** How often any two people have met. */
export interface MeetingCounts {
  readonly of: (one: number, other: number) => number;
  readonly add: (one: number, other: number, times: number) => void;
}

/** Up to so many people every pair has a cell; above, only pairs that met are kept. */
const DENSE_PEOPLE = 3_000;

export function createMeetingCounts(peopleCount: number, met: readonly MetPair[] = []): MeetingCounts {
  const counts = peopleCount <= DENSE_PEOPLE ? denseCounts(peopleCount) : sparseCounts();
  for (const { first, second, times } of met) counts.add(first, second, times);
  return counts;
}

/** Members by group, each list in the order of people. Groups beyond the last that has members are left out. */
export function membersByGroup(groupOf: Int32Array): readonly (readonly number[])[] {
  const members: number[][] = [];
  groupOf.forEach((group, person) => {
    while (members.length <= group) members.push([]);
    members[group].push(person);
  });
  return members;
}

/** Recounts a plan from nothing: every meeting of every module, after the earlier ones. */
export function scoreRotation(peopleCount: number, groupOf: Groupings, met: readonly MetPair[] = []): RotationScore {
  const counts = createMeetingCounts(peopleCount, met);
  let repeats = 0;
  let excess = 0;
  for (const grouping of groupOf) {
    for (const members of membersByGroup(grouping)) {
      for (let i = 1; i < members.length; i++) {
        for (let j = 0; j < i; j++) {
          const before = counts.of(members[i], members[j]);
          if (before > 0) repeats++;
          excess += before;
          counts.add(members[i], members[j], 1);
        }
      }
    }
  }
  return { repeats, excess };
}

function denseCounts(peopleCount: number): MeetingCounts {
  const counts = new Int32Array(peopleCount * peopleCount);
  return {
    of: (one, other) => counts[one * peopleCount + other],
    add: (one, other, times) => {
      counts[one * peopleCount + other] += times;
      counts[other * peopleCount + one] += times;
    },
  };
}

function sparseCounts(): MeetingCounts {
  const pairs = createPairNumbers();
  const counts: number[] = [];
  const numberOf = (one: number, other: number) => pairs.of(Math.min(one, other), Math.max(one, other));
  return {
    of: (one, other) => counts[numberOf(one, other)] ?? 0,
    add: (one, other, times) => {
      const pair = numberOf(one, other);
      while (counts.length <= pair) counts.push(0);
      counts[pair] += times;
    },
  };
}
