import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { copyParticipant } from '../../src/domain/participant.js';
import { readRosters } from '../../src/readers/roster-reader.js';
import { brief, file, levelsOf, NO_COLUMNS, session, theme } from './facts.js';

const read = (...texts: readonly string[]) => {
  const files = texts.map((text, index) => ({
    ...file(text, `${'ab'[index]}.csv`),
    school: ['ENA', 'INET'][index] ?? '',
  }));
  const { value, diagnostics } = readRosters(files, NO_COLUMNS, {
    themes: [theme('VILLE', ['A', 'B']), theme('EUROPE', ['A', 'C'])],
    sessions: [session('S1'), session('S2')],
  });
  return { cohort: value, people: value.participants, errors: brief(diagnostics), diagnostics };
};

describe('a roster', () => {
  it('is read whole', () => {
    const { people, errors } = read(
      'Identifiant;NOM;Prénom;Genre;Concours;Stages;Région;Vœux;Thèmes observés;Courriel;Absences;Taille\n' +
        ' 0012 ;d’Hérouville;Zoé;F;externe;préfecture|ambassade;Corse;europe|VILLE/B|c;A;z@example.org;s2;1,70\n',
    );
    expect(errors).toEqual(['reference.ambiguous a.csv:2:9 [Thèmes observés] "A"']);
    expect(people.map((person) => copyParticipant(person))).toEqual([
      {
        key: '0012\u0000ENA',
        id: '0012',
        familyName: 'd’Hérouville',
        givenName: 'Zoé',
        school: 'ENA',
        levels: new Map([
          ['school', ['ENA']],
          ['internships', ['ambassade', 'préfecture']],
          ['region', ['Corse']],
          ['gender', ['F']],
          ['route', ['externe']],
          ['taille', ['1,70']],
        ]),
        wishes: ['EUROPE', 'VILLE/B', 'EUROPE/C'],
        observed: [],
        email: 'z@example.org',
        absences: ['S2'],
        source: { file: 'a.csv', line: 2 },
      },
    ]);
    expect(JSON.parse(JSON.stringify(people[0]))).toMatchObject({ id: '0012', familyName: 'd’Hérouville', levels: {} });
    expect([...(people[0]?.levels.keys() ?? [])]).toEqual([
      'school',
      'internships',
      'region',
      'gender',
      'route',
      'taille',
    ]);
  });

  it('gives people alike the same levels, in the spelling that most people use, whatever their rows say', () => {
    const { people } = read('id;région;genre\n1;Corse;F\n2;CORSE;F\n3;Corse;F\n4;Corse;\n5;;F\n');
    const [first, second, third, fourth, fifth] = people.map(({ levels }) => levels);
    expect(third).toBe(first);
    expect(second).toEqual(first);
    expect([...fourth]).toEqual([
      ['school', ['ENA']],
      ['region', ['Corse']],
    ]);
    expect([...fifth.keys()]).toEqual(['school', 'gender']);
  });

  it('needs no more than names, ids, or full names', () => {
    expect(read('nom\nBo').people.map(({ key }) => key)).toEqual(['\u0000bo\u0000\u0000ena']);
    expect(read('id\n7').people.map(({ key }) => key)).toEqual(['7\u0000ENA']);
    expect(read('Nom complet\nBo Jean').people.map(({ familyName, givenName }) => [familyName, givenName])).toEqual([
      ['Bo Jean', ''],
    ]);
  });

  it('reads headers by the names that the settings give', () => {
    const bytes = Uint8Array.from(
      iconv.encode("Nom;Structure d'accueil\r\nL’Hœillet;mairie|préfecture\r\n", 'windows-1252'),
    );
    const columns = new Map([['structuredaccueil', 'stages']]);
    const { value, diagnostics } = readRosters([{ name: 'i.csv', bytes, school: '' }], columns);
    expect(diagnostics).toEqual([]);
    expect(value.attributes).toEqual([
      { key: 'internships', label: "Structure d'accueil", levels: ['mairie', 'préfecture'], isMultiple: true },
    ]);
    expect(value.participants[0]?.familyName).toBe('L’Hœillet');
  });

  it('may have some people with an id and some without', () => {
    const { people, errors } = read('id;nom\n2;B\n;A\n1;C');
    expect(errors).toEqual([]);
    expect(people.map(({ id, familyName }) => id || familyName)).toEqual(['A', '1', '2']);
  });

  it.each([
    ['nom;genre\n;F\n', 'roster.nameless a.csv:2'],
    ['nom;genre\n', 'table.no-rows a.csv'],
    ['id;nom\n1;Bo\n1;Bo\n', 'roster.person-twice a.csv:3 "1"'],
    ['id;nom\n1;Bo\n1;Ba\n', 'roster.id-shared a.csv:3 "1"'],
    ['nom;prénom\nLe Goff;Éva\nLE-GOFF;Eva\n', 'roster.homonyms a.csv:3 "LE-GOFF Eva"'],
    ['nom;vœux\nBo;VILE\n', 'reference.unknown a.csv:2:2 [vœux] "VILE" -> VILLE'],
    ['nom;absences\nBo;S1|S3\n', 'reference.unknown a.csv:2:2 [absences] "S3"'],
    ['nom;école\nBo;INET\n', 'roster.school-differs a.csv:2:2 [école] "INET"'],
    ['prénom;genre\nBo;F\n', 'column.missing a.csv:1'],
  ])('reports %j', (text, expected) => {
    expect(read(text).errors).toEqual([expected]);
  });

  it('names the other line of someone who stands twice', () => {
    expect(read('id;nom\n1;Bo\n2;Ba\n1;Bo\n').diagnostics[0]?.params).toEqual({
      name: 'Bo',
      otherFile: 'a.csv',
      otherLine: 2,
    });
  });

  it('says beside what is wrong what else there is', () => {
    const paramsOf = (...texts: readonly string[]) => read(...texts).diagnostics.map(({ params }) => params);
    const other = { otherFile: 'a.csv', otherLine: 2 };
    expect(paramsOf('id;nom\n1;Bo\n1;Ba\n')).toEqual([{ id: '1', name: 'Ba', otherName: 'Bo', ...other }]);
    expect(paramsOf('nom;prénom\nLe Goff;Éva\nLE-GOFF;Eva\n')).toEqual([
      { name: 'LE-GOFF Eva', school: 'ENA', ...other },
    ]);
    expect(paramsOf('nom;école\nBo;INET\n')).toEqual([{ school: 'ENA' }]);
    expect(paramsOf('id;nom\n1;Bo\n', 'id;nom\n2;Bo\n')).toEqual([
      { name: 'Bo', school: 'INET', otherSchool: 'ENA', ...other },
    ]);
    expect(paramsOf('nom;genre\n')).toEqual([{ table: 'roster' }]);
  });

  it('may give a name or a given name only, and a person who is called as a total is', () => {
    const { people, errors } = read('id;nom;prénom\n;;Luc\n;Total;Jean\n3;;\n;;\n');
    expect(people.map(({ id, familyName, givenName }) => [id, familyName, givenName])).toEqual([
      ['', '', 'Luc'],
      ['', 'Total', 'Jean'],
      ['3', '', ''],
    ]);
    expect(errors).toEqual([]);
  });

  it('warns of a name of several lines that holds the separator', () => {
    const { errors, diagnostics } = read('nom;prénom\n"Bo;Al\nBu;Ed";Jo\n"Ca\nCo";Li\n"Da;Do";Lo\n');
    expect(errors).toEqual(['warning roster.lines-in-name a.csv:2 "Bo;Al\nBu;Ed"']);
    expect(diagnostics[0].params).toEqual({ spans: 2 });
    expect(read('id;nom\n"1;x\n2";Bo\n').errors).toEqual(['warning roster.lines-in-name a.csv:2 "1;x\n2"']);
  });

  it('has its own school where the cell of it is blank, and reports each other one', () => {
    const { people, errors } = read('école;nom\n ;Bo\nena;Ca\nINET;Da\nINET;Ed\n');
    expect(people.map((person) => levelsOf(person)['school'])).toEqual([['ENA'], ['ENA'], ['INET'], ['INET']]);
    expect(errors).toEqual([
      'roster.school-differs a.csv:4:1 [école] "INET"',
      'roster.school-differs a.csv:5:1 [école] "INET"',
    ]);
  });

  it('has the same levels whether their columns stand together or apart', () => {
    const expected = [
      { school: ['ENA'], internships: ['x'], gender: ['F'] },
      { school: ['ENA'], internships: ['y'], gender: ['F'] },
      { school: ['ENA'], gender: ['H'] },
    ];
    for (const text of [
      'nom;genre;stages\nAsh;F;x\nBay;F;y\nCam;H;\n',
      'genre;nom;stages\nF;Ash;x\nF;Bay;y\nH;Cam;\n',
      'nom;stages;genre;courriel\n"Ash";x;F;\nBay;y;F;\nCam;;H;\n',
    ]) {
      expect(read(text).people.map(levelsOf)).toEqual(expected);
    }
  });

  it('has attributes in the order of their words, then by key', () => {
    const { cohort } = read('nom;zeta;Alpha;stages;genre\nBo;1;2;3;F\n');
    expect(cohort.attributes.map(({ key }) => key)).toEqual(['school', 'internships', 'gender', 'alpha', 'zeta']);
    expect(cohort.attributes.map(({ label }) => label)).toEqual(['school', 'stages', 'genre', 'Alpha', 'zeta']);
  });

  it('has no use for a column of full names beside family names, or of no letter', () => {
    const { errors, people } = read('nom;prénom;nom complet;-\nBo;Al;Bo Al;x\n');
    expect(errors).toEqual([
      'warning column.ignored a.csv:1:4 [-] "-"',
      'warning column.ignored a.csv:1:3 [nom complet] "nom complet"',
    ]);
    expect(people.map(({ familyName, givenName }) => [familyName, givenName])).toEqual([['Bo', 'Al']]);
  });

  it('warns of a column that is nearly one of those it lacks', () => {
    expect(read('nom;gerne\nBo;F\n').errors).toEqual(['warning roster.column-near a.csv:1:2 [gerne] "gerne" -> genre']);
    expect(read('nom;genre;gerne\nBo;F;F\n').errors).toEqual([]);
  });

  it('tells of one name in two schools of one list, and beside somebody without an id', () => {
    const whole = (text: string) => {
      const { diagnostics } = readRosters([{ ...file(text, 'a.csv'), school: '' }], NO_COLUMNS);
      return brief(diagnostics);
    };
    expect(whole('id;nom;école\n1;Bo;A\n2;Bo;B\n3;Zed;A\n4;Zed;a\n5;Cy;B\n6;Cy;B\n')).toEqual([
      'warning roster.same-name a.csv:3 "Bo"',
    ]);
    expect(whole('id;nom\n1;Bo\n;Bo\n3;Cy\n4;Cy\n')).toEqual(['warning roster.same-name a.csv:3 "Bo"']);
  });

  it('suggests to part wishes only where all of them are themes', () => {
    const suggestionOf = (cell: string) => read(`nom;vœux\nAsh;${cell}\n`).diagnostics[0].suggestion;
    expect(suggestionOf('VILLE, EUROPE')).toBe('VILLE|EUROPE');
    expect(suggestionOf('VILLE, Zorg')).not.toBe('VILLE|Zorg');
    expect(suggestionOf('VILLE,')).not.toContain('|');
  });

  it('warns where nobody has a family name, once, with the header that may be meant', () => {
    const { errors, diagnostics } = read('nom;prénom\n;Luc\n;Zoé\n');
    expect(errors).toEqual(['warning roster.no-family-names a.csv:1']);
    expect(diagnostics[0].params).toEqual({ people: 2 });
    expect(read('id;genre;nmo;prénom\n1;F;Zed;Luc\n').errors).toEqual([
      'warning roster.no-family-names a.csv:1:3 [nmo] -> nmo',
    ]);
    expect(read('id;genre;nmo;gerne;prénom\n1;F;Zed;;Luc\n').errors).toEqual([
      'warning roster.no-family-names a.csv:1:3 [nmo] -> nmo',
    ]);
    expect(read('id;taille;prénom\n1;1,70;Luc\n').errors).toEqual(['warning roster.no-family-names a.csv:1']);
    expect(read('nom;prénom\n;Luc\nZed;Zoé\n').errors).toEqual([]);
    expect(read('id;nom;prénom\n1;;\n').errors).toEqual([]);
  });

  it('says nothing more of a line cut short, and takes its person for known', () => {
    const { people, errors } = read('id;nom;vœux\n1;Bo;EUROPE\n2;Ba\n');
    expect(errors).toEqual(['table.row-short a.csv:3']);
    expect(people.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('is one of several, or none', () => {
    expect(brief(readRosters([], NO_COLUMNS).diagnostics)).toEqual(['roster.none']);
  });
});

describe('two rosters', () => {
  it('may use the same ids', () => {
    expect(read('id;nom\n1;Bo\n', 'id;nom\n1;Ba\n').people.map(({ key }) => key)).toEqual([
      '1\u0000ENA',
      '1\u0000INET',
    ]);
  });

  it('with one name in both give a warning', () => {
    const { people, errors } = read('id;nom;prénom\n1;Lefèvre;Camille\n', 'id;nom complet\n2;LEFEVRE Camille\n');
    expect(people).toHaveLength(2);
    expect(errors).toEqual(['warning roster.same-name b.csv:2 "LEFEVRE Camille"']);
  });

  it('are left alone where somebody has looked that one name is that of two', () => {
    const [ena, inet] = ['id;nom;prénom\n1;Lefèvre;Camille\n3;Bo;Al\n', 'id;nom complet\n2;LEFEVRE Camille\n4;BO Al\n'];
    const errorsOf = (...names: readonly string[]) => {
      const source = { file: 'module.toml', line: 2 };
      const files = [ena, inet].map((text, index) => ({
        ...file(text, `${'ab'[index]}.csv`),
        school: 'EI'[index] ?? '',
      }));
      const namesakes = names.map((name) => ({ name, source }));
      return brief(readRosters(files, NO_COLUMNS, { namesakes }).diagnostics);
    };
    const warning = 'warning roster.same-name b.csv:3 "BO Al"';
    expect(errorsOf('Lefèvre Camille')).toEqual([warning]);
    expect(errorsOf('camille LEFEVRE')).toEqual([warning]);
    expect(errorsOf('Lefèvre Camille', 'Bo Al')).toEqual([]);
  });

  it('earn a warning near the setting where no two people are called as it says', () => {
    const source = { file: 'module.toml', line: 2 };
    const files = [
      { ...file('id;nom;prénom\n1;Lefèvre;Camille\n3;Bo;Al\n', 'a.csv'), school: 'E' },
      { ...file('id;nom complet\n2;LEFEVRE Camille\n', 'b.csv'), school: 'I' },
    ];
    const namesakes = ['Lefèvre Camile', 'Bo Al'].map((name) => ({ name, source }));
    const { diagnostics } = readRosters(files, NO_COLUMNS, { namesakes });
    expect(diagnostics).toMatchObject([
      { code: 'roster.same-name' },
      { code: 'settings.namesake-unmet', severity: 'warning', source, value: 'Lefèvre Camile', params: { people: 0 } },
      { code: 'settings.namesake-unmet', source, value: 'Bo Al', params: { people: 1 } },
    ]);
    expect(diagnostics[1].suggestion).toBe('Lefèvre Camille');
  });

  it('list one by one no more than 20 names that both have', () => {
    const names = (offset: number) =>
      Array.from({ length: 25 }, (_, index) => `${index + offset};N${'abcdefghijklmnopqrstuvwxy'[index]}`);
    const { errors } = read(['id;nom', ...names(0)].join('\n'), ['id;nom', ...names(50)].join('\n'));
    expect(errors).toHaveLength(21);
    expect(errors[20]).toBe('warning roster.same-name-more');
    const { diagnostics } = read(['id;nom', ...names(0)].join('\n'), ['id;nom', ...names(50)].join('\n'));
    expect(diagnostics[20].params).toEqual({ count: 5 });
    const twenty = (offset: number) => ['id;nom', ...names(offset).slice(0, 20)].join('\n');
    expect(read(twenty(0), twenty(50)).errors).toHaveLength(20);
  });

  it('do not confuse two people of one name and school with different ids', () => {
    expect(read('id;nom\n1;Bo\n2;Bo\n').errors).toEqual([]);
  });
});

describe('levels', () => {
  it('that differ in case, accents or spaces are one, in its most frequent spelling', () => {
    const { cohort, people } = read('id;stages\n1;Préfecture\n2;prefecture\n3; préfecture |Mairie\n4;préfecture\n');
    expect(cohort.attributes.find(({ key }) => key === 'internships')).toEqual({
      key: 'internships',
      label: 'stages',
      levels: ['Mairie', 'préfecture'],
      isMultiple: true,
    });
    expect(people.map((person) => levelsOf(person).internships)).toEqual([
      ['préfecture'],
      ['préfecture'],
      ['Mairie', 'préfecture'],
      ['préfecture'],
    ]);
  });

  it('of equal frequency take the smallest spelling', () => {
    expect(read('id;région\n1;corse\n2;Corse\n').cohort.attributes[1]?.levels).toEqual(['Corse']);
  });

  it('one slip away from a far more frequent one give a warning', () => {
    const rows = Array.from({ length: 40 }, (_, index) => `${index};préfecture`);
    const { errors, diagnostics } = read(['id;stages', ...rows, '40;préfectrue'].join('\n'));
    expect(errors).toEqual(['warning roster.level-near a.csv:42:2 [stages] "préfectrue" -> préfecture']);
    expect(diagnostics[0]?.params).toEqual({ attribute: 'internships', count: 1, usualCount: 40 });
  });

  it.each([
    ['short', 'oui', 'non'],
    ['with digits', 'promotion 2017', 'promotion 2018'],
    ['two slips apart though short', 'externe', 'interne'],
  ])('%s give none', (_, usual, rare) => {
    const rows = Array.from({ length: 40 }, (_unused, index) => `${index};${usual}`);
    expect(read(['id;route', ...rows, `40;${rare}`].join('\n')).errors).toEqual([]);
  });

  it('nearly as frequent as each other give none', () => {
    const rows = Array.from({ length: 19 }, (_, index) => `${index};${index < 10 ? 'française' : 'français'}`);
    expect(read(['id;langue', ...rows].join('\n')).errors).toEqual([]);
  });

  it('of a column that nobody fills make no attribute', () => {
    expect(read('id;remarque\n1;\n2;\n').cohort.attributes.map(({ key }) => key)).toEqual(['school']);
  });
});

describe('the cohort', () => {
  it('is the same for any order of rows, columns and files', () => {
    const header = ['id', 'nom', 'stages', 'Taille'];
    const rows = [
      ['1', 'Bo', 'mairie', 'x'],
      ['2', 'Ba', 'Mairie|préfecture', ''],
      ['', 'Bi', '', 'X'],
      ['3', 'Bu', 'mairie', 'y'],
    ];
    const cohortOf = (records: readonly (readonly string[])[], columns: readonly number[], isReversed: boolean) => {
      const text = [header, ...records].map((record) => columns.map((column) => record[column]).join(';')).join('\n');
      const files = [
        { ...file(text, 'a.csv'), school: 'ENA' },
        { ...file('id;nom;TAILLE\n9;Zed;x', 'b.csv'), school: 'INET' },
      ];
      const { value } = readRosters(isReversed ? files.toReversed() : files, NO_COLUMNS);
      return {
        attributes: value.attributes,
        people: value.participants.map((person) => ({
          ...copyParticipant(person),
          levels: [...person.levels],
          source: undefined,
        })),
      };
    };
    const expected = cohortOf(rows, [0, 1, 2, 3], false);
    expect(expected.attributes.map(({ key, label }) => [key, label])).toEqual([
      ['school', 'school'],
      ['internships', 'stages'],
      ['taille', 'TAILLE'],
    ]);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: 4 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.boolean(),
        (records, columns, isReversed) => {
          expect(cohortOf(records, columns, isReversed)).toEqual(expected);
        },
      ),
    );
  });
});
