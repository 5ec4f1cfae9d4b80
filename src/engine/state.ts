import type { Problem } from './problem.js';
import { FewTerms } from './terms/few-terms.js';
import { Tally } from './terms/tally.js';
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

/**
 * An assignment in the making: everyone in a group, every group full, every term up to date. Count terms, which everybody makes
 * a difference to, are priced as one.
 */
export class State implements Score {
  readonly groupOf: Int32Array;
  /** The people of group g are `members[groupStart[g]] … members[groupStart[g + 1] − 1]`. */
  readonly members: Int32Array;
  readonly groupStart: Int32Array;
  readonly hardTerms: readonly StateTerm[];
  readonly softTerms: readonly StateTerm[];
  readonly guideTerms: readonly StateTerm[];
  readonly #seatOf: Int32Array;
  readonly #tally: Tally;
  readonly #few: FewTerms;
  /** Whether each term, hard, soft and guiding, is one of the tally. */
  readonly #isCounting: readonly boolean[];

  /** Starts every term of a problem on an assignment, which the state takes over. */
  constructor(problem: Problem, groupOf: Int32Array) {
    const models = [...problem.hard, ...problem.soft, ...problem.guides];
    const firstSoft = problem.hard.length;
    const firstGuide = firstSoft + problem.soft.length;
    const counting = models.flatMap(({ tables }) => tables ?? []);
    const tally = new Tally(counting, groupOf, problem.groupSizes.length);
    const others = models.flatMap((model) => (model.tables === undefined ? [model.start(groupOf)] : []));
    // Where each term is kept: its index among those of its kind.
    const isCounting = models.map(({ tables }) => tables !== undefined);
    const placeOf = models.map((_, term) => isCounting.slice(0, term).filter((is) => is === isCounting[term]).length);
    const terms = placeOf.map((place, term): StateTerm => {
      if (!isCounting[term]) return { penalty: () => others[place].penalty, delta: others[place].delta };
      return { penalty: () => tally.penalties[place], delta: (p, q) => tally.deltaOf(place, p, q) };
    });
    const { members, groupStart, seatOf } = seatPeople(problem.groupSizes, groupOf);
    this.groupOf = groupOf;
    this.members = members;
    this.groupStart = groupStart;
    this.hardTerms = terms.slice(0, firstSoft);
    this.softTerms = terms.slice(firstSoft, firstGuide);
    this.guideTerms = terms.slice(firstGuide);
    this.#seatOf = seatOf;
    this.#tally = tally;
    this.#few = new FewTerms(others, problem.peopleCount);
    this.#isCounting = isCounting;
  }

  get hard(): number {
    return totalPenalty(this.hardTerms);
  }

  get soft(): number {
    return totalPenalty(this.softTerms);
  }

  hardDelta(p: number, q: number): number {
    return this.hardTerms.reduce((sum, { delta }) => sum + delta(p, q), 0);
  }

  softDelta(p: number, q: number): number {
    return this.softTerms.reduce((sum, { delta }) => sum + delta(p, q), 0);
  }

  /** Weighs hard, soft and guiding terms, one number of at least 0 each, for what follows; all weigh 1 until then. */
  weigh(hard: readonly number[], soft: readonly number[], guides: readonly number[]): void {
    const weights = [...hard, ...soft, ...guides];
    this.#tally.weigh(weights.filter((_, term) => this.#isCounting[term]));
    this.#few.weigh(weights.filter((_, term) => !this.#isCounting[term]));
  }

  /** Change of the weighted sum of all terms if p and q, of different groups, changed places. */
  delta(p: number, q: number): number {
    return this.#tally.delta(p, q) + this.#few.delta(this.#few.concerned(p, q), p, q);
  }

  /** Change of the weighted sum of all terms in q's group alone if p took q's place there, see {@link Term.taking}. */
  taking(p: number, q: number): number {
    return this.#tally.taking(p, q) + this.#few.taking(this.#few.concerned(p, q), p, q);
  }

  /** Adds {@link taking} to `costs` for each two of some people, all of different groups: row by row, who takes a place by row. */
  addTakings(people: Int32Array, costs: Float64Array): void {
    this.#tally.addTakings(people, costs);
    const size = people.length;
    for (let who = 0; who < size; who++) {
      for (let place = 0; place < size; place++) {
        if (who === place) continue;
        const [p, q] = [people[who], people[place]];
        const concerned = this.#few.concerned(p, q);
        if (concerned !== 0) costs[who * size + place] += this.#few.taking(concerned, p, q);
      }
    }
  }

  /** Whether that is more than `limit`: most swaps are known to be before every term has been asked. */
  loses(p: number, q: number, limit: number): boolean {
    const counted = this.#tally.delta(p, q);
    const concerned = this.#few.concerned(p, q);
    if (counted > limit + this.#few.reach(concerned)) return true;
    return concerned === 0 ? false : counted + this.#few.delta(concerned, p, q) > limit;
  }

  /** Exchanges two people of different groups. */
  swap(p: number, q: number): void {
    this.#tally.apply(p, q);
    this.#few.apply(p, q);
    const { groupOf, members } = this;
    const group = groupOf[p];
    groupOf[p] = groupOf[q];
    groupOf[q] = group;
    const seat = this.#seatOf[p];
    this.#seatOf[p] = this.#seatOf[q];
    this.#seatOf[q] = seat;
    members[this.#seatOf[p]] = p;
    members[this.#seatOf[q]] = q;
  }
}

function totalPenalty(terms: readonly StateTerm[]): number {
  let sum = 0;
  for (let i = 0; i < terms.length; i++) sum += terms[i].penalty();
  return sum;
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
