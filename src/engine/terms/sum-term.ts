import type { Origin, Share, Term, TermModel } from './term.js';

/** A number by person, whose sum over each group is priced by its squared distance from the group's fair share. */
export interface SumLayer {
  readonly origin: Origin;
  /** Whole numbers, by person. */
  readonly numbers: Float64Array;
  /** Penalty of a squared distance of 1: a whole number, and so is its product with every group's fair share. */
  readonly price: number;
}

/**
 * The sum term: a group of s of N people whose numbers add up to S, while those of all add up to A, costs
 * price · (S − A·s/N)², less the least that a whole S can cost: a whole number of at least 0. On squared distances from
 * the mean it evens out spread as well (k-plus, Papenberg 2024).
 */
export function createSumModel(groupSizes: Int32Array, layers: readonly SumLayer[]): TermModel {
  const groupCount = groupSizes.length;
  const compiled = layers.map((layer) => compileLayer(groupSizes, layer));
  const isInvolved = Uint8Array.from({ length: layers[0]?.numbers.length ?? 0 }, (_, p) =>
    layers.some(({ numbers }) => numbers[p] !== 0) ? 1 : 0,
  );

  function start(groupOf: Int32Array): Term {
    const sums = layers.map(({ numbers }) => {
      const own = new Float64Array(groupCount);
      numbers.forEach((number, p) => (own[groupOf[p]] += number));
      return own;
    });
    const penaltyOf = (index: number) => {
      let sum = 0;
      for (let group = 0; group < groupCount; group++) sum += compiled[index].priceOf(group, sums[index][group]);
      return sum;
    };

    /** Both groups' squares change by (S ± d)² − S²: what is left of them is linear in the sums. */
    function delta(p: number, q: number): number {
      const from = groupOf[p];
      const to = groupOf[q];
      let change = 0;
      for (let index = 0; index < layers.length; index++) {
        const { numbers, price } = layers[index];
        const moved = numbers[q] - numbers[p];
        if (moved === 0) continue;
        const { shares } = compiled[index];
        const apart = price * (sums[index][from] - sums[index][to] + moved) - shares[from] + shares[to];
        change += 2 * moved * apart;
      }
      return change;
    }

    function taking(p: number, q: number): number {
      const group = groupOf[q];
      let change = 0;
      for (let index = 0; index < layers.length; index++) {
        const { numbers, price } = layers[index];
        const moved = numbers[p] - numbers[q];
        change += moved * (price * (2 * sums[index][group] + moved) - 2 * compiled[index].shares[group]);
      }
      return change;
    }

    function apply(p: number, q: number): void {
      term.penalty += delta(p, q);
      const from = groupOf[p];
      const to = groupOf[q];
      for (let index = 0; index < layers.length; index++) {
        const moved = layers[index].numbers[q] - layers[index].numbers[p];
        sums[index][from] += moved;
        sums[index][to] -= moved;
      }
    }

    const explain = (): readonly Share[] =>
      layers.map(({ origin }, index) => ({ origin, penalty: penaltyOf(index), bound: compiled[index].bound }));
    const term: Term = {
      isInvolved,
      penalty: layers.reduce((sum, _, index) => sum + penaltyOf(index), 0),
      delta,
      taking,
      apply,
      explain,
    };
    return term;
  }

  return { bound: compiled.reduce((sum, { bound }) => sum + bound, 0), start };
}

interface CompiledLayer {
  /** price × fair share, by group. */
  readonly shares: Float64Array;
  readonly priceOf: (group: number, sum: number) => number;
  readonly bound: number;
}

function compileLayer(groupSizes: Int32Array, { numbers, price }: SumLayer): CompiledLayer {
  let total = 0;
  for (const number of numbers) total += number;
  const people = BigInt(Math.max(numbers.length, 1));
  const shareOf = (size: number) => (BigInt(price) * BigInt(total) * BigInt(size)) / people;
  const shares = Float64Array.from(groupSizes, (size) => Number(shareOf(size)));
  const floors = Float64Array.from(groupSizes, (size) => Math.floor(Number(shareOf(size)) / Math.max(price, 1)));
  const squared = (group: number, sum: number) => price * sum * sum - 2 * shares[group] * sum;
  const least = floors.map((floor, group) => Math.min(squared(group, floor), squared(group, floor + 1)));
  const priceOf = (group: number, sum: number) => squared(group, sum) - least[group];
  return { shares, priceOf, bound: roundingBound(total, floors, priceOf) };
}

/**
 * Sums are whole and add up to the total: the least penalty of such sums, whoever makes them. Taking the cheapest steps
 * above the floors first is optimal for convex prices (Ibaraki and Katoh, Resource Allocation Problems, 1988, ch. 4), and
 * no group needs more than one: what the floors leave is less than the number of groups.
 */
function roundingBound(total: number, floors: Float64Array, priceOf: (group: number, sum: number) => number): number {
  const steps = floors.map((floor, group) => priceOf(group, floor + 1) - priceOf(group, floor)).sort();
  const below = floors.reduce((sum, floor, group) => sum + priceOf(group, floor), 0);
  const left = total - floors.reduce((sum, floor) => sum + floor, 0);
  return below + steps.subarray(0, left).reduce((sum, step) => sum + step, 0);
}
