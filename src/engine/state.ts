import type { Problem } from './problem.js';
import { createFewTerms } from './terms/few-terms.js';
import { createTally } from './terms/tally.js';
import type { Share, Term } from './terms/term.js';

/** What a solution is worth: valid first (hard), then good (soft); both integers, less is better. */
export interface Score {
  readonly hard: number;
  readonly soft: number;
}

/** Orders scores as the objective does: fewer hard violations, then less soft penalty. */
export function compareScores(a: Score, b: Score): number {
  return a.hard - b.hard || a.soft - b.soft;
}

/** Hard and soft penalty of an assignment, from nothing. */
export function scoreOf(problem: Problem, groupOf: Int32Array): Score {
  const { hard, soft } = explain(problem, groupOf);
  return { hard, soft };
}

/** A score with what each attribute, role, rule and preference is answerable for in its soft part. */
export interface Explained extends Score {
  readonly shares: readonly Share[];
}

/** {@link scoreOf} with its parts. */
export function explain(problem: Problem, groupOf: Int32Array): Explained {
  const total = (terms: readonly Term[]) => terms.reduce((sum, { penalty }) => sum + penalty, 0);
  const soft = problem.soft.map((model) => model.start(groupOf));
  return {
    hard: total(problem.hard.map((model) => model.start(groupOf))),
    soft: total(soft),
    shares: soft.flatMap((term) => term.explain()),
  };
}

/** A term as a state keeps it. */
export type StateTerm = Pick<Term, 'delta'> & { readonly penalty: () => number };

/** An assignment in the making: everyone in a group, every group full, every term up to date. */
export interface State extends Score {
  readonly groupOf: Int32Array;
  /** The people of group g are `members[groupStart[g]] … members[groupStart[g + 1] − 1]`. */
  readonly members: Int32Array;
  readonly groupStart: Int32Array;
  readonly hardTerms: readonly StateTerm[];
  readonly softTerms: readonly StateTerm[];
  readonly guideTerms: readonly StateTerm[];
  readonly hardDelta: (p: number, q: number) => number;
  readonly softDelta: (p: number, q: number) => number;
  /** Weighs hard, soft and guiding terms, one number of at least 0 each, for what follows; all weigh 1 until then. */
  readonly weigh: (hard: readonly number[], soft: readonly number[], guides: readonly number[]) => void;
  /** Change of the weighted sum of all terms if p and q, of different groups, changed places. */
  readonly delta: (p: number, q: number) => number;
  /** Whether that is more than `limit`: most swaps are known to be before every term has been asked. */
  readonly loses: (p: number, q: number, limit: number) => boolean;
  /** Exchanges two people of different groups. */
  readonly swap: (p: number, q: number) => void;
}

/**
 * Starts every term of a problem on an assignment, which the state takes over. Count terms, which everybody makes a difference
 * to, are priced as one.
 */
export function createState(problem: Problem, groupOf: Int32Array): State {
  const models = [...problem.hard, ...problem.soft, ...problem.guides];
  const firstSoft = problem.hard.length;
  const firstGuide = firstSoft + problem.soft.length;
  const counting = models.flatMap(({ tables }) => tables ?? []);
  const tally = createTally(counting, groupOf, problem.groupSizes.length);
  const others = models.flatMap((model) => (model.tables === undefined ? [model.start(groupOf)] : []));
  const few = createFewTerms(others, problem.peopleCount);
  // Where each term is kept: its index among those of its kind.
  const isCounting = models.map(({ tables }) => tables !== undefined);
  const placeOf = models.map((_, term) => isCounting.slice(0, term).filter((is) => is === isCounting[term]).length);
  const terms = placeOf.map((place, term): StateTerm => {
    if (!isCounting[term]) return { penalty: () => others[place].penalty, delta: others[place].delta };
    return { penalty: () => tally.penalties[place], delta: (p, q) => tally.deltaOf(place, p, q) };
  });
  const hardTerms = terms.slice(0, firstSoft);
  const softTerms = terms.slice(firstSoft, firstGuide);
  const total = (list: readonly StateTerm[]) => {
    let sum = 0;
    for (let i = 0; i < list.length; i++) sum += list[i].penalty();
    return sum;
  };
  const totalDelta = (list: readonly StateTerm[], p: number, q: number) =>
    list.reduce((sum, { delta }) => sum + delta(p, q), 0);
  const { members, groupStart, seatOf } = seatPeople(problem.groupSizes, groupOf);

  return {
    get hard() {
      return total(hardTerms);
    },
    get soft() {
      return total(softTerms);
    },
    groupOf,
    members,
    groupStart,
    hardTerms,
    softTerms,
    guideTerms: terms.slice(firstGuide),
    hardDelta: (p, q) => totalDelta(hardTerms, p, q),
    softDelta: (p, q) => totalDelta(softTerms, p, q),
    weigh: (hard, soft, guides) => {
      const weights = [...hard, ...soft, ...guides];
      tally.weigh(weights.filter((_, term) => isCounting[term]));
      few.weigh(weights.filter((_, term) => !isCounting[term]));
    },
    delta: (p, q) => tally.delta(p, q) + few.delta(few.concerned(p, q), p, q),
    loses: (p, q, limit) => {
      const counted = tally.delta(p, q);
      const concerned = few.concerned(p, q);
      if (counted > limit + few.reach(concerned)) return true;
      return concerned === 0 ? false : counted + few.delta(concerned, p, q) > limit;
    },
    swap: (p, q) => {
      tally.apply(p, q);
      few.apply(p, q);
      const group = groupOf[p];
      groupOf[p] = groupOf[q];
      groupOf[q] = group;
      const seat = seatOf[p];
      seatOf[p] = seatOf[q];
      seatOf[q] = seat;
      members[seatOf[p]] = p;
      members[seatOf[q]] = q;
    },
  };
}

function seatPeople(groupSizes: Int32Array, groupOf: Int32Array) {
  const groupStart = new Int32Array(groupSizes.length + 1);
  groupSizes.forEach((size, group) => (groupStart[group + 1] = groupStart[group] + size));
  const members = new Int32Array(groupOf.length);
  const seatOf = new Int32Array(groupOf.length);
  const next = groupStart.slice();
  groupOf.forEach((group, p) => {
    seatOf[p] = next[group]++;
    members[seatOf[p]] = p;
  });
  return { members, groupStart, seatOf };
}
