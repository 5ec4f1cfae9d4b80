import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandOf, isMet } from '../../../src/engine/feasibility/demand.js';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { countMoves, type Home } from '../../../src/engine/home.js';
import { findFewestMoves, type FeasibleGroups } from '../../../src/engine/repair/fewest-moves.js';
import { modules } from '../../helpers/random-modules.js';
import { runs } from '../../helpers/runs.js';

/** Everyone in any of some groups. */
function* anywhere(people: number, groups: number): Generator<Int32Array> {
  for (let code = 0; code < groups ** people; code++)
    yield Int32Array.from({ length: people }, (_, p) => Math.trunc(code / groups ** p) % groups);
}

/** Where people were, −1 for nowhere, and by how many seats each group may differ from its size. */
const homes = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 6, maxLength: 6 });
const slack = fc.nat(1);

describe('the fewest moves', () => {
  it('are those of the best of all assignments within the sizes, proved, and each told way keeps every rule', () => {
    fc.assert(
      fc.property(modules({ people: 6, rules: 'hard', wishes: false }), homes, slack, (module, drawn, more) => {
        const people = module.cohort.participants.length;
        const sizes = module.groups.map(({ size }) => size);
        const home: Home = {
          homeOf: Int32Array.from({ length: people }, (_, p) => Math.min(drawn[p], sizes.length - 1)),
          least: Int32Array.from(sizes, (size) => Math.max(0, size - more)),
          most: Int32Array.from(sizes, (size) => size + more),
        };
        const demands = hardRulesOf(module).map(demandOf);
        const isKept = (groupOf: Int32Array) => {
          const counts = sizes.map((_, group) => groupOf.filter((own) => own === group).length);
          return (
            counts.every((count, group) => count >= home.least[group] && count <= home.most[group]) &&
            demands.every((demand) => isMet(demand, module.groups, groupOf))
          );
        };
        const kept = [...anywhere(people, sizes.length)].filter(isKept);
        const fewest = Math.min(...kept.map((groupOf) => countMoves(home.homeOf, groupOf)));
        const told: FeasibleGroups[] = [];
        const course = findFewestMoves(module, home, 's', (found) => told.push(found));
        let step = course.next();
        while (step.done !== true) step = course.next();
        const found = step.value;
        if (found.status !== 'found') {
          expect([found.status, kept.length]).toEqual(['impossible', 0]);
          return;
        }
        expect([found.moves, found.isProved]).toEqual([fewest, true]);
        expect(countMoves(home.homeOf, found.groupOf)).toBe(fewest);
        expect(isKept(found.groupOf)).toBe(true);
        for (const { moves, groupOf, isProved } of told) {
          expect([isKept(groupOf), countMoves(home.homeOf, groupOf)]).toEqual([true, moves]);
          if (isProved) expect(moves).toBe(fewest);
        }
        expect(told.map(({ moves }) => moves)).toEqual(
          [...new Set(told.map(({ moves }) => moves))].sort((a, b) => b - a),
        );
        expect(told.at(-1)?.moves).toBe(fewest);
      }),
      { numRuns: runs(40) },
    );
  });
});
