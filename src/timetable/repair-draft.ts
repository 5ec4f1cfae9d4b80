import { mostHearings } from './hearing-flow.js';
import type { HearingOption } from './hearing-model.js';
import type { RoomCheck } from './hearing-rooms.js';
import { blockersOf, type HearingState } from './hearing-state.js';
import type { PublishedHearings } from './published-hearings.js';
import { MISSING, type RepairCosts } from './repair-costs.js';

/** A hearing that is placed, and those that go for it. */
export interface Change {
  readonly option: HearingOption;
  readonly ejected: readonly HearingOption[];
  readonly cost: number;
}

/** A repair on the way: the hearings placed so far, and what has become of the others. */
export class RepairDraft {
  readonly #state: HearingState;
  readonly #roomsLacking: RoomCheck;
  readonly #costs: RepairCosts;
  readonly #groups: readonly number[];
  /** Placed for good, as far as this draft goes. */
  readonly #settled: Set<HearingOption>;
  readonly #waiting: Set<HearingOption>;
  /** Gone on the way here, and not to come back. */
  readonly #dropped = new Set<HearingOption>();
  /** Hearings of each group that are to take no place. */
  readonly #conceded: number[];
  readonly #numberOf: ReadonlyMap<HearingOption, number>;
  /** Most hearings beside what is settled, by its numbers: every round of a deepening search comes by the same places. */
  readonly #most = new Map<string, number>();

  constructor(
    state: HearingState,
    roomsLacking: RoomCheck,
    costs: RepairCosts,
    { settled, waiting }: PublishedHearings,
  ) {
    this.#state = state;
    this.#roomsLacking = roomsLacking;
    this.#costs = costs;
    this.#groups = [...state.hearings.options.keys()];
    this.#settled = new Set(settled);
    this.#waiting = new Set(waiting);
    this.#conceded = this.#groups.map(() => 0);
    this.#numberOf = new Map(state.hearings.options.flat().map((option, number) => [option, number]));
  }

  /** Published hearings that are not placed, and may be given back. */
  get waiting(): ReadonlySet<HearingOption> {
    return this.#waiting;
  }

  /** Hearings that a group still has to get. */
  lackingOf(group: number): number {
    return this.#state.hearings.asked - this.#state.of(group).length - this.#conceded[group];
  }

  /**
   * No less is still to come: one change for each hearing lacking, but that those which wait may be given back; and whatever is
   * settled leaves so many hearings without a place.
   */
  estimate(): number {
    const { hearings } = this.#state;
    let lacking = 0;
    let given = 0;
    for (const group of this.#groups) {
      lacking += Math.max(0, this.lackingOf(group));
      given += this.#conceded[group];
    }
    let returned = 0;
    for (const option of this.#waiting) returned += this.#costs.costOf(option);
    const short = Math.max(0, hearings.asked * this.#groups.length - given - this.#mostBesideSettled());
    return short * MISSING + Math.max(0, lacking - short - this.#waiting.size) * this.#costs.least - returned;
  }

  #mostBesideSettled(): number {
    const key = [...this.#settled]
      .map((option) => this.#numberOf.get(option) ?? -1)
      .toSorted((a, b) => a - b)
      .join();
    const known = this.#most.get(key);
    if (known !== undefined) return known;
    const most = mostHearings(this.#state.hearings, this.#groups, this.#settled);
    this.#most.set(key, most);
    return most;
  }

  /** Every way to give a group one more hearing, the cheapest first. */
  changesFor(group: number): readonly Change[] {
    const { costOf, crowdingOf } = this.#costs;
    const changes: Change[] = [];
    for (const option of this.#state.hearings.options[group]) {
      if (this.#state.hasHeard(group, option.witness) || this.#dropped.has(option)) continue;
      const own = this.#waiting.has(option) ? -costOf(option) : costOf(option);
      for (const ejected of blockersOf(this.#state, option)) {
        if (ejected.some((given) => this.#settled.has(given))) continue;
        const beside = this.#state.given(option.witness, option.session).filter((given) => !ejected.includes(given));
        const lost = ejected.reduce((sum, given) => sum + costOf(given), 0);
        changes.push({ option, ejected, cost: own + lost + crowdingOf(option, beside) });
      }
    }
    return changes.sort((a, b) => a.cost - b.cost || a.option.ifNeeded - b.option.ifNeeded);
  }

  /**
   * Makes a change, goes on, and takes it back. Where it takes a room too many, another hearing of that time has to go as well: one
   * after the other is tried.
   *
   * @param then gets the change with all that goes for it.
   */
  try(change: Change, then: (whole: Change) => void): void {
    const { session } = change.option;
    const before = this.#roomsLacking(this.#state, session);
    const isHoused = (): boolean => this.#roomsLacking(this.#state, session) <= before;
    let isShort = false;
    this.#with(change, () => {
      isShort = !isHoused();
      if (!isShort) then(change);
    });
    if (!isShort) return;
    for (const given of this.#others(change)) {
      const cost = change.cost + this.#costs.costOf(given);
      const further = { ...change, ejected: [...change.ejected, given], cost };
      this.#with(further, () => {
        if (isHoused()) then(further);
      });
    }
  }

  /** Goes on with a hearing of a group that is to take no place. */
  concede(group: number, then: () => void): void {
    this.#conceded[group]++;
    then();
    this.#conceded[group]--;
  }

  /** Hearings at the time of a change that may go for its room. */
  #others({ option: { session }, ejected }: Change): readonly HearingOption[] {
    const { hearings, at } = this.#state;
    return [session, ...hearings.overlaps[session]].flatMap((when) =>
      this.#groups.flatMap((group) => {
        const given = at(group, when);
        return given === undefined || this.#settled.has(given) || ejected.includes(given) ? [] : [given];
      }),
    );
  }

  #with({ option, ejected }: Change, then: () => void): void {
    for (const given of ejected) {
      this.#state.remove(given);
      this.#dropped.add(given);
    }
    this.#state.place(option);
    this.#settled.add(option);
    const wasWaiting = this.#waiting.delete(option);
    then();
    if (wasWaiting) this.#waiting.add(option);
    this.#settled.delete(option);
    this.#state.remove(option);
    for (const given of ejected) {
      this.#state.place(given);
      this.#dropped.delete(given);
    }
  }
}
