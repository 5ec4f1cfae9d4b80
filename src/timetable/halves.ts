import type { Group } from '../domain/group.js';

/** Groups chosen for the first half. */
interface Selection {
  readonly count: number;
  readonly people: number;
  readonly first: Picked;
}

/** Groups by index, joined without a copy: every selection shares most of its groups with others. */
type Picked = number | readonly [Picked, Picked] | undefined;

const NONE: Selection = { count: 0, people: 0, first: undefined };

/** One selection for every count and number of people that can be reached. */
type Reachable = Map<string, Selection>;

/**
 * Parts the groups into two halves, 0 and 1 per group: each strand is split evenly or but for one group, so is each theme, and among all such splits the halves are as equal in
 * people as whole groups allow. The order of the groups decides between equal splits; the first group is always in half 0 when there are at least two.
 *
 * Exact: dynamic programming over the numbers of people that a half can have.
 */
export function splitIntoHalves(groups: readonly Group[]): readonly number[] {
  let reachable: Reachable = new Map([['0', NONE]]);
  for (const theme of groupIndexes(groups, (group) => group.theme)) {
    let ofTheme: Reachable = new Map([['0,0', NONE]]);
    for (const strand of groupIndexes(groups, (group) => group.strand, theme)) {
      ofTheme = combine(ofTheme, evenSelections(groups, strand), (count, people) => `${count},${people}`);
    }
    const even = [...ofTheme.values()].filter(({ count }) => Math.abs(2 * count - theme.length) <= 1);
    reachable = combine(reachable, even, (_, people) => `${people}`);
  }
  const total = groups.reduce((sum, group) => sum + group.size, 0);
  let best: Picked;
  let least = Infinity;
  for (const { people, first } of reachable.values()) {
    const difference = Math.abs(2 * people - total);
    if (difference >= least) continue;
    least = difference;
    best = first;
  }
  const isFirst = new Set(listPicked(best));
  const side = isFirst.has(0) || groups.length < 2 ? 0 : 1;
  return groups.map((_, index) => (isFirst.has(index) ? side : 1 - side));
}

/** Indexes of groups of one key, keys in order of first appearance. */
function groupIndexes(
  groups: readonly Group[],
  keyOf: (group: Group) => string,
  among: readonly number[] = groups.map((_, index) => index),
): readonly (readonly number[])[] {
  const byKey = new Map<string, number[]>();
  for (const index of among) {
    const key = keyOf(groups[index]);
    byKey.set(key, [...(byKey.get(key) ?? []), index]);
  }
  return [...byKey.values()];
}

/** Selections of half of the groups, rounded down or up: one for every number of people. */
function evenSelections(groups: readonly Group[], members: readonly number[]): readonly Selection[] {
  let reachable: Reachable = new Map([['0,0', NONE]]);
  for (const index of members) {
    const options: Selection[] = [{ count: 1, people: groups[index].size, first: index }, NONE];
    reachable = combine(reachable, options, (count, people) => `${count},${people}`);
  }
  return [...reachable.values()].filter(({ count }) => Math.abs(2 * count - members.length) <= 1);
}

function combine(
  base: Reachable,
  options: readonly Selection[],
  keyOf: (count: number, people: number) => string,
): Reachable {
  const combined: Reachable = new Map();
  for (const option of options) {
    for (const entry of base.values()) {
      const count = entry.count + option.count;
      const people = entry.people + option.people;
      const key = keyOf(count, people);
      if (!combined.has(key)) combined.set(key, { count, people, first: [entry.first, option.first] });
    }
  }
  return combined;
}

function listPicked(picked: Picked): readonly number[] {
  const indexes: number[] = [];
  const open: Picked[] = [picked];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'number') indexes.push(next);
    else if (next !== undefined) open.push(next[0], next[1]);
  }
  return indexes;
}
