import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../../src/domain/fold.js';
import type { Module } from '../../../src/domain/module.js';
import { demandOf, isMet } from '../../../src/engine/feasibility/demand.js';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { countMoves, type Home } from '../../../src/engine/home.js';
import { createRandom } from '../../../src/engine/random.js';
import { findFewestMoves } from '../../../src/engine/repair/fewest-moves.js';
import { createHardSeating } from '../../../src/engine/repair/hard-seating.js';
import { createMending } from '../../../src/engine/repair/mending.js';
import { last } from '../../helpers/courses.js';
import { modules } from '../../helpers/random-modules.js';
import { runs } from '../../helpers/runs.js';

/** A module with hard rules, where its people were, and sizes that leave some room. */
const cases = modules({ people: 10, rules: 'hard', wishes: false }).chain((module) => {
  const people = module.cohort.participants.length;
  const groups = module.groups.length;
  return fc.record({
    module: fc.constant(module),
    homes: fc.array(fc.integer({ min: -1, max: groups - 1 }), { minLength: people, maxLength: people }),
    slack: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 2 * groups, maxLength: 2 * groups }),
    seed: fc.string(),
  });
});

function prepare(module: Module, homes: readonly number[], slack: readonly number[]) {
  const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const home: Home = {
    homeOf: Int32Array.from(homes),
    least: Int32Array.from(groups, ({ size }, g) => size - slack[g]),
    most: Int32Array.from(groups, ({ size }, g) => size + slack[groups.length + g]),
  };
  return { groups, demands: hardRulesOf(module).map(demandOf), home };
}

describe('people in groups and what is amiss with that', () => {
  it('is the same whatever moves led there, and nothing where every demand and size is kept', () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 }),
        ({ module, homes, slack }, moves) => {
          const { groups, demands, home } = prepare(module, homes, slack);
          const seating = createHardSeating(groups, demands, home);
          for (const [item, to] of moves) seating.move(item % seating.items.length, (to % (groups.length + 1)) - 1);
          const direct = createHardSeating(groups, demands, home);
          seating.items.forEach((_, item) => direct.move(item, seating.groupOf(item)));
          const seen = [seating, direct].map((own) => ({
            violations: own.violations(),
            moves: own.moves(),
            troubled: own.troubled.list(),
            roomy: own.roomy.list(),
            strays: own.strays.list(),
            away: own.away.list(),
            complaints: groups.map((_unused, group) => own.complaintsOf(group).length),
          }));
          expect(seen[0]).toEqual(seen[1]);
          const groupOf = seating.toGroups();
          expect(seating.moves()).toBe(countMoves(home.homeOf, groupOf));
          const sizes = groups.map((_, group) => groupOf.filter((own) => own === group).length);
          const isWhole =
            !groupOf.includes(-1) &&
            sizes.every((size, group) => size >= home.least[group] && size <= home.most[group]) &&
            demands.every((demand) => isMet(demand, groups, groupOf));
          expect(seating.violations() === 0).toBe(isWhole);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('is mended as far as it says, and never needs more moves the longer it is tried', () => {
    let mended = 0;
    fc.assert(
      fc.property(cases, ({ module, homes, slack, seed }) => {
        const { groups, demands, home } = prepare(module, homes, slack);
        const seating = createHardSeating(groups, demands, home);
        const { mend, reduce } = createMending(seating, createRandom(seed));
        const isMended = last(mend());
        expect(isMended).toBe(seating.violations() === 0);
        if (!isMended) return;
        mended++;
        const told = [seating.moves()];
        last(reduce(0, 10, () => told.push(seating.moves())));
        expect(seating.violations()).toBe(0);
        expect(seating.moves()).toBe(told.at(-1));
        expect(told).toEqual([...new Set(told)].sort((a, b) => b - a));
        const groupOf = seating.toGroups();
        expect(demands.every((demand) => isMet(demand, groups, groupOf))).toBe(true);
      }),
      { numRuns: runs(60) },
    );
    expect(mended).toBeGreaterThan(runs(10));
  });

  it('needs no fewer moves than is proved, whatever the seed', () => {
    fc.assert(
      fc.property(cases, ({ module, homes, slack }) => {
        const { home } = prepare(module, homes, slack);
        const [a, b] = ['a', 'b'].map((seed) => last(findFewestMoves(module, home, seed, () => undefined)));
        expect(a.status).toBe(b.status);
        if (a.status !== 'found' || b.status !== 'found') return;
        expect({ moves: a.moves, isProved: a.isProved }).toEqual({ moves: b.moves, isProved: b.isProved });
        expect(a.isProved).toBe(true);
      }),
      { numRuns: runs(60) },
    );
  });
});
