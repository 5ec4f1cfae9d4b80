import { describe, expect, it } from 'vitest';
import { textWidth, wrappedLines } from '../../../src/writers/workbook/text-width.js';

describe('the width of a text', () => {
  it('counts digits as one, thin letters as less, capitals as more, and the widest line alone', () => {
    expect(textWidth('0123456789')).toBe(10);
    expect(textWidth('illit')).toBeLessThan(3);
    expect(textWidth('MAIRIE')).toBeGreaterThan(6);
    expect(textWidth('ab\nabcdef')).toBe(textWidth('abcdef'));
    expect(textWidth('漢字')).toBe(4);
    expect(textWidth('')).toBe(0);
  });

  it('wraps word by word, and a word that is too long anywhere', () => {
    expect(wrappedLines('00000 00000', 12)).toBe(1);
    expect(wrappedLines('00000 00000', 10)).toBe(2);
    expect(wrappedLines('00000 00000 00000', 6)).toBe(3);
    expect(wrappedLines('0'.repeat(25), 10)).toBe(3);
  });
});
