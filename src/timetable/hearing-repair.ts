import type { HearingOption } from './hearing-model.js';
import type { RoomCheck } from './hearing-rooms.js';
import type { HearingState } from './hearing-state.js';
import { createHearingTerms, type HearingTerms } from './hearing-terms.js';
import type { Kept } from './kept.js';
import { placePublished, placeWaiting } from './published-hearings.js';
import { createRepairCosts, MISSING } from './repair-costs.js';
import { RepairDraft, type Change } from './repair-draft.js';

/** Changes tried before what has been found must do. */
const NODE_LIMIT = 20_000;
/** Tries after a repair was found, for another that costs no more and is better spread. */
const TASTE_LIMIT = 1_000;

/** What a repair came to. */
export interface HearingRepair {
  /** Whether no other way changes less, or leaves fewer hearings out. */
  readonly isProved: boolean;
}

/**
 * Gives every group its hearings with the fewest changes of what was published: past hearings and locked ones stay, a change
 * counts by the nearness of its day and the outside person to be told, and a hearing that cannot take place more than all of them.
 *
 * Iterative deepening on the cost (R. Korf, "Depth-first iterative-deepening", 1985): every hearing that is placed stays, and
 * whatever stands in its way goes, one way after the other; so the first answer met is the cheapest. Its estimate of what is left
 * is one change for each hearing lacking. Where that takes too long, what can stay is left in the state, and nothing proved.
 *
 * @param state without hearings.
 */
export function repairHearings(state: HearingState, roomsLacking: RoomCheck, kept: Kept): HearingRepair {
  const costs = createRepairCosts(state.hearings, kept);
  const draft = new RepairDraft(state, roomsLacking, costs, placePublished(state, roomsLacking, kept, costs));
  // The hearings that wait have lost their place: what that costs is given back with them.
  const start = [...draft.waiting].reduce((sum, option) => sum + costs.costOf(option), 0);
  const best = new Deepening(state, draft).run(start);
  if (best === undefined) {
    placeWaiting(state, roomsLacking, draft.waiting);
    return { isProved: false };
  }
  for (const option of placedIn(state)) state.remove(option);
  for (const option of best) state.place(option);
  return { isProved: true };
}

/** Searches below a limit of the cost, then below the least that has exceeded it, until something is found or the tries are used up. */
class Deepening {
  readonly #state: HearingState;
  readonly #draft: RepairDraft;
  readonly #terms: HearingTerms;
  #best: readonly HearingOption[] | undefined;
  #bestTaste = Infinity;
  #nodes = 0;
  #nodesLeft = NODE_LIMIT;
  #limit = 0;
  #nextLimit = Infinity;

  constructor(state: HearingState, draft: RepairDraft) {
    this.#state = state;
    this.#draft = draft;
    this.#terms = createHearingTerms(state.hearings);
  }

  /** The hearings of the cheapest repair, of those the best spread that was met; `undefined` where none was found in time. */
  run(start: number): readonly HearingOption[] | undefined {
    this.#limit = start + this.#draft.estimate();
    while (this.#best === undefined && this.#nodes < NODE_LIMIT && this.#limit < Infinity) {
      this.#nextLimit = Infinity;
      this.#search(start);
      this.#limit = this.#nextLimit;
    }
    return this.#best;
  }

  #search(cost: number): void {
    if (this.#nodes >= this.#nodesLeft) return;
    this.#nodes++;
    const tightest = this.#tightestGroup();
    if (tightest === undefined) {
      // The estimate had hoped for hearings that wait, and none of them is wanted any more.
      if (this.#isWithin(cost)) this.#note();
      return;
    }
    for (const change of tightest.changes) {
      this.#draft.try(change, (whole) => {
        const total = cost + whole.cost;
        if (this.#isWithin(total + this.#draft.estimate())) this.#search(total);
      });
    }
    this.#draft.concede(tightest.group, () => {
      if (this.#isWithin(cost + MISSING + this.#draft.estimate())) this.#search(cost + MISSING);
    });
  }

  /** The group with the fewest ways to get a hearing that it lacks; `undefined`: nobody lacks any. */
  #tightestGroup(): { readonly group: number; readonly changes: readonly Change[] } | undefined {
    let tightest: { readonly group: number; readonly changes: readonly Change[] } | undefined;
    for (let group = 0; group < this.#state.hearings.groupCount; group++) {
      if (this.#draft.lackingOf(group) <= 0) continue;
      const changes = this.#draft.changesFor(group);
      if (tightest === undefined || changes.length < tightest.changes.length) tightest = { group, changes };
    }
    return tightest;
  }

  #isWithin(bound: number): boolean {
    if (bound <= this.#limit) return true;
    this.#nextLimit = Math.min(this.#nextLimit, bound);
    return false;
  }

  #note(): void {
    const { options } = this.#state.hearings;
    const taste = options.reduce((sum, _, group) => sum + this.#terms.groupCost(this.#state, group), 0);
    if (this.#best === undefined) this.#nodesLeft = Math.min(NODE_LIMIT, this.#nodes + TASTE_LIMIT);
    if (taste >= this.#bestTaste) return;
    this.#best = placedIn(this.#state);
    this.#bestTaste = taste;
  }
}

function placedIn(state: HearingState): readonly HearingOption[] {
  return state.hearings.options.flatMap((_, group) => [...state.of(group)]);
}
