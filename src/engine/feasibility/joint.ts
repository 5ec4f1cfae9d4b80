import type { Module } from '../../domain/module.js';
import { compileProblem } from '../problem.js';
import { describeConflict } from './conflict.js';
import type { HardRule } from './hard-rule.js';
import { spareRules, type Obstacle } from './obstacle.js';

/** Larger modules are compiled once only, by the search: what their bound shows comes from there. */
const MOST_PEOPLE = 5_000;
/** People × rules above which the rules are blamed together. */
const MOST_SPARED = 20_000;

/**
 * What the bound of the compiled terms proves, for modules too large to be decided: for rules about places it is an
 * exact flow (Hall's condition).
 */
export function findJointObstacle(module: Module, hard: readonly HardRule[]): readonly Obstacle[] {
  if (module.cohort.participants.length > MOST_PEOPLE) return [];
  const isProof = (rules: readonly HardRule[]) =>
    compileProblem({ ...module, balance: new Map(), rules: rules.map(({ rule }) => rule) }).hardBound > 0;
  if (!isProof(hard)) return [];
  const isSmall = module.cohort.participants.length * hard.length <= MOST_SPARED;
  const placing = hard.filter(({ rule }) => rule.target !== undefined);
  const blamed = isSmall ? spareRules(hard, isProof) : isProof(placing) ? placing : hard;
  return [describeConflict(module, blamed, false)];
}
