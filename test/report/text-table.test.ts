import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../src/report/style.js';
import { cutAtWord, layOutTable, textWidth, type TextColumn } from '../../src/report/text-table.js';
import { wrapText } from '../../src/report/wrap-text.js';

const COLUMNS: readonly TextColumn[] = [
  { title: 'name', align: 'left' },
  { title: 'number', align: 'right' },
  { title: 'note', align: 'left' },
];

describe('a table', () => {
  it('of texts that fit is as wide as they are', () => {
    expect(layOutTable(COLUMNS, [['a', '10', 'b']], PLAIN)).toEqual(['name  number  note', 'a         10  b']);
  });

  it('takes 80 columns at most, whatever its texts are, and never cuts a number', () => {
    const texts = fc.string({ maxLength: 200 }).map((text) => text.replace(/\s/g, ' '));
    const rows = fc.array(fc.tuple(texts, fc.nat().map(String), texts), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (cells) => {
        const [, ...lines] = layOutTable(COLUMNS, cells, PLAIN);
        lines.forEach((line, index) => {
          expect(textWidth(line)).toBeLessThanOrEqual(80);
          expect(line).toContain(cells[index][1]);
        });
      }),
    );
  });

  it('leaves whole what is to be copied, however wide', () => {
    const path = 'a folder/'.repeat(12);
    const [first, ...others] = COLUMNS;
    const [, line] = layOutTable(
      [{ ...first, isWhole: true }, ...others],
      [[path, '10', 'a note of some words']],
      PLAIN,
    );
    expect(line).toBe(`${path}      10  a note of…`);
  });

  it('cuts its widest text at a word, and says so', () => {
    const long = 'Institut national des études territoriales et de la formation permanente des cadres';
    const [, line] = layOutTable(COLUMNS, [[long, '10', 'short']], PLAIN);
    expect(line).toBe('Institut national des études territoriales et de la formation…         10  short');
  });
});

describe('a text that is cut', () => {
  it('ends with a whole word where it has several, and is whole where it fits', () => {
    expect(cutAtWord('one two three', 13)).toBe('one two three');
    expect(cutAtWord('one two three', 10)).toBe('one two…');
    expect(cutAtWord('one two three', 8)).toBe('one two…');
    expect(cutAtWord('one two three', 7)).toBe('one…');
    expect(cutAtWord('internships=embassy', 10)).toBe('internshi…');
  });
});

describe('a text that is wrapped', () => {
  it('breaks at spaces, not at no-break spaces, and goes on under an indent', () => {
    expect(wrapText('one two\u00a0! three', 8)).toEqual(['one', 'two\u00a0!', 'three']);
    expect(wrapText('  one two three', 8, '    ')).toEqual(['  one', '    two', '    three']);
  });

  it('does not count colour', () => {
    expect(wrapText('\u001b[32mone two\u001b[39m three', 7)).toEqual(['\u001b[32mone two\u001b[39m', 'three']);
  });

  it('loses no word, and has no line wider than asked but for a word that is', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (given, width) => {
        const lines = wrapText(given.join(' '), width);
        expect(lines.join(' ')).toBe(given.join(' '));
        for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true);
      }),
    );
  });
});
