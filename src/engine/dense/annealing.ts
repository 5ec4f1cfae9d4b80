import type { Random } from '../random.js';
import type { DenseState } from './dense-state.js';
import type { RowScan } from './row-scan.js';

/** What an annealing ended with. */
export interface Annealed {
  readonly value: number;
  readonly groupOf: Int32Array;
}

export interface AnnealingRequest {
  readonly state: DenseState;
  readonly scan: RowScan;
  readonly random: Random;
  /** In units of the weights. */
  readonly hot: number;
  readonly cold: number;
  /** Passes over all moves while cooling. */
  readonly passes: number;
  /** Told the proposals of each pass. */
  readonly spend: (proposals: number) => void;
}

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) over passes instead of random moves, then descent until a pass
 * gains nothing. Yields after each pass; returns the best assignment met at the end of one.
 */
export function* anneal(request: AnnealingRequest): Generator<void, Annealed> {
  const { state, scan, random, hot, cold, passes, spend } = request;
  let best = { value: state.value(), groupOf: state.groupOf.slice() };
  const note = () => {
    if (state.value() > best.value) best = { value: state.value(), groupOf: state.groupOf.slice() };
  };
  scan.forget();
  for (let pass = 0; pass < passes; pass++) {
    spend(scan.pass(state, temperatureAt(hot, cold, pass / passes), random));
    note();
    yield;
  }
  for (let before = -Infinity; state.value() > before;) {
    before = state.value();
    spend(scan.pass(state, 0, random));
    note();
    yield;
  }
  return best;
}

/** Between hot (share 0) and cold (share 1), near to a geometric course, by operations that are exact everywhere. */
function temperatureAt(hot: number, cold: number, share: number): number {
  const linear = hot + (cold - hot) * share;
  const harmonic = 1 / (1 / hot + (1 / cold - 1 / hot) * share);
  return Math.sqrt(linear * harmonic);
}
