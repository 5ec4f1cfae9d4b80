import { describe, expect, it } from 'vitest';
import { cleanText, parseDecimal, parseNumber, splitValues } from '../../src/readers/cells.js';
import { parseDate, parseMoment, parseTime } from '../../src/readers/moments.js';

describe('cleanText', () => {
  it.each([
    ['  a b ', 'a b'],
    ['\u00A0\u202Fa\u00A0b\u2007', 'a\u00A0b'],
    ['\u200Ba\u200B', 'a'],
    ['e\u0301', 'é'],
    ["'=1+1", '=1+1'],
    ["'+33 1", '+33 1'],
    ["' -5", '-5'],
    ["''=1", "'=1"],
    ["'＠x", '＠x'],
    ["'s-Hertogenbosch", "'s-Hertogenbosch"],
    ["'", "'"],
    ["d'Orves", "d'Orves"],
    ['0012', '0012'],
  ])('reads %j as %j', (cell, text) => {
    expect(cleanText(cell)).toBe(text);
  });
});

describe('splitValues', () => {
  it('parts values at the bar and leaves out blank ones', () => {
    expect(splitValues(' préfecture | |ambassade|')).toEqual(['préfecture', 'ambassade']);
    expect(splitValues('  ')).toEqual([]);
  });
});

describe('parseNumber', () => {
  it.each([
    ['12', 12],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['-3', -3],
    ['1\u202F200', 1200],
    ['1 200 300,25', 1200300.25],
    ['1,234.5', 'ambiguous'],
    ['1.234,5', 'ambiguous'],
    ['12 3', undefined],
    ['1,2,3', undefined],
    ['six', undefined],
    ['1e3', undefined],
    ['', undefined],
    ['12 345', 12345],
    ['123 456', 123456],
    ['+7', 7],
    ['-1,234.5', 'ambiguous'],
    ['a1,2.3', undefined],
    ['1,2.3x', undefined],
  ])('reads %j as %j', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });
});

describe('parseDecimal', () => {
  it.each([
    ['12', { numerator: 12n, denominator: 1n }],
    ['0,050', { numerator: 50n, denominator: 1000n }],
    ['-1 200.5', { numerator: -12005n, denominator: 10n }],
    ['+3', { numerator: 3n, denominator: 1n }],
    ['1,234.5', 'ambiguous'],
    ['six', undefined],
  ])('reads %j exactly', (text, expected) => {
    expect(parseDecimal(text)).toEqual(expected);
  });
});

describe('parseDate', () => {
  it.each([
    ['12/02/2018', { date: '2018-02-12' }],
    ['1/3/2018', { date: '2018-03-01' }],
    ['2018-02-12', { date: '2018-02-12' }],
    ['12.02.2018', { date: '2018-02-12' }],
    ['29/02/2020', { date: '2020-02-29' }],
    ['29/02/2018', 'no-such-day'],
    ['29/02/1900', 'no-such-day'],
    ['31/04/2018', 'no-such-day'],
    ['02/13/2018', 'no-such-day'],
    ['2018-02-30', 'no-such-day'],
    ['12/02/18', undefined],
    ['12/02-2018', undefined],
    ['lundi', undefined],
  ])('reads %j as %j', (text, expected) => {
    expect(parseDate(text)).toEqual(expected);
  });
});

describe('parseTime', () => {
  it.each([
    ['09:00', 540],
    ['9h', 540],
    ['9h30', 570],
    ['9 h 30', 570],
    ['9H05', 545],
    ['14:30:00', 870],
    ['0h', 0],
    ['24:00', undefined],
    ['9h60', undefined],
    ['9', undefined],
    ['9h3', undefined],
  ])('reads %j as %j', (text, minutes) => {
    expect(parseTime(text)).toBe(minutes);
  });
});

describe('parseMoment', () => {
  it.each([
    ['9h30', { time: 570 }],
    ['12/02/2018', { date: '2018-02-12' }],
    ['12/02/2018 9h30', { date: '2018-02-12', time: 570 }],
    ['12/02/2018 à 9 h', { date: '2018-02-12', time: 540 }],
    ['2018-02-12T09:30', { date: '2018-02-12', time: 570 }],
    ['30/02/2018 9h', 'no-such-day'],
    ['12/02/2018 25h', undefined],
    ['matin', undefined],
  ])('reads %j as %j', (text, expected) => {
    expect(parseMoment(text)).toEqual(expected);
  });
});
