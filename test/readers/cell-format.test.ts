import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, serialOf, showsMoments, writeMoment, writeNumber } from '../../src/readers/cell-format.js';

function moment(iso: string, format?: string): string {
  const serial = serialOf(daysOf(Date.parse(`${iso}Z`), '1900'), '1900');
  if (serial === undefined) throw new Error(`no moment: ${iso}`);
  return writeMoment(serial, format);
}

describe('a number in a cell', () => {
  it.each([
    [12, undefined, '12'],
    [20_180_012, undefined, '20180012'],
    [1.5, undefined, '1.5'],
    [-3, undefined, '-3'],
    [0, undefined, '0'],
    [0.1 + 0.2, undefined, '0.3'],
    [123_456_789_012_345, undefined, '123456789012345'],
    [1e21, undefined, '1000000000000000000000'],
    [1.5e-7, undefined, '0.00000015'],
    [-2e-9, undefined, '-0.000000002'],
    [12, '0000', '0012'],
    [12, '0000;-0000;@', '0012'],
    [1400, '[$-40C]00000', '01400'],
    [123_456, '0000', '123456'],
    [-12, '0000', '-0012'],
    [1.5, '0000', '1.5'],
    [12, '0', '12'],
    [12, '0.00', '12'],
    [12, '#,##0 "€"', '12'],
    [0.5, '0%', '0.5'],
  ])('%s as %s is %s', (number, format, text) => {
    expect(writeNumber(number, format)).toBe(text);
  });

  it('is read as that number, without an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e25, max: 1e25 }), (number) => {
        const text = writeNumber(number, undefined);
        expect(text).toMatch(/^-?\d+(?:\.\d+)?$/);
        expect(Number(text)).toBeCloseTo(number, -Math.log10(Math.max(Math.abs(number), 1e-12)) + 13);
      }),
    );
  });
});

describe('a moment in a cell', () => {
  it.each([
    ['2018-02-12T00:00', 'm/d/yyyy', '2018-02-12'],
    ['2018-02-12T00:00', '[$-40C]d\\ mmmm\\ yyyy;@', '2018-02-12'],
    ['2018-02-12T00:00', 'mmm\\-yy', '2018-02-12'],
    ['2018-02-12T14:30', 'dd/mm/yyyy', '2018-02-12'],
    ['2018-02-12T14:30', 'dd/mm/yyyy hh:mm', '2018-02-12 14:30'],
    ['2018-02-12T00:00', 'yyyy\\-mm\\-dd hh:mm:ss', '2018-02-12'],
    ['2018-02-12T14:30', 'h:mm', '14:30'],
    ['1899-12-31T09:00', 'hh:mm', '09:00'],
    ['1899-12-31T09:00', 'h"h"mm', '09:00'],
    ['1899-12-31T14:05', 'h:mm AM/PM', '14:05'],
    ['1899-12-31T09:00:30', 'hh:mm:ss', '09:00:30'],
    ['1899-12-31T09:00:30', 'hh:mm', '09:00'],
    ['1900-01-01T02:30', '[h]:mm', '26:30'],
    ['2018-02-12T00:00', undefined, '2018-02-12'],
    ['2018-02-12T08:15', undefined, '2018-02-12 08:15'],
    ['1899-12-31T08:15', undefined, '08:15'],
    ['1899-12-31T00:00', 'hh:mm', '00:00'],
  ])('%s as %s is %s', (iso, format, text) => {
    expect(moment(iso, format)).toBe(text);
  });

  it('is none before the first day of the workbook, nor after the year 9999', () => {
    expect(serialOf(-0.5, '1900')).toBeUndefined();
    expect(serialOf(2_958_465.9, '1900')?.day).toBe(2_932_896);
    expect(serialOf(2_958_466, '1900')).toBeUndefined();
    expect(serialOf(Number.NaN, '1900')).toBeUndefined();
  });

  it('is the nearest second: a time that was computed is off by less than one', () => {
    expect(serialOf(0.437_499_97, '1904')).toMatchObject({ second: 37_800 });
  });

  it.each([
    [43_143, '1900', '2018-02-12'],
    [41_681, '1904', '2018-02-12'],
    [1, '1900', '1900-01-01'],
    [59, '1900', '1900-02-28'],
    [61, '1900', '1900-03-01'],
    [0, '1904', '1904-01-01'],
  ] as const)('%s is, in the system of %s, %s', (days, system, date) => {
    const serial = serialOf(days, system);
    expect(serial && writeMoment(serial, 'd/m/yyyy')).toBe(date);
    expect(daysOf(Date.parse(date), system)).toBe(days);
  });

  it.each(['hh:mm', 'hh"h"mm', 'h\\hmm', 'dd/mm/yyyy', 'mmmm', '[h]:mm', '[$-F800]dddd\\,\\ mmmm\\ dd', 'h:mm AM/PM'])(
    'is what %s shows',
    (format) => expect(showsMoments(format)).toBe(true),
  );

  it.each([
    'General',
    'Standard',
    '@',
    '0000',
    '#,##0.00\\ "€"',
    '[Red]-0',
    '0" jours"',
    '0.00E+00',
    '_-* #,##0_-;@',
    '[<=99]0;00',
  ])('is not what %s shows', (format) => expect(showsMoments(format)).toBe(false));
});
