import { createPool, type Pool } from '../../algorithms/pool.js';
import type { Group } from '../../domain/group.js';
import type { CountDemand, Demand } from '../feasibility/demand.js';
import { uniteSets } from '../feasibility/united-sets.js';
import type { Home } from '../home.js';

/** The group of whoever is in none. */
export const NOWHERE = -1;

/** A counted set of so few people is counted when asked: there may be as many such sets as people. */
const FEW = 16;

/**
 * People in groups of any sizes, and what is amiss with that. Tied people are one item, which is moved whole. One violation is a person in a
 * wrong place or nowhere, a person too many or missing in a group, of all or of those that a rule counts, or somebody alone.
 */
export interface HardSeating {
  /** People by item. */
  readonly items: readonly (readonly number[])[];
  /** Items by group, in an order that depends on how they came there. */
  readonly members: readonly (readonly number[])[];
  /** Groups in which something is amiss, and groups that may have more people than they have. */
  readonly troubled: Pool;
  readonly roomy: Pool;
  /** Items that are in a wrong place or nowhere. */
  readonly strays: Pool;
  /** Items that are not where they were: who have no home always. */
  readonly away: Pool;
  readonly violations: () => number;
  /** People with a home who are not there. */
  readonly moves: () => number;
  readonly groupOf: (item: number) => number;
  /** The group where most of an item were that it may be in, or {@link NOWHERE}. */
  readonly homeOf: (item: number) => number;
  /** Groups that an item may be in; `undefined`: any. */
  readonly allowedFor: (item: number) => Allowed | undefined;
  readonly move: (item: number, to: number) => void;
  /** Items with somebody whom a set counts. */
  readonly itemsOf: (set: number) => readonly number[];
  readonly isCounted: (item: number, set: number) => boolean;
  /** What is amiss in a group. */
  readonly complaintsOf: (group: number) => readonly Complaint[];
  /** By person. */
  readonly toGroups: () => Int32Array;
}

/** Some of the groups. */
export interface Allowed {
  /** Ascending. */
  readonly list: readonly number[];
  readonly set: ReadonlySet<number>;
}

/** Something amiss in a group. */
export interface Complaint {
  /** The counted set of which there are too many or too few there; absent: it is about all people. */
  readonly set?: number;
  readonly isTooMany: boolean;
  readonly isTooFew: boolean;
}

