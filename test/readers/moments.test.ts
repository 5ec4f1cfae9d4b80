import { describe, expect, it } from 'vitest';
import { parseDate, parseMoment, parseTime } from '../../src/readers/moments.js';

describe('a day', () => {
  it.each([
    ['12/02/2018', '2018-02-12'],
    ['1/3/2018', '2018-03-01'],
    ['1.3.2018', '2018-03-01'],
    ['01-03-2018', '2018-03-01'],
    ['2018-02-12', '2018-02-12'],
    ['2018-2-1', '2018-02-01'],
    ['0099-01-02', '0099-01-02'],
    ['29/02/2020', '2020-02-29'],
    ['29/02/2000', '2000-02-29'],
    ['28/02/2019', '2019-02-28'],
    ['31/01/2018', '2018-01-31'],
    ['30/04/2018', '2018-04-30'],
    ['31/12/2018', '2018-12-31'],
  ])('%s is %s', (text, date) => expect(parseDate(text)).toEqual({ date }));

  it.each(['30/02/2020', '29/02/2019', '29/02/1900', '31/04/2018', '32/01/2018', '0/1/2018', '1/0/2018', '1/13/2018'])(
    '%s is not in the calendar',
    (text) => expect(parseDate(text)).toBe('no-such-day'),
  );

  it.each(['12/02/18', '12/02-2018', '112/02/2018', '12/02/20180', '12018-02-12', '2018-02-123', 'le 12/02/2018', ''])(
    '"%s" is none',
    (text) => expect(parseDate(text)).toBeUndefined(),
  );
});

describe('a time of day', () => {
  it.each([
    ['09:00', 540],
    ['9:30:00', 570],
    ['9h', 540],
    ['9H30', 570],
    ['9 h 30', 570],
    ['0:00', 0],
    ['23:59', 1439],
  ])('%s is minute %i', (text, minutes) => expect(parseTime(text)).toBe(minutes));

  it.each(['24:00', '9:60', '9', '9:3', '9:30:15', '109:30', 'à 9:30', '9:300'])('"%s" is none', (text) =>
    expect(parseTime(text)).toBeUndefined(),
  );
});

describe('a moment', () => {
  it.each([
    ['9h30', { time: 570 }],
    ['12/02/2018', { date: '2018-02-12' }],
    ['12/02/2018 9h30', { date: '2018-02-12', time: 570 }],
    ['12/02/2018, 9 h 30', { date: '2018-02-12', time: 570 }],
    ['12/02/2018 à 9h30', { date: '2018-02-12', time: 570 }],
    ['12/02/2018 at 9:30', { date: '2018-02-12', time: 570 }],
    ['2018-02-12T09:30', { date: '2018-02-12', time: 570 }],
    ['30/02/2018 9h30', 'no-such-day'],
    ['12/02/2018 25h', undefined],
    ['Monday 9h30', undefined],
    ['', undefined],
  ])('%s', (text, moment) => expect(parseMoment(text)).toEqual(moment));
});
