import type { Pool } from '../../algorithms/pool.js';
import type { Random } from '../random.js';
import { NOWHERE, type HardSeating } from './hard-seating.js';

/** What a violation costs in moves: none is left for the sake of moves. */
const VIOLATION = 1_000;
/** Groups that somebody could go to, and people who could come, of whom so many are looked at: all where there are no more. */
const TARGETS = 24;
const ENTRANTS = 32;
/** People of a group who may be exchanged with somebody who leaves another, and with somebody in a wrong place. */
const PARTNERS = 3;
const STRAY_PARTNERS = 16;
/** One step in so many is about somebody in a wrong place or nowhere, as long as something is amiss in a group. */
const STRAY_TURN = 8;
/** Steps that an item stays where it has been moved to, at least, and how many more at random. */
const REST = 3;
const MORE_REST = 6;
/** Steps by violation, and at least, after which mending is given up. */
const STEPS = 8;
const LEAST_STEPS = 60;
/** How many of those who are away are brought home at once, at most, to be mended anew. */
const MOST_UNDONE = 3;
/** Steps between two yields: some milliseconds. */
const PIECE = 16;

/** Somebody going elsewhere, perhaps in exchange with somebody else. */
interface Mend {
  readonly item: number;
  readonly to: number;
  readonly other?: number;
}

/** All yield between bounded pieces of work. */
export interface Mending {
  /** Whether nothing is amiss in the end. It is always the same seating that is mended, from where it is. */
  readonly mend: () => Generator<void, boolean>;
  /**
   * Takes back some moves at random and mends anew: whether that was done with no more moves than are allowed; if not, all is as before. Nothing
   * may be amiss, and is in the end.
   */
  readonly vary: (mostMoves: number) => Generator<void, boolean>;
  /**
   * Varies again and again, never with more moves than before.
   *
   * @param fewest no fewer moves can do
   * @param attempts after so many in vain it is given up
   * @param tell is told whenever there are fewer moves
   */
  readonly reduce: (fewest: number, attempts: number, tell: () => void) => Generator<void, void>;
}

/**
 * Mends groups with few moves: as long as anything is amiss, takes one complaint at random and does what costs least of the moves that could
 * meet it, of some people and groups (min-conflicts: Minton, Johnston, Philips and Laird, Minimizing conflicts, 1992), nobody being moved again
 * at once (tabu search: Glover, 1989).
 */
