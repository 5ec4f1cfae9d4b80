import { assignCheapest } from '../algorithms/assignment.js';
import type { RoomUnit } from './housing.js';
import type { TimetableModel } from './model.js';

/** One group at one site: what has a home room. */
export interface Household {
  readonly group: number;
  /** `''` when nothing says where the group had best be. */
  readonly site: string;
  /** Its work and hearings there. */
  readonly units: readonly RoomUnit[];
}

/** What one session away from home counts when homes are shared out, and one at another site than the group had best be at. */
const AWAY = 100_000;
const OTHER_SITE = 1_000;

/**
 * Gives every household a room of its own as home, such that as few sessions as possible cannot be held there, and rooms no larger than needed otherwise. Households that are left over
 * when the rooms run out share one with households that meet at other times, as far as possible.
 *
 * @returns the home of each household; −1 where no room suits any of its sessions.
 */
export function chooseHomes(
  model: TimetableModel,
  households: readonly Household[],
  isAllowed: (unit: RoomUnit, room: number) => boolean,
): number[] {
  const homes = households.map(() => -1);
  const holders: number[][] = model.rooms.map(() => []);
  const costOf = (index: number, room: number): number => {
    const { units, site } = households[index];
    const isElsewhere = site !== '' && model.rooms[room].site !== '' && model.rooms[room].site !== site;
    let cost = 0;
    for (const unit of units) {
      if (!isAllowed(unit, room) || holders[room].some((other) => meetAtOnce(model, households[other], unit)))
        cost += AWAY;
      else cost += (isElsewhere ? OTHER_SITE : 0) + Math.min(99, Math.max(0, model.rooms[room].capacity - unit.seats));
    }
    return cost;
  };

  let homeless = households.map((_, index) => index);
  while (homeless.length > 0) {
    const costs = homeless.map((index) => [
      ...model.rooms.map((_, room) => costOf(index, room)),
      // One way to stay without a home per household, so that there is always an answer.
      ...homeless.map(() => AWAY * households[index].units.length),
    ]);
    const columns = assignCheapest(costs);
    const left = homeless.filter((index, at) => {
      if (columns[at] >= model.rooms.length || costs[at][columns[at]] >= AWAY * households[index].units.length)
        return true;
      homes[index] = columns[at];
      return false;
    });
    for (const index of homeless) if (homes[index] >= 0) holders[homes[index]].push(index);
    if (left.length === homeless.length) break;
    homeless = left;
  }
  return homes;
}

function meetAtOnce(model: TimetableModel, household: Household, unit: RoomUnit): boolean {
  return household.units.some(
    (other) => other.session === unit.session || model.overlaps[unit.session].includes(other.session),
  );
}
