import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFirstDifference } from '../../src/usecases/first-difference.js';
import { encodeUtf8 } from '../../src/writers/utf8.js';
import { runs } from '../helpers/runs.js';

const between = (here: string, there: string) => findFirstDifference(encodeUtf8(here), encodeUtf8(there));

describe('the first difference of two files', () => {
  it('is none where the bytes are the same', () => {
    expect(between('a\nb\n', 'a\nb\n')).toBeUndefined();
    expect(between('', '')).toBeUndefined();
  });

  it('is a line, with what it holds in both', () => {
    expect(between('a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n')).toEqual({ kind: 'line', line: 2, here: 'b', there: 'B' });
  });

  it('is the line that only one of them has', () => {
    expect(between('a\n', 'a\nb\n')).toEqual({ kind: 'line', line: 2, here: undefined, there: 'b' });
    expect(between('a\nb', 'a\n')).toEqual({ kind: 'line', line: 2, here: 'b', there: undefined });
    expect(between('', 'a')).toEqual({ kind: 'line', line: 1, here: undefined, there: 'a' });
  });

  it('shows the ends of lines where nothing else differs', () => {
    expect(between('a\nb\n', 'a\r\nb\r\n')).toEqual({ kind: 'line', line: 1, here: 'a\n', there: 'a\r\n' });
    expect(between('a\nb', 'a\nb\n')).toEqual({ kind: 'line', line: 2, here: 'b', there: 'b\n' });
  });

  it('shows a byte order mark that only one of them has', () => {
    expect(between('\ufeffa\n', 'a\n')).toEqual({ kind: 'line', line: 1, here: '\ufeffa', there: 'a' });
  });

  it('is shown with what is around it in a long line', () => {
    const [head, tail] = ['é'.repeat(200), 'z'.repeat(200)];
    const difference = between(`${head}x${tail}`, `${head}y${tail}`);
    if (difference?.kind !== 'line') throw new Error('no line');
    expect(difference.here).toBe(`…${'é'.repeat(30)}x${'z'.repeat(69)}…`);
    expect(difference.there).toBe(`…${'é'.repeat(30)}y${'z'.repeat(69)}…`);
  });

  it('is a number of bytes where one of them is no text', () => {
    const difference = findFirstDifference(Uint8Array.of(80, 75, 3, 0xff), Uint8Array.of(80, 75, 4, 0xff));
    expect(difference).toEqual({ kind: 'byte', offset: 2 });
  });

  it('is found wherever two texts differ, and shows two texts that differ', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\n', '\r\n', 'é', ''), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (here, there) => {
        const difference = between(here, there);
        expect(difference === undefined).toBe(here === there);
        if (difference?.kind === 'line') expect(difference.here).not.toBe(difference.there);
      }),
      { seed: 7, numRuns: runs(500) },
    );
  });
});
