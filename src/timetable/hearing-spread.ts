import type { Random } from '../engine/random.js';
import { lackingHearings, placeByEjection } from './hearing-ejection.js';
import type { HearingOption } from './hearing-model.js';
import type { RoomCheck } from './hearing-rooms.js';
import { blockersOf, type HearingState } from './hearing-state.js';
import { createHearingTerms } from './hearing-terms.js';

/** Proposals per hearing, and in all. */
/** Proposals per hearing, and in all. */
const PROPOSALS_PER_HEARING = 100;
const PROPOSAL_LIMIT = 40_000;
/** What a proposal may cost at first, so that the small terms are not settled too soon; it falls to nothing as the square of what is left. */
const HEAT = 4;
/**
 * Rounds in which some groups are placed anew, for what no chain of moves reaches, as tight programmes have it, and the fewer the more hearings there are: proposals per hearing for each, and
 * ejections.
 */
const MOST_ROUNDS = 30;
const HEARINGS_IN_ROUNDS = 120;
const PROPOSALS_PER_ROUND = 20;
const EJECTIONS_PER_ROUND = 100;
/** Whoever stands in the way of a move goes elsewhere, if there are no more than so many. */
const MOST_RIVALS = 3;

/**
 * Moves hearings to other sessions or witnesses, at what the terms of {@link createHearingTerms} cost, while nothing is lost: conflicts and missing hearings never appear. Whoever stands
 * in the way of a move goes where the moved hearing was, or somewhere at random; a threshold decides (G. Dueck and T. Scheuer, "Threshold accepting", 1990). Then some groups at a time are
 * placed anew (G. Schrimpf et al., "Record breaking optimization results using the ruin and recreate principle", 2000). The best state seen is kept.
 */
export function spreadHearings(state: HearingState, roomsLacking: RoomCheck, random: Random): void {
  const { hearings } = state;
  const hearingCount = hearings.options.reduce((sum, _, group) => sum + state.of(group).length, 0);
  const hasChoice = hearings.options.some((options) => options.length > hearings.asked);
  if (hearingCount === 0 || !hasChoice) return;
  const walk = createWalk(state, roomsLacking, random);
  walk.cool(Math.min(PROPOSALS_PER_HEARING * hearingCount, PROPOSAL_LIMIT), HEAT);
  const rounds = Math.min(MOST_ROUNDS, Math.floor(HEARINGS_IN_ROUNDS / hearingCount));
  for (let round = 0; round < rounds && walk.isImprovable(); round++) {
    if (walk.rebuild()) walk.cool(PROPOSALS_PER_ROUND * hearingCount, 0);
  }
  walk.settle();
}

/** A walk through complete sets of hearings that remembers the best. */
interface Walk {
  readonly isImprovable: () => boolean;
  /** Makes proposals, of which those are taken that cost no more than the heat, which falls to nothing. */
  readonly cool: (proposals: number, heat: number) => void;
  /** Goes back to the best, and places a quarter of the groups anew; whether that could be done. */
  readonly rebuild: () => boolean;
  /** Leaves the best in the state. */
  readonly settle: () => void;
}

