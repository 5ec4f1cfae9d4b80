import type { Random } from '../engine/random.js';
import { lackingHearings, placeByEjection } from './hearing-ejection.js';
import { exhaustHearings } from './hearing-exhaustion.js';
import type { HearingModel, HearingOption } from './hearing-model.js';
import { repairHearings } from './hearing-repair.js';
import type { RoomCheck } from './hearing-rooms.js';
import { createHearingState, type HearingState } from './hearing-state.js';
import { spreadHearings } from './hearing-spread.js';
import type { Kept } from './kept.js';

/** The hearings that were placed, and who lacks how many. */
export interface HearingPlan {
  readonly state: HearingState;
  /** Hearings that each group lacks; all 0 when everything was placed. */
  readonly missing: readonly number[];
  /** Hearing sessions whose slot lacks rooms. */
  readonly crowded: readonly number[];
  /** Whether no other way changes less of what was published; absent where nothing was. */
  readonly isFewestChanges?: boolean;
}

/**
 * Gives every group its hearings: first all of them, then as well spread as possible.
 *
 * Where ejection chains do not place all of them, small instances are searched exhaustively, so that "impossible" is a proof there.
 *
 * @param kept What was published: its hearings are repaired, see {@link repairHearings}. Absent: nothing was.
 */
export function planHearings(
  hearings: HearingModel,
  roomsLacking: RoomCheck,
  random: Random,
  kept?: Kept,
): HearingPlan {
  const state = createHearingState(hearings);
  const repair = kept && repairHearings(state, roomsLacking, kept);
  if (repair?.isProved !== true) {
    const { sessions } = hearings;
    const isFixed = ({ group, session }: HearingOption) => kept?.isFixed(group, sessions[session]) === true;
    placeByEjection(state, roomsLacking, random, isFixed);
    if (kept === undefined && !isComplete(state, roomsLacking)) exhaustHearings(state, roomsLacking);
    if (kept === undefined && isComplete(state, roomsLacking)) spreadHearings(state, roomsLacking, random);
  }
  return {
    state,
    ...(repair === undefined ? {} : { isFewestChanges: repair.isProved }),
    missing: state.hearings.options.map((_, group) => Math.max(0, lackingHearings(state, group))),
    crowded: hearings.sessions.flatMap((index, session) =>
      kept?.isPast(index) !== true && roomsLacking(state, session) > 0 ? [session] : [],
    ),
  };
}

function isComplete(state: HearingState, roomsLacking: RoomCheck): boolean {
  const { hearings } = state;
  return (
    hearings.options.every((_, group) => lackingHearings(state, group) <= 0) &&
    hearings.sessions.every((_, session) => roomsLacking(state, session) === 0)
  );
}
