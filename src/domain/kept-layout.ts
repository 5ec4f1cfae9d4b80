import { diagnose, type Diagnostic } from './diagnostic.js';
import { leastOf, mostOf } from './extremes.js';
import { fold } from './fold.js';
import type { Group } from './group.js';
import { layOutGroups, sizeLimitsOf, type GroupLayoutRequest } from './group-layout.js';

/** A group as an earlier list has it; theme and strand are `''` where the list does not say. */
export type EarlierGroupPlace = Pick<Group, 'label' | 'theme' | 'strand'>;

/** A group that goes on, or is new, with the sizes that it may have. */
export interface KeptGroup extends EarlierGroupPlace {
  readonly least: number;
  readonly most: number;
  /** Whether an earlier list had it. */
  readonly isKept: boolean;
}

/** How much smaller or larger than even groups may be where the settings give a number of groups alone. */
const SLACK = 1;

/**
 * Which groups there are when people have come and gone: those that were, if their number is still one that the settings allow for as many
 * people, each strand's by itself; else as many as a new plan would have, of which the first go on by their order. Labels stay as they were.
 *
 * @param earlier in their order; a group whose theme or strand is no more is left out
 * @returns the groups in the order of their strands, each strand's in the order of the earlier list, then those that are new; none, with
 * the reasons, where so many people cannot make such groups
 */
export function keepLayout(
  request: GroupLayoutRequest,
  earlier: readonly EarlierGroupPlace[],
): { readonly groups: readonly KeptGroup[]; readonly diagnostics: readonly Diagnostic[] } {
  const { groups: fresh, diagnostics } = layOutGroups(request);
  if (fresh.length === 0) return { groups: [], diagnostics };
  const limitsOf = sizeLimitsOf(request);
  const freshByLabel = new Map(fresh.map((group) => [fold(group.label), group]));
  const isPlace = new Set(fresh.map(placeOf));
  const known = earlier.flatMap((group): EarlierGroupPlace[] => {
    const place = isPlace.has(placeOf(group)) ? group : freshByLabel.get(fold(group.label));
    return place === undefined || (group.theme !== '' && place !== group) ? [] : [{ ...place, label: group.label }];
  });
  const kept = countsAllowed(request, known) ? known : trim(known, fresh);
  const places = kept === known ? known : [...kept, ...added(kept, fresh)];
  const orderOf = new Map([...isPlace].map((place, index) => [place, index]));
  const going = new Set(known.map(({ label }) => label));
  const even = request.people / places.length;
  const limited = places.map((place): Limits => {
    const { min, max } = limitsOf(place);
    const isFree = request.groupSize === undefined && min <= 1 && max >= request.people;
    if (!isFree) return { least: min, most: max, isFree };
    const sizes = fresh.filter((group) => placeOf(group) === placeOf(place)).map(({ size }) => size);
    return {
      least: Math.max(1, leastOf([Math.floor(even), ...sizes]) - SLACK),
      most: mostOf([Math.ceil(even), ...sizes]) + SLACK,
      isFree,
    };
  });
  const limits = widen(limited, request.people);
  if (limits === undefined) {
    const [min, max] = [sum(limited, 'least'), sum(limited, 'most')];
    const params = { people: request.people, groups: places.length, min, max };
    return { groups: [], diagnostics: [...diagnostics, diagnose('error', 'groups.count-impossible', params)] };
  }
  const groups = places.map(({ label, theme, strand }, g): KeptGroup => ({
    label,
    theme,
    strand,
    least: limits[g].least,
    most: limits[g].most,
    isKept: going.has(label),
  }));
  const order = (group: KeptGroup) => orderOf.get(placeOf(group)) ?? 0;
  return { groups: groups.sort((a, b) => order(a) - order(b)), diagnostics };
}

function placeOf({ theme, strand }: Pick<Group, 'theme' | 'strand'>): string {
  return JSON.stringify([theme, strand]);
}

/** Sizes that a group may have; free: the settings say nothing of them. */
interface Limits {
  readonly least: number;
  readonly most: number;
  readonly isFree: boolean;
}

