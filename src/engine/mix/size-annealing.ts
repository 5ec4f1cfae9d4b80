import { Incumbent } from '../incumbent.js';
import type { Random } from '../random.js';
import { THRESHOLDS, THRESHOLD_UNIT } from '../thresholds.js';
import type { Mix } from './mix.js';

/** From three tenths of the mean worsening of a swap, falling by a twentieth at each of a hundred stages. */
const STAGES = 100;
const HEAT = 0.3;
const COOLING = 0.95;
const PROPOSALS_PER_PERSON = 1_000;
const MOST_PROPOSALS = 1_000_000;
/** Swaps looked at for the mean worsening. */
const SAMPLE = 200;

/**
 * Exchanges any two people of different size classes by simulated annealing on the totals of the classes: for attributes
 * of which people hold several levels, whose exchanges are no flow.
 *
 * @param sizeClassOf Changed in place, to the best met.
 * @param totals Holders by size class and level at first; left as the last step had them.
 * @param penalty Of the totals.
 * @returns The best penalty met.
 */
export function annealSizes(
  mix: Mix,
  sizeClassOf: Int32Array,
  totals: Int32Array,
  penalty: number,
  bound: number,
  random: Random,
): number {
  const { peopleCount, levelStart, levels, levelCount, classes, curvature, pull } = mix;
  const groups = Int32Array.from(classes, (own) => own.groups);
  const price = (index: number, level: number, count: number) =>
    curvature[level] * Math.floor(count / groups[index]) + curvature[level] / 2 - pull[index * levelCount + level];

  function shift(p: number, from: number, to: number): number {
    let sum = 0;
    for (let i = levelStart[p]; i < levelStart[p + 1]; i++) {
      const level = levels[i];
      const less = from * levelCount + level;
      const more = to * levelCount + level;
      totals[less]--;
      sum += price(to, level, totals[more]) - price(from, level, totals[less]);
      totals[more]++;
    }
    sizeClassOf[p] = to;
    return sum;
  }

  /** Exchanges two people drawn at random, and takes that back unless it is accepted. */
  function propose(accepts: (delta: number) => boolean): number {
    const p = random.index(peopleCount);
    const q = random.index(peopleCount);
    const from = sizeClassOf[p];
    const to = sizeClassOf[q];
    if (from === to) return 0;
    const delta = shift(p, from, to) + shift(q, to, from);
    if (accepts(delta)) {
      incumbent.record(p, q);
      return delta;
    }
    shift(q, from, to);
    shift(p, to, from);
    return 0;
  }

  const incumbent = new Incumbent(sizeClassOf);
  let sum = 0;
  let worse = 0;
  for (let i = 0; i < SAMPLE; i++) {
    propose((delta) => {
      if (delta > 0) {
        sum += delta;
        worse++;
      }
      return false;
    });
  }
  // From the worst there is, every exchange betters it: nothing need be lost.
  let temperature = worse === 0 ? 0 : (HEAT * sum) / worse;
  const accepts = (delta: number) =>
    delta <= 0 || delta * THRESHOLD_UNIT <= temperature * THRESHOLDS[random.index(THRESHOLDS.length)];
  const length = Math.max(1, Math.floor(Math.min(MOST_PROPOSALS, PROPOSALS_PER_PERSON * peopleCount) / STAGES));
  let current = penalty;
  let best = penalty;
  for (let stage = 0; stage < STAGES && best > bound; stage++) {
    for (let i = 0; i < length && best > bound; i++) {
      current += propose(accepts);
      if (current >= best) continue;
      best = current;
      incumbent.mark();
    }
    temperature *= COOLING;
  }
  sizeClassOf.set(incumbent.assignment());
  return best;
}