/** Everybody at home, tied people where most of them were; who has no home is nowhere. */
export function createHardSeating(groups: readonly Group[], demands: readonly Demand[], home: Home): HardSeating {
  const { sets: items, setOf: itemOf } = uniteSets(
    home.homeOf.length,
    demands.map(({ tied }) => tied),
  );
  const sets = demands.flatMap(({ counts }) => counts);
  const { itemsOfSet, setsOf } = indexSets(sets, items.length, itemOf);
  const needed = [...sets.keys()].filter((set) => sets[set].least > 0);
  const placesOf = indexPlaces(demands, itemOf);
  const allowed = new Map<string, Allowed>();
  const homes = items.map((people) => countHomes(people, home.homeOf));
  const settled = homes.map((own) => [...own.values()].reduce((sum, count) => sum + count, 0));

  const counts = sets.map(({ people }) => (people.length < FEW ? undefined : new Int32Array(groups.length)));
  const sizes = new Int32Array(groups.length);
  const groupOf = new Int32Array(items.length).fill(NOWHERE);
  const members = groups.map((): number[] => []);
  const placeIn = new Int32Array(items.length);
  const troubled = createPool(groups.length);
  const roomy = createPool(groups.length);
  const strays = createPool(items.length);
  const away = createPool(items.length);
  let violations = 0;
  let moves = 0;

  function allowedFor(item: number): Allowed | undefined {
    const places = placesOf.get(item);
    if (places === undefined) return undefined;
    const key = places.join(' ');
    let known = allowed.get(key);
    if (known === undefined) {
      const isAllowed = (group: Group) => places.every((place) => demands[place].isAllowed(group));
      const list = [...groups.keys()].filter((g) => isAllowed(groups[g]));
      known = { list, set: new Set(list) };
      allowed.set(key, known);
    }
    return known;
  }

  const countIn = (set: number, group: number): number =>
    counts[set]?.[group] ?? sets[set].people.reduce((sum, p) => (groupOf[itemOf[p]] === group ? sum + 1 : sum), 0);
  const amissAt = (set: number, count: number): number => {
    const { least, most, isAloneBarred } = sets[set];
    return Math.max(0, least - count) + Math.max(0, count - most) + (isAloneBarred && count === 1 ? 1 : 0);
  };
  const amissInSize = (group: number): number =>
    Math.max(0, home.least[group] - sizes[group]) + Math.max(0, sizes[group] - home.most[group]);
  /** Violations by an item's place. */
  const strayingOf = (item: number, group: number): number =>
    group === NOWHERE || allowedFor(item)?.set.has(group) === false ? items[item].length : 0;
  const movesOf = (item: number, group: number): number => settled[item] - (homes[item].get(group) ?? 0);

  /** What is amiss in a group by its size and by the sets that count some of an item. */
  function amissAround(item: number, group: number): number {
    let sum = amissInSize(group);
    const own = setsOf[item];
    for (let i = 0; i < own.length; i += 2) sum += amissAt(own[i], countIn(own[i], group));
    return sum;
  }

  const amissOf = new Int32Array(groups.length);
  function shift(item: number, group: number, sign: 1 | -1): void {
    const before = amissAround(item, group);
    sizes[group] += sign * items[item].length;
    const own = setsOf[item];
    for (let i = 0; i < own.length; i += 2) {
      const cells = counts[own[i]];
      if (cells !== undefined) cells[group] += sign * own[i + 1];
    }
    if (sign > 0) {
      groupOf[item] = group;
      placeIn[item] = members[group].push(item) - 1;
    } else {
      groupOf[item] = NOWHERE;
      const last = members[group].pop() ?? item;
      if (last !== item) {
        members[group][placeIn[item]] = last;
        placeIn[last] = placeIn[item];
      }
    }
    const change = amissAround(item, group) - before;
    amissOf[group] += change;
    violations += change;
    troubled.set(group, amissOf[group] > 0);
    roomy.set(group, sizes[group] < home.most[group]);
  }

  function move(item: number, to: number): void {
    const from = groupOf[item];
    if (from === to) return;
    violations += strayingOf(item, to) - strayingOf(item, from);
    moves += movesOf(item, to) - movesOf(item, from);
    if (from !== NOWHERE) shift(item, from, -1);
    if (to !== NOWHERE) shift(item, to, 1);
    strays.set(item, strayingOf(item, to) > 0);
    away.set(item, homes[item].size === 0 || movesOf(item, to) > 0);
  }

  const mainHome = Int32Array.from(items, (_, item) => {
    let main = NOWHERE;
    for (const [group, count] of homes[item])
      if (allowedFor(item)?.set.has(group) !== false && count > (homes[item].get(main) ?? 0)) main = group;
    return main;
  });
  groups.forEach((_, group) => {
    amissOf[group] = amissInSize(group);
    for (const set of needed) amissOf[group] += amissAt(set, 0);
    violations += amissOf[group];
    troubled.set(group, amissOf[group] > 0);
    roomy.set(group, sizes[group] < home.most[group]);
  });
  items.forEach((people, item) => {
    violations += people.length;
    moves += settled[item];
    strays.set(item, true);
    away.set(item, true);
    const [first] = homes[item].keys();
    move(item, mainHome[item] === NOWHERE ? (first ?? NOWHERE) : mainHome[item]);
  });

  return {
    items,
    members,
    troubled,
    roomy,
    strays,
    away,
    violations: () => violations,
    moves: () => moves,
    groupOf: (item) => groupOf[item],
    homeOf: (item) => mainHome[item],
    allowedFor,
    move,
    itemsOf: (set) => itemsOfSet[set],
    isCounted: (item, set) => setsOf[item].some((own, index) => index % 2 === 0 && own === set),
    complaintsOf: (group) => {
      const found: Complaint[] = [];
      if (amissInSize(group) > 0) {
        const isTooMany = sizes[group] > home.most[group];
        found.push({ isTooMany, isTooFew: !isTooMany });
      }
      const present = members[group].flatMap((item) => setsOf[item].filter((_, index) => index % 2 === 0));
      for (const set of new Set([...needed, ...present])) {
        const count = countIn(set, group);
        if (amissAt(set, count) === 0) continue;
        const isAlone = sets[set].isAloneBarred && count === 1;
        const isTooMany = isAlone || count > sets[set].most;
        found.push({ set, isTooMany, isTooFew: isAlone || count < sets[set].least });
      }
      return found;
    },
    toGroups: () => Int32Array.from(itemOf, (item) => groupOf[item]),
  };
}

/** By set its items, by item the sets that count some of its people, each followed by how many. */
function indexSets(sets: readonly CountDemand[], itemCount: number, itemOf: Int32Array) {
  const setsOf = Array.from({ length: itemCount }, (): number[] => []);
  const itemsOfSet = sets.map(({ people }, set) => {
    const inside = new Map<number, number>();
    for (const person of people) inside.set(itemOf[person], (inside.get(itemOf[person]) ?? 0) + 1);
    for (const [item, count] of inside) setsOf[item].push(set, count);
    return [...inside.keys()];
  });
  return { setsOf, itemsOfSet };
}

/** By item, the demands about its place. */
function indexPlaces(demands: readonly Demand[], itemOf: Int32Array): ReadonlyMap<number, readonly number[]> {
  const placesOf = new Map<number, number[]>();
  demands.forEach(({ placed }, place) => {
    for (const item of new Set(placed.map((person) => itemOf[person]))) {
      const own = placesOf.get(item) ?? [];
      own.push(place);
      placesOf.set(item, own);
    }
  });
  return placesOf;
}

function countHomes(people: readonly number[], homeOf: Int32Array): ReadonlyMap<number, number> {
  const homes = new Map<number, number>();
  for (const person of people) if (homeOf[person] >= 0) homes.set(homeOf[person], (homes.get(homeOf[person]) ?? 0) + 1);
  return homes;
}
