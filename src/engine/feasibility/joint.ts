import { diagnose, type Diagnostic } from '../../domain/diagnostic.js';
import type { Module } from '../../domain/module.js';
import { compileProblem } from '../problem.js';
import { linesOf, type HardRule } from './hard-rule.js';

/** What no rule nor any few of them show: the bound of the compiled terms, which for places is an exact flow. */
export function findJointObstacle(module: Module, hard: readonly HardRule[]): readonly Diagnostic[] {
  if (module.groups.length === 0) return [];
  const short = compileProblem(module).hardBound;
  if (short === 0) return [];
  const placing = hard.filter(({ rule }) => rule.target !== undefined);
  const isOfPlaces = placing.length > 0 && compileProblem({ ...module, rules: rulesIn(placing) }).hardBound > 0;
  const blamed = isOfPlaces ? placing : hard.filter((entry) => !placing.includes(entry));
  return [diagnose('error', 'impossible.rules', { lines: linesOf(blamed), short })];
}

function rulesIn(hard: readonly HardRule[]) {
  return hard.map(({ rule }) => rule);
}
