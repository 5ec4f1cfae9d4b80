import type { Random } from '../engine/random.js';
import type { HearingOption } from './hearing-model.js';
import type { RoomCheck } from './hearing-rooms.js';
import { blockersOf, type HearingState } from './hearing-state.js';

/** Ejections tried before the search gives up. */
const EJECTION_LIMIT = 4_000;

/** Hearings that a group still lacks; less than 0 where it has too many. */
export function lackingHearings(state: HearingState, group: number): number {
  return state.hearings.asked - state.of(group).length;
}

interface Candidate {
  readonly option: HearingOption;
  readonly ejected: readonly HearingOption[];
  readonly cost: number;
}

/**
 * Places as many of the hearings that lack as it can find places for, by ejection chains: a hearing takes the place whose holders have been hardest to place least often, and those look for
 * another (after Y. Nagata and O. Bräysy, "A powerful route minimization heuristic", 2009).
 *
 * @param isFixed whether a hearing may not be ejected
 * @param limit ejections tried before giving up; the most hearings seen are left
 */
export function placeByEjection(
  state: HearingState,
  roomsLacking: RoomCheck,
  random: Random,
  isFixed: (option: HearingOption) => boolean,
  limit = EJECTION_LIMIT,
): void {
  const { hearings } = state;
  const groups = hearings.options
    .map((_, group) => group)
    .toSorted((a, b) => hearings.options[a].length - hearings.options[b].length || a - b);
  const failures = hearings.options.map(() => 1);
  const tabuUntil = new Map<HearingOption, number>();
  // Where no more can be placed, those that were placed stay: they may have been published.
  let best = groups.flatMap((group) => state.of(group).slice());

  for (let round = 0; round < limit; round++) {
    const waiting = groups.filter((group) => lackingHearings(state, group) > 0);
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
