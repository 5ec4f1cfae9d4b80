import { matchBipartite } from '../algorithms/bipartite-matching.js';
import { draftRooms, findHomeSlots, type Draft, type HomeSlots, type Planning } from './room-draft.js';

/** Elementary steps that the search for better homes may spend. */
const STEP_LIMIT = 20_000_000;
const MOST_TRIALS = 400;

/** Tries a second home, and another's home, for each household that leaves its own; keeps what makes the plan cheaper. `homes` ends as those of the draft returned. */
export function improveHomes(planning: Planning, homes: number[]): Draft {
  const { model, households, slots } = planning;
  const seconds = homes.map(() => -1);
  let homeSlots = findHomeSlots(planning, homes);
  let best = draftRooms(planning, homes, seconds, homeSlots, Infinity);
  const steps = slots.reduce((sum, units) => sum + units.length * units.length * model.rooms.length, 1);
  let trials = Math.min(MOST_TRIALS, Math.floor(STEP_LIMIT / steps));
  const isBetter = (slotsAtHome: HomeSlots): boolean => {
    trials--;
    const draft = draftRooms(planning, homes, seconds, slotsAtHome, best.cost);
    if (draft.cost === Infinity) return false;
    best = draft;
    homeSlots = slotsAtHome;
    return true;
  };

  let isImproved = true;
  const { weights, itineraries } = planning;
  const bound = fewestRooms(planning) * weights.distinctRoom + itineraries.least * weights.siteChange;
  while (isImproved && best.cost > bound) {
    isImproved = false;
    for (let index = 0; index < households.length; index++) {
      const away = households[index].units.filter((unit) => best.roomOf.get(unit) !== homes[index]);
      if (away.length === 0) continue;
      for (let room = 0; room < model.rooms.length && trials > 0 && best.cost > bound; room++) {
        const before = seconds[index];
        if (room === homes[index] || room === before || !away.every((unit) => planning.isAllowed(unit, room))) continue;
        seconds[index] = room;
        if (isBetter(homeSlots)) isImproved = true;
        else seconds[index] = before;
      }
      for (let other = 0; other < households.length && trials > 0 && best.cost > bound; other++) {
        if (homes[other] === homes[index]) continue;
        exchange(homes, index, other);
        if (isBetter(findHomeSlots(planning, homes))) isImproved = true;
        else exchange(homes, index, other);
      }
    }
  }
  return best;
}

/**
 * No plan has fewer different rooms, summed over households. Each needs one; those for whom no matching of households to rooms finds a room that suits all their sessions need a second.
 * And where the same rooms are full all the time, one household cannot leave its room alone: whoever stays keeps the room, so that only its own would be left for it.
 */
function fewestRooms({ model, households, slots, isAllowed }: Planning): number {
  const suiting = households.map(({ units }) =>
    model.rooms.flatMap((_, room) => (units.every((unit) => isAllowed(unit, room)) ? [room] : [])),
  );
  // Two groups that never meet may share a room, and a matching would count them as rivals.
  const meetAlways = households.every(({ units }) => units.length === slots.length);
  if (!meetAlways) return households.length + suiting.filter((rooms) => rooms.length === 0).length;
  const movers = households.length - matchBipartite(suiting, model.rooms.length).size;
  const usable = slots.map((units) =>
    model.rooms.flatMap((_, room) => (units.some((unit) => isAllowed(unit, room)) ? [room] : [])),
  );
  const isFull = slots.every(
    (units, slot) =>
      units.length === households.length &&
      usable[slot].length === units.length &&
      usable[slot].join() === usable[0].join(),
  );
  return households.length + (movers === 1 && isFull ? 2 : movers);
}

function exchange(list: number[], a: number, b: number): void {
  [list[a], list[b]] = [list[b], list[a]];
}
