import { compareText } from '../../domain/fold.js';
import type { Group } from '../../domain/group.js';
import type { Home } from '../home.js';
import type { CountDemand, Demand } from './demand.js';
import { uniteSets } from './united-sets.js';

/** People who are alike to every demand, tied people as one item. */
export interface SeatingClass {
  /** Tied people, each set to be seated whole; empty for those about whom nothing is demanded. */
  readonly items: readonly (readonly number[])[];
  readonly itemCount: number;
  /** People of one item. */
  readonly weight: number;
}

/**
 * Demands as integer programme: variable `c · groups + g` is how many items of class c sit in group g; after those of
 * all classes come, for each counted set k, the numbers of its people by group. Every row is an equation.
 */
export interface SeatingModel {
  readonly groupCount: number;
  readonly classes: readonly SeatingClass[];
  /** Bounds by variable. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** By variable, 1 where it must not be 1. */
  readonly isOneBarred: Uint8Array;
  /** Where people have homes, by variable of a class: the number to try first, which is that of the people who are at home there. */
  readonly preferred?: Int32Array;
  /** Row r is the sum of `coefficients[i] × variables[i]` over `starts[r] ≤ i < starts[r + 1]`, which equals `totals[r]`. */
  readonly starts: Int32Array;
  readonly variables: Int32Array;
  readonly coefficients: Int32Array;
  readonly totals: Int32Array;
  /** Groups g such that g and g + 1 differ in nothing but their label. */
  readonly twins: readonly number[];
}

/** A class while it is being put together. */
interface Draft {
  readonly items: (readonly number[])[];
  itemCount: number;
  readonly weight: number;
  /** Counted sets, ascending, with how many of an item are in each. */
  readonly counts: ReadonlyMap<number, number>;
  /** Of the demands about places, those about it, ascending. */
  readonly places: readonly number[];
  /** Groups where people were, with how many: of an item of several people, of all items of one. */
  readonly homes: Map<number, number>;
}

/** Where people were before: they stay there, all but a few, and groups may have other sizes than they have. */
export interface Homes extends Home {
  /** Most people with a home who are elsewhere. */
  readonly mostMoves: number;
  /** How many groups each stands for, whose limits add up; absent: one each. What is possible in them may not be in the groups one by one. */
  readonly copies?: Int32Array;
}

/**
 * The demands as a model; `undefined` where it would have more variables than `mostVariables`. With homes, after all other variables come the
 * sizes of the groups, the number of those who stay, and where people of a class were, how many of them stay and how many others are there.
 * People of a class are alike but for their home, so that of those in a group as many are at home as there can be; only tied people are told
 * apart by where they were.
 */
export function modelSeating(
  peopleCount: number,
  groups: readonly Group[],
  demands: readonly Demand[],
  mostVariables: number,
  homes?: Homes,
): SeatingModel | undefined {
  const sets = mergeCounts(demands.flatMap(({ counts }) => counts));
  const placing = demands.filter(({ placed }) => placed.length > 0);
  const masks = placing.map(({ isAllowed }) => groups.map(isAllowed));
  const drafts = mergePeople(peopleCount, demands, placing, sets, homes?.homeOf);
  const groupCount = groups.length;
  const firstSize = (drafts.length + sets.length) * groupCount;
  const firstStaying = firstSize + groupCount + 1;
  const stays = drafts.reduce((sum, draft) => sum + (draft.weight === 1 ? draft.homes.size : 0), 0);
  const variableCount = homes === undefined ? firstSize : firstStaying + 2 * stays;
  if (variableCount > mostVariables) return undefined;
  const classes = drafts
    .map((draft) => ({ ...draft, isAllowed: groups.map((_, g) => draft.places.every((place) => masks[place][g])) }))
    .map((draft) => ({ ...draft, room: draft.isAllowed.filter(Boolean).length }))
    // What is hardest to seat comes first, those about whom nothing is demanded last.
    .sort((a, b) => b.weight - a.weight || a.room - b.room || b.counts.size - a.counts.size);
  const low = new Int32Array(variableCount);
  const high = new Int32Array(variableCount);
  const isOneBarred = new Uint8Array(variableCount);
  const mostIn = groups.map(({ size }, g) => homes?.most[g] ?? size);
  const firstCount = classes.length * groupCount;
  classes.forEach(({ itemCount, weight, isAllowed }, c) => {
    mostIn.forEach((size, g) => {
      high[c * groupCount + g] = isAllowed[g] ? Math.min(itemCount, Math.floor(size / weight)) : 0;
    });
  });
  sets.forEach(({ people, least, most, isAloneBarred }, k) => {
    mostIn.forEach((size, g) => {
      const variable = firstCount + k * groupCount + g;
      // An impossible lower bound is left to the first propagation to notice.
      const copies = homes?.copies?.[g] ?? 1;
      low[variable] = least * copies;
      high[variable] = Math.min(size, people.length, most * copies);
      isOneBarred[variable] = isAloneBarred && copies === 1 ? 1 : 0;
    });
  });

  const starts = [0];
  const variables: number[] = [];
  const coefficients: number[] = [];
  const totals: number[] = [];
  const addRow = (terms: readonly (readonly [number, number])[], total: number) => {
    for (const [variable, coefficient] of terms) {
      variables.push(variable);
      coefficients.push(coefficient);
    }
    starts.push(variables.length);
    totals.push(total);
  };
  const indices = [...groups.keys()];
  sets.forEach(({ people }, k) => {
    addRow(
      indices.map((g) => [firstCount + k * groupCount + g, 1]),
      people.length,
    );
    const holding = [...classes.keys()].filter((c) => classes[c].counts.has(k));
    for (const g of indices) {
      const own = holding.map((c): [number, number] => [c * groupCount + g, classes[c].counts.get(k) ?? 0]);
      addRow([...own, [firstCount + k * groupCount + g, -1]], 0);
    }
  });
  classes.forEach(({ itemCount }, c) =>
    addRow(
      indices.map((g) => [c * groupCount + g, 1]),
      itemCount,
    ),
  );
  groups.forEach(({ size }, g) => {
    const seated = classes.map(({ weight }, c): [number, number] => [c * groupCount + g, weight]);
    if (homes === undefined) addRow(seated, size);
    else addRow([...seated, [firstSize + g, -1]], 0);
  });
  const preferred = new Int32Array(firstCount);
  if (homes !== undefined) {
    groups.forEach((_, g) => {
      low[firstSize + g] = homes.least[g];
      high[firstSize + g] = homes.most[g];
    });
    const settled = homes.homeOf.reduce((sum, home) => (home < 0 ? sum : sum + 1), 0);
    const staying = firstSize + groupCount;
    low[staying] = Math.max(0, settled - homes.mostMoves);
    high[staying] = settled;
    const atHome: (readonly [number, number])[] = [];
    let next = firstStaying;
    classes.forEach(({ homes: own, weight, itemCount }, c) => {
      for (const [g, count] of own) {
        const seated = c * groupCount + g;
        preferred[seated] = weight === 1 ? count : itemCount;
        if (weight > 1) {
          atHome.push([seated, count]);
          continue;
        }
        const [settlers, others] = [next++, next++];
        high[settlers] = Math.min(count, high[seated]);
        high[others] = high[seated];
        addRow(
          [
            [settlers, 1],
            [others, 1],
            [seated, -1],
          ],
          0,
        );
        atHome.push([settlers, 1]);
      }
    });
    addRow([...atHome, [staying, -1]], 0);
  }
  const isTwin = (g: number) =>
    homes === undefined &&
    groups[g].size === groups[g + 1].size &&
    classes.every(({ isAllowed }) => isAllowed[g] === isAllowed[g + 1]);
  return {
    groupCount,
    classes: classes.map(({ items, itemCount, weight }) => ({ items, itemCount, weight })),
    low,
    high,
    isOneBarred,
    ...(homes === undefined ? {} : { preferred }),
    starts: Int32Array.from(starts),
    variables: Int32Array.from(variables),
    coefficients: Int32Array.from(coefficients),
    totals: Int32Array.from(totals),
    twins: indices.slice(0, -1).filter(isTwin),
  };
}

