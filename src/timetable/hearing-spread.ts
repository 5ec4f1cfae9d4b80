import type { Random } from '../engine/random.js';
import type { HearingOption } from './hearing-model.js';
import type { RoomCheck } from './hearing-rooms.js';
import { blockersOf, type HearingState } from './hearing-state.js';

/** What a complete set of hearings costs: reluctant people first, then two hearings on one date, groups that share a hearing, hearings that follow closely. */
const IF_NEEDED = 10_000;
const SAME_DAY = 100;
const JOINT = 20;

const PROPOSALS_PER_HEARING = 100;
const PROPOSAL_LIMIT = 40_000;

/**
 * Moves hearings to other sessions or witnesses, and exchanges the sessions of two, while nothing is lost: conflicts and missing hearings never appear. The first half of the proposals may
 * lose a little, which lets pairs of moves through; the best state seen is kept.
 */
export function spreadHearings(state: HearingState, roomsLacking: RoomCheck, random: Random): void {
  const { hearings } = state;
  const current: HearingOption[] = hearings.options.flatMap((_, group) => [...state.of(group)]);
  if (current.length === 0) return;
  const spare = hearings.options.map((options) => options.length > hearings.asked);
  if (!spare.includes(true)) return;
  const optionAt = indexOptions(state);
  let cost = hearings.options.reduce((sum, _, group) => sum + groupCost(state, group), jointCost(state, current));
  let least = cost;
  let best = [...current];
  const proposals = Math.min(PROPOSALS_PER_HEARING * current.length, PROPOSAL_LIMIT);

  for (let proposal = 0; proposal < proposals && least > 0; proposal++) {
    const first = random.index(current.length);
    const old = [current[first]];
    const places = [first];
    let fresh: (HearingOption | undefined)[];
    if (random.index(2) === 0) {
      const options = hearings.options[old[0].group];
      const option = options[random.index(options.length)];
      fresh = option === old[0] ? [] : [option];
    } else {
      const second = random.index(current.length);
      if (second === first) continue;
      places.push(second);
      old.push(current[second]);
      const [a, b] = old;
      if (a.session === b.session) continue;
      fresh = [optionAt(a.group, a.witness, b.session), optionAt(b.group, b.witness, a.session)];
    }
    const wanted = fresh.filter((option) => option !== undefined);
    if (wanted.length !== old.length) continue;

    const groups = [...new Set(old.map((option) => option.group))];
    const touched = [...old, ...wanted];
    const before = groups.reduce((sum, group) => sum + groupCost(state, group), jointCost(state, touched));
    for (const option of old) state.remove(option);
    const placed: HearingOption[] = [];
    for (const option of wanted) {
      if (state.hasHeard(option.group, option.witness)) break;
      const [blockers] = blockersOf(state, option);
      if (blockers === undefined || blockers.length > 0) break;
      state.place(option);
      placed.push(option);
    }
    const allowance = 2 * proposal < proposals ? 2 : 0;
    let change = Infinity;
    if (placed.length === wanted.length) {
      change = groups.reduce((sum, group) => sum + groupCost(state, group), jointCost(state, touched)) - before;
    }
    const isBetter = change <= allowance && touched.every((option) => roomsLacking(state, option.session) === 0);
    if (!isBetter) {
      for (const option of placed) state.remove(option);
      for (const option of old) state.place(option);
      continue;
    }
    cost += change;
    places.forEach((place, index) => (current[place] = placed[index]));
    if (cost >= least) continue;
    least = cost;
    best = [...current];
  }
  for (const option of current) state.remove(option);
  for (const option of best) state.place(option);
}

/** Penalty of the joint hearings among those that the options are about, each counted once. */
function jointCost(state: HearingState, options: readonly HearingOption[]): number {
  let cost = 0;
  options.forEach(({ witness, session }, index) => {
    const isRepeated = options.findIndex((other) => other.witness === witness && other.session === session) < index;
    if (!isRepeated) cost += JOINT * Math.max(0, state.given(witness, session).length - 1);
  });
  return cost;
}

/** Penalty of one group's hearings. */
export function groupCost(state: HearingState, group: number): number {
  const { dayOf, dayCount, asked } = state.hearings;
  const fairGap = Math.ceil(dayCount / asked);
  const heard = state.of(group);
  let cost = 0;
  for (let index = 0; index < heard.length; index++) {
    cost += heard[index].ifNeeded * IF_NEEDED;
    if (index === 0) continue;
    const gap = dayOf[heard[index].session] - dayOf[heard[index - 1].session];
    if (gap === 0) cost += SAME_DAY;
    else if (gap < fairGap) cost += fairGap - gap;
  }
  return cost;
}

function indexOptions(
  state: HearingState,
): (group: number, witness: number, session: number) => HearingOption | undefined {
  const { options, witnessCount, sessions } = state.hearings;
  const byPlace = new Map<number, HearingOption>();
  const keyOf = (group: number, witness: number, session: number): number =>
    (group * witnessCount + witness) * sessions.length + session;
  for (const option of options.flat()) byPlace.set(keyOf(option.group, option.witness, option.session), option);
  return (group, witness, session) => byPlace.get(keyOf(group, witness, session));
}
