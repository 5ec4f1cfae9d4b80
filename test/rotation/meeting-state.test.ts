import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandom } from '../../src/engine/random.js';
import { dealByKind } from '../../src/rotation/deal.js';
import { scoreRotation } from '../../src/rotation/meeting-counts.js';
import { MeetingState } from '../../src/rotation/meeting-state.js';

it('prices a swap as the plan counted anew before and after, whatever was swapped before', () => {
  const cases = fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }),
    modules: fc.integer({ min: 1, max: 5 }),
    met: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 3 })), { maxLength: 3 }),
    seed: fc.string(),
  });
  fc.assert(
    fc.property(cases, ({ sizes: list, modules, met: drawn, seed }) => {
      const n = list.reduce((sum, size) => sum + size, 0);
      const met = drawn
        .filter(([first, second]) => first !== second && first < n && second < n)
        .map(([first, second, times]) => ({ first, second, times }));
      const sizes = Array.from({ length: modules }, () => Int32Array.from(list));
      const random = createRandom(seed);
      const people = Int32Array.from({ length: n }, (_, person) => person);
      const start = sizes.map((each) => dealByKind(people, new Int32Array(n), each, random));
      const state = new MeetingState(start, sizes, met);
      for (let i = 0; i < 20; i++) {
        const [module, p, q] = [random.index(modules), random.index(n), random.index(n)];
        if (state.groupOf[module][p] === state.groupOf[module][q]) continue;
        const before = state.energy();
        const delta = state.delta(module, p, q);
        state.swap(module, p, q);
        expect(state.energy() - before).toBe(delta);
        expect(state.score()).toEqual(scoreRotation(n, state.groupOf, met));
      }
    }),
  );
});
