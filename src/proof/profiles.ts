import type { Statement } from './statement.js';

/** Groups that are alike to everybody: one size, one cost for each person. */
export type Block = readonly number[];

/** People who are alike to every set and in every block: only their number in each block matters. */
export interface Profile {
  /** Ascending. */
  readonly people: readonly number[];
  /** Cost of one of them in each block. */
  readonly costs: readonly number[];
}

/** The groups of a statement by likeness, in the order of their first group. */
export function findBlocks({ peopleCount, groupSizes, costOf }: Statement): readonly Block[] {
  const blocks = new Map<string, number[]>();
  groupSizes.forEach((size, group) => {
    const costs = Array.from({ length: peopleCount }, (_, person) => costOf(person, group));
    append(blocks, `${size} ${costs.join(' ')}`, group);
  });
  return [...blocks.values()];
}

/** Some of the people by likeness, in the order of their first person. */
export function findProfiles(
  { sets, costOf, peopleCount }: Statement,
  people: readonly number[],
  blocks: readonly Block[],
): readonly Profile[] {
  const memberships = Array.from({ length: peopleCount }, (): number[] => []);
  sets.forEach(({ members }, index) => {
    for (const person of members) memberships[person].push(index);
  });
  const profiles = new Map<string, number[]>();
  for (const person of people) {
    const costs = blocks.map(([group]) => costOf(person, group));
    append(profiles, `${memberships[person].join(' ')}|${costs.join(' ')}`, person);
  }
  return [...profiles.values()].map((alike) => ({
    people: alike,
    costs: blocks.map(([group]) => costOf(alike[0], group)),
  }));
}

function append(lists: Map<string, number[]>, key: string, item: number): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [item]);
  else known.push(item);
}
