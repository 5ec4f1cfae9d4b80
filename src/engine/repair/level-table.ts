import type { Module } from '../../domain/module.js';
import { findColumns } from '../columns.js';
import { sharedCohort } from '../roles.js';

/** The levels of all balanced attributes, numbered through. */
export interface LevelTable {
  /** By level, how many people hold it, and the weight of its attribute. */
  readonly holders: readonly number[];
  readonly weights: readonly number[];
  /** By person, the levels held. */
  readonly levelsOf: readonly (readonly number[])[];
}

/** Lists the levels of the attributes that are balanced with a weight, of `people` people. */
export function listLevels(module: Module, people: number): LevelTable {
  const columns = findColumns(sharedCohort(module), module.balance);
  const firstLevel: number[] = [];
  let levelCount = 0;
  for (const { holders } of columns) {
    firstLevel.push(levelCount);
    levelCount += holders.length;
  }
  return {
    holders: columns.flatMap(({ holders }) => [...holders]),
    weights: columns.flatMap(({ weight, holders }) => [...holders].map(() => weight)),
    levelsOf: Array.from({ length: people }, (_, p) =>
      columns.flatMap(({ profileOf, heldBy }, column) =>
        [...heldBy[profileOf[p]]].map((level) => firstLevel[column] + level),
      ),
    ),
  };
}
