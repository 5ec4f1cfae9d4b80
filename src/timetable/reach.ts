import { createTravel } from '../domain/travel.js';
import { sitesOfRooms } from './itineraries.js';
import { sitesOf, type TimetableModel } from './model.js';

/** Somebody who goes from one session to a later one of the same day, and has less time than the way takes. */
export interface Shortfall {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly needed: number;
}

/** Who can be where after what, as travel times have it. */
export interface Reach {
  /** Whether any time is needed between any sites. */
  readonly isNeeded: boolean;
  /** Sites at which a group may be in a session, all of the rooms' where the session names none. */
  readonly sitesIn: (session: number, group: number) => readonly string[];
  /** What is lacking on the way from the earlier session to the later one of the same day; `undefined` where it can be done. */
  readonly shortfall: (earlier: number, from: string, later: number, to: string) => Shortfall | undefined;
  /** Whether nobody can be with one group in a session and with another in a later one of the same day, whatever rooms they have. */
  readonly isOutOfReach: (session: number, group: number, other: number, otherGroup: number) => boolean;
}

/** Looks travel times up by sessions. */
export function createReach(model: TimetableModel): Reach {
  const { sessions, programme } = model;
  const minutesBetween = createTravel(programme.travel);
  const everywhere = sitesOfRooms(model);
  const sitesIn = (session: number, group: number): readonly string[] => {
    const own = sitesOf(model, session, group);
    return own.length > 0 ? own : everywhere;
  };
  const shortfall = (earlier: number, from: string, later: number, to: string): Shortfall | undefined => {
    const needed = from === '' || to === '' ? 0 : minutesBetween(from, to);
    const minutes = sessions[later].start - sessions[earlier].end;
    return needed > Math.max(0, minutes) ? { from, to, minutes, needed } : undefined;
  };
  return {
    isNeeded: (programme.travel ?? []).some(({ minutes }) => minutes > 0),
    sitesIn,
    shortfall,
    isOutOfReach: (session, group, other, otherGroup) => {
      if (sessions[session].date !== sessions[other].date) return false;
      const isFirst = sessions[session].start <= sessions[other].start;
      const [here, there] = [sitesIn(session, group), sitesIn(other, otherGroup)];
      if (here.length === 0 || there.length === 0) return false;
      return here.every((site) =>
        there.every((next) =>
          isFirst
            ? shortfall(session, site, other, next) !== undefined
            : shortfall(other, next, session, site) !== undefined,
        ),
      );
    },
  };
}
