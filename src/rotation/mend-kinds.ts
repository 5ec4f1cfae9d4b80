import { mostOf } from '../domain/extremes.js';
import { fairShares, tallyKinds } from './kind-shares.js';
import type { MeetingCounts } from './meeting-counts.js';

/**
 * Exchanges people of different kinds between groups while some group is off its fair share ({@link fairShares}): each time the exchange of fewest repeats between the group furthest off and any
 * other. Sizes stay.
 *
 * @param groupOf of one module; changed in place.
 * @param counts meetings of all other modules.
 * @param kindOf by person, numbered from 0.
 */
export function mendKinds(groupOf: Int32Array, sizes: Int32Array, counts: MeetingCounts, kindOf: Int32Array): void {
  const members: number[][] = Array.from(sizes, () => []);
  groupOf.forEach((group, person) => members[group].push(person));
  const tally = tallyKinds(groupOf, sizes.length, kindOf);
  const off = fairShares(sizes, kindOf);
  /** How much less two groups are off after one person of each has gone to the other. */
  const gain = (one: number, other: number, a: number, b: number) => {
    const before = off(a, tally[one][a]) + off(b, tally[one][b]) + off(a, tally[other][a]) + off(b, tally[other][b]);
    const after =
      off(a, tally[one][a] - 1) + off(b, tally[one][b] + 1) + off(a, tally[other][a] + 1) + off(b, tally[other][b] - 1);
    return before - after;
  };
  const repeats = (person: number, group: number, without: number) =>
    members[group].reduce(
      (sum, other) => (other === person || other === without ? sum : sum + Math.min(1, counts.of(person, other))),
      0,
    );
  for (;;) {
    const wrong = tally.map((list, group) =>
      sizes[group] === 0 ? 0 : list.reduce((sum, count, kind) => sum + off(kind, count), 0),
    );
    const one = wrong.indexOf(mostOf(wrong));
    let best: { readonly p: number; readonly q: number; readonly other: number; readonly cost: number } | undefined;
    for (let other = 0; wrong[one] > 0 && other < sizes.length; other++) {
      if (other === one) continue;
      for (const p of members[one]) {
        for (const q of members[other]) {
          if (kindOf[p] === kindOf[q] || gain(one, other, kindOf[p], kindOf[q]) <= 0) continue;
          const cost = repeats(p, other, q) + repeats(q, one, p) - repeats(p, one, p) - repeats(q, other, q);
          if (best === undefined || cost < best.cost) best = { p, q, other, cost };
        }
      }
    }
    if (best === undefined) return;
    const { p, q, other } = best;
    members[one][members[one].indexOf(p)] = q;
    members[other][members[other].indexOf(q)] = p;
    groupOf[p] = other;
    groupOf[q] = one;
    for (const [group, kind, change] of [
      [one, kindOf[p], -1],
      [one, kindOf[q], 1],
      [other, kindOf[p], 1],
      [other, kindOf[q], -1],
    ] as const)
      tally[group][kind] += change;
  }
}
