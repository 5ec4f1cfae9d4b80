import { describe, expect, it } from 'vitest';
import { readRosters } from '../../src/readers/roster-reader.js';
import { guessSeparator } from '../../src/readers/separator-guess.js';
import { readSettings } from '../../src/readers/settings-reader.js';

const theme = (id: string) => ({ id, title: id, strands: [{ id: '', title: '', source: { file: 't' } }] });
const bytes = (text: string) => new TextEncoder().encode(text);

function read(text: string, separator?: string) {
  const file = { name: 'r.csv', school: '', bytes: bytes(text), ...(separator === undefined ? {} : { separator }) };
  return readRosters([file], new Map(), { themes: ['A', 'B'].map(theme) });
}

describe('what separates several values of a cell', () => {
  it.each([';', ',', '/', '+', '\n'])(
    'may be %j where the roster says so, in attributes and wishes alike',
    (letter) => {
      const cell = (...values: readonly string[]) => `"${values.join(letter)}"`;
      const text = `nom\tstages\tvœux\nAsh\t${cell('x', 'y')}\t${cell('A', 'B')}\nBay\t${cell('y')}\t${cell('B')}\n`;
      const { value, diagnostics } = read(text, letter);
      expect(value.attributes[0].levels).toEqual(['x', 'y']);
      expect(value.participants.map(({ wishes }) => wishes)).toEqual([['A', 'B'], ['B']]);
      expect(diagnostics).toEqual([]);
    },
  );

  it('is one roster’s own: another may use | for the same values', () => {
    const files = [
      { name: 'a.csv', school: 'A', bytes: bytes('nom\tstages\nAsh\tx;y\nBay\tx\n'), separator: ';' },
      { name: 'b.csv', school: 'B', bytes: bytes('nom\tstages\nCam\tx|y\nDee\tz;\n') },
    ];
    const { value } = readRosters(files, new Map());
    const levels = value.participants.map((person) => person.levels.get('internships'));
    expect(levels).toEqual([['x', 'y'], ['x'], ['x', 'y'], ['z;']]);
  });

  it('earns a warning where another letter seems to be it, and a hint where that gives themes', () => {
    const { diagnostics } = read('nom\tstages\tvœux\nAsh\tx, y\tA, B\nBay\ty, x\tA\nCam\tx\t\nDee\ty\t\n');
    expect(diagnostics).toMatchObject([
      { severity: 'error', value: 'A, B', suggestion: 'A|B' },
      { severity: 'warning', code: 'roster.values-unsplit', params: { people: 2, separator: ',' }, value: 'x, y' },
    ]);
  });

  it('is no comma that belongs to a value', () => {
    const { diagnostics } = read('nom\tstages\nAsh\tx, y\nBay\tx, y\nCam\tx\nDee\tz\n');
    expect(diagnostics).toEqual([]);
  });

  it('is guessed from the cells', () => {
    expect(guessSeparator([['x, y', 'y, z', 'x', 'z, x']])).toBe(',');
    expect(guessSeparator([['x\ny', 'y\nz', 'x', 'z\nx']])).toBeUndefined();
    expect(guessSeparator([['x\ny', 'y/z', 'x', 'z/x', 'y/x']])).toBe('/');
    expect(guessSeparator([['x, y', 'y|z', 'x, y']])).toBeUndefined();
    expect(guessSeparator([['one, two', 'three, four', 'five']])).toBeUndefined();
    expect(guessSeparator([['x', 'y'], []])).toBeUndefined();
    expect(guessSeparator([['x,', 'x,', 'x']])).toBeUndefined();
  });

  it('is guessed where two cells, and a tenth of all, have it', () => {
    const beside = (count: number, ...cells: readonly string[]) => [[...cells, ...'x'.repeat(count)]];
    expect(guessSeparator(beside(18, 'x, y', 'y, x'))).toBe(',');
    expect(guessSeparator(beside(19, 'x, y', 'y, x'))).toBeUndefined();
    expect(guessSeparator(beside(1, 'x, x'))).toBeUndefined();
  });

  it('is guessed where seven tenths of the values differ at most', () => {
    expect(guessSeparator([['a, b', 'c, d', 'e, f', 'g, a', 'b, c']])).toBe(',');
    expect(guessSeparator([['a, b', 'c, d', 'e, f', 'g, h', 'b, c']])).toBeUndefined();
  });

  it('is one of a few letters in the settings', () => {
    const settings = (separator: string) =>
      readSettings({
        name: 'm.toml',
        bytes: bytes(`[[roster]]\nfile = "a.csv"\nseparator = ${separator}\n[groups]\ncount = 2\n`),
      });
    expect(settings('"\\n"').value?.rosters).toEqual([{ school: '', file: 'a.csv', separator: '\n' }]);
    expect(settings('"&"').diagnostics).toMatchObject([
      { severity: 'error', code: 'settings.not-a-separator', value: '&', source: { line: 3 } },
    ]);
  });
});

describe('a line break in a cell', () => {
  it('parts values whatever else does', () => {
    for (const separator of [undefined, '/', ';']) {
      const letter = separator ?? '|';
      const { value } = read(`nom\tstages\tvœux\nAsh\t"x\ny${letter}z"\t"A\nB"\nBay\tx\t\n`, separator);
      expect(value.attributes[0].levels).toEqual(['x', 'y', 'z']);
      expect(value.participants[0].wishes).toEqual(['A', 'B']);
    }
  });
});
