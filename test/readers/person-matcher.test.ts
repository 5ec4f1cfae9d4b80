import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Participant } from '../../src/domain/participant.js';
import type { PersonClues, PersonMatch } from '../../src/readers/person-clues.js';
import { matchPeople } from '../../src/readers/person-matcher.js';

/** `id|family|given|school` */
function cohort(...people: readonly string[]) {
  const participants = people.map((text): Participant => {
    const [id, familyName = '', givenName = '', school = ''] = text.split('|');
    return {
      key: text,
      id,
      familyName,
      givenName,
      school,
      levels: new Map(),
      wishes: [],
      observed: [],
      email: '',
      absences: [],
      source: { file: 'a.csv' },
    };
  });
  return { participants: participants.sort((a, b) => (a.key < b.key ? -1 : 1)), attributes: [] };
}

const NO_CLUES: PersonClues = { id: '', familyName: '', givenName: '', fullName: '', school: '' };

/** Clues as `id|family|given|school`, or one name. */
function clues(text: string): PersonClues {
  if (!text.includes('|')) return { ...NO_CLUES, fullName: text };
  const [id, familyName = '', givenName = '', school = ''] = text.split('|');
  return { ...NO_CLUES, id, familyName, givenName, school };
}

function brief(match: PersonMatch): string {
  if (match.status === 'unknown') return 'unknown';
  if (match.status === 'ambiguous') return `ambiguous ${match.candidates.map(({ id }) => id).join(' ')}`;
  if (match.status !== 'in-doubt') return `${match.status} ${match.person.id}`;
  return `${match.doubt} ${match.person.id}${match.other === undefined ? '' : ` not ${match.other.id}`}`;
}

const COHORT = cohort(
  '0001|Dupont|Jean|ENA',
  '0002|Dupont-Martin|Marie Claire|ENA',
  '0003|Le Goff|Éva|INET',
  '0004|de Villiers|Paul-Émile|ENA',
  '0005|Ben Youssef|Leïla|INET',
  '0006|Lefèvre|Camille|ENA',
  '0007|Lefèvre|Camille|INET',
  '0008|Paul|Martin|ENA',
  '0009|Martin|Paul|INET',
  '0010|Benkirane|Salma|ENA',
  '7|Roux|Théo|ENA',
  '7|Roux|Anaïs|INET',
  'N12|Barthélémy|Yann|INET',
);
const match = (...rows: readonly string[]) => matchPeople(rows.map(clues), COHORT, { isTolerant: true }).map(brief);
const matchExactly = (...rows: readonly string[]) =>
  matchPeople(rows.map(clues), COHORT, { isTolerant: false }).map(brief);

describe('people of one name', () => {
  const alike = cohort('a|Bo|Ann', 'b|BO|ANN', 'X1', 'X2|Solo|', '|Zed|Luc|ENA', 's|Sage|Max');
  const find = (row: string, isTolerant = false) => brief(matchPeople([clues(row)], alike, { isTolerant })[0]);

  it.each([
    ['|Bo|Ann', 'by-name a'],
    ['|BO|ANN', 'by-name b'],
    ['|bo|ann', 'ambiguous a b'],
    ['|Bo|ANN', 'ambiguous a b'],
    ['Ann Bo', 'by-name a'],
    ['BO ANN', 'by-name b'],
    ['Bo ANN', 'ambiguous a b'],
    ['X1|Quidam|Zoé', 'certain X1'],
    ['X2|Quidam|Zoé', 'name-differs X2'],
    ['|Sage|Max|ENA', 'by-name s'],
    ['|Zed|Luc|INET', 'other-school '],
    ['Ann Bo|||', 'by-name a'],
    ['Ann Bo|Sage|Max', 'by-name a'],
    ['q|Sage|Max', 'unknown'],
    ['|||', 'unknown'],
    [':s|||', 'unknown'],
    ['ENA:|||', 'unknown'],
  ])('%j: %s', (row, expected) => {
    expect(find(row)).toBe(expected);
  });

  it('are all taken, or one of them', () => {
    expect(match('|Lefèvre|Camille|ENA', '|Lefèvre|Camille|INET', 'C. Lefèvre')[2]).toBe('ambiguous 0006 0007');
    expect(match('|Lefèvre|Camille|ENA', 'C. Lefèvre')[1]).toBe('initials 0007');
    expect(match('|Lefèvre|Camille|ENA', '|Lefèvre|C.|ENA')[1]).toBe('taken 0006');
  });
});

