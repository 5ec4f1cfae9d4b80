import type { StopReason } from '../domain/manifest.js';
import type { Budget, Control } from '../engine/stopping.js';

/** Two people who met before the first module that is planned. */
export interface MetPair {
  /** Numbers of two different people, from 0. */
  readonly first: number;
  readonly second: number;
  /** In how many earlier groups they were together; at least 1. A pair may be listed several times: its times add. */
  readonly times: number;
}

/** Several modules to plan at once, in numbers alone. */
export interface RotationRequest {
  /** Everybody is in one group of every module. */
  readonly peopleCount: number;
  /** By module, by group: how many people; each module's sizes add up to `peopleCount`. Modules may differ in sizes and number of groups. */
  readonly sizes: readonly Int32Array[];
  /**
   * Attributes to spread over the groups, the most important first: by person, the number of a level. Every swap of the
   * search keeps the spread of the first; those after it are spread by the construction alone. Absent or empty: none.
   */
  readonly strata?: readonly Int32Array[];
  /** Absent: nobody has met anybody. */
  readonly met?: readonly MetPair[];
  readonly seed: string;
  /** Proposals of each start, and the number of starts; `first`, `rescue` and `quick` are not used. */
  readonly budget: Pick<Budget, 'starts' | 'proposals'>;
  /** Absent: nothing cuts the search short. */
  readonly control?: Control;
}

/** What a plan came from: arithmetic, starter groups developed by a symmetry, or exchanges from one of them or from chance. */
export type RotationOrigin = 'design' | 'symmetry' | 'search';

/** By module, by person: the index of the group. */
export type Groupings = readonly Int32Array[];

export interface RotationPlan extends RotationScore {
  readonly groupOf: Groupings;
  /** No plan of these sizes has fewer repeats. */
  readonly bound: number;
  readonly origin: RotationOrigin;
  /** Exchanges that were tried, over all searches. */
  readonly proposals: number;
  readonly stopped: StopReason;
}

/** Compared in this order; less is better. */
export interface RotationScore {
  /** Meetings of two people who had met before, in an earlier module of the plan or before it. */
  readonly repeats: number;
  /** The same, the k-th meeting of a pair counting k − 1: of two plans with as many repeats, the one is better that spreads them. */
  readonly excess: number;
}

export function compareRotations(one: RotationScore, other: RotationScore): number {
  return one.repeats - other.repeats || one.excess - other.excess;
}

/** @throws RangeError where sizes, strata or pairs do not fit the number of people. */
export function assertRotationRequest({ peopleCount, sizes, strata = [], met = [] }: RotationRequest): void {
  const isPerson = (person: number) => Number.isInteger(person) && person >= 0 && person < peopleCount;
  sizes.forEach((list, module) => {
    const total = list.reduce((sum, size) => sum + size, 0);
    if (total !== peopleCount) throw new RangeError(`module ${module} seats ${total} of ${peopleCount} people`);
    if (list.some((size) => size < 0)) throw new RangeError(`module ${module} has a group of fewer than 0 people`);
  });
  for (const { length } of strata) {
    if (length !== peopleCount)
      throw new RangeError(`an attribute of ${length} people, where there are ${peopleCount}`);
  }
  for (const { first, second, times } of met) {
    if (!isPerson(first) || !isPerson(second) || first === second)
      throw new RangeError(`${first} and ${second} are no two people of ${peopleCount}`);
    if (!Number.isInteger(times) || times < 1) throw new RangeError(`${first} and ${second} met ${times} times`);
  }
}
