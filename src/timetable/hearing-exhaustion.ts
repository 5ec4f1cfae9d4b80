import type { HearingOption } from './hearing-model.js';
import type { RoomCheck } from './hearing-rooms.js';
import { blockersOf, type HearingState } from './hearing-state.js';

/** Placements tried before giving up without an answer. */
const NODE_LIMIT = 20_000;

/**
 * Looks for a complete set of hearings by trying them all, the group with the fewest ways left first. Leaves the state complete, or as it was when there is none or the limit is reached.
 */
export function exhaustHearings(state: HearingState, roomsLacking: RoomCheck): void {
  const { hearings } = state;
  const start = hearings.options.flatMap((_, group) => [...state.of(group)]);
  for (const option of start) state.remove(option);
  // A joint hearing frees a room, so that a lack of rooms part of the way says nothing.
  const isJoint = hearings.perHearing.some((most) => most > 1);
  // The options of a group are taken in their order, so that no set of them is tried twice.
  const next = hearings.options.map(() => 0);
  let nodes = 0;

  const openOptions = (group: number): readonly HearingOption[] =>
    hearings.options[group].slice(next[group]).filter((option) => {
      if (state.hasHeard(group, option.witness)) return false;
      const [first] = blockersOf(state, option);
      return first !== undefined && first.length === 0;
    });

  const complete = (): boolean => {
    let tightest: readonly HearingOption[] | undefined;
    let least = Infinity;
    for (let group = 0; group < hearings.groupCount; group++) {
      const lacking = hearings.asked - state.of(group).length;
      if (lacking === 0) continue;
      const open = openOptions(group);
      if (open.length < lacking) return false;
      if (open.length - lacking >= least) continue;
      least = open.length - lacking;
      tightest = open;
    }
    if (tightest === undefined) return hearings.sessions.every((_, session) => roomsLacking(state, session) === 0);
    const { group } = tightest[0];
    const from = next[group];
    for (const option of tightest) {
      if (nodes++ >= NODE_LIMIT) break;
      state.place(option);
      next[group] = hearings.options[group].indexOf(option) + 1;
      if ((isJoint || roomsLacking(state, option.session) === 0) && complete()) return true;
      state.remove(option);
    }
    next[group] = from;
    return false;
  };

  if (complete()) return;
  for (const option of start) state.place(option);
}
