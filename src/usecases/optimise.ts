import { fraction, type Fraction } from '../domain/fraction.js';
import type { StopReason } from '../domain/manifest.js';
import { createDenseSearch } from '../engine/dense/dense-search.js';
import { compileRequest, type OptimiseRequest } from './optimise-request.js';

/** How the groups came out. */
export interface OptimiseResult {
  /** By person, the index of the group in `sizes`. */
  readonly groupOf: Int32Array;
  /** Sum of the weights of all pairs that share a group: the double nearest to `exact`. */
  readonly objective: number;
  readonly exact: Fraction;
  /** Moves looked at, over all starts. */
  readonly proposals: number;
  /** `budget`, unless `control` cut it short. */
  readonly stopped: Exclude<StopReason, 'bound'>;
}

const USUAL_PASSES = 2_000;
const MOST_USUAL_PROPOSALS = 5_000_000_000;
/** Proposals between two looks at the outside world: a few milliseconds. */
const STEP = 1_000_000;

/**
 * Places people in groups so that the weights inside groups add up to as much, or as little, as can be: the maximally
 * diverse grouping problem where the weights are distances, clustering where they are to be small. No bound is known
 * that would be worth printing, so none is proved. Weights are counted exactly, in whole units of a power of ten.
 *
 * @throws RangeError when the request is not one: weights that are asymmetric, not numbers or with more digits than can be counted
 * exactly, lists of the wrong length, sizes that do not add up.
 *
 * @example
 * ```ts
 * const distances = [
 *   [0, 5, 1, 1],
 *   [5, 0, 1, 1],
 *   [1, 1, 0, 5],
 *   [1, 1, 5, 0],
 * ];
 * const { objective } = await optimise({ distances, sizes: [2, 2], goal: 'maximise' }); // 10
 * ```
 */
export async function optimise(request: OptimiseRequest): Promise<OptimiseResult> {
  const { problem, unit, sign } = compileRequest(request);
  const { seed = '', control, observe } = request;
  const n = problem.weights.peopleCount;
  const starts = atLeastOne(request.starts ?? 1, 'starts');
  const budget = atLeastOne(
    request.proposals ?? Math.min(USUAL_PASSES * n * n, Math.max(MOST_USUAL_PROPOSALS, n * n)),
    'proposals',
  );
  let best: { value: number; groupOf: Int32Array } | undefined;
  let made = 0;
  let stopped: OptimiseResult['stopped'] = 'budget';
  for (let start = 0; start < starts && stopped === 'budget'; start++) {
    const search = createDenseSearch(problem, seed, start, budget);
    while (!search.isDone()) {
      stopped = control?.cut?.() ?? 'budget';
      if (stopped !== 'budget') break;
      search.step(STEP);
      const leader = Math.max(best?.value ?? -Infinity, search.best().value);
      observe?.({
        objective: (sign * leader + 0) / unit,
        spent: Math.min(1, (start + search.proposals() / budget) / starts),
      });
      await control?.pause?.();
    }
    made += search.proposals();
    const found = search.best();
    if (best === undefined || found.value > best.value) best = found;
  }
  if (best === undefined) throw new Error('a search has at least one start');
  // No weight is −0, whatever was turned round.
  const units = sign * best.value + 0;
  return {
    groupOf: best.groupOf.slice(),
    objective: units / unit,
    exact: fraction(units, unit),
    proposals: made,
    stopped,
  };
}

function atLeastOne(value: number, name: string): number {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`${name} is ${value}: at least 1, a whole number`);
  return value;
}
