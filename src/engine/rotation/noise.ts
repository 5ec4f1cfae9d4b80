import type { Random } from '../random.js';
import { THRESHOLDS, THRESHOLD_UNIT } from '../thresholds.js';
import type { State } from '../state.js';

/** Swaps of a sample. */
const SAMPLE = 200;
/** The temperature falls by a factor from stage to stage, slowly at first, then fast through the scales of the light terms. */
export const STAGES = 100;
const SLOW = { stages: 80, factor: 0.985 };
const FAST = { factor: 0.8 };

/** How much worse a typical swap makes a module: the mean over those of a sample that make it worse; 1 where none does. */
export function typicalWorsening(state: State, random: Random): number {
  const n = state.groupOf.length;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < SAMPLE; i++) {
    const [p, q] = [random.index(n), random.index(n)];
    if (state.groupOf[p] === state.groupOf[q]) continue;
    const delta = state.softDelta(p, q);
    if (delta <= 0) continue;
    sum += delta;
    count++;
  }
  return count === 0 ? 1 : sum / count;
}

/** What the temperature is multiplied with at the end of a stage. */
export function coolingOf(stage: number): number {
  return stage < SLOW.stages ? SLOW.factor : FAST.factor;
}

/** A loss of chance at a temperature: exponentially distributed, see {@link THRESHOLDS}. */
export function drawLoss(temperature: number, random: Random): number {
  return (temperature * THRESHOLDS[random.index(THRESHOLDS.length)]) / THRESHOLD_UNIT;
}

/** Fills a list with such losses, two from each draw. */
export function drawLosses(losses: Float64Array, temperature: number, random: Random): void {
  const count = THRESHOLDS.length;
  const unit = temperature / THRESHOLD_UNIT;
  for (let i = 0; i < losses.length; i += 2) {
    const drawn = random.index(count * count);
    losses[i] = unit * THRESHOLDS[drawn % count];
    if (i + 1 < losses.length) losses[i + 1] = unit * THRESHOLDS[Math.floor(drawn / count)];
  }
}
