import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../../src/check/check-groups.js';
import { compareText } from '../../../src/domain/fold.js';
import { isEqual, isLess, type Fraction } from '../../../src/domain/fraction.js';
import type { Module } from '../../../src/domain/module.js';
import { repairGroups } from '../../../src/engine/repair/repair-groups.js';
import { toGroupList } from '../../../src/usecases/form-groups.js';
import { modules } from '../../helpers/random-modules.js';
import { runs } from '../../helpers/runs.js';

interface Optimum {
  readonly moves: number;
  readonly value: Fraction;
}

/** Of all assignments with sizes within the limits that keep the hard rules: by number of moves, the best. */
function tryAll(module: Module, homeOf: readonly number[], least: readonly number[], most: readonly number[]) {
  const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const people = module.cohort.participants;
  const best = new Map<number, Fraction>();
  const groupOf = new Int32Array(people.length);
  const visit = (p: number) => {
    if (p < people.length) {
      for (let group = 0; group < groups.length; group++) {
        groupOf[p] = group;
        visit(p + 1);
      }
      return;
    }
    const sizes = groups.map((_, group) => groupOf.filter((own) => own === group).length);
    if (sizes.some((size, group) => size < least[group] || size > most[group])) return;
    const own = { ...module, groups: groups.map((group, g) => ({ ...group, size: sizes[g] })) };
    const assignment = new Map(people.map(({ key }, person) => [key, groups[groupOf[person]].label]));
    const { hard, soft } = checkGroups(own, toGroupList({ groups: own.groups, assignment }));
    if (hard > 0) return;
    const moves = homeOf.filter((home, person) => home >= 0 && home !== groupOf[person]).length;
    const known = best.get(moves);
    if (known === undefined || isLess(soft, known)) best.set(moves, soft);
  };
  visit(0);
  return best;
}

function bestWithin(best: ReadonlyMap<number, Fraction>, moves: number): Fraction | undefined {
  let value: Fraction | undefined;
  for (const [own, soft] of best) if (own <= moves && (value === undefined || isLess(soft, value))) value = soft;
  return value;
}

const cases = modules({ people: 6, wishes: true }).chain((module) => {
  const people = module.cohort.participants.length;
  const groups = module.groups.length;
  const homes = fc.array(fc.integer({ min: -1, max: groups - 1 }), { minLength: people, maxLength: people });
  const slack = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 2 * groups, maxLength: 2 * groups });
  return fc.tuple(fc.constant(module), homes, slack);
});

describe('a repair against every assignment of a small module', () => {
  it('moves as few people as can be, proved, and is the best for that number', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([module, homes, slack]) => {
        const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
        const least = groups.map(({ size }, g) => Math.max(1, size - slack[g]));
        const most = groups.map(({ size }, g) => size + slack[groups.length + g]);
        const home = { homeOf: Int32Array.from(homes), least: Int32Array.from(least), most: Int32Array.from(most) };
        const best = tryAll(module, homes, least, most);
        const result = await repairGroups({ module, home, seed: 's', isCompared: false });
        if (best.size === 0) {
          expect(result.status).toBe('impossible');
          return;
        }
        const fewest = Math.min(...best.keys());
        const optimum: Optimum = { moves: fewest, value: bestWithin(best, fewest) as Fraction };
        if (result.status !== 'repaired') throw new Error(result.status);
        const { chosen, isProved } = result;
        expect({ fewest: result.fewest, moves: chosen.moves, hard: chosen.hard, isProved }).toEqual({
          fewest,
          moves: fewest,
          hard: 0,
          isProved: true,
        });
        expect(isLess(chosen.value, optimum.value)).toBe(false);
        expect(isEqual(chosen.value, optimum.value)).toBe(true);
      }),
      { numRuns: runs(36), seed: 1 },
    );
  });

  it('refuses fewer moves than are needed, says how many are, and never exceeds those allowed', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.integer({ min: 0, max: 4 }), async ([module, homes], maxMoves) => {
        const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
        const sizes = Int32Array.from(groups, ({ size }) => size);
        const home = { homeOf: Int32Array.from(homes), least: sizes, most: sizes };
        const best = tryAll(module, homes, [...sizes], [...sizes]);
        const result = await repairGroups({ module, home, seed: 's', maxMoves, isCompared: true });
        const fewest = Math.min(...best.keys());
        if (best.size === 0) expect(result.status).toBe('impossible');
        else if (maxMoves < fewest) expect(result).toEqual({ status: 'too-few-moves', fewest, isProved: true });
        else {
          if (result.status !== 'repaired') throw new Error(result.status);
          expect(result.chosen.moves).toBeLessThanOrEqual(maxMoves);
          const values = result.steps.map(({ value }) => value);
          values.slice(1).forEach((value, index) => expect(isLess(value, values[index])).toBe(true));
        }
      }),
      { numRuns: runs(18), seed: 2 },
    );
  });

  it('moves nobody where nothing has changed', async () => {
    await fc.assert(
      fc.asyncProperty(modules({ people: 6, rules: 'none' }), fc.nat(), async (module, turn) => {
        const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
        const seats = groups.flatMap(({ size }, g) => Array.from({ length: size }, () => g));
        const homeOf = Int32Array.from(seats, (_, p) => seats[(p + turn) % seats.length]);
        const sizes = Int32Array.from(groups, ({ size }) => size);
        const result = await repairGroups({
          module,
          home: { homeOf, least: sizes, most: sizes },
          seed: 's',
          isCompared: false,
        });
        if (result.status !== 'repaired') throw new Error(result.status);
        expect([...result.chosen.groupOf]).toEqual([...homeOf]);
        expect(result.fewest).toBe(0);
      }),
      { numRuns: runs(24) },
    );
  });
});