/** Demands on the number of the same people are one; in an order that does not depend on that of the rules. */
function mergeCounts(counts: readonly CountDemand[]): readonly CountDemand[] {
  const merged = new Map<string, CountDemand>();
  for (const demand of counts) {
    const key = demand.people.join(' ');
    const same = merged.get(key);
    merged.set(key, {
      people: demand.people,
      least: Math.max(demand.least, same?.least ?? 0),
      most: Math.min(demand.most, same?.most ?? Infinity),
      isAloneBarred: demand.isAloneBarred || same?.isAloneBarred === true,
    });
  }
  return [...merged].sort(([a], [b]) => compareText(a, b)).map(([, demand]) => demand);
}

/** People by what is demanded of them. */
function mergePeople(
  peopleCount: number,
  demands: readonly Demand[],
  placing: readonly Demand[],
  sets: readonly CountDemand[],
  homeOf: Int32Array | undefined,
): readonly Draft[] {
  const concerned = new Set([
    ...(homeOf?.keys() ?? []),
    ...demands.flatMap(({ tied, placed }) => [...tied, ...placed]),
    ...sets.flatMap(({ people }) => people),
  ]);
  const persons = [...concerned].sort((a, b) => a - b);
  const local = new Map(persons.map((person, index) => [person, index]));
  const setsOf = persons.map((): number[] => []);
  sets.forEach(({ people }, k) => {
    for (const person of people) setsOf[local.get(person) ?? 0].push(k);
  });
  const placesOf = persons.map((): number[] => []);
  placing.forEach(({ placed }, place) => {
    for (const person of placed) placesOf[local.get(person) ?? 0].push(place);
  });
  const tied = demands.map((demand) => demand.tied.map((person) => local.get(person) ?? 0));
  const drafts = new Map<string, Draft>();
  for (const people of uniteSets(persons.length, tied).sets) {
    const counts = new Map<number, number>();
    for (const k of people.flatMap((person) => setsOf[person]).sort((a, b) => a - b)) {
      counts.set(k, (counts.get(k) ?? 0) + 1);
    }
    const places = [...new Set(people.flatMap((person) => placesOf[person]))].sort((a, b) => a - b);
    const homes = new Map<number, number>();
    for (const person of people) {
      const home = homeOf?.[persons[person]] ?? -1;
      if (home >= 0) homes.set(home, (homes.get(home) ?? 0) + 1);
    }
    const weight = people.length;
    const key = `${weight} ${places.join(',')} ${[...counts].join(' ')} ${weight === 1 ? '' : [...homes].join(' ')}`;
    const draft = drafts.get(key) ?? { items: [], itemCount: 0, weight, counts, places, homes: new Map(homes) };
    if (weight === 1 && draft.itemCount > 0)
      for (const [home, count] of homes) draft.homes.set(home, (draft.homes.get(home) ?? 0) + count);
    draft.items.push(people.map((person) => persons[person]));
    draft.itemCount++;
    drafts.set(key, draft);
  }
  const others = peopleCount - persons.length;
  const rest: Draft = { items: [], itemCount: others, weight: 1, counts: new Map(), places: [], homes: new Map() };
  return others === 0 ? [...drafts.values()] : [...drafts.values(), rest];
}
