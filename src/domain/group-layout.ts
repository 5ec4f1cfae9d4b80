import { diagnose, hasError, type Diagnostic } from './diagnostic.js';
import { leastOf, mostOf } from './extremes.js';
import { compareText } from './fold.js';
import { fold } from './fold.js';
import type { Group } from './group.js';
import type { Settings } from './settings.js';
import type { Strand, Theme } from './theme.js';

/** What the groups are made from. */
export type GroupLayoutRequest = Pick<Settings, 'groupSize' | 'groupCount'> & {
  readonly themes: readonly Theme[];
  readonly people: number;
};

interface Place {
  readonly theme: string;
  readonly strand: string;
  count: number;
  readonly fixedCount: boolean;
  readonly min: number;
  readonly max: number;
}

/**
 * Settles how many groups there are, on which strand each works and how many people it holds, before anyone is placed:
 * sizes differ by one at most unless a strand's own limits ask otherwise, and the larger groups are spread over the
 * strands. Groups come back in theme order, then strand order. With an error among the diagnostics there are none.
 */
export function layOutGroups(request: GroupLayoutRequest): {
  groups: readonly Group[];
  diagnostics: readonly Diagnostic[];
} {
  const places = placesOf(request);
  const count = countGroups(request, places);
  if (typeof count !== 'number') return { groups: [], diagnostics: [count] };
  const mismatch = shareOutGroups(places, count);
  if (mismatch !== undefined) return { groups: [], diagnostics: [mismatch] };
  const total = places.reduce((sum, place) => sum + place.count, 0);
  const sizes = shareOutPeople(places, request.people);
  const diagnostics: Diagnostic[] = [];
  if (total > request.people) {
    diagnostics.push(diagnose('error', 'groups.more-than-people', { people: request.people, groups: total }));
  } else if (sizes === undefined) {
    const min = places.reduce((sum, place) => sum + place.min * place.count, 0);
    const max = places.reduce((sum, place) => sum + place.max * place.count, 0);
    diagnostics.push(diagnose('error', 'groups.count-impossible', { people: request.people, groups: total, min, max }));
  }
  if (sizes === undefined || hasError(diagnostics)) return { groups: [], diagnostics };
  return { groups: inOrderOf(request.themes, labelGroups(places, sizes)), diagnostics };
}

/** Least and most people of a group of a theme and strand, as the settings or the strand say; from 1 to all where neither does. */
export function sizeLimitsOf(
  request: GroupLayoutRequest,
): (place: Pick<Group, 'theme' | 'strand'>) => { readonly min: number; readonly max: number } {
  const limits = new Map(placesOf(request).map((place) => [JSON.stringify([place.theme, place.strand]), place]));
  const [any] = limits.values();
  return ({ theme, strand }) => limits.get(JSON.stringify([theme, strand])) ?? any;
}

function placesOf({ themes, groupSize, people }: GroupLayoutRequest): Place[] {
  const least = groupSize?.min ?? 1;
  const most = groupSize?.max ?? Math.max(people, 1);
  const placeOf = (theme: string, strand?: Strand): Place => {
    const min = strand?.minSize ?? Math.min(least, strand?.maxSize ?? least);
    return {
      theme,
      strand: strand?.id ?? '',
      count: strand?.groupCount ?? 0,
      fixedCount: strand?.groupCount !== undefined,
      min,
      max: Math.max(min, strand?.maxSize ?? most),
    };
  };
  if (themes.length === 0) return [placeOf('')];
  // By id, so that who gets a group or a person more does not depend on the order of the themes file.
  return themes
    .flatMap((theme) => theme.strands.map((strand) => placeOf(theme.id, strand)))
    .sort((a, b) => compareText(a.theme, b.theme) || compareText(a.strand, b.strand));
}

/** Groups in the order in which the themes file lists their strands: that is how they are shown. */
function inOrderOf(themes: readonly Theme[], groups: readonly Group[]): readonly Group[] {
  if (themes.length === 0) return groups;
  return themes.flatMap((theme) =>
    theme.strands.flatMap(({ id }) => groups.filter((group) => group.theme === theme.id && group.strand === id)),
  );
}

/** The number of groups asked for, or the one that the limits allow whose groups come nearest to the middle of the range. */
function countGroups(request: GroupLayoutRequest, places: readonly Place[]): number | Diagnostic {
  const { people, groupSize, groupCount } = request;
  const fixed = places.reduce((sum, place) => sum + place.count, 0);
  if (groupCount !== undefined) return groupCount;
  const free = places.filter((place) => !place.fixedCount);
  if (free.length === 0) return fixed;
  if (groupSize === undefined) return diagnose('error', 'groups.no-size', {});
  const { min, max } = groupSize;
  const most = Math.floor(people / leastOf(places.map((place) => place.min)));
  let best: { count: number; cost: number } | undefined;
  for (let count = fixed + free.length; count <= most; count++) {
    if (!canHold(places, count, people)) continue;
    const cost = layoutCost(count, (count - fixed) % free.length === 0, people, min + max);
    if (best === undefined || cost < best.cost) best = { count, cost };
  }
  if (best !== undefined) return best.count;
  const below = Math.floor(people / min);
  const above = Math.max(Math.ceil(people / max), 1);
  // With `below` groups some exceed the largest size; with one more some fall below the smallest.
  return below < above ? diagnose('error', 'groups.size-impossible', { people, min, max, below, above }) : above;
}

