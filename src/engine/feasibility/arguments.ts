import type { Module } from '../../domain/module.js';
import { findApartObstacles } from './apart.js';
import type { HardRule } from './hard-rule.js';
import type { Obstacle } from './obstacle.js';
import { compilePlacing, findCrowding } from './places.js';
import { judgeAlone } from './single-rule.js';
import { findTieObstacles, tiePeople } from './ties.js';

/**
 * What counting shows, at any size: each rule against the sizes and totals; people tied, placed and kept apart by several
 * rules. Finding nothing proves nothing; each obstacle is a proof, with a sentence of its own.
 */
export function argueByCounting(module: Module, hard: readonly HardRule[]): readonly Obstacle[] {
  const ties = tiePeople(module.cohort.participants.length, hard);
  const placing = compilePlacing(module, hard);
  return [
    ...hard.flatMap((entry) => judgeAlone(module, entry)),
    ...findTieObstacles(module, hard, ties),
    ...findCrowding(module, hard, placing),
    ...findApartObstacles(module, hard, ties, placing),
  ];
}
