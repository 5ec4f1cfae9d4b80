import { mostHearings } from './hearing-flow.js';
import type { HearingOption } from './hearing-model.js';
import type { RoomCheck } from './hearing-rooms.js';
import { blockersOf, type HearingState } from './hearing-state.js';
import { createHearingTerms } from './hearing-terms.js';
import { hearingUnit } from './housing.js';
import type { Kept } from './kept.js';

/** Changes tried before what has been found must do. */
const NODE_LIMIT = 20_000;
/** Tries after a repair was found, for another that costs no more and is better spread. */
const TASTE_LIMIT = 1_000;

/** A row that changes, at the weight of its day, and somebody from outside who has to be told. */
const ROW = 10;
const OUTSIDE = 10;
/** What a hearing that takes no place at all counts: more than any number of changes. */
const MISSING = 1_000_000;

/** What a repair came to. */
export interface HearingRepair {
  /** Whether no other way changes less, or leaves fewer hearings out. */
  readonly isProved: boolean;
}

interface Change {
  readonly option: HearingOption;
  readonly ejected: readonly HearingOption[];
  readonly cost: number;
}

/**
 * Gives every group its hearings with the fewest changes of what was published: past hearings and locked ones stay, a change
 * counts by the nearness of its day and the outside person to be told, and a hearing that cannot take place more than all of them.
 *
 * Iterative deepening on the cost (R. Korf, "Depth-first iterative-deepening", 1985): every hearing that is placed stays, and
 * whatever stands in its way goes, one way after the other; so the first answer met is the cheapest. Its estimate of what is left
 * is one change for each hearing lacking. Where that takes too long, what can stay is left in the state, and nothing proved.
 */
