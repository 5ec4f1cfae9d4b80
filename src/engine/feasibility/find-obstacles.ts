import type { Diagnostic } from '../../domain/diagnostic.js';
import type { Module } from '../../domain/module.js';
import { argueByCounting } from './arguments.js';
import { findConflicts } from './find-conflicts.js';
import { hardRulesOf } from './hard-rule.js';
import { findJointObstacle } from './joint.js';
import { proposeChanges } from './propose-changes.js';

/** Steps of the decision before a search: some ten milliseconds. */
export const QUICK_STEPS = 5_000_000;
/** After a search that found nothing: some seconds. */
export const THOROUGH_STEPS = 150_000_000;

/** What is known of a module before its groups are searched. */
export interface Feasibility {
  /** Why no valid groups exist, each with changes that would do. An empty list proves nothing; anything in it does. */
  readonly obstacles: readonly Diagnostic[];
  /** Groups that keep every hard rule, where deciding has met some: by person, an index of the groups ordered by label. */
  readonly groupOf?: Int32Array;
}

/**
 * Whether valid groups can exist: decided exactly where the budget suffices, with the fewest lines that forbid it; else
 * as far as counting, cliques and flows show.
 *
 * @param steps What deciding may cost, in variables of constraints looked at.
 */
export function judgeFeasibility(module: Module, steps: number): Feasibility {
  const hard = hardRulesOf(module);
  if (hard.length === 0 || module.groups.length === 0) return { obstacles: [] };
  const decided = findConflicts(module, hard, { steps });
  if (decided.status === 'possible') return { obstacles: [], groupOf: decided.groupOf };
  if (decided.status === 'impossible') return { obstacles: proposeChanges(module, hard, decided.obstacles) };
  const counted = argueByCounting(module, hard);
  return { obstacles: proposeChanges(module, hard, counted.length > 0 ? counted : findJointObstacle(module, hard)) };
}

/** Why no valid groups exist, as far as a short look shows; see {@link judgeFeasibility}. */
export function findObstacles(module: Module): readonly Diagnostic[] {
  return judgeFeasibility(module, QUICK_STEPS).obstacles;
}
