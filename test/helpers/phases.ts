import { penaltyOf } from '../../src/engine/mix/mix.js';
import type { Phase, PhaseInput } from '../../src/engine/mix/phase.js';
import { createRandom } from '../../src/engine/random.js';
import { startBins } from './bins.js';

const COLUMNS = { x: 'aaabbbaaabbbab', y: 'cdcdcdcdcdcdcc', z: 'eeffeeffeeffee' };

/** A phase over bins of two people each, the first and last of which it is not to touch; every exchange is noted. */
export function startPhase<Input extends PhaseInput>(
  create: (input: Input) => Phase,
  extra: (bins: ReturnType<typeof startBins>) => Omit<Input, keyof PhaseInput> & Partial<PhaseInput>,
) {
  const started = startBins(COLUMNS, 2);
  const { bins, groups, mix } = started;
  const deltas: number[] = [];
  const touched = new Set<number>();
  const before = penaltyOf(mix, bins.binOf);
  const input = {
    bins,
    random: createRandom('s'),
    firstBin: 1,
    lastBin: groups - 1,
    budget: 500,
    isAllowed: () => true,
    swap: (p: number, q: number, delta: number) => {
      touched.add(p).add(q);
      deltas.push(delta);
      bins.swap(p, q);
      return false;
    },
    ...extra(started),
  } as unknown as Input;
  const phase = create(input);
  return { ...started, phase, deltas, touched, change: () => penaltyOf(mix, bins.binOf) - before };
}

export const sum = (list: readonly number[]) => list.reduce((total, own) => total + own, 0);
