import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, decideInPieces } from '../../../src/engine/feasibility/decide.js';
import { runs } from '../../helpers/runs.js';
import {
  counting,
  demand,
  groupsOf,
  isKept,
  placements,
  placing,
  seatingProblems,
  type SeatingProblem,
} from '../../helpers/seatings.js';

const judge = ({ people, groups, demands, homes }: SeatingProblem, steps = 1_000_000) =>
  decide(people, groups, demands, { steps }, homes);

function isPossible(problem: SeatingProblem): boolean {
  for (const groupOf of placements(problem)) if (isKept(problem, groupOf)) return true;
  return false;
}

/** Numbers 1 to the last in so many groups, no group with x + y = z (Schur): three hold 13, not 14. */
function schur(...sizes: readonly number[]): SeatingProblem {
  const people = sizes.reduce((sum, size) => sum + size, 0);
  const sums = [...Array.from({ length: people }).keys()].flatMap((x) =>
    [...Array.from({ length: people }).keys()]
      .filter((y) => y >= x && x + y + 1 < people)
      .map((y) => [...new Set([x, y, x + y + 1])]),
  );
  const demands = sums.map((numbers) => counting(numbers, { most: numbers.length - 1 }));
  return { people, groups: groupsOf(...sizes), demands };
}

/** Numbers 1 to the last in so many groups, no group with three evenly spaced (van der Waerden): two hold 8, not 9. */
function vanDerWaerden(...sizes: readonly number[]): SeatingProblem {
  const people = sizes.reduce((sum, size) => sum + size, 0);
  const spaced = [...Array.from({ length: people }).keys()].flatMap((first) =>
    Array.from({ length: people }, (_, gap) => [first, first + gap + 1, first + 2 * gap + 2]).filter(
      ([, , last]) => last < people,
    ),
  );
  return { people, groups: groupsOf(...sizes), demands: spaced.map((numbers) => counting(numbers, { most: 2 })) };
}

describe('deciding', () => {
  it.each([false, true])('agrees with trying all seatings, and shows one that keeps all, homes: %s', (hasHomes) => {
    const possible: boolean[] = [];
    fc.assert(
      fc.property(seatingProblems(hasHomes), (problem) => {
        const verdict = judge(problem);
        possible.push(isPossible(problem));
        expect(verdict.status).toBe(possible.at(-1) === true ? 'possible' : 'impossible');
        if (verdict.status === 'possible') expect(isKept(problem, [...verdict.groupOf])).toBe(true);
      }),
      { numRuns: runs(80) },
    );
    expect(new Set(possible).size).toBe(2);
  });

  it('does not depend on the order of the demands', () => {
    fc.assert(
      fc.property(seatingProblems(false), seatingProblems(true), (problem, other) => {
        for (const { people, groups, demands, homes } of [problem, other]) {
          const reversed = { people, groups, demands: demands.toReversed(), ...(homes === undefined ? {} : { homes }) };
          expect(judge(reversed)).toEqual(judge({ ...reversed, demands }));
        }
      }),
      { numRuns: runs(20) },
    );
  });

  it.each([
    ['13 numbers without sums can be', schur(5, 4, 4), 'possible', 25_973],
    ['14 cannot', schur(5, 5, 4), 'impossible', 266_438],
    ['8 without even spaces can be in two groups', vanDerWaerden(4, 4), 'possible', 4_386],
    ['9 cannot', vanDerWaerden(5, 4), 'impossible', 6_571],
    ['18 can be in three', vanDerWaerden(6, 6, 6), 'possible', 34_649],
  ])(
    'finds in the same few steps everywhere, looking first where it has failed most: %s',
    (_, problem, status, cost) => {
      const budget = { steps: 1_000_000 };
      const verdict = decide(problem.people, problem.groups, problem.demands, budget);
      expect([verdict.status, 1_000_000 - budget.steps]).toEqual([status, cost]);
    },
  );
});

