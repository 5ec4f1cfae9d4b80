import { commonDivisor } from './common-divisor.js';
import type { Problem, TermParts } from '../engine/problem.js';

/** People counted in each group, and what each count costs. */
export interface PricedSet {
  /** Person indices, ascending. */
  readonly members: readonly number[];
  /** Cost of `count` members in a group of `size`: whole, Infinity where a hard rule forbids it. */
  readonly priceOf: (size: number, count: number) => number;
}

/**
 * A problem as counting alone: minimise the prices of all sets over all groups, plus the costs of places, plus a constant.
 * Hard rules are infinite prices, so that whoever keeps to finite ones compares valid lists only. Terms of the objective
 * that are not stated here could only add to it, so what is proved of the statement holds for the objective too.
 */
export interface Statement {
  readonly peopleCount: number;
  readonly groupSizes: Int32Array;
  readonly sets: readonly PricedSet[];
  /** Cost of a person in a group; Infinity where a hard rule forbids it. */
  readonly costOf: (person: number, group: number) => number;
  readonly constant: number;
  /** Divides every cost, and the difference of any two prices of a set: so the values of two valid lists differ by a multiple of it. */
  readonly unit: number;
  /** The most sets that one person is in; at least 1. */
  readonly setsPerPerson: number;
}

/** States a compiled problem. Pairs wanted together or apart are counts too: of n members, n(n − 1)/2 pairs share a group. */
export function stateProblem({ peopleCount, groupSizes, parts, meetings }: Problem): Statement {
  const hard = setsOf(parts.hard, peopleCount).map(({ members, priceOf }) => ({
    members,
    priceOf: (size: number, count: number) => (priceOf(size, count) > 0 ? Infinity : 0),
  }));
  const tied = parts.hard.cliques.map(({ members, wish }) => ({
    members: ascending(members),
    priceOf: (_size: number, count: number) =>
      (wish === 'apart' ? count <= 1 : count === 0 || count === members.length) ? 0 : Infinity,
  }));
  const wished = parts.soft.cliques.map(({ members, wish, weight }) => ({
    members: ascending(members),
    priceOf: (_size: number, count: number) => (wish === 'apart' ? weight : -weight) * pairsOf(count),
  }));
  const total = (of: TermParts, person: number, group: number) =>
    of.layers.reduce((sum, layer) => sum + layer.costOf(person, group), 0);
  const priced = [...setsOf(parts.soft, peopleCount), ...wished];
  // A level that nobody holds costs too, where a rule wants somebody.
  const sets = [...hard, ...tied, ...priced];
  const memberships = new Int32Array(peopleCount);
  for (const { members } of sets) for (const person of members) memberships[person]++;
  return {
    peopleCount,
    groupSizes,
    sets,
    unit: commonDivisor([
      ...(meetings === undefined ? [] : [meetings.price]),
      ...steps(priced, groupSizes, peopleCount, (p, g) => total(parts.soft, p, g)),
    ]),
    costOf: (person, group) => (total(parts.hard, person, group) > 0 ? Infinity : total(parts.soft, person, group)),
    constant: parts.soft.cliques.reduce(
      (sum, { members, wish, weight }) => sum + (wish === 'together' ? weight * pairsOf(members.length) : 0),
      0,
    ),
    setsPerPerson: memberships.reduce((most, own) => Math.max(most, own), 1),
  };
}

/** Every cost, and every difference between the prices of neighbouring counts. */
function* steps(
  sets: readonly PricedSet[],
  groupSizes: Int32Array,
  peopleCount: number,
  costOf: Statement['costOf'],
): Generator<number> {
  for (const size of new Set(groupSizes)) {
    for (const { priceOf } of sets) {
      for (let count = 0; count < size; count++) yield priceOf(size, count + 1) - priceOf(size, count);
    }
  }
  for (let person = 0; person < peopleCount; person++) {
    for (let group = 0; group < groupSizes.length; group++) yield costOf(person, group);
  }
}

function setsOf({ counts }: TermParts, peopleCount: number): readonly PricedSet[] {
  return counts.flatMap(({ levelStart, levels, levelCount, priceOf }) => {
    const holders = Array.from({ length: levelCount }, (): number[] => []);
    for (let person = 0; person < peopleCount; person++) {
      for (let i = levelStart[person]; i < levelStart[person + 1]; i++) holders[levels[i]].push(person);
    }
    return holders.map((members, level) => ({ members, priceOf: (size, count) => priceOf(level, size, count) }));
  });
}

function pairsOf(people: number): number {
  return (people * (people - 1)) / 2;
}

function ascending(members: readonly number[]): readonly number[] {
  return [...members].sort((a, b) => a - b);
}
