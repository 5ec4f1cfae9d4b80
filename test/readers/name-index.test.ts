import { describe, expect, it } from 'vitest';
import type { Participant } from '../../src/domain/participant.js';
import { indexNames } from '../../src/readers/name-index.js';

/** The index of people `family|given`. */
function index(...names: readonly string[]) {
  const people = names.map((text): Participant => {
    const [familyName, givenName = ''] = text.split('|');
    return {
      key: text,
      id: '',
      familyName,
      givenName,
      school: '',
      levels: new Map(),
      wishes: [],
      observed: [],
      email: '',
      absences: [],
      source: { file: 'a.csv' },
    };
  });
  return indexNames(people);
}

const words = (text: string) => (text === '' ? [] : text.split(' '));

describe('people by a whole name', () => {
  it('are those with the same words, else the same letters, else the same words but for particles', () => {
    const names = index('Le Goff|Éva', 'Legoff|Éva', 'de Sy|Al', 'Sy|Al', 'Bo');
    expect(names.whole(words('eva goff le'))).toEqual([0]);
    expect(names.whole(words('eva legoff'))).toEqual([1]);
    expect(names.whole(words('evalegoff'))).toEqual([0, 1]);
    expect(names.whole(words('legof feva'))).toEqual([0, 1]);
    expect(names.whole(words('al sy'))).toEqual([3]);
    expect(names.whole(words('al du sy'))).toEqual([2, 3]);
    expect(names.whole(words('zed'))).toEqual([]);
    expect(names.whole([])).toEqual([]);
  });
});

describe('people by a part of a name', () => {
  it('are in their own order, those with more words and those with fewer', () => {
    const names = index('Dupont|Jean', 'Dupont|Jean Marie', 'Martin|Anna');
    expect(names.partial(words('dupont jean x'))).toEqual([0]);
    expect(names.partial(words('marie jean dupont'))).toEqual([0, 1]);
    expect(names.partial(words('jean dupont'))).toEqual([0, 1]);
  });

  it('are none of whom one has one word and one another', () => {
    expect(index('Dupont|Jean', 'Martin|Anna').partial(words('dupont anna'))).toEqual([]);
  });

  it('are none whose only name stands among others', () => {
    expect(index('Dupont Jean').partial(words('dupont jean x'))).toEqual([]);
    expect(index('|Zoé').partial(words('zoe martin'))).toEqual([]);
  });

  it('are looked for in eight words at most', () => {
    const names = index('Dupont|Jean');
    expect(names.partial(words('dupont jean a b c d e f'))).toEqual([0]);
    expect(names.partial(words('dupont jean a b c d e f g'))).toEqual([]);
    expect(names.partial([])).toEqual([]);
  });
});

describe('people by initials', () => {
  it('are those with one whole name, and need one', () => {
    const names = index('Dupont|Jean', 'Dupont|Julie', 'Durand|Jean');
    expect(names.initials(words('j dupont'))).toEqual([0, 1]);
    expect(names.initials(words('dupont'))).toEqual([]);
    expect(names.initials(words('j d'))).toEqual([]);
    expect(names.initials([])).toEqual([]);
  });

  it('are looked for in eight words at most', () => {
    const names = index('Dupont|Al Bo Cy Di Ed Fi Gus Hal');
    expect(names.initials(words('a b c d e f g dupont'))).toEqual([0]);
    expect(names.initials(words('a b c d e f g h dupont'))).toEqual([]);
  });
});

describe('people by a name with slips', () => {
  it('are in their own order, whichever of their names stands first', () => {
    expect(index('Jean|Dupont', 'Dupont|Jean').slips(words('dupond jean'))).toEqual([0, 1]);
  });

  it('are those with one slip more than the nearest, and none with two', () => {
    expect(index('Legoff|Jean Marc', 'Legoff|Jean Mard').slips(words('le goffjean marc'))).toEqual([0, 1]);
    expect(index('Legoff|Jean Marc', 'Legoff|Jean Mald').slips(words('le goffjean marc'))).toEqual([0]);
    expect(index('Legoff|Jean Marc', 'Legoff|Jean Mald').slips(words('le goffjean mard'))).toEqual([0, 1]);
  });

  it('are looked for in two to eight words', () => {
    expect(index('Dupont|Jean').slips(words('dupondjean'))).toEqual([]);
    expect(index('Dupont|Jean').slips(words('dupond jean'))).toEqual([0]);
    expect(index('Dupont|Al Bo Cy Di Ed Fi Gu').slips(words('dupond al bo cy di ed fi gu'))).toEqual([0]);
    expect(index('Dupont|Al Bo Cy Di Ed Fi Gu Ha').slips(words('dupond al bo cy di ed fi gu ha'))).toEqual([]);
    expect(index('Dupont|Jean').slips([])).toEqual([]);
  });
});
