import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readInstance } from '../../bench/mdgp-instance.js';

const TINY = readFileSync(new URL('tiny_n4_ss.txt', import.meta.url), 'utf8');
const lines = TINY.split('\n');
const withLine = (at: number, text: string) => lines.map((line, index) => (index === at - 1 ? text : line)).join('\n');

describe('the MDGPLIB format', () => {
  it('is read into sizes and a symmetric matrix', () => {
    const { people, sizes, distances } = readInstance(TINY, 'tiny');
    expect(people).toBe(4);
    expect(sizes).toEqual([
      { min: 2, max: 2 },
      { min: 2, max: 2 },
    ]);
    expect(Array.from(distances.subarray(0, 8))).toEqual([0, 5.5, 1, 2.25, 5.5, 0, 3, 1]);
  });

  it('takes another header for the same distances', () => {
    const { sizes } = readInstance(TINY, 'tiny', '4 2 ds 1 3 1 2');
    expect(sizes).toEqual([
      { min: 1, max: 3 },
      { min: 1, max: 2 },
    ]);
  });

  it.each([
    [withLine(1, '4 2 xx 2 2 2 2'), 'tiny:1: people, groups and ss or ds expected'],
    [withLine(1, '4 2 ss 2 2'), 'tiny:1: the least and the most people of 2 groups expected'],
    [withLine(3, '0 2'), 'tiny:3: two different people from 0 to 3 and their distance expected; read "0 2"'],
    [withLine(3, '0 4 1'), 'tiny:3: two different people'],
    [withLine(3, '0 2 x'), 'tiny:3: two different people'],
    [withLine(3, '1 0 5'), 'tiny:3: people 1 and 0 have a distance already'],
    [withLine(3, ''), '6 distances expected, 5 found before the end'],
  ])('is refused with the line that is wrong: %#', (text, message) => {
    expect(() => readInstance(text, 'tiny')).toThrow(message);
  });
});
