import type { LaminarTree } from '../../algorithms/laminar-tree.js';
import type { LevelInput } from '../balance.js';
import type { SizeClass } from '../terms/count-term.js';

/** Levels no two of which cross, as a tree of the people who hold them. */
export interface LevelFamily extends LaminarTree {
  /** The levels held by exactly the people of each node; none for node 0 unless everyone holds one. */
  readonly levels: readonly (readonly number[])[];
  /** How many people each node holds. */
  readonly holders: Int32Array;
}

/**
 * Sorts the levels that have a price into two families without crossing levels, such as two chains of nested attributes
 * (school ⊃ internship and gender ⊃ …); the second is trivial where one suffices. Levels cross when each is held by
 * somebody without the other and some hold both. The sorting is a colouring of the graph of crossings by two colours, so it
 * does not matter how levels belong to attributes, nor whether somebody holds several levels of one.
 *
 * @param profileOf people of one profile hold the same levels; profiles are numbered from 0.
 * @returns `undefined` when two families do not suffice.
 */
export function findFamilies(
  input: LevelInput,
  classes: readonly SizeClass[],
  profileOf: Int32Array,
): readonly [LevelFamily, LevelFamily] | undefined {
  const profiles = profilesOf(input, pricedLevels(input, classes), profileOf);
  const colourOf = colourLevels(crossingsOf(profiles, input.levelCount));
  if (colourOf === undefined) return undefined;
  const family = (colour: number) => buildFamily(profiles, profileOf, colourOf, colour);
  return [family(0), family(1)];
}

/**
 * Two families of whole attributes: heaviest first, each into the first family that it crosses nowhere; what crosses both is
 * left out.
 */
export function chooseFamilies(
  input: LevelInput,
  classes: readonly SizeClass[],
  profileOf: Int32Array,
): readonly [LevelFamily, LevelFamily] {
  const profiles = profilesOf(input, pricedLevels(input, classes), profileOf);
  const crossings = crossingsOf(profiles, input.levelCount);
  const colourOf = new Int8Array(input.levelCount).fill(-1);
  for (const { first, count } of input.blocks) {
    const own = Array.from({ length: count }, (_, index) => first + index);
    const isOwn = (level: number) => level >= first && level < first + count;
    const fits = (colour: number) =>
      own.every((level) => crossings[level].every((other) => !isOwn(other) && colourOf[other] !== colour));
    const colour = [0, 1].find(fits);
    if (colour !== undefined) for (const level of own) colourOf[level] = colour;
  }
  const family = (colour: number) => buildFamily(profiles, profileOf, colourOf, colour);
  return [family(0), family(1)];
}

/** The priced levels that people of each profile hold, and how many people that are. */
interface Profiles {
  readonly people: Int32Array;
  readonly levels: readonly (readonly number[])[];
}

function profilesOf({ levelStart, levels }: LevelInput, isPriced: Uint8Array, profileOf: Int32Array): Profiles {
  const count = profileOf.reduce((most, profile) => Math.max(most, profile), -1) + 1;
  const people = new Int32Array(count);
  const held: number[][] = Array.from({ length: count }, () => []);
  profileOf.forEach((profile, p) => {
    if (people[profile]++ > 0) return;
    for (let i = levelStart[p]; i < levelStart[p + 1]; i++)
      if (isPriced[levels[i]] === 1) held[profile].push(levels[i]);
  });
  return { people, levels: held };
}

function pricedLevels({ levelCount, priceOf }: LevelInput, classes: readonly SizeClass[]): Uint8Array {
  return Uint8Array.from({ length: levelCount }, (_, level) => {
    const isPriced = classes.some(({ size }) => {
      for (let count = 0; count <= size; count++) if (priceOf(level, size, count) !== 0) return true;
      return false;
    });
    return isPriced ? 1 : 0;
  });
}

/** The levels that each level crosses. */
function crossingsOf({ people, levels }: Profiles, levelCount: number): readonly (readonly number[])[] {
  const holders = new Int32Array(levelCount);
  const shared = new Map<number, number>();
  levels.forEach((list, profile) => {
    list.forEach((level, index) => {
      holders[level] += people[profile];
      for (const other of list.slice(index + 1)) {
        const pair = level * levelCount + other;
        shared.set(pair, (shared.get(pair) ?? 0) + people[profile]);
      }
    });
  });
  const crossings = Array.from({ length: levelCount }, (): number[] => []);
  for (const [pair, both] of shared) {
    const level = Math.floor(pair / levelCount);
    const other = pair % levelCount;
    if (both === Math.min(holders[level], holders[other])) continue;
    crossings[level].push(other);
    crossings[other].push(level);
  }
  return crossings;
}

/** Two colours such that crossing levels differ, each connected set of crossings beginning with 0 at its first level. */
function colourLevels(crossings: readonly (readonly number[])[]): Int8Array | undefined {
  const colourOf = new Int8Array(crossings.length).fill(-1);
  for (let level = 0; level < crossings.length; level++) {
    if (colourOf[level] >= 0) continue;
    colourOf[level] = 0;
    const reached = [level];
    for (const from of reached) {
      for (const to of crossings[from]) {
        if (colourOf[to] === colourOf[from]) return undefined;
        if (colourOf[to] >= 0) continue;
        colourOf[to] = 1 - colourOf[from];
        reached.push(to);
      }
    }
  }
  return colourOf;
}

function buildFamily(profiles: Profiles, profileOf: Int32Array, colourOf: Int8Array, colour: number): LevelFamily {
  const everyone = profileOf.length;
  const holdersOf = new Map<number, number>();
  profiles.levels.forEach((list, profile) => {
    for (const level of list) {
      if (colourOf[level] === colour) holdersOf.set(level, (holdersOf.get(level) ?? 0) + profiles.people[profile]);
    }
  });
  // What lies around a level has more holders, or as many and then a smaller number.
  const compare = (a: number, b: number) => (holdersOf.get(b) ?? 0) - (holdersOf.get(a) ?? 0) || a - b;
  const chains = profiles.levels.map((list) => list.filter((level) => holdersOf.has(level)).sort(compare));
  const around = new Map<number, number>();
  for (const chain of chains) chain.forEach((level, index) => around.set(level, index === 0 ? -1 : chain[index - 1]));

  const nodeOf = new Map<number, number>();
  const parent = [-1];
  const holders = [everyone];
  const levels: number[][] = [[]];
  for (const level of [...holdersOf.keys()].sort(compare)) {
    const outer = around.get(level) ?? -1;
    const above = nodeOf.get(outer) ?? 0;
    const own = holdersOf.get(level) ?? 0;
    const node = holders[above] === own ? above : parent.length;
    if (node === parent.length) {
      parent.push(above);
      holders.push(own);
      levels.push([]);
    }
    levels[node].push(level);
    nodeOf.set(level, node);
  }
  const deepest = chains.map((chain) => nodeOf.get(chain[chain.length - 1] ?? -1) ?? 0);
  return {
    parent: Int32Array.from(parent),
    holders: Int32Array.from(holders),
    levels,
    nodeOf: Int32Array.from(profileOf, (profile) => deepest[profile]),
  };
}
