import { createOffBins } from './off-bins.js';
import type { Partners } from './partners.js';
import { createPhase, type Phase, type PhaseInput } from './phase.js';

export interface MendingInput extends PhaseInput {
  /** Among the people of the bins. */
  readonly partners: Partners;
  /** Attribute of each level. */
  readonly attributeOf: Int32Array;
}

/** Partners looked at for one person. */
const LOOKS = 64;

/**
 * Mends one count that is off at a time: somebody whom the bin has too many of leaves it, or somebody else makes room for
 * whom it lacks, in exchange with a person who differs in that attribute alone, so that all other counts stay as they are.
 * Of the partners looked at, from a place drawn at random, the first who makes the mix better is taken, else the first who
 * does not make it worse: such steps carry what is off from bin to bin until two of them cancel. A proposal is one person
 * with all partners looked at.
 *
 * Needs about one proposal per person where people alike are many; random partners need thirty times as many.
 */
export function createMending(input: MendingInput): Phase {
  const { bins, random, firstBin, lastBin, budget, partners, attributeOf, isAllowed, swap } = input;
  const { binStart, binOf, members } = bins;
  const off = createOffBins(bins, firstBin, lastBin);

  /** Somebody in the bin who holds the level or does not, the first from a seat drawn at random; −1: nobody. */
  function findLeaver(bin: number, level: number, isHolder: boolean): number {
    const first = binStart[bin];
    const size = binStart[bin + 1] - first;
    for (let i = 0, seat = random.index(size); i < size; i++, seat = seat + 1 === size ? 0 : seat + 1) {
      const p = members[first + seat];
      if (bins.holds(p, level) === isHolder) return p;
    }
    return -1;
  }

  /** Whom to exchange somebody with, who holds the level or does not; −1: nobody. */
  function findPartner(bin: number, p: number, level: number, isHolder: boolean): number {
    const attribute = attributeOf[level];
    const { order, firstOf, endOf } = partners.byAttribute[attribute];
    const first = firstOf(p);
    const end = endOf(p);
    const looks = Math.min(LOOKS, end - first);
    let sideways = -1;
    for (let i = 0, at = first + random.index(end - first); i < looks; i++, at = at + 1 === end ? first : at + 1) {
      const q = order[at];
      if (binOf[q] === bin || bins.holds(q, level) !== isHolder) continue;
      const delta = bins.deltaWithin(attribute, p, q);
      if (delta > 0 || (delta === 0 && sideways >= 0) || !isAllowed(p, q)) continue;
      if (delta < 0) return q;
      sideways = q;
    }
    return sideways;
  }

  return createPhase(
    budget,
    () => off.size() === 0,
    () => {
      const bin = off.draw(random);
      const level = bins.offLevel(bin, random.index(attributeOf.length));
      const isOver = bins.isOver(bin, level);
      const p = findLeaver(bin, level, isOver);
      const q = p < 0 ? -1 : findPartner(bin, p, level, !isOver);
      if (q < 0) return false;
      const other = binOf[q];
      const isSettled = swap(p, q, bins.deltaWithin(attributeOf[level], p, q));
      off.update(bin);
      off.update(other);
      return isSettled;
    },
  );
}
