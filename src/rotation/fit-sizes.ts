import { append } from '../domain/append.js';
import { countKinds } from './kind-shares.js';
import type { MeetingCounts } from './meeting-counts.js';

/**
 * Makes groups of the sizes asked for out of blocks of about those sizes. The largest block becomes the largest group, and so
 * on; blocks for which there is no group are broken up. Then, person by person, whoever brings the fewest new repeats goes
 * from a place too many to a free one, first of all to one where the kind is still short of its share. Where blocks have the
 * sizes already nobody moves.
 *
 * @param blockOf by person.
 * @param counts meetings of all other modules. Those of this one must not be counted yet.
 * @param kindOf by person, numbered from 0.
 */
export function fitSizes(
  blockOf: Int32Array,
  sizes: Int32Array,
  counts: MeetingCounts,
  kindOf: Int32Array,
): Int32Array {
  const n = blockOf.length;
  const blocks: number[][] = [];
  blockOf.forEach((block, person) => {
    while (blocks.length <= block) blocks.push([]);
    blocks[block].push(person);
  });
  const byLength = [...blocks.keys()].sort((a, b) => blocks[b].length - blocks[a].length || a - b);
  const bySize = [...sizes.keys()].sort((a, b) => sizes[b] - sizes[a] || a - b);
  const members: number[][] = Array.from(sizes, () => []);
  const homeless: number[] = [];
  byLength.forEach((block, rank) => {
    if (rank < bySize.length) members[bySize[rank]] = blocks[block];
    else append(homeless, blocks[block]);
  });
  const metAgain = (person: number, list: readonly number[]) =>
    list.reduce((sum, other) => (other === person ? sum : sum + Math.min(1, counts.of(person, other))), 0);
  for (let group = 0; group < sizes.length; group++) {
    while (members[group].length > sizes[group]) {
      const list = members[group];
      let worst = 0;
      for (let i = 1; i < list.length; i++) if (metAgain(list[i], list) > metAgain(list[worst], list)) worst = i;
      append(homeless, list.splice(worst, 1));
    }
  }
  const open = [...sizes.keys()].filter((group) => members[group].length < sizes[group]);
  // Costs of everybody without a place in every group that has one free: kept, as only one group changes at a time.
  const shares = countKinds(kindOf);
  const costs = homeless.map((person) => open.map((group) => cost(person, group)));
  while (homeless.length > 0) {
    let who = -1;
    let where = -1;
    for (let i = 0; i < homeless.length; i++) {
      for (let j = 0; j < open.length; j++) {
        if (members[open[j]].length < sizes[open[j]] && (who < 0 || costs[i][j] < costs[who][where]))
          [who, where] = [i, j];
      }
    }
    members[open[where]].push(homeless[who]);
    homeless.splice(who, 1);
    costs.splice(who, 1);
    homeless.forEach((person, i) => {
      costs[i][where] = cost(person, open[where]);
    });
  }
  const groupOf = new Int32Array(n);
  members.forEach((list, group) => {
    for (const person of list) groupOf[person] = group;
  });
  return groupOf;

  /** So many too many of the kind, then repeats that somebody would bring. */
  function cost(person: number, group: number): number {
    const kind = kindOf[person];
    const list = members[group];
    const same = list.reduce((sum, other) => sum + (kindOf[other] === kind ? 1 : 0), 0);
    const share = Math.ceil((shares[kind] * sizes[group]) / n);
    return Math.max(0, same + 1 - share) * (n + 1) + metAgain(person, list);
  }
}
