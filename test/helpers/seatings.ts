import fc from 'fast-check';
import type { Group } from '../../src/domain/group.js';
import type { CountDemand, Demand } from '../../src/engine/feasibility/demand.js';
import type { Homes } from '../../src/engine/feasibility/seating-model.js';

/** Demands on people and groups, stated without a module. */
export interface SeatingProblem {
  readonly people: number;
  readonly groups: readonly Group[];
  readonly demands: readonly Demand[];
  readonly homes?: Homes;
}

/** Groups G01, G02… of these sizes. */
export function groupsOf(...sizes: readonly number[]): readonly Group[] {
  return sizes.map((size, index) => ({ label: `G0${index + 1}`, theme: '', strand: '', size }));
}

/** A demand of the parts given. */
export function demand(parts: Partial<Demand>): Demand {
  return { tied: [], counts: [], placed: [], isAllowed: () => true, ...parts };
}

/** A demand on the number of these people in every group. */
export function counting(people: readonly number[], limits: Partial<Omit<CountDemand, 'people'>>): Demand {
  return demand({ counts: [{ people, least: 0, most: Infinity, isAloneBarred: false, ...limits }] });
}

/** A demand that these people be in one of the groups G01, G02… of these indices. */
export function placing(placed: readonly number[], ...allowed: readonly number[]): Demand {
  return demand({ placed, isAllowed: ({ label }) => allowed.includes(Number(label.slice(1)) - 1) });
}

/** Every way to put people anywhere, whatever the sizes. */
export function* placements({ people, groups }: SeatingProblem): Generator<readonly number[]> {
  for (let number = 0; number < groups.length ** people; number++)
    yield Array.from({ length: people }, (_, person) => Math.floor(number / groups.length ** person) % groups.length);
}

/** Whether sizes, demands and homes are kept, each by its definition. */
export function isKept({ groups, demands, homes }: SeatingProblem, groupOf: readonly number[]): boolean {
  const everyone = [...groupOf.keys()];
  const countIn = (people: readonly number[], g: number) => people.filter((person) => groupOf[person] === g).length;
  const isSized = groups.every(({ size }, g) => {
    const count = countIn(everyone, g);
    return homes === undefined ? count === size : homes.least[g] <= count && count <= homes.most[g];
  });
  const moves = everyone.filter((person) => {
    const home = homes?.homeOf[person] ?? -1;
    return home >= 0 && groupOf[person] !== home;
  });
  if (!isSized || moves.length > (homes?.mostMoves ?? Infinity)) return false;
  return demands.every(
    ({ tied, counts, placed, isAllowed }) =>
      tied.every((person) => groupOf[person] === groupOf[tied[0]]) &&
      placed.every((person) => isAllowed(groups[groupOf[person]])) &&
      counts.every(({ people, least, most, isAloneBarred }) =>
        groups.every((_, g) => {
          const copies = homes?.copies?.[g] ?? 1;
          const count = countIn(people, g);
          const isAlone = count === 1 && copies === 1;
          return least * copies <= count && count <= most * copies && !(isAloneBarred && isAlone);
        }),
      ),
  );
}

/** Demands of few people and groups, of which about half can be met; homes as repair has them, where they are asked for. */
export function seatingProblems(hasHomes: boolean): fc.Arbitrary<SeatingProblem> {
  const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 3 });
  return sizes
    .filter((list) => [4, 5, 6].includes(list.reduce((sum, size) => sum + size, 0)))
    .chain((list) => {
      const people = list.reduce((sum, size) => sum + size, 0);
      const groups = groupsOf(...list);
      const some = fc.subarray([...Array.from({ length: people }).keys()], { minLength: 1, maxLength: 4 });
      const demands = fc.array(
        fc.oneof(
          some.map((tied) => demand({ tied: tied.slice(0, 3) })),
          fc
            .record({
              people: fc.oneof(some, fc.constant([0, 1, 2])),
              least: fc.constantFrom(0, 0, 1),
              most: fc.constantFrom(1, 2, 2, Infinity),
              isAloneBarred: fc.boolean(),
            })
            .map((count) => demand({ counts: [count] })),
          fc
            .tuple(some, fc.subarray([...groups.keys()], { minLength: 1 }))
            .map(([placed, allowed]) => placing(placed, ...allowed)),
        ),
        { maxLength: 4 },
      );
      const byGroup = (arbitrary: fc.Arbitrary<number>) =>
        fc.array(arbitrary, { minLength: groups.length, maxLength: groups.length }).map((own) => Int32Array.from(own));
      const homes = fc.record({
        homeOf: fc
          .array(fc.integer({ min: -1, max: groups.length - 1 }), { minLength: people, maxLength: people })
          .map((own) => Int32Array.from(own)),
        least: byGroup(fc.integer({ min: 0, max: 2 })),
        most: byGroup(fc.integer({ min: 2, max: 4 })),
        mostMoves: fc.integer({ min: 0, max: people }),
        copies: byGroup(fc.integer({ min: 1, max: 2 })),
        isMerged: fc.boolean(),
      });
      return fc.tuple(demands, homes).map(([own, { copies, isMerged, ...rest }]) => ({
        people,
        groups,
        demands: own,
        ...(hasHomes ? { homes: { ...rest, ...(isMerged ? { copies } : {}) } } : {}),
      }));
    });
}
