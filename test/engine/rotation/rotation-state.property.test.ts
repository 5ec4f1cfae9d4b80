import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../../src/check/check-groups.js';
import type { EarlierModule } from '../../../src/domain/history.js';
import { RotationState } from '../../../src/engine/rotation/rotation-state.js';
import { priceMeetings } from '../../../src/engine/rotation/shared-modules.js';
import { toAssignment } from '../../../src/engine/solution.js';
import { runs } from '../../helpers/runs.js';
import { rotations, scoreFromNothing } from './rotations.js';

const draws = fc.array(fc.tuple(fc.nat(3), fc.nat(99), fc.nat(99)), { maxLength: 12 });

describe('the groups of several modules in the making', () => {
  it('are worth after any swaps what they are worth from nothing, and every delta says so', () => {
    fc.assert(
      fc.property(rotations(), draws, ({ rotation, groups }, draw) => {
        const state = new RotationState(rotation, groups);
        for (const [m, a, b] of draw) {
          const module = m % groups.length;
          const [p, q] = [a % rotation.problem.peopleCount, b % rotation.problem.peopleCount];
          const { groupOf } = state.modules[module];
          if (groupOf[p] === groupOf[q]) continue;
          const before = scoreFromNothing(rotation, state.groups());
          const delta = state.delta(module, p, q);
          state.swap(module, p, q);
          const after = scoreFromNothing(rotation, state.groups());
          expect({ hard: state.hard, soft: state.soft }).toEqual(after);
          expect(delta).toBe(after.hard - before.hard + after.soft - before.soft);
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('price people who are dealt anew, one of each group, as the whole is worth after it', () => {
    fc.assert(
      fc.property(
        rotations(),
        fc.nat(3),
        fc.array(fc.nat(99), { minLength: 9, maxLength: 9 }),
        fc.nat(8),
        (drawn, m, seats, turn) => {
          const { rotation, groups } = drawn;
          const state = new RotationState(rotation, groups);
          const module = m % groups.length;
          const { groupOf, groupStart, members } = state.modules[module];
          const people = Int32Array.from(
            rotation.problem.groupSizes,
            (size, group) => members[groupStart[group] + (seats[group % 9] % size)],
          );
          const size = people.length;
          const costs = new Float64Array(size * size);
          state.addTakings(module, people, costs);
          people.forEach((p, who) => {
            expect(costs[who * size + who]).toBe(0);
            people.forEach((q, place) => {
              if (who !== place) expect(costs[who * size + place]).toBe(state.taking(module, p, q));
            });
          });
          const before = scoreFromNothing(rotation, groups);
          const after = groups.map((list) => list.slice());
          let cost = 0;
          people.forEach((p, who) => {
            const place = (who + turn) % size;
            after[module][p] = groupOf[people[place]];
            cost += costs[who * size + place];
          });
          const { hard, soft } = scoreFromNothing(rotation, after);
          expect(cost).toBe(hard - before.hard + soft - before.soft);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('cost by meetings what the check says of each module given those before it', () => {
    fc.assert(
      fc.property(rotations(), ({ module, rotation, groups }) => {
        const { problem, earlier, isWanted } = rotation;
        const history: EarlierModule[] = [...(module.history ?? [])];
        let price = 0;
        for (const groupOf of groups) {
          const assignment = toAssignment(problem, groupOf);
          const report = checkGroups({ ...module, history: [...history] }, { groups: module.groups, assignment });
          price += report.meetings?.penalty ?? 0;
          history.push({ rows: [], assignment });
        }
        expect(priceMeetings({ groupOf: [...earlier, ...groups], first: earlier.length, isWanted })).toBe(price);
      }),
      { numRuns: runs(100) },
    );
  });
});
