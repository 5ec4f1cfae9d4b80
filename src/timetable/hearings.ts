import type { Random } from '../engine/random.js';
import { exhaustHearings } from './hearing-exhaustion.js';
import type { HearingModel, HearingOption } from './hearing-model.js';
import { repairHearings } from './hearing-repair.js';
import type { RoomCheck } from './hearing-rooms.js';
import { blockersOf, createHearingState, type HearingState } from './hearing-state.js';
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

/** Ejections tried before the search gives up and exhaustion has its turn. */
const EJECTION_LIMIT = 4_000;

/**
 * Gives every group its hearings: first all of them, then as well spread as possible.
 *
 * Placing is a search by ejection chains: a hearing that lacks a place takes the one whose holders have been hardest to place least often, and those look for another (after Y. Nagata and
 * O. Bräysy, "A powerful route minimization heuristic", 2009). Where that fails, small instances are searched exhaustively, so that "impossible" is a proof there.
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
    missing: state.hearings.options.map((_, group) => Math.max(0, lacking(state, group))),
    crowded: hearings.sessions.flatMap((index, session) =>
      kept?.isPast(index) !== true && roomsLacking(state, session) > 0 ? [session] : [],
    ),
  };
}

function isComplete(state: HearingState, roomsLacking: RoomCheck): boolean {
  const { hearings } = state;
  return (
    hearings.options.every((_, group) => lacking(state, group) <= 0) &&
    hearings.sessions.every((_, session) => roomsLacking(state, session) === 0)
  );
}

function lacking(state: HearingState, group: number): number {
  return state.hearings.asked - state.of(group).length;
}

interface Candidate {
  readonly option: HearingOption;
  readonly ejected: readonly HearingOption[];
  readonly cost: number;
}

function placeByEjection(
  state: HearingState,
  roomsLacking: RoomCheck,
  random: Random,
  isFixed: (option: HearingOption) => boolean,
): void {
  const { hearings } = state;
  const groups = hearings.options
    .map((_, group) => group)
    .toSorted((a, b) => hearings.options[a].length - hearings.options[b].length || a - b);
  const failures = hearings.options.map(() => 1);
  const tabuUntil = new Map<HearingOption, number>();
  let best: readonly HearingOption[] = [];

  for (let round = 0; round < EJECTION_LIMIT; round++) {
    const waiting = groups.filter((group) => lacking(state, group) > 0);
    if (waiting.length === 0) return;
    const group = waiting[round < 2 * groups.length ? 0 : random.index(waiting.length)];
    const candidates: Candidate[] = [];
    for (const option of hearings.options[group]) {
      if (state.hasHeard(group, option.witness) || (tabuUntil.get(option) ?? 0) > round) continue;
      for (const ejected of blockersOf(state, option)) {
        if (ejected.some(isFixed)) continue;
        const harm = ejected.reduce((sum, given) => sum + failures[given.group], 0);
        const isJoint = state.given(option.witness, option.session).length > 0;
        const taste = option.ifNeeded * 256 + (isJoint ? 128 : 0) + random.index(128);
        candidates.push({ option, ejected, cost: harm * 1024 + taste });
      }
    }
    candidates.sort((a, b) => a.cost - b.cost);
    const ejected = firstThatFits(state, candidates, roomsLacking, isFixed);
    if (ejected === undefined || ejected.length > 0) failures[group]++;
    for (const given of ejected ?? []) tabuUntil.set(given, round + 2 + random.index(6));
    const placed = groups.flatMap((each) => state.of(each));
    if (placed.length > best.length) best = placed;
  }
  for (const group of groups) for (const option of state.of(group).slice()) state.remove(option);
  for (const option of best) state.place(option);
}

/** Makes the first change that no room stands against, ejecting one more hearing of the slot where that helps; returns what was ejected, `undefined` when nothing fits. */
function firstThatFits(
  state: HearingState,
  candidates: readonly Candidate[],
  roomsLacking: RoomCheck,
  isFixed: (option: HearingOption) => boolean,
): readonly HearingOption[] | undefined {
  const { hearings } = state;
  for (const { option, ejected } of candidates) {
    const before = roomsLacking(state, option.session);
    for (const given of ejected) state.remove(given);
    state.place(option);
    if (roomsLacking(state, option.session) <= before) return ejected;
    for (const session of [option.session, ...hearings.overlaps[option.session]]) {
      for (let group = 0; group < hearings.groupCount; group++) {
        const given = state.at(group, session);
        if (given === undefined || given === option || isFixed(given)) continue;
        state.remove(given);
        if (roomsLacking(state, option.session) <= before) return [...ejected, given];
        state.place(given);
      }
    }
    state.remove(option);
    for (const given of ejected) state.place(given);
  }
  return undefined;
}
