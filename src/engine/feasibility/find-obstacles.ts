import type { Diagnostic } from '../../domain/diagnostic.js';
import type { Module } from '../../domain/module.js';
import { findApartObstacles } from './apart.js';
import { hardRulesOf } from './hard-rule.js';
import { findJointObstacle } from './joint.js';
import { compilePlacing, findCrowding } from './places.js';
import { judgeAlone } from './single-rule.js';
import { findTieObstacles, tiePeople } from './ties.js';

/**
 * Why no valid groups exist, as far as counting shows: each hard rule against the sizes and totals; people tied, placed
 * and kept apart by several of them; then the rules about places together (a flow: Hall's condition). An empty list
 * proves nothing; anything in it proves that none exist.
 */
export function findObstacles(module: Module): readonly Diagnostic[] {
  const hard = hardRulesOf(module);
  const ties = tiePeople(module.cohort.participants.length, hard);
  const placing = compilePlacing(module, hard);
  const found = [
    ...hard.flatMap((entry) => judgeAlone(module, entry)),
    ...findTieObstacles(module, hard, ties),
    ...findCrowding(module, hard, placing),
    ...findApartObstacles(module, hard, ties, placing),
  ];
  return found.length > 0 ? found : findJointObstacle(module, hard);
}
