import { historyWeightOf } from '../../domain/history-weight.js';
import type { Module } from '../../domain/module.js';
import { togetherSets } from '../../domain/rule.js';
import { ProblemTooLarge } from '../exact.js';
import { compileProblem } from '../problem.js';
import { putMixFirst } from './mix-first.js';
import type { RotationProblem } from './rotation-problem.js';

/**
 * Compiles so many modules of the same settings that are planned at once; earlier modules are those of its history.
 * @throws ProblemTooLarge when weights × people cannot be counted exactly.
 */
export function compileRotation(module: Module, moduleCount: number): RotationProblem {
  const { cohort, rules, history = [] } = module;
  const problem = compileProblem(withoutHistory(module));
  const keys = cohort.participants.map(({ key }) => key);
  const sets = togetherSets(cohort, rules).map(({ keys: own }) => own);
  const setsOf = keys.map((key) => sets.flatMap((own, set) => (own.has(key) ? [set] : [])));
  const wanted = new Set(setsOf.flatMap((own, person) => (own.length > 0 ? [person] : [])));
  return {
    problem,
    moduleCount,
    earlier: history.map(({ assignment }) => {
      const numbers = new Map<string, number>();
      return Int32Array.from(keys, (key) => {
        const label = assignment.get(key);
        if (label === undefined) return -1;
        if (!numbers.has(label)) numbers.set(label, numbers.size);
        return numbers.get(label) ?? -1;
      });
    }),
    price: historyWeightOf(module) * problem.unit,
    wanted,
    isWanted: (p, q) => wanted.has(p) && setsOf[p].some((set) => setsOf[q].includes(set)),
  };
}

/**
 * The rotation that is searched for one that is asked: with the mix first, see {@link putMixFirst}; as asked where that could not be counted exactly.
 */
export function compileMixFirst(module: Module, asked: RotationProblem): { module: Module; rotation: RotationProblem } {
  const sought = putMixFirst(module, asked.moduleCount);
  if (sought === module) return { module, rotation: asked };
  try {
    return { module: sought, rotation: compileRotation(sought, asked.moduleCount) };
  } catch (error) {
    if (error instanceof ProblemTooLarge) return { module, rotation: asked };
    throw error;
  }
}

/** A module by itself, whoever met before. */
export function withoutHistory(module: Module): Module {
  return { ...module, history: [] };
}
