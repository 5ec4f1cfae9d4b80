import { describe, expect, it } from 'vitest';
import { contentLine, escapeText } from '../../../src/writers/calendar/content-line.js';

const octets = (text: string): number => new TextEncoder().encode(text).length;
const unfolded = (text: string): string => text.replaceAll('\r\n ', '');

describe('a content line', () => {
  it('of 75 octets stands on one line, of 76 on two', () => {
    expect(contentLine('SUMMARY', 'x'.repeat(67))).toBe(`SUMMARY:${'x'.repeat(67)}\r\n`);
    expect(contentLine('SUMMARY', 'x'.repeat(68))).toBe(`SUMMARY:${'x'.repeat(67)}\r\n x\r\n`);
  });

  it.each(['é', '–', '🎓', 'xé–🎓'])('is never folded within %s', (letters) => {
    for (let shift = 0; shift < 4; shift++) {
      const value = 'x'.repeat(shift) + letters.repeat(100);
      const text = contentLine('SUMMARY', value);
      const lines = text.split('\r\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) {
        expect(octets(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/\p{Surrogate}/u);
      }
      // No line but the last has room for one more letter.
      for (const line of lines.slice(0, -1)) expect(octets(line)).toBeGreaterThan(75 - 4);
      expect(unfolded(text)).toBe(`SUMMARY:${value}\r\n`);
    }
  });

  it('counts the space in front of a folded line', () => {
    const lines = contentLine('X', 'x'.repeat(300)).split('\r\n');
    expect(lines.slice(0, 4).map(octets)).toEqual([75, 75, 75, 75]);
  });
});

describe('a text', () => {
  it.each([
    ['a\\b;c,d:"e"', 'a\\\\b\\;c\\,d:"e"'],
    ['one\ntwo\r\nthree\rfour', 'one\\ntwo\\nthree\\nfour'],
    ['\\n is no line break', '\\\\n is no line break'],
    ['tab\tstays, bell\u0007 goes', 'tab\tstays\\, bell goes'],
    ['half \ud83c pair', 'half \ufffd pair'],
  ])('%j is escaped', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });
});