export function repairHearings(state: HearingState, roomsLacking: RoomCheck, kept: Kept): HearingRepair {
  const { hearings } = state;
  const { sessions, asked } = hearings;
  const weightOf = (option: HearingOption) => kept.weightOf(sessions[option.session]);
  const costOf = (option: HearingOption) => ROW * weightOf(option) + OUTSIDE;
  const isPublished = ({ group, witness, session }: HearingOption) =>
    kept.witnessAt(group, sessions[session]) === witness;
  const published = hearings.options.flat().filter(isPublished);
  const settled = new Set(published.filter(({ group, session }) => kept.isFixed(group, sessions[session])));
  for (const option of settled) state.place(option);
  /** Published, still possible, and not to be had beside others that are: to be given back where that can be. */
  const waiting = new Set<HearingOption>();
  for (const option of published.toSorted((a, b) => costOf(b) - costOf(a))) {
    if (settled.has(option)) continue;
    const isWanted = state.of(option.group).length < asked && !state.hasHeard(option.group, option.witness);
    const [blockers] = isWanted ? blockersOf(state, option) : [];
    const before = roomsLacking(state, option.session);
    if (blockers?.length !== 0) {
      waiting.add(option);
      continue;
    }
    state.place(option);
    if (roomsLacking(state, option.session) <= before) continue;
    state.remove(option);
    waiting.add(option);
  }
  // A group that cannot keep all it was told may keep others of them than these: none of them is taken for granted.
  for (const group of new Set([...waiting].map((option) => option.group))) {
    for (const option of state.of(group).slice()) {
      if (settled.has(option)) continue;
      state.remove(option);
      waiting.add(option);
    }
  }

  const least = hearings.options.flat().reduce((cost, option) => Math.min(cost, costOf(option)), Infinity);
  const dropped = new Set<HearingOption>();
  const conceded = hearings.options.map(() => 0);
  const lackingOf = (group: number) => asked - state.of(group).length - conceded[group];
  const { groupCost } = createHearingTerms(hearings);
  const taste = () => hearings.options.reduce((sum, _, group) => sum + groupCost(state, group), 0);
  const list = () => hearings.options.flatMap((_, group) => [...state.of(group)]);
  let best: readonly HearingOption[] | undefined;
  let bestTaste = Infinity;
  let nodes = 0;
  let nodesLeft = NODE_LIMIT;
  let limit = 0;
  let nextLimit = Infinity;

  /** Where somebody joins a hearing that was published in a room too small for all, its groups change rooms. */
  const crowdingOf = (option: HearingOption, beside: readonly HearingOption[]): number => {
    const { model } = hearings;
    const told = beside.filter((given) => isPublished(given));
    const rooms = told.map((given) => kept.roomAt(given.group, sessions[given.session]));
    const seats = hearingUnit(
      model,
      sessions[option.session],
      [option, ...beside].map(({ group }) => group),
    ).leastSeats;
    return rooms.every((room) => room < 0 || model.rooms[room].capacity >= seats)
      ? 0
      : told.length * ROW * weightOf(option);
  };

  const groups = hearings.options.map((_, group) => group);
  /**
   * No less is still to come: one change for each hearing lacking, but that those which wait may be given back; and whatever is
   * settled leaves so many hearings without a place.
   */
  const estimate = () => {
    let lacking = 0;
    let given = 0;
    for (const group of groups) {
      lacking += Math.max(0, lackingOf(group));
      given += conceded[group];
    }
    let returned = 0;
    for (const option of waiting) returned += costOf(option);
    const short = Math.max(0, asked * groups.length - given - mostHearings(hearings, groups, settled));
    return short * MISSING + Math.max(0, lacking - short - waiting.size) * least - returned;
  };

  const changesFor = (group: number): readonly Change[] => {
    const changes: Change[] = [];
    for (const option of hearings.options[group]) {
      if (state.hasHeard(group, option.witness) || dropped.has(option)) continue;
      const own = waiting.has(option) ? -costOf(option) : costOf(option);
      for (const ejected of blockersOf(state, option)) {
        if (ejected.some((given) => settled.has(given))) continue;
        const beside = state.given(option.witness, option.session).filter((given) => !ejected.includes(given));
        const lost = ejected.reduce((sum, given) => sum + costOf(given), 0);
        changes.push({ option, ejected, cost: own + lost + crowdingOf(option, beside) });
      }
    }
    return changes.sort((a, b) => a.cost - b.cost || a.option.ifNeeded - b.option.ifNeeded);
  };

  const apply = ({ option, ejected }: Change, then: () => void) => {
    for (const given of ejected) {
      state.remove(given);
      dropped.add(given);
    }
    state.place(option);
    settled.add(option);
    const wasWaiting = waiting.delete(option);
    then();
    if (wasWaiting) waiting.add(option);
    settled.delete(option);
    state.remove(option);
    for (const given of ejected) {
      state.place(given);
      dropped.delete(given);
    }
  };

  /** Where a change takes a room too many, another hearing of that time has to go as well. */
  const withRooms = (change: Change, then: (change: Change) => void) => {
    const { session } = change.option;
    const before = roomsLacking(state, session);
    let isShort = false;
    apply(change, () => {
      isShort = roomsLacking(state, session) > before;
      if (!isShort) then(change);
    });
    if (!isShort) return;
    for (const at of [session, ...hearings.overlaps[session]]) {
      for (let group = 0; group < hearings.groupCount; group++) {
        const given = state.at(group, at);
        if (given === undefined || settled.has(given) || change.ejected.includes(given)) continue;
        const further = { ...change, ejected: [...change.ejected, given], cost: change.cost + costOf(given) };
        apply(further, () => {
          if (roomsLacking(state, session) <= before) then(further);
        });
      }
    }
  };

  const search = (cost: number): void => {
    if (nodes >= nodesLeft) return;
    nodes++;
    let tightest: readonly Change[] | undefined;
    let chosen = -1;
    for (let group = 0; group < hearings.groupCount; group++) {
      if (lackingOf(group) <= 0) continue;
      const changes = changesFor(group);
      if (tightest !== undefined && changes.length >= tightest.length) continue;
      tightest = changes;
      chosen = group;
    }
    if (tightest === undefined) {
      // The estimate had hoped for hearings that wait, and none of them is wanted any more.
      if (cost > limit) {
        nextLimit = Math.min(nextLimit, cost);
        return;
      }
      const own = taste();
      if (best === undefined) nodesLeft = Math.min(NODE_LIMIT, nodes + TASTE_LIMIT);
      if (own >= bestTaste) return;
      best = list();
      bestTaste = own;
      return;
    }
    const tryFurther = (change: Change, then: () => void) => {
      const total = cost + change.cost;
      const bound = total + estimate();
      if (bound <= limit) then();
      else nextLimit = Math.min(nextLimit, bound);
    };
    for (const change of tightest) {
      withRooms(change, (whole) => tryFurther(whole, () => search(cost + whole.cost)));
    }
    conceded[chosen]++;
    const bound = cost + MISSING + estimate();
    if (bound <= limit) search(cost + MISSING);
    else nextLimit = Math.min(nextLimit, bound);
    conceded[chosen]--;
  };

  // The hearings that wait have lost their place: what that costs is given back with them.
  const start = [...waiting].reduce((sum, option) => sum + costOf(option), 0);
  for (limit = start + estimate(); best === undefined && nodes < NODE_LIMIT && limit < Infinity; limit = nextLimit) {
    nextLimit = Infinity;
    search(start);
  }
  if (best === undefined) {
    for (const option of waiting) {
      if (lackingOf(option.group) <= 0 || state.hasHeard(option.group, option.witness)) continue;
      if (blockersOf(state, option)[0]?.length !== 0) continue;
      state.place(option);
      if (roomsLacking(state, option.session) > 0) state.remove(option);
    }
    return { isProved: false };
  }
  for (const option of list()) state.remove(option);
  for (const option of best) state.place(option);
  return { isProved: true };
}
