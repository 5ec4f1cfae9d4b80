import { describe, expect, it } from 'vitest';
import { eventSlug, moduleKeyOf } from '../../src/domain/module-key.js';
import type { Session } from '../../src/domain/session.js';
import { row, session } from '../writers/calendar/calendar-cases.js';

const sessions: readonly Session[] = [{ ...session('S2', ''), date: '2019-01-07' }, session('S1', '')];
const rowOf = (uid: string, at = 'S1', group = 'VILLE-A1') => row({ uid, session: at, group });

describe('the key of a module', () => {
  it('is its title with the year of its first session, once', () => {
    expect(moduleKeyOf('Regards croisés', sessions)).toBe('Regards croisés 2018');
    expect(moduleKeyOf('Regards 2018', sessions)).toBe('Regards 2018');
    expect(moduleKeyOf('', sessions)).toBe('module 2018');
    expect(moduleKeyOf('Regards', [])).toBe('Regards');
  });

  it('is that of the rows which were published, whatever title and year are today', () => {
    const rows = [rowOf('rc-2018-s1-ville-a1'), rowOf('rc-2018-s02-b', 'S02', 'B')];
    expect(moduleKeyOf('Regards croisés', sessions, rows)).toBe('rc-2018');
    expect(moduleKeyOf('Regards croisés', [], rows)).toBe('rc-2018');
  });

  it('stays the title as it is written where that is what the rows were named after', () => {
    expect(moduleKeyOf('L’été : 1re session', sessions, [rowOf('l-ete-1re-session-2018-s1-ville-a1')])).toBe(
      'L’été : 1re session 2018',
    );
  });

  it('is read through the number of a key that would have been another’s', () => {
    expect(moduleKeyOf('Title', sessions, [rowOf('rc-s1-ville-a1-2')])).toBe('rc');
    expect(moduleKeyOf('Title', sessions, [rowOf('rc-s1-g-2', 'S1', 'G 2')])).toBe('rc');
  });

  it('is the title’s where keys do not agree, are made otherwise, or name no module', () => {
    const own = 'Title 2018';
    expect(moduleKeyOf('Title', sessions, [rowOf('rc-s1-ville-a1'), rowOf('cr-s2-ville-a1', 'S2')])).toBe(own);
    expect(moduleKeyOf('Title', sessions, [rowOf('4711'), rowOf('4712', 'S2')])).toBe(own);
    expect(moduleKeyOf('Title', sessions, [rowOf('-s1-ville-a1')])).toBe(own);
    expect(moduleKeyOf('Title', sessions, [rowOf('4711'), rowOf('rc-s2-ville-a1', 'S2')])).toBe('rc');
  });
});

it('a slug is of letters, digits and hyphens, and its own slug', () => {
  expect(eventSlug('Regards croisés 2018', 'S 1', 'Été_1.')).toBe('regards-croises-2018-s-1-ete-1');
  expect(eventSlug(eventSlug('Œuvres, n° 1'))).toBe(eventSlug('Œuvres, n° 1'));
});
