import { describe, expect, it } from 'vitest';
import type { Regrouped } from '../../src/domain/regrouped.js';
import { moveText } from '../../src/report/moved-lines.js';
import { newsLines } from '../../src/report/news-lines.js';
import { moduleOf } from '../helpers/modules.js';

const people = moduleOf({ people: 24 }).cohort.participants;
const notice = { to: { kind: 'group', id: 'A1' }, session: 'S1' } as const;
const moved = (person: (typeof people)[number], from: string, sessions = 0): Regrouped => ({
  person: { ...person, familyName: 'Roy\u001b[1m' },
  from,
  to: 'A1',
  news: Array.from({ length: sessions }, () => notice),
});

describe('the lines of whom to tell', () => {
  it('begin with those who changed groups, by name, or by id with pseudonyms', () => {
    const regrouped = [moved(people[0], 'B2', 3), moved(people[1], '')];
    expect(newsLines({ notices: [], regrouped }, [], 'en', false)).toEqual([
      'To tell:',
      '  Roy\\u001b[1m: now in A1 (before: B2), 3 sessions change',
      '  Roy\\u001b[1m: now in A1 (new), no session changes',
    ]);
    expect(newsLines({ notices: [], regrouped }, [], 'fr', true)).toEqual([
      'À prévenir\u00a0:',
      '  a\u00a0: maintenant dans A1 (avant\u00a0: B2), 3 séances changent',
      '  b\u00a0: maintenant dans A1 (nouveau), aucune séance ne change',
    ]);
  });

  it('are none where nobody has to be told, and twenty people and their number where many changed', () => {
    expect(newsLines({ notices: [], regrouped: [] }, [], 'en', false)).toEqual([]);
    const lines = newsLines({ notices: [], regrouped: people.map((one) => moved(one, 'B2')) }, [], 'en', true);
    expect([lines.length, lines.at(-1)]).toEqual([22, '  … and 4 other people in another group']);
  });

  it('say to the person in which group, and in which before', () => {
    expect(moveText('B2', 'A1', 'en')).toBe('You are now in group A1 (before: B2).');
    expect(moveText('', 'A1', 'fr')).toBe('Vous êtes maintenant dans le groupe A1.');
  });
});