/** Limits between which so many people have room, those of free groups wider as far as that takes; `undefined` where no width is enough. */
function widen(limits: readonly Limits[], people: number): readonly Limits[] | undefined {
  const free = limits.filter(({ isFree }) => isFree).length;
  const over = Math.max(0, sum(limits, 'least') - people);
  const under = Math.max(0, people - sum(limits, 'most'));
  if (over === 0 && under === 0) return limits;
  if (free === 0) return undefined;
  const wider = limits.map(({ least, most, isFree }) =>
    isFree
      ? { least: Math.max(1, least - Math.ceil(over / free)), most: most + Math.ceil(under / free), isFree }
      : { least, most, isFree },
  );
  if (sum(wider, 'least') <= people && sum(wider, 'most') >= people) return wider;
  const widest = wider.map((limit) => (limit.isFree ? { ...limit, least: 1 } : limit));
  return sum(widest, 'least') <= people && sum(widest, 'most') >= people ? widest : undefined;
}

function sum(limits: readonly Limits[], limit: 'least' | 'most'): number {
  return limits.reduce((total, own) => total + own[limit], 0);
}

/** Whether the settings allow that many groups on each strand for so many people. */
function countsAllowed(request: GroupLayoutRequest, known: readonly EarlierGroupPlace[]): boolean {
  const { themes, groupCount, people } = request;
  if (groupCount !== undefined && groupCount !== known.length) return false;
  const limitsOf = sizeLimitsOf(request);
  const total = (limit: 'min' | 'max') => known.reduce((sum, group) => sum + limitsOf(group)[limit], 0);
  if (known.length === 0 || total('min') > people || total('max') < people) return false;
  const counts = countByPlace(known);
  return themes.every(({ id: theme, strands }) =>
    strands.every(({ id: strand, groupCount: wanted }) => {
      const count = counts.get(placeOf({ theme, strand })) ?? 0;
      return wanted === undefined ? count > 0 : count === wanted;
    }),
  );
}

function countByPlace(groups: readonly Pick<Group, 'theme' | 'strand'>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(placeOf(group), (counts.get(placeOf(group)) ?? 0) + 1);
  return counts;
}

/** The first of each strand, as many as a new plan would have there. */
function trim(known: readonly EarlierGroupPlace[], fresh: readonly Group[]): readonly EarlierGroupPlace[] {
  const left = countByPlace(fresh);
  return known.filter((group) => {
    const count = left.get(placeOf(group)) ?? 0;
    left.set(placeOf(group), count - 1);
    return count > 0;
  });
}

/** The groups that a strand lacks, by labels of a new plan; one that is taken gets a number more. */
function added(kept: readonly EarlierGroupPlace[], fresh: readonly Group[]): readonly EarlierGroupPlace[] {
  const taken = new Set(kept.map(({ label }) => fold(label)));
  const free = (label: string) => {
    let found = label;
    for (let number = 2; taken.has(fold(found)); number++) found = `${label}-${number}`;
    taken.add(fold(found));
    return found;
  };
  const counts = countByPlace(kept);
  const wanted = countByPlace(fresh);
  const lacking = (group: Group) => (counts.get(placeOf(group)) ?? 0) < (wanted.get(placeOf(group)) ?? 0);
  const found: EarlierGroupPlace[] = [];
  // Labels that nobody has come first: a new group looks like one.
  const isTaken = ({ label }: Group) => taken.has(fold(label));
  for (const group of [...fresh.filter((one) => !isTaken(one)), ...fresh.filter(isTaken)]) {
    if (!lacking(group)) continue;
    counts.set(placeOf(group), (counts.get(placeOf(group)) ?? 0) + 1);
    found.push({ label: free(group.label), theme: group.theme, strand: group.strand });
  }
  return found;
}

/** Sizes within the limits of each group, as near as can be to how many people it has already; together so many `people`. */
export function sizesWithin(
  groups: readonly Pick<KeptGroup, 'least' | 'most'>[],
  counts: readonly number[],
  people: number,
): readonly number[] {
  const sizes = groups.map(({ least, most }, g) => Math.min(most, Math.max(least, counts[g])));
  let left = people - sizes.reduce((sum, size) => sum + size, 0);
  // One by one to the smallest, or from the largest, of those that may change.
  for (const step = Math.sign(left); left !== 0; left -= step) {
    let chosen = -1;
    sizes.forEach((size, g) => {
      if (step > 0 ? size >= groups[g].most : size <= groups[g].least) return;
      if (chosen < 0 || step * (size - sizes[chosen]) < 0) chosen = g;
    });
    if (chosen < 0) throw new RangeError('so many people do not fit the groups');
    sizes[chosen] += step;
  }
  return sizes;
}
