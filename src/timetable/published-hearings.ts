import type { HearingOption } from './hearing-model.js';
import type { RoomCheck } from './hearing-rooms.js';
import { blockersOf, type HearingState } from './hearing-state.js';
import type { Kept } from './kept.js';
import type { RepairCosts } from './repair-costs.js';

/** What becomes of the published hearings before anything is searched; those of neither kind are placed, and may still go. */
export interface PublishedHearings {
  /** Past or locked: placed, and there they stay. */
  readonly settled: ReadonlySet<HearingOption>;
  /** Published, still possible, and not to be had beside others that are: to be given back where that can be. */
  readonly waiting: ReadonlySet<HearingOption>;
}

/** Places what was published and can stay, the dearest to change first, in a state without hearings. */
export function placePublished(
  state: HearingState,
  roomsLacking: RoomCheck,
  kept: Kept,
  { isPublished, costOf }: RepairCosts,
): PublishedHearings {
  const { hearings } = state;
  const published = hearings.options.flat().filter(isPublished);
  const settled = new Set(published.filter(({ group, session }) => kept.isFixed(group, hearings.sessions[session])));
  for (const option of settled) state.place(option);
  const waiting = new Set<HearingOption>();
  for (const option of published.toSorted((a, b) => costOf(b) - costOf(a))) {
    if (!settled.has(option) && !placeIfFree(state, roomsLacking, option)) waiting.add(option);
  }
  // A group that cannot keep all it was told may keep others of them than these: none of them is taken for granted.
  for (const group of new Set([...waiting].map((option) => option.group))) {
    for (const option of state.of(group).slice()) {
      if (settled.has(option)) continue;
      state.remove(option);
      waiting.add(option);
    }
  }
  return { settled, waiting };
}

/** Gives back what waits and nothing stands against, where no search has found better. */
export function placeWaiting(state: HearingState, roomsLacking: RoomCheck, waiting: Iterable<HearingOption>): void {
  for (const option of waiting) placeIfFree(state, roomsLacking, option, 0);
}

/** Places a hearing that its group lacks and nothing stands against, unless more rooms than `most` would lack; returns whether it has. */
function placeIfFree(
  state: HearingState,
  roomsLacking: RoomCheck,
  option: HearingOption,
  most = roomsLacking(state, option.session),
): boolean {
  const isWanted =
    state.of(option.group).length < state.hearings.asked && !state.hasHeard(option.group, option.witness);
  if (!isWanted || blockersOf(state, option)[0]?.length !== 0) return false;
  state.place(option);
  if (roomsLacking(state, option.session) <= most) return true;
  state.remove(option);
  return false;
}