describe('an id that stands with other words', () => {
  const one = (row: string, ...people: readonly string[]) => {
    const [found] = matchPeople([clues(row)], cohort(...people), { isTolerant: true });
    return found.status === 'ambiguous' ? found.candidates.map(({ key }) => key) : brief(found);
  };

  it('is in doubt beside a given name, or a full one, that is another', () => {
    expect(one('1||Zoé', '1|Dupont|Jean')).toBe('name-differs 1');
    const row = { ...NO_CLUES, id: '1', fullName: 'Quidam Zoé' };
    expect(matchPeople([row], cohort('1|Dupont|Jean'), { isTolerant: true }).map(brief)).toEqual(['name-differs 1']);
  });

  it('is in doubt beside a family name that others share, with the whole name of one of them', () => {
    expect(one('1|Dupont|Zoé', '1|Dupont|Jean', '2|Dupont|Zoé')).toBe('other-name 1 not 2');
  });

  it('is certain beside any name where the rosters have none for it, not where they have half of one', () => {
    expect(one('1|Quidam|Bob', '1')).toBe('certain 1');
    expect(one('1|Quidam|Bob', '1||Zoé')).toBe('name-differs 1');
  });

  it('of several people means those who are called so, or all where no name is given', () => {
    const three = ['7|Roux|Al|A', '7|Roux|Bo|B', '7|Zed|Cy|C'];
    expect(one('7|Roux|', ...three)).toEqual(three.slice(0, 2));
    expect(one('7|Quidam|', ...three)).toEqual(three);
    expect(one('7|||', '7|Bo|Al|INET', '7|Roux||ENA')).toEqual(['7|Bo|Al|INET', '7|Roux||ENA']);
  });

  it('may be a shortened name in its column', () => {
    expect(one('J. Dupont|||', '1|Dupont|Jean')).toBe('initials 1');
    expect(one('Dupond Jean|||', '1|Dupont|Jean')).toBe('slip 1');
  });

  it('means nobody without an id', () => {
    expect(one('0|||', '|Dupont|Jean')).toBe('unknown');
    expect(one('|||', '|Dupont|Jean')).toBe('unknown');
  });
});

describe('namesakes', () => {
  it('are told apart by no school where the row has none, be it that one has none itself', () => {
    const alike = cohort('1|Bo|Ann', '2|Bo|Ann|ENA');
    const find = (row: string) => matchPeople([clues(row)], alike, { isTolerant: true }).map(brief)[0];
    expect(find('|bo|ann|')).toBe('ambiguous 1 2');
    expect(find('|bo|ann|ENA')).toBe('by-name 2');
  });

  it('are those whom no other row names', () => {
    const alike = cohort('1|Bo|Ann', '2|Bo|Ann', '3|Bo|Ann');
    const rows = ['1|||', 'Bo Ann'].map(clues);
    expect(matchPeople(rows, alike, { isTolerant: true }).map(brief)).toEqual(['certain 1', 'ambiguous 2 3']);
  });
});

