import { compareText, fold } from '../domain/fold.js';

/**
 * The candidate that somebody who typed `text` most likely meant: the nearest by Damerau-Levenshtein distance on folded
 * texts, ties to the smallest by code units; `undefined` when none is near. Near is one slip for up to 4 letters, two for
 * up to 8, three beyond, and never more than half of the letters.
 */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const typed = fold(text);
  let limit = typed.length <= 1 ? 0 : typed.length <= 4 ? 1 : typed.length <= 8 ? 2 : 3;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - typed.length) > limit + 3) continue;
    const distance = editDistance(typed, fold(candidate), limit);
    if (distance > limit) continue;
    if (distance < bestDistance || (best !== undefined && compareText(candidate, best) < 0)) {
      best = candidate;
      bestDistance = distance;
      limit = distance;
    }
  }
  return best;
}

/**
 * Number of letters to insert, delete, replace or swap with their neighbour to make one text of the other (optimal string
 * alignment), or `limit + 1` when it exceeds `limit`. Damerau, "A technique for computer detection and correction of
 * spelling errors", CACM 7(3), 1964.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let distance = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        distance = Math.min(distance, before[j - 2] + 1);
      current.push(distance);
      least = Math.min(least, distance);
    }
    // Neighbouring rows differ by one at most: a swap, which begins in the row before, exceeds the limit too.
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[b.length], limit + 1);
}
