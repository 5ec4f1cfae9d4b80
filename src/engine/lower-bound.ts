import { createFlowNetwork } from '../algorithms/min-cost-flow.js';
import { assertExact } from './exact.js';
import type { SizeClass } from './terms/count-term.js';

/** One level: how many hold it, and its price table over 0…size for each size class. */
export interface LevelDemand {
  readonly holders: number;
  readonly table: (sizeClass: number) => Float64Array;
}

/**
 * Least price of one level over all ways to spread its holders over the groups, whatever the other levels do. Exact for
 * convex tables, where taking the cheapest steps first is optimal (Ibaraki and Katoh, Resource Allocation Problems,
 * 1988, ch. 4); for others the convex envelope of the table is priced, which never says too much.
 *
 * @param multiple divides every price
 */
export function levelBound(demand: LevelDemand, classes: readonly SizeClass[], multiple = 1): number {
  const segments: { step: number; capacity: number }[] = [];
  let price = 0;
  classes.forEach(({ groups }, index) => {
    const hull = convexEnvelope(demand.table(index));
    price += hull.floor * groups;
    for (const step of hull.steps) segments.push({ step, capacity: groups });
  });
  segments.sort((a, b) => a.step - b.step);
  let left = demand.holders;
  for (const { step, capacity } of segments) {
    if (left === 0) break;
    const taken = Math.min(left, capacity);
    price += step * taken;
    left -= taken;
  }
  // A fraction comes from the slope of an envelope: penalties are whole multiples, so the next one is a bound too.
  return Math.max(0, Math.ceil(price / multiple - 1e-6) * multiple);
}

/** How many levels of a block the people hold, as running sums: `least[n]` by the n who hold fewest, `most[n]` by the n who hold most. */
export interface HoldingRange {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/**
 * Least price of the levels of one attribute over groups of several sizes: a convex transport between levels and size
 * classes, where the people of a class hold together no fewer and no more levels than that number of people can.
 * Where everybody holds exactly one level it is exact for the attribute taken alone: within a size class any split of
 * whole numbers can be rounded so that every group gets the floor or the ceiling of its even share and is full
 * (controlled rounding; de Werra 1971).
 *
 * @param holding asked for where there are several sizes
 */
export function attributeBound(
  demands: readonly LevelDemand[],
  classes: readonly SizeClass[],
  holding: () => HoldingRange,
): number {
  if (classes.length === 1) return demands.reduce((sum, demand) => sum + levelBound(demand, classes), 0);
  const held = holding();
  const network = createFlowNetwork(demands.length + classes.length + 2);
  const source = demands.length + classes.length;
  const sink = source + 1;
  let base = 0;
  let steepest = 1;
  demands.forEach((demand, level) => {
    network.addArc(source, level, demand.holders, 0);
    classes.forEach(({ groups }, index) => {
      const table = demand.table(index);
      base += table[0] * groups;
      for (let count = 0; count + 1 < table.length; count++) {
        const step = table[count + 1] - table[count];
        steepest = Math.max(steepest, Math.abs(step));
        network.addArc(level, demands.length + index, groups, step);
      }
    });
  });
  // What a class must hold is rewarded by more than any path can cost, so that a cheapest flow holds it.
  const reward = 4 * steepest * (classes.length + 1);
  let owed = 0;
  classes.forEach(({ size, groups }, index) => {
    const people = size * groups;
    network.addArc(demands.length + index, sink, held.least[people], -reward);
    network.addArc(demands.length + index, sink, held.most[people] - held.least[people], 0);
    owed += held.least[people];
  });
  assertExact(reward * owed, 'bound');
  return base + reward * owed + network.solve(source, sink).cost;
}

/**
 * Least total cost of seating everyone: rows of people who cost alike (`costs[row · places + place]`) against the seats
 * of each place. Exact: a transportation problem.
 */
export function placementBound(costs: Float64Array, peopleInRow: readonly number[], seats: readonly number[]): number {
  const network = createFlowNetwork(peopleInRow.length + seats.length + 2);
  const source = peopleInRow.length + seats.length;
  const sink = source + 1;
  peopleInRow.forEach((people, row) => {
    network.addArc(source, row, people, 0);
    seats.forEach((_, place) =>
      network.addArc(row, peopleInRow.length + place, people, costs[row * seats.length + place]),
    );
  });
  seats.forEach((count, place) => network.addArc(peopleInRow.length + place, sink, count, 0));
  return network.solve(source, sink).cost;
}

/** The greatest convex function under a table, as its value at 0 and its steps, which never decrease. */
function convexEnvelope(table: Float64Array): { floor: number; steps: readonly number[] } {
  const hull: number[] = [];
  for (let x = 0; x < table.length; x++) {
    while (hull.length > 1) {
      const a = hull[hull.length - 2];
      const b = hull[hull.length - 1];
      if ((table[b] - table[a]) * (x - a) < (table[x] - table[a]) * (b - a)) break;
      hull.pop();
    }
    hull.push(x);
  }
  const steps: number[] = [];
  for (let i = 0; i + 1 < hull.length; i++) {
    const slope = (table[hull[i + 1]] - table[hull[i]]) / (hull[i + 1] - hull[i]);
    for (let x = hull[i]; x < hull[i + 1]; x++) steps.push(slope);
  }
  return { floor: table[0], steps };
}