describe('matchPeople', () => {
  it.each([
    ['0001|Dupont|Jean', 'certain 0001', 'id and name'],
    ['0001|||', 'certain 0001', 'id alone'],
    ['0001', 'certain 0001', 'id in the name column'],
    ['inet:7|||', 'certain 7', 'id with its school'],
    ['7|||ENA', 'certain 7', 'id and school'],
    ['7|roux|anais', 'certain 7', 'id of two people, and a name'],
    ['7|||', 'ambiguous 7 7', 'id of two people'],
    ['n12|||', 'certain N12', 'id in another case'],
    ['0001|DUPOND|J.', 'certain 0001', 'id and a name nearly right'],
    ['0001|Le Goff|Éva', 'other-name 0001 not 0003', 'id of one, name of another'],
    ['0001|Quidam|Zoé', 'name-differs 0001', 'id of one, name of nobody'],
    ['0001|Durand|Jean', 'certain 0001', 'id, and a new family name'],
    ['9999|Le Goff|Éva', 'unknown-id 0003', 'id of nobody, name of one'],
    ['1|||', 'zeros 0001', 'id without its zeros'],
    ['1|Dupont|Jean', 'by-name 0001', 'id without its zeros, and the name'],
    ['N012|||', 'zeros N12', 'id with a zero more'],
    ['|le goff|EVA', 'by-name 0003', 'case and accents'],
    ['Éva Le Goff', 'by-name 0003', 'one cell'],
    ['LE GOFF, Éva', 'by-name 0003', 'a comma'],
    ['Mme Éva LEGOFF', 'by-name 0003', 'a title, and no space'],
    ['Benyoussef Leila', 'by-name 0005', 'no space'],
    ['Paul Emile Villiers', 'by-name 0004', 'hyphen, accent, particle'],
    ['M. Dupont Jean', 'by-name 0001', 'M. before a whole name'],
    ['|Éva|Le Goff', 'by-name 0003', 'names exchanged'],
    ['|Martin|Paul', 'by-name 0009', 'names that are each other’s, in their columns'],
    ['Paul Martin', 'ambiguous 0008 0009', 'names that are each other’s, in one cell'],
    ['|Lefevre|Camille|inet', 'by-name 0007', 'namesakes by school'],
    ['Camille Lefèvre', 'ambiguous 0006 0007', 'namesakes'],
    ['|Le Goff|Éva|ENA', 'other-school 0003', 'another school'],
    ['|Dupont|Marie', 'left-out 0002', 'compound names shortened'],
    ['Benkirane-Alaoui Salma', 'left-out 0010', 'a second family name'],
    ['Dupont Jean (rapporteur)', 'left-out 0001', 'a remark'],
    ['|Barthélémy|', 'left-out N12', 'a family name alone'],
    ['Leïla', 'left-out 0005', 'a given name alone'],
    ['Roux', 'ambiguous 7 7', 'a family name of two'],
    ['J. Dupont', 'initials 0001', 'an initial before'],
    ['Dupont J', 'initials 0001', 'an initial after'],
    ['P.-É. de Villiers', 'initials 0004', 'two initials'],
    ['Salma B.', 'initials 0010', 'the family name by its initial'],
    ['M. Barthélémy', 'left-out N12', 'a title and a family name'],
    ['|Dupond|Jean', 'slip 0001', 'one letter'],
    ['Barthelmy Yan', 'slip N12', 'two letters'],
    ['Benkirane Slama', 'slip 0010', 'two letters swapped'],
    ['Barth?l?my Yann', 'slip N12', 'letters that an encoding lacks'],
    ['Yann Barthélémy ?', 'by-name N12', 'a question'],
    ['|martin|paul', 'by-name 0009', 'names that are each other’s, in their columns and another case'],
    ['7|Quidam|Zoé', 'ambiguous 7 7', 'id of two people, and the name of neither'],
    ['|Lefèvre|Camille|E.N.A.', 'by-name 0006', 'a school with full stops'],
    ['N012', 'zeros N12', 'id with a zero more in the name column'],
    ['|N012|', 'unknown', 'an id as a family name'],
    ['N1002|||', 'unknown', 'zeros within an id'],
    ['ENA:|||', 'unknown', 'a school without an id'],
    ['|||', 'unknown', 'nothing'],
    ['|Bo|Ann', 'unknown', 'nobody'],
    ['Dupont Sébastien', 'unknown', 'another given name'],
    ['', 'unknown', 'nothing'],
  ])('finds %j: %s (%s)', (row, expected) => {
    expect(match(row)).toEqual([expected]);
  });

  it('matches exactly where names may not be guessed', () => {
    expect(
      matchExactly('0001|Le Goff|Éva', 'Éva Legoff', '9999|Le Goff|Éva', '1|||', 'J. Dupont', 'Dupond Jean', 'Leïla'),
    ).toEqual(['other-name 0001 not 0003', 'by-name 0003', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown']);
  });

  it('gives nobody in doubt whom another row names exactly', () => {
    expect(match('Dupond Jean', '0001|||')).toEqual(['taken 0001', 'certain 0001']);
  });

  it('tells who is left where the namesakes are named', () => {
    expect(match('Lefèvre Camille', '0006|||', 'Roux Anais', 'Roux')).toEqual([
      'namesake 0007',
      'certain 0006',
      'by-name 7',
      'left-out 7',
    ]);
  });

  it('takes no name that is near to two', () => {
    const near = cohort('1|Durand|Louise', '2|Durant|Louise');
    expect(matchPeople([clues('Duran Louise')], near, { isTolerant: true }).map(brief)).toEqual(['ambiguous 1 2']);
    expect(matchPeople([clues('Durandt Louise')], near, { isTolerant: true }).map(brief)).toEqual(['ambiguous 1 2']);
  });

  it('never takes another number for a slip', () => {
    const numbered = cohort('1|Nom12|Prénom12', '2|Nom134|Prénom134');
    expect(matchPeople([clues('Nom13 Prénom13')], numbered, { isTolerant: true }).map(brief)).toEqual(['unknown']);
  });
});

const word = fc.constantFrom(
  'Dupont',
  'Dupond',
  'Martin',
  'Éva',
  'Eva',
  'Le Goff',
  'Jean-Paul',
  'Jean',
  'Paul',
  'de Sy',
);
const people = fc.uniqueArray(fc.record({ family: word, given: word, school: fc.constantFrom('ENA', 'INET') }), {
  minLength: 1,
  maxLength: 12,
  selector: ({ family, given, school }) => `${family}|${given}|${school}`,
});

describe('matchPeople (properties)', () => {
  it('is certain of everybody in a list that says what the rosters say', () => {
    fc.assert(
      fc.property(people, (list) => {
        const texts = list.map(({ family, given, school }, index) => `E${index}|${family}|${given}|${school}`);
        const all = cohort(...texts);
        const found = matchPeople(texts.map(clues), all, { isTolerant: true });
        expect(found.map(brief)).toEqual(texts.map((text) => `certain ${text.split('|')[0]}`));
      }),
    );
  });

  it('finds the same whatever the order of the rows', () => {
    const rows = fc.array(
      fc.tuple(fc.constantFrom('', 'E1', 'E2', 'X9'), fc.constantFrom('', 'Dupont', 'Dupnd', 'J', 'Goff'), word),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(people, rows, fc.nat(), (list, typed, from) => {
        const all = cohort(...list.map(({ family, given, school }, index) => `E${index}|${family}|${given}|${school}`));
        const texts = typed.map(([id, family, given]) => `${id}|${family}|${given}|`);
        const turned = texts.map((_, index) => texts[(index + from) % texts.length]);
        const find = (row: readonly string[]) => matchPeople(row.map(clues), all, { isTolerant: true }).map(brief);
        const first = find(texts);
        expect(find(turned)).toEqual(turned.map((_, index) => first[(index + from) % texts.length]));
      }),
    );
  });
});