export function createMending(seating: HardSeating, random: Random): Mending {
  const { items, members, troubled, roomy, strays, away } = seating;
  const restUntil = new Int32Array(items.length);
  /** What was moved since nothing was amiss last, each followed by where it was. */
  const journal: number[] = [];
  const everybody = [...items.keys()];
  const everywhere = [...members.keys()];
  let step = 0;

  const draw = (pool: Pool) => pool.at(random.index(pool.count()));
  /** So many of a list, drawn with repeats, or all where there are no more: in a list of its own. */
  const sample = (list: readonly number[], most: number): readonly number[] =>
    list.length <= most ? list.slice() : Array.from({ length: most }, () => list[random.index(list.length)]);
  const costNow = () => VIOLATION * seating.violations() + seating.moves();
  const go = (item: number, to: number) => {
    journal.push(item, seating.groupOf(item));
    seating.move(item, to);
  };
  const takeBack = () => {
    while (journal.length > 0) {
      const from = journal.pop() ?? NOWHERE;
      seating.move(journal.pop() ?? 0, from);
    }
  };

  /** Groups that an item could go to: some of those that it may be in, or any, with some where something is amiss or seats are free. */
  function targetsFor(item: number): ReadonlySet<number> {
    const allowed = seating.allowedFor(item);
    const targets = new Set<number>();
    const home = seating.homeOf(item);
    if (home !== NOWHERE) targets.add(home);
    const groups = allowed?.list ?? everywhere;
    for (const group of sample(groups, TARGETS)) targets.add(group);
    if (groups.length <= TARGETS) return targets;
    for (const pool of [troubled, roomy]) {
      for (let drawn = 0; drawn < TARGETS && pool.count() > 0; drawn++) {
        const group = draw(pool);
        if (allowed?.set.has(group) !== false) targets.add(group);
      }
    }
    return targets;
  }

  /** Does the mend that costs least of those that are offered; ties at random. */
  function doBest(offer: (consider: (mended: Mend) => void) => void): void {
    let best: Mend | undefined;
    let least = Infinity;
    let ties = 0;
    offer((mended) => {
      const { item, to, other } = mended;
      const from = seating.groupOf(item);
      if (from === to || (other !== undefined && from === NOWHERE)) return;
      if (restUntil[item] > step || (other !== undefined && restUntil[other] > step)) return;
      seating.move(item, to);
      if (other !== undefined) seating.move(other, from);
      const cost = costNow();
      if (other !== undefined) seating.move(other, to);
      seating.move(item, from);
      if (cost > least) return;
      ties = cost < least ? 1 : ties + 1;
      if (cost === least && random.index(ties) > 0) return;
      least = cost;
      best = mended;
    });
    if (best === undefined) return;
    const { item, to, other } = best;
    const from = seating.groupOf(item);
    go(item, to);
    if (other !== undefined) go(other, from);
    for (const moved of other === undefined ? [item] : [item, other])
      restUntil[moved] = step + REST + random.index(MORE_REST);
  }

  /** Moves of an item elsewhere, alone or in exchange with somebody there. */
  function offerLeaving(item: number, partners: number, consider: (mended: Mend) => void): void {
    for (const to of targetsFor(item)) {
      consider({ item, to });
      for (const other of sample(members[to], partners)) consider({ item, to, other });
    }
  }

  function mendOne(): void {
    step++;
    // Whoever has no place yet is what other complaints can be met with.
    if (troubled.count() === 0 || (strays.count() > 0 && random.index(STRAY_TURN) === 0)) {
      const stray = draw(strays);
      doBest((consider) => offerLeaving(stray, STRAY_PARTNERS, consider));
      return;
    }
    const group = draw(troubled);
    const complaints = seating.complaintsOf(group);
    const { set, isTooMany, isTooFew } = complaints[random.index(complaints.length)];
    const inside = members[group].slice();
    doBest((consider) => {
      if (isTooMany) {
        for (const item of inside)
          if (set === undefined || seating.isCounted(item, set)) offerLeaving(item, PARTNERS, consider);
      }
      if (!isTooFew) return;
      // Those who are away already come at no cost.
      const entrants = new Set(sample(set === undefined ? everybody : seating.itemsOf(set), ENTRANTS));
      for (let drawn = 0; drawn < ENTRANTS && away.count() > 0; drawn++) {
        const item = draw(away);
        if (set === undefined || seating.isCounted(item, set)) entrants.add(item);
      }
      for (const item of entrants) {
        consider({ item, to: group });
        for (const other of inside) consider({ item, to: group, other });
      }
    });
  }

  function* mend(): Generator<void, boolean> {
    let left = Math.max(LEAST_STEPS, STEPS * seating.violations());
    for (; seating.violations() > 0 && left > 0; left--) {
      mendOne();
      if (left % PIECE === 0) yield;
    }
    return seating.violations() === 0;
  }

  function* vary(mostMoves: number): Generator<void, boolean> {
    journal.length = 0;
    const undone = 1 + random.index(MOST_UNDONE);
    for (let count = 0; count < undone && away.count() > 0; count++) {
      const item = draw(away);
      go(item, seating.homeOf(item));
      restUntil[item] = step + REST + random.index(MORE_REST);
    }
    const isMended = (yield* mend()) && seating.moves() <= mostMoves;
    if (!isMended) takeBack();
    return isMended;
  }

  return {
    mend,
    reduce: function* (fewest, attempts, tell) {
      let best = seating.moves();
      for (let vain = 0; vain < attempts && best > fewest; vain++) {
        yield* vary(best);
        if (seating.moves() < best) {
          best = seating.moves();
          vain = 0;
          tell();
        }
        yield;
      }
    },
    vary,
  };
}