function createWalk(state: HearingState, roomsLacking: RoomCheck, random: Random): Walk {
  const { hearings } = state;
  const optionAt = indexOptions(state);
  const terms = createHearingTerms(hearings);
  const ofGroup = hearings.options.map(() => 0);
  const ofWitness = hearings.maxSessions.map(() => 0);
  const listAll = () => hearings.options.flatMap((_, group) => [...state.of(group)]);
  let current: HearingOption[] = [];
  let cost = 0;
  const count = (): void => {
    current = listAll();
    ofGroup.forEach((_, group) => (ofGroup[group] = terms.groupCost(state, group)));
    ofWitness.forEach((_, witness) => (ofWitness[witness] = terms.witnessCost(state, witness)));
    cost = [...ofGroup, ...ofWitness].reduce((sum, own) => sum + own, 0);
  };
  count();
  let best = current.slice();
  let least = cost;

  const note = (): void => {
    if (cost >= least) return;
    least = cost;
    best = current.slice();
  };
  const settle = (): void => {
    for (const option of listAll()) state.remove(option);
    for (const option of best) state.place(option);
    count();
  };
  /** What the groups and witnesses of these cost now more than noted. */
  const changeOf = (groups: readonly number[], witnesses: readonly number[]): number => {
    let change = 0;
    for (const group of groups) change += terms.groupCost(state, group) - ofGroup[group];
    for (const witness of witnesses) change += terms.witnessCost(state, witness) - ofWitness[witness];
    return change;
  };
  const propose = (allowance: number): void => {
    const old = current[random.index(current.length)];
    const options = hearings.options[old.group];
    const wanted = options[random.index(options.length)];
    if (wanted === old) return;
    const exchange = proposeExchange(state, old, wanted, optionAt, random);
    if (exchange === undefined) return;
    const { removed, placed } = exchange;
    const groups: number[] = [];
    const witnesses: number[] = [];
    for (const { group } of placed) if (!groups.includes(group)) groups.push(group);
    for (const { witness } of removed) if (!witnesses.includes(witness)) witnesses.push(witness);
    for (const { witness } of placed) if (!witnesses.includes(witness)) witnesses.push(witness);
    const change = changeOf(groups, witnesses);
    const hasRooms = (option: HearingOption) => roomsLacking(state, option.session) === 0;
    if (change > allowance || !removed.every(hasRooms) || !placed.every(hasRooms)) {
      undo(state, exchange);
      return;
    }
    cost += change;
    for (const group of groups) ofGroup[group] = terms.groupCost(state, group);
    for (const witness of witnesses) ofWitness[witness] = terms.witnessCost(state, witness);
    removed.forEach((option, at) => (current[current.indexOf(option)] = placed[at]));
    note();
  };

  return {
    isImprovable: () => least > 0,
    cool: (proposals, heat) => {
      for (let proposal = 0; proposal < proposals && least > 0; proposal++) {
        const left = 1 - proposal / proposals;
        propose(Math.floor(heat * left * left));
      }
    },
    rebuild: () => {
      settle();
      const lifted = Math.ceil(hearings.groupCount / 4);
      for (let at = 0; at < lifted; at++)
        for (const option of state.of(random.index(hearings.groupCount)).slice()) state.remove(option);
      placeByEjection(state, roomsLacking, random, () => false, EJECTIONS_PER_ROUND);
      const isWhole =
        hearings.options.every((_, group) => lackingHearings(state, group) === 0) &&
        hearings.sessions.every((_, session) => roomsLacking(state, session) === 0);
      if (!isWhole) return false;
      count();
      note();
      return true;
    },
    settle,
  };
}

/** An option by what it is made of; `undefined` where there is none. */
type OptionAt = (group: number, witness: number, session: number) => HearingOption | undefined;

/** Hearings that go, and as many that come in their place; the state has the latter. */
interface Exchange {
  readonly removed: readonly HearingOption[];
  readonly placed: readonly HearingOption[];
}

/** Moves a hearing, and whoever stands in its way to where it was or somewhere at random; `undefined`, and the state as before, where that is not possible. */
function proposeExchange(
  state: HearingState,
  old: HearingOption,
  wanted: HearingOption,
  optionAt: OptionAt,
  random: Random,
): Exchange | undefined {
  const removed = [old];
  const placed: HearingOption[] = [];
  const giveUp = () => {
    undo(state, { removed, placed });
    return undefined;
  };
  state.remove(old);
  if (state.hasHeard(wanted.group, wanted.witness)) return giveUp();
  const sets = blockersOf(state, wanted);
  const rivals = sets[random.index(sets.length)];
  if (rivals.length > MOST_RIVALS) return giveUp();
  for (const rival of rivals) {
    state.remove(rival);
    removed.push(rival);
  }
  state.place(wanted);
  placed.push(wanted);
  for (const rival of rivals) {
    const found = findPlace(state, rival, removed, optionAt, random);
    if (found === undefined) return giveUp();
    state.place(found);
    placed.push(found);
  }
  return { removed, placed };
}

/** Another place for a hearing that had to go: one that has been left, with either witness, or any; the first possible of these from a random one on. */
function findPlace(
  state: HearingState,
  rival: HearingOption,
  left: readonly HearingOption[],
  optionAt: OptionAt,
  random: Random,
): HearingOption | undefined {
  const { group, witness, session } = rival;
  const options = state.hearings.options[group];
  const ways = 3 * left.length + 1;
  const from = random.index(ways);
  for (let step = 0; step < ways; step++) {
    const way = (from + step) % ways;
    const place = left[Math.floor(way / 3)];
    const option =
      place === undefined
        ? options[random.index(options.length)]
        : way % 3 === 0
          ? optionAt(group, witness, place.session)
          : optionAt(group, place.witness, way % 3 === 1 ? session : place.session);
    if (option === undefined || option === rival || state.hasHeard(group, option.witness)) continue;
    if (blockersOf(state, option)[0]?.length === 0) return option;
  }
  return undefined;
}

function undo(state: HearingState, { removed, placed }: Exchange): void {
  for (const option of placed) state.remove(option);
  for (const option of removed) state.place(option);
}

function indexOptions(state: HearingState): OptionAt {
  const { options, witnessCount, sessions } = state.hearings;
  const byPlace = Array.from<HearingOption | undefined>({ length: options.length * witnessCount * sessions.length });
  const keyOf = (group: number, witness: number, session: number): number =>
    (group * witnessCount + witness) * sessions.length + session;
  for (const own of options)
    for (const option of own) byPlace[keyOf(option.group, option.witness, option.session)] = option;
  return (group, witness, session) => byPlace[keyOf(group, witness, session)];
}
