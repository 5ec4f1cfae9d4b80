import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAndMonth, longDate, shortDate, spokenTimes } from '../../src/report/date-words.js';

/** No-break spaces as plain ones. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('dates and times in words', () => {
  it.each([
    ['en', 'en-GB'],
    ['fr', 'fr-FR'],
  ] as const)('are in %s what the language data of the host say', (language, locale) => {
    const format = new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    const dates = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const expected = plain(format.format(date))
          .replace(',', '')
          .replace(/ 1 (?=\D)/, language === 'fr' ? ' 1er ' : ' 1 ');
        expect(plain(longDate(date.toISOString().slice(0, 10), language))).toBe(expected);
      }),
    );
  });

  it('keep what belongs together on one line', () => {
    expect(longDate('2018-02-12', 'fr')).toBe('lundi 12\u00a0février 2018');
    expect(dayAndMonth('2018-03-01', 'fr')).toBe('jeudi 1er\u00a0mars');
    expect(shortDate('2018-02-12', 'fr')).toBe('lun.\u00a012\u00a0févr.');
    expect(shortDate('2018-02-12', 'en')).toBe('Mon\u00a012\u00a0Feb');
    expect(spokenTimes(540, 750, 'fr')).toBe('9\u00a0h\u00a0–\u00a012\u00a0h\u00a030');
    expect(spokenTimes(540, 750, 'en')).toBe('09:00–12:30');
  });
});
