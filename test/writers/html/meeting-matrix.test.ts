import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawMeetings } from '../../../src/writers/html/meeting-matrix.js';

/** The cells that a path strokes, as `column,row`. */
function cellsOf(markup: string, kind: string): readonly string[] {
  const path = new RegExp(`<path class="${kind}" d="([^"]*)"`).exec(markup)?.[1] ?? '';
  return [...path.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)].flatMap(([, from, row, length]) =>
    Array.from({ length: Number(length) }, (_, index) => `${Number(from) + index},${row}`),
  );
}

it('marks each pair by whether it met before, meets now or meets again, and nobody with themselves', () => {
  const groups = fc.integer({ min: -1, max: 2 });
  const modules = fc
    .integer({ min: 1, max: 9 })
    .chain((people) =>
      fc.array(fc.array(groups, { minLength: people, maxLength: people }), { minLength: 1, maxLength: 4 }),
    );
  fc.assert(
    fc.property(modules, (rows) => {
      const people = rows[0].map((_, person) => `p${person}`);
      const drawn = drawMeetings(
        { people, modules: rows.map((row) => Int32Array.from(row)) },
        [{ label: '<G>', size: people.length }],
        { title: 't', description: 'd' },
      );
      const expected: Record<string, string[]> = { before: [], now: [], again: [] };
      for (const a of people.keys()) {
        for (const b of people.keys()) {
          const together = rows.map((row) => a !== b && row[a] >= 0 && row[a] === row[b]);
          const [now, before] = [together.at(-1) === true, together.slice(0, -1).includes(true)];
          if (now || before) expected[now && before ? 'again' : now ? 'now' : 'before'].push(`${b},${a}`);
        }
      }
      for (const kind of ['before', 'now', 'again'])
        expect(cellsOf(String(drawn), kind).toSorted()).toEqual(expected[kind].toSorted());
      expect(String(drawn)).toContain('&lt;G&gt;');
    }),
  );
});
