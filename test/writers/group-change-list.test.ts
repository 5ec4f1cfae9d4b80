import { describe, expect, it } from 'vitest';
import type { ChangeReason, GroupChange } from '../../src/domain/group-change.js';
import { writeGroupChanges, type GroupChangeListRequest } from '../../src/writers/group-change-list.js';
import { moduleOf, rule } from '../helpers/modules.js';

const [a, b, c] = moduleOf({ people: 3 }).cohort.participants;
const ada = { ...a, familyName: 'Zola', givenName: 'Ada', school: 'ENA' };
const ben = { ...b, familyName: '=Roy', givenName: 'Ben' };
const move = (reason: ChangeReason, from = 'A1', to = 'B2', person = ada): GroupChange => ({
  person,
  from,
  to,
  reason,
});
const rules = [rule('apart', 'a b', { line: 7 })];

const written = (request: Partial<GroupChangeListRequest> & Pick<GroupChangeListRequest, 'changes'>) =>
  Buffer.concat([...writeGroupChanges({ rules, dialect: 'rfc4180', language: 'en', pseudonyms: false, ...request })])
    .toString()
    .split('\r\n');
const reasons = (changes: readonly GroupChange[], language: 'en' | 'fr' = 'en') =>
  written({ changes, language, pseudonyms: true })
    .slice(1, -1)
    .map((line) => line.replace(/^(?:[^,]*,){4}"?/, '').replace(/"$/, ''));

describe('the list of changes of group', () => {
  const changes: readonly GroupChange[] = [
    move({ kind: 'exchange', other: 'b' }),
    move({ kind: 'exchange', other: 'a' }, 'B2', 'A1', ben),
    {
      gone: { id: 'E9', familyName: 'Martin Paul', givenName: '', school: 'INET', group: 'A1' },
      from: 'A1',
      to: '',
      reason: { kind: 'left' },
    },
    move({ kind: 'joined' }, '', 'A1', c),
  ];

  it('is written as given, those who left by the name that was listed', () => {
    expect(written({ changes })).toEqual([
      'id,family_name,given_name,school,from_group,to_group,why',
      'a,Zola,Ada,ENA,A1,B2,it is an exchange with =Roy Ben',
      "b,'=Roy,Ben,,B2,A1,it is an exchange with Zola Ada",
      'E9,Martin Paul,,INET,A1,,is not in the rosters any more',
      'c,c,,,,A1,was in no group before',
      '',
    ]);
  });

  it('is written in French, and with pseudonyms without any name', () => {
    expect(written({ changes, dialect: 'excel-fr', language: 'fr', pseudonyms: true })).toEqual([
      '\uFEFFidentifiant;école;ancien groupe;nouveau groupe;motif',
      'a;ENA;A1;B2;c’est un échange avec b',
      'b;;B2;A1;c’est un échange avec a',
      'E9;INET;A1;;n’est plus dans les listes',
      'c;;;A1;n’était dans aucun groupe',
      '',
    ]);
  });

  it('says every reason in both languages', () => {
    const all = [
      move({ kind: 'dissolved' }),
      move({ kind: 'rule', rule: 0 }),
      move({ kind: 'too-many', people: 12, most: 11 }),
      move({ kind: 'too-few', people: 1, least: 9 }),
      move({ kind: 'mix' }),
      move({ kind: 'exchange', other: 'nobody who is known' }),
    ];
    expect(reasons(all)).toEqual([
      'A1 is no more',
      'staying would break rules.csv:7 (apart)',
      'A1 would have 12 people, at most 11',
      'B2 would have 1 person, at least 9',
      'the mix is better so',
      'it is part of an exchange',
    ]);
    expect(reasons(all, 'fr')).toEqual([
      'A1 n’existe plus',
      'rester enfreindrait rules.csv:7 (apart (séparés))',
      'A1 aurait 12 personnes, 11 au plus',
      'B2 aurait 1 personne, 9 au moins',
      'le mélange y gagne',
      'cela fait partie d’un échange',
    ]);
  });

  it('says which way the other goes where it is no exchange of two', () => {
    const because = (from: string, to: string) =>
      reasons([move({ kind: 'exchange', other: 'b' }), move({ kind: 'mix' }, from, to, ben)])[0];
    expect(because('C3', 'A1')).toBe('b comes to A1');
    expect(because('', 'A1')).toBe('b comes to A1');
    expect(because('B2', 'C3')).toBe('b leaves B2');
    expect(because('C3', 'D4')).toBe('b goes from C3 to D4');
  });
});