describe('the groups decided', () => {
  const seated = (problem: SeatingProblem) => {
    const verdict = judge(problem);
    return verdict.status === 'possible' ? [...verdict.groupOf] : verdict.status;
  };

  it('have an even share of everybody, in the order of people and groups', () => {
    const sets = [counting([0, 1, 2, 3, 4], { least: 1 }), counting([5, 6], {})];
    expect(seated({ people: 9, groups: groupsOf(3, 3, 3), demands: sets })).toEqual([0, 0, 1, 1, 2, 0, 1, 2, 2]);
  });

  it('have everybody at home who can be there', () => {
    const homes = {
      homeOf: Int32Array.of(1, 0, 1, 1, -1, 0),
      least: Int32Array.of(2, 2),
      most: Int32Array.of(4, 4),
      mostMoves: 1,
    };
    const groups = groupsOf(3, 3);
    expect(seated({ people: 6, groups, demands: [], homes })).toEqual([1, 0, 1, 1, 1, 0]);
    expect(seated({ people: 6, groups, demands: [counting([0, 2, 3], { most: 2 })], homes })).toEqual([
      1, 0, 1, 0, 1, 0,
    ]);
    expect(seated({ people: 6, groups, demands: [demand({ tied: [1, 2] })], homes })).toEqual([1, 0, 0, 1, 1, 0]);
  });
});

describe('a budget', () => {
  const groups = groupsOf(2, 2);
  const demands = [counting([0, 1], { most: 1 }), placing([2], 0), demand({ tied: [1, 3] })];

  it('pays for the people of all demands, then for the entries of the model, before anything is looked at', () => {
    const budget = { steps: 99 };
    expect(decide(4, groups, demands, budget)).toEqual({ status: 'unknown' });
    expect(budget.steps).toBe(-1);
    // A set of two sums and of three entries for each group, three classes in two groups, two groups of three classes.
    const more = { steps: 100 };
    expect(decide(4, groups, demands, more)).toEqual({ status: 'unknown' });
    expect(more.steps).toBe(-400);
  });

  it('ends in no false answer, and suffices to the last step', () => {
    for (const problem of [
      vanDerWaerden(5, 4),
      vanDerWaerden(4, 4),
      { ...vanDerWaerden(2, 2), demands: [placing([0, 1, 2], 0)] },
    ]) {
      const ample = { steps: 10_000 };
      const { status } = decide(problem.people, problem.groups, problem.demands, ample);
      const cost = 10_000 - ample.steps;
      expect(judge(problem, cost).status).toBe(status);
      for (let steps = 0; steps < cost; steps += 611) expect(judge(problem, steps).status).toBe('unknown');
      if (status === 'impossible') expect(judge(problem, cost - 1).status).toBe('unknown');
    }
  });

  it('does not buy a model of too many variables', () => {
    const crowd = Array.from({ length: 201 }, (_, person) => counting([person], { most: 1 }));
    const pairs = Array.from({ length: 101 }, () => 2);
    const budget = { steps: 10_000 };
    expect(decide(202, groupsOf(...pairs), crowd, budget)).toEqual({ status: 'unknown' });
    // Making it would have cost more.
    expect(budget.steps).toBe(10_000 - 20 * 201);
  });

  it('is spent in pieces, with the same answer', () => {
    const { people, groups: places, demands: spaced } = vanDerWaerden(9, 9, 9);
    const budget = { steps: 2_100_000 };
    const course = decideInPieces(people, places, spaced, budget);
    const costs: number[] = [];
    for (let before = budget.steps; ; before = budget.steps) {
      const { done, value } = course.next();
      costs.push(before - budget.steps);
      if (done !== true) continue;
      expect(value).toEqual({ status: 'unknown' });
      break;
    }
    // The model is made before the first; what is begun when a piece is over is small.
    expect(costs.map((cost) => Math.floor(cost / 1000))).toEqual([1066, 1000, 32]);
    expect(decide(people, places, spaced, { steps: 1_100_000 })).toEqual({ status: 'unknown' });
  });
});
