import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Incumbent } from '../../src/engine/incumbent.js';
import { runs } from '../helpers/runs.js';

it('gives back the assignment as it was marked, whatever was exchanged since', () => {
  const person = fc.integer({ min: 0, max: 4 });
  const moves = fc.array(fc.record({ p: person, q: person, isMarked: fc.boolean() }), { maxLength: 40 });
  fc.assert(
    fc.property(moves, (list) => {
      const live = Int32Array.of(0, 0, 1, 1, 2);
      const incumbent = new Incumbent(live);
      let marked = [...live];
      for (const { p, q, isMarked } of list) {
        [live[p], live[q]] = [live[q], live[p]];
        incumbent.record(p, q);
        if (isMarked) {
          incumbent.mark();
          marked = [...live];
        }
        expect([...incumbent.assignment()]).toEqual(marked);
      }
    }),
    { seed: 5, numRuns: runs(100) },
  );
});

it('does so after more exchanges of more people than it had room for at first', () => {
  const live = Int32Array.from({ length: 300 }, (_, p) => p);
  const marked = [...live];
  const incumbent = new Incumbent(live);
  for (let made = 1; made <= 320; made++) {
    const [p, q] = [(7 * made) % 300, (11 * made + 1) % 300];
    [live[p], live[q]] = [live[q], live[p]];
    incumbent.record(p, q);
    if (made % 20 === 0) expect([...incumbent.assignment()]).toEqual(marked);
  }
});

it('gives arrays of their own', () => {
  const incumbent = new Incumbent(Int32Array.of(0, 1));
  for (let made = 0; made < 6; made++) {
    incumbent.assignment().fill(9);
    expect([...incumbent.assignment()]).toEqual([0, 1]);
    incumbent.record(0, 0);
  }
});