/** Whether that many groups can hold everyone within the limits of the strands they would be on. */
function canHold(places: readonly Place[], count: number, people: number): boolean {
  const counts = shareCounts(places, count);
  const total = (limit: (place: Place) => number) =>
    places.reduce((sum, place, index) => sum + limit(place) * counts[index], 0);
  return total(({ min }) => min) <= people && people <= total(({ max }) => max);
}

/** Prefers equal numbers of groups on every strand, then groups of equal size, then sizes near the middle of the range. */
function layoutCost(count: number, isEven: boolean, people: number, twiceMiddle: number): number {
  const unevenStrands = isEven ? 0 : 2_000_000;
  const unevenSizes = people % count === 0 ? 0 : 1_000_000;
  return unevenStrands + unevenSizes + Math.abs((2 * people) / count - twiceMiddle);
}

/** Groups by place: as many as a strand asks for, an even share of the rest for the others. */
function shareCounts(places: readonly Place[], count: number): readonly number[] {
  const free = places.filter((place) => !place.fixedCount).length;
  const rest = count - places.reduce((sum, place) => sum + (place.fixedCount ? place.count : 0), 0);
  let index = 0;
  return places.map((place) =>
    place.fixedCount ? place.count : Math.floor(rest / free) + (index++ < rest % free ? 1 : 0),
  );
}

/** Gives the strands that name no number of groups an even share of the rest. */
function shareOutGroups(places: readonly Place[], count: number): Diagnostic | undefined {
  const fixed = places.reduce((sum, place) => sum + place.count, 0);
  const free = places.filter((place) => !place.fixedCount);
  const rest = count - fixed;
  if (rest < free.length || (free.length === 0 && rest !== 0)) {
    return diagnose('error', 'groups.count-mismatch', { strands: fixed + free.length, settings: count });
  }
  const counts = shareCounts(places, count);
  places.forEach((place, index) => (place.count = counts[index]));
  return undefined;
}

/** Sizes per place and group, as even as the limits allow; `undefined` when the limits hold fewer or more than the people. */
function shareOutPeople(places: readonly Place[], people: number): readonly number[][] | undefined {
  const sizes = places.map((place) => Array.from({ length: place.count }, () => place.min));
  let left = people - sizes.flat().reduce((sum, size) => sum + size, 0);
  if (left < 0) return undefined;
  const rounds = mostOf([0, ...places.map((place) => place.count)]);
  const smallest = leastOf(places.map((place) => place.min));
  const largest = mostOf(places.map((place) => place.max));
  for (let level = smallest; level < largest && left > 0; level++) {
    for (let index = 0; index < rounds && left > 0; index++) {
      for (let place = 0; place < places.length && left > 0; place++) {
        const group = sizes[place];
        if (index < group.length && group[index] === level && level < places[place].max) {
          group[index]++;
          left--;
        }
      }
    }
  }
  return left === 0 ? sizes : undefined;
}

function labelGroups(places: readonly Place[], sizes: readonly number[][]): Group[] {
  const total = sizes.reduce((sum, list) => sum + list.length, 0);
  const width = Math.max(2, String(total).length);
  const used = new Set<string>();
  // Ids that contain hyphens or digits can make the same label twice: `A-B` + `C` and `A` + `B-C`.
  const settle = (label: string): string => {
    const key = fold(label);
    if (used.has(key)) return settle(`${label}b`);
    used.add(key);
    return label;
  };
  return places.flatMap((place, index) =>
    sizes[index].map((size, number) => ({
      label: settle(place.theme === '' ? `G${String(number + 1).padStart(width, '0')}` : groupLabel(place, number + 1)),
      theme: place.theme,
      strand: place.strand,
      size,
    })),
  );
}

const MONTHS = (
  'january february march april may june july august september october november december ' +
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'
).split(' ');

/** Whether a spreadsheet takes a word for a month when digits follow: `DEC1`, `MARC1`, `Mai1`. */
function isMonth(word: string): boolean {
  const folded = fold(word);
  return folded.length >= 3 && MONTHS.some((month) => month.startsWith(folded));
}

/**
 * `VILLE-A1`: theme, strand, number. A spreadsheet would read `1-21` or `MAR-1` as dates, so a part that does not begin
 * with a letter gets one; a strand id that repeats its theme's stands alone (`LOGa1`).
 */
function groupLabel({ theme, strand }: Place, number: number): string {
  if (strand.startsWith(theme) && /^\p{L}/u.test(strand)) {
    return /\d$/.test(strand) || isMonth(strand) ? `${strand}-G${number}` : `${strand}${number}`;
  }
  const first = /^\p{L}/u.test(theme) ? theme : `T${theme}`;
  if (strand === '') return `${first}-G${number}`;
  const second = /^\p{L}/u.test(strand) ? strand : `S${strand}`;
  return /\d$/.test(second) ? `${first}-${second}-${number}` : `${first}-${second}${number}`;
}
