import type { RoomUnit } from './housing.js';
import { sitesOf, type TimetableModel } from './model.js';

/** Site at which a unit is; `''` where that is not settled, or means nothing. */
export type SiteOf = (unit: RoomUnit) => string;

/** Where everybody goes on each day: what site changes are counted by. */
export interface Itineraries {
  /** Whether rooms are at several sites: else nobody changes any. */
  readonly isNeeded: boolean;
  /** Changes of site, in all, of the people of a unit on the way to it from where they were before and from it to where they are next, where these are known. */
  readonly changesAt: (unit: RoomUnit, site: string, siteOf: SiteOf) => number;
  /** Changes of site of everybody. */
  readonly count: (siteOf: SiteOf) => number;
  /** Changes that no choice of rooms can avoid. */
  readonly least: number;
}

/** One thing that somebody does on a day. */
export interface Stop {
  /** Number of the group, or of the person from outside as in {@link RoomUnit.guests}. */
  readonly who: { readonly kind: 'group' | 'guest'; readonly at: number };
  readonly session: number;
  /** Sites it may be at; empty: not known. */
  readonly sites: readonly string[];
  /** Absent: a visit, which needs no room. */
  readonly unit?: RoomUnit;
}

/**
 * Follows groups and people from outside through the units of a programme and its visits.
 *
 * @param units all that need rooms
 */
export function followEveryone(model: TimetableModel, units: readonly RoomUnit[]): Itineraries {
  const roomSites = sitesOfRooms(model);
  if (roomSites.length < 2) return { isNeeded: false, changesAt: () => 0, count: () => 0, least: 0 };
  const days = collectDays(model, units, roomSites);
  const placesOf = new Map<RoomUnit, [day: readonly Stop[], at: number][]>();
  for (const day of days) {
    day.forEach(({ unit }, at) => {
      if (unit === undefined) return;
      const places = placesOf.get(unit);
      if (places === undefined) placesOf.set(unit, [[day, at]]);
      else places.push([day, at]);
    });
  }
  const known = (day: readonly Stop[], from: number, step: 1 | -1, siteOf: SiteOf): string => {
    for (let at = from + step; at >= 0 && at < day.length; at += step) {
      const site = siteAt(day[at], siteOf);
      if (site !== '') return site;
    }
    return '';
  };
  return {
    isNeeded: true,
    changesAt: (unit, site, siteOf) => {
      if (site === '') return 0;
      let changes = 0;
      for (const [day, at] of placesOf.get(unit) ?? []) {
        const [before, after] = [known(day, at, -1, siteOf), known(day, at, 1, siteOf)];
        if (before !== '' && before !== site) changes++;
        if (after !== '' && after !== site) changes++;
      }
      return changes;
    },
    count: (siteOf) => {
      let changes = 0;
      for (const day of days) {
        let before = '';
        for (const stop of day) {
          const site = siteAt(stop, siteOf);
          if (site === '') continue;
          if (before !== '' && before !== site) changes++;
          before = site;
        }
      }
      return changes;
    },
    least: days.reduce((sum, day) => sum + leastChanges(day), 0),
  };
}

/** The site of a stop; `''` where that is not settled. */
export function siteAt({ unit, sites }: Stop, siteOf: SiteOf): string {
  if (sites.length === 1) return sites[0];
  return unit === undefined ? '' : siteOf(unit);
}

/** Sites that the rooms name. */
export function sitesOfRooms({ rooms }: TimetableModel): readonly string[] {
  return [...new Set(rooms.flatMap(({ site }) => (site === '' ? [] : [site])))];
}

/** The stops of each group, witness and jury member on each day with more than one, in order of time. */
export function collectDays(
  model: TimetableModel,
  units: readonly RoomUnit[],
  roomSites: readonly string[],
): readonly (readonly Stop[])[] {
  const byDay = new Map<string, Stop[]>();
  const add = (kind: Stop['who']['kind'], at: number, place: Omit<Stop, 'who'>) => {
    const key = `${kind} ${at} ${model.sessions[place.session].date}`;
    const stop = { who: { kind, at }, ...place };
    const day = byDay.get(key);
    if (day === undefined) byDay.set(key, [stop]);
    else day.push(stop);
  };
  for (const unit of units) {
    const stop = { session: unit.session, sites: unit.sites.length === 0 ? roomSites : unit.sites, unit };
    for (const group of unit.groups) add('group', group, stop);
    for (const guest of unit.guests) add('guest', guest, stop);
  }
  model.sessions.forEach((_, session) => {
    if (model.forms[session] !== 'visit') return;
    for (const group of model.attending[session])
      add('group', group, { session, sites: sitesOf(model, session, group) });
  });
  return [...byDay.values()]
    .filter((day) => day.length > 1)
    .map((day) => day.toSorted((a, b) => a.session - b.session));
}

/** Staying at sites that will do as long as any does, and leaving only then, is never worse than leaving earlier. */
function leastChanges(day: readonly Stop[]): number {
  let open: readonly string[] = [];
  let changes = 0;
  for (const { sites } of day) {
    if (sites.length === 0) continue;
    const common = open.filter((site) => sites.includes(site));
    if (open.length > 0 && common.length === 0) changes++;
    open = common.length > 0 ? common : sites;
  }
  return changes;
}
