import type { Random } from '../random.js';
import { THRESHOLDS, THRESHOLD_UNIT } from '../thresholds.js';
import type { DenseProblem } from './dense-problem.js';
import type { DenseState } from './dense-state.js';
import { shuffle } from './group-sizes.js';

/** Passes over all moves of an assignment. */
export interface RowScan {
  /**
   * One pass: every person in turn is offered every partner of another group and, where sizes are ranged, every other
   * group. Each person draws beforehand what the move may lose at this temperature, and takes the first that loses no more; at
   * temperature 0, the first that gains. Returns the proposals made.
   */
  readonly pass: (state: DenseState, temperature: number, random: Random) => number;
  /** To be called when the state has been loaded anew. */
  readonly forget: () => void;
}

/** The number of thresholds is a power of two. */
const MASK = THRESHOLDS.length - 1;

/**
 * The neighbourhood, read row by row instead of at random: person p of group a against the members of group b is one walk
 * along a row of affinities. The loss being drawn first, a whole group b is passed over when even its best partner would
 * lose more. What its best partner brings, max over q in b of affinity(a, q) − own(q), is remembered until a or b changes.
 */
export function createRowScan({ weights, least, most }: DenseProblem, random: Random): RowScan {
  const n = weights.peopleCount;
  const groupCount = least.length;
  const isRanged = least.some((size, group) => size < most[group]);
  const { between } = weights;
  /** An exchange takes the weight between the two out twice, so at least twice the smallest there is. */
  const leastTwice = 2 * weights.least;
  const bestPartner = new Float64Array(groupCount * groupCount);
  const knownAt = new Int32Array(groupCount * groupCount).fill(-1);
  const changedAt = new Int32Array(groupCount);
  let clock = 0;
  // Consecutive rows take consecutive thresholds.
  const thresholds = Float64Array.from(THRESHOLDS);
  shuffle(thresholds, random);

  const noteChange = (a: number, b: number) => {
    clock++;
    changedAt[a] = clock;
    changedAt[b] = clock;
  };

  function tryRelocations(state: DenseState, p: number, a: number, firstGroup: number, limit: number): boolean {
    const { affinity, own, sizes } = state;
    if (sizes[a] <= least[a]) return false;
    for (let i = 0; i < groupCount; i++) {
      const b = (firstGroup + i) % groupCount;
      if (b === a || sizes[b] >= most[b]) continue;
      const gain = affinity[b * n + p] - own[p];
      if (gain < limit) continue;
      state.relocate(p, b, gain);
      noteChange(a, b);
      return true;
    }
    return false;
  }

  function trySwaps(state: DenseState, p: number, a: number, firstGroup: number, limit: number): void {
    const { affinity, own, members, sizes } = state;
    const ofA = a * n;
    const ownP = own[p];
    for (let i = 0, b = firstGroup; i < groupCount; i++, b = b + 1 === groupCount ? 0 : b + 1) {
      if (b === a) continue;
      const cell = a * groupCount + b;
      const ofB = b * n;
      const gainOfP = affinity[ofB + p] - ownP;
      const need = limit - gainOfP + leastTwice;
      const isKnown = knownAt[cell] >= changedAt[a] && knownAt[cell] >= changedAt[b];
      if (isKnown && bestPartner[cell] < need) continue;
      let best = -Infinity;
      for (let m = ofB, end = ofB + sizes[b]; m < end; m++) {
        const q = members[m];
        const gainOfQ = affinity[ofA + q] - own[q];
        if (gainOfQ > best) best = gainOfQ;
        if (gainOfQ < need) continue;
        const gain = gainOfP + gainOfQ - 2 * between(p, q);
        if (gain < limit) continue;
        state.swap(p, q, gain);
        noteChange(a, b);
        return;
      }
      bestPartner[cell] = best;
      knownAt[cell] = clock;
    }
  }

  return {
    pass: (state, temperature, random) => {
      const { members, sizes } = state;
      const firstRow = random.index(groupCount);
      let draw = random.index(MASK + 1);
      let proposals = 0;
      for (let i = 0; i < groupCount; i++) {
        const a = (firstRow + i) % groupCount;
        let firstGroup = random.index(groupCount);
        for (let seat = 0; seat < sizes[a]; seat++) {
          const p = members[a * n + seat];
          const limit = temperature === 0 ? 1 : -Math.floor((temperature * thresholds[draw]) / THRESHOLD_UNIT);
          proposals += n - sizes[a] + (isRanged ? groupCount - 1 : 0);
          if (!isRanged || !tryRelocations(state, p, a, firstGroup, limit)) trySwaps(state, p, a, firstGroup, limit);
          draw = (draw + 1) & MASK;
          firstGroup = firstGroup + 1 === groupCount ? 0 : firstGroup + 1;
        }
      }
      return proposals;
    },
    forget: () => knownAt.fill(-1),
  };
}
