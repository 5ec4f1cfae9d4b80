import type { Group } from '../../domain/group.js';
import { createBounds, type Bounds, type Budget } from './bounds.js';
import type { Demand } from './demand.js';
import { modelSeating, type Homes, type SeatingModel } from './seating-model.js';

/** Whether people can be seated as demanded: with the group of each, by index, where they can. */
export type Verdict =
  | { readonly status: 'possible'; readonly groupOf: Int32Array }
  | { readonly status: 'impossible' }
  /** The budget ended first, or the model would be too large. */
  | { readonly status: 'unknown' };

/** A model of more variables than that is not looked at. */
const MOST_VARIABLES = 40_000;
/** What making a model costs for each of its people and entries, in steps. */
const MODELLING = 20;
/** Failures after which the search begins anew with what it has learnt, and the growth of that number in percent. */
const FIRST_FAILURES = 50;
const FAILURE_GROWTH = 150;

/** Steps of the budget between two yields of {@link decideInPieces}: some milliseconds. */
const PIECE = 1_000_000;

/**
 * Decides whether some groups meet all demands, exactly: people merged by what is demanded of them, bounds propagation
 * and branching on the variable of the smallest domain for its share of past failures, with restarts (dom/wdeg:
 * Boussemart, Hemery, Lecoutre and Sais, Boosting Systematic Search by Weighting Constraints, 2004).
 *
 * @param homes Where people were, of whom nearly all are to stay; absent: nobody was anywhere, and groups have their sizes.
 */
export function decide(
  peopleCount: number,
  groups: readonly Group[],
  demands: readonly Demand[],
  budget: Budget,
  homes?: Homes,
): Verdict {
  const course = decideInPieces(peopleCount, groups, demands, budget, homes);
  for (;;) {
    const next = course.next();
    if (next.done === true) return next.value;
  }
}

/** {@link decide}, stopping for breath between bounded pieces of work. */
export function* decideInPieces(
  peopleCount: number,
  groups: readonly Group[],
  demands: readonly Demand[],
  budget: Budget,
  homes?: Homes,
): Generator<void, Verdict> {
  const concerned = demands.reduce(
    (sum, { tied, placed, counts }) =>
      counts.reduce((all, { people }) => all + people.length, sum + tied.length + placed.length),
    0,
  );
  budget.steps -= concerned * MODELLING;
  const model = budget.steps < 0 ? undefined : modelSeating(peopleCount, groups, demands, MOST_VARIABLES, homes);
  if (model === undefined) return { status: 'unknown' };
  budget.steps -= model.variables.length * MODELLING;
  const bounds = createBounds(model, budget);
  if (bounds.propagate() !== undefined) return budget.steps < 0 ? { status: 'unknown' } : { status: 'impossible' };
  const seatCount = model.classes.length * model.groupCount;
  const failuresOf = new Float64Array(model.low.length).fill(1);
  let until = budget.steps - PIECE;
  for (let most = FIRST_FAILURES; budget.steps >= 0; most = Math.trunc((most * FAILURE_GROWTH) / 100)) {
    const descent = createDescent(model, bounds, seatCount, failuresOf, most, budget);
    let found = descent(until);
    for (; found === 'paused'; found = descent(until)) {
      yield;
      until = budget.steps - PIECE;
    }
    if (found === 'impossible') return { status: 'impossible' };
    if (found === 'possible')
      return { status: 'possible', groupOf: seat(peopleCount, model, bounds.low, homes?.homeOf) };
  }
  return { status: 'unknown' };
}

interface Decision {
  readonly mark: number;
  readonly variable: number;
  /** What holds instead when the decision has failed. */
  readonly low: number;
  readonly high: number;
}

/**
 * One descent with backtracking, given up after so many failures; the bounds are as before unless it has found a seating. Each call goes on
 * while there are more steps left than it is given.
 */
function createDescent(
  { classes, groupCount, preferred }: SeatingModel,
  bounds: Bounds,
  seatCount: number,
  failuresOf: Float64Array,
  mostFailures: number,
  budget: Budget,
): (until: number) => 'possible' | 'impossible' | 'given-up' | 'paused' {
  const { low, high, narrow, propagate, mark, undo } = bounds;
  const start = mark();
  const path: Decision[] = [];
  let failures = 0;
  return (until) => {
    while (failures <= mostFailures && budget.steps >= 0) {
      if (budget.steps < until) return 'paused';
      let chosen = -1;
      for (let variable = 0; variable < seatCount; variable++) {
        if (low[variable] === high[variable]) continue;
        if (chosen < 0) chosen = variable;
        const domain = high[variable] - low[variable];
        const best = high[chosen] - low[chosen];
        if (domain * failuresOf[chosen] < best * failuresOf[variable]) chosen = variable;
      }
      budget.steps -= seatCount >> 2;
      if (chosen < 0) return 'possible';
      const { itemCount } = classes[Math.trunc(chosen / groupCount)];
      // Whoever was there first; else an even share, by its two sides: most demands are met when people are spread.
      const share = preferred?.[chosen] ?? Math.max(1, Math.trunc(itemCount / groupCount));
      const [least, most] = [low[chosen], high[chosen]];
      if (least < share) {
        const from = Math.min(share, most);
        path.push({ mark: mark(), variable: chosen, low: least, high: from - 1 });
        narrow(chosen, from, most);
      } else {
        path.push({ mark: mark(), variable: chosen, low: least + 1, high: most });
        narrow(chosen, least, least);
      }
      let failed = propagate();
      while (failed !== undefined && budget.steps >= 0) {
        failures++;
        for (const variable of failed) failuresOf[variable]++;
        const last = path.pop();
        if (last === undefined) return 'impossible';
        undo(last.mark);
        narrow(last.variable, last.low, last.high);
        failed = propagate();
      }
    }
    undo(start);
    return 'given-up';
  };
}

/** People one by one: whoever is at home stays, the others of a class go in their order over the groups, whoever is left to the seats left. */
function seat(
  peopleCount: number,
  { classes, groupCount }: SeatingModel,
  counts: Int32Array,
  homeOf: Int32Array | undefined,
): Int32Array {
  const groupOf = new Int32Array(peopleCount).fill(-1);
  const free: number[] = [];
  classes.forEach(({ items, weight }, c) => {
    const left = counts.slice(c * groupCount, (c + 1) * groupCount);
    const others: (readonly number[])[] = [];
    for (const item of items) {
      const home = weight === 1 ? (homeOf?.[item[0]] ?? -1) : -1;
      if (home < 0 || left[home] === 0) others.push(item);
      else {
        groupOf[item[0]] = home;
        left[home]--;
      }
    }
    let next = 0;
    for (let g = 0; g < groupCount; g++) {
      for (let n = left[g]; n > 0; n--) {
        if (items.length === 0) free.push(g);
        else for (const person of others[next++]) groupOf[person] = g;
      }
    }
  });
  let next = 0;
  for (let person = 0; person < peopleCount; person++) if (groupOf[person] < 0) groupOf[person] = free[next++];
  return groupOf;
}
