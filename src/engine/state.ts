import type { Problem } from './problem.js';
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

/** An assignment in the making: everyone in a group, every group full, every term up to date. */
export interface State extends Score {
  hard: number;
  soft: number;
  readonly groupOf: Int32Array;
  /** The people of group g are `members[groupStart[g]] … members[groupStart[g + 1] − 1]`. */
  readonly members: Int32Array;
  readonly groupStart: Int32Array;
  readonly hardTerms: readonly Term[];
  readonly softTerms: readonly Term[];
  readonly guideTerms: readonly Term[];
  /** The soft terms and guides that `softDelta` asks; all soft terms until somebody says otherwise. */
  activeTerms: readonly Term[];
  readonly hardDelta: (p: number, q: number) => number;
  readonly softDelta: (p: number, q: number) => number;
  /** Exchanges two people of different groups. */
  readonly swap: (p: number, q: number) => void;
}

/** Starts every term of a problem on an assignment, which the state takes over. */
export function createState(problem: Problem, groupOf: Int32Array): State {
  const hardTerms = problem.hard.map((model) => model.start(groupOf));
  const softTerms = problem.soft.map((model) => model.start(groupOf));
  const guideTerms = problem.guides.map((model) => model.start(groupOf));
  const groupStart = new Int32Array(problem.groupSizes.length + 1);
  problem.groupSizes.forEach((size, group) => (groupStart[group + 1] = groupStart[group] + size));
  const members = new Int32Array(groupOf.length);
  const seatOf = new Int32Array(groupOf.length);
  const next = groupStart.slice();
  groupOf.forEach((group, p) => {
    seatOf[p] = next[group]++;
    members[seatOf[p]] = p;
  });

  const total = (terms: readonly Term[]) => terms.reduce((sum, term) => sum + term.penalty, 0);
  const sumDeltas = (terms: readonly Term[], p: number, q: number) => {
    let sum = 0;
    for (let i = 0; i < terms.length; i++) {
      const { isInvolved } = terms[i];
      if (isInvolved[p] !== 0 || isInvolved[q] !== 0) sum += terms[i].delta(p, q);
    }
    return sum;
  };
  const state: State = {
    hard: total(hardTerms),
    soft: total(softTerms),
    groupOf,
    members,
    groupStart,
    hardTerms,
    softTerms,
    guideTerms,
    activeTerms: softTerms,
    hardDelta: (p, q) => sumDeltas(hardTerms, p, q),
    softDelta: (p, q) => sumDeltas(state.activeTerms, p, q),
    swap: (p, q) => {
      for (const term of hardTerms) term.apply(p, q);
      for (const term of softTerms) term.apply(p, q);
      for (const term of guideTerms) term.apply(p, q);
      state.hard = total(hardTerms);
      state.soft = total(softTerms);
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
  return state;
}
