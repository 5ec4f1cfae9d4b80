import { describe, expect, it } from 'vitest';
import { readRosters, type RosterReferences } from '../../src/readers/roster-reader.js';
import { brief, file, levelsOf, NO_COLUMNS, session, theme } from './facts.js';

const REFERENCES: RosterReferences = {
  themes: [theme('VILLE'), theme('EUROPE'), theme('MER')],
  sessions: [session('S1'), session('S2')],
};

function read(text: string, references = REFERENCES, roster: { school?: string; separator?: string } = {}) {
  const { value, diagnostics } = readRosters(
    [{ ...file(text, 'a.csv'), school: '', ...roster }],
    NO_COLUMNS,
    references,
  );
  return { people: value.participants, attributes: value.attributes, errors: brief(diagnostics) };
}

describe('the wishes of a person', () => {
  it('are those of all columns, the best first, each once', () => {
    const { people, errors } = read('nom;Vœu 2;Vœu 1;Vœu 3\nBo;EUROPE;VILLE|MER;VILLE\nZed;;;\n');
    expect(people.map(({ wishes }) => wishes)).toEqual([['VILLE', 'MER', 'EUROPE'], []]);
    expect(errors).toEqual([]);
  });

  it('are told wrong with the column that they stand in, each time', () => {
    expect(read('nom;Vœu 1;Vœu 2\nBo;VILE;MER\nZed;MER;VILE\n').errors).toEqual([
      'reference.unknown a.csv:2:2 [Vœu 1] "VILE" -> VILLE',
      'reference.unknown a.csv:3:3 [Vœu 2] "VILE" -> VILLE',
    ]);
  });

  it('are those of our column alone where there is one', () => {
    const { people, attributes } = read('nom;vœux;Vœu 1\nBo;MER;VILLE\n');
    expect(people[0].wishes).toEqual(['MER']);
    expect(attributes.map(({ key }) => key)).toEqual(['voeu1']);
  });

  it('are kept as typed where nobody says which themes there are', () => {
    const { people, errors } = read('nom;vœux;observés;absences\nBo;x|Y|x;z;t\n', {});
    expect([people[0].wishes, people[0].observed, people[0].absences]).toEqual([['x', 'Y'], ['z'], ['t']]);
    expect(errors).toEqual([]);
  });

  it('do not mix with themes observed and absences, which have lists of their own', () => {
    const { people, errors } = read('nom;observés;absences\nBo;VILLE;S1|S2\nZed;;\nCy;S1;VILLE\n');
    expect(people.slice(0, 1).map(({ wishes, observed, absences }) => [wishes, observed, absences])).toEqual([
      [[], ['VILLE'], ['S1', 'S2']],
    ]);
    expect(errors).toEqual([
      'reference.unknown a.csv:4:2 [observés] "S1"',
      'reference.unknown a.csv:4:3 [absences] "VILLE"',
    ]);
  });

  it('are suggested with the separator of their roster where another parts them', () => {
    expect(read('nom\tvœux\nBo\tVILLE, MER\n', REFERENCES, { separator: ';' }).errors).toEqual([
      'reference.unknown a.csv:2:2 [vœux] "VILLE, MER" -> VILLE;MER',
    ]);
  });
});

describe('the columns of a roster', () => {
  it('that are attributes stand together or not: each row has its own levels', () => {
    const levels = (text: string) => read(text).people.map(levelsOf);
    const expected = [{ x: ['a'], y: ['b'] }, { x: ['a'] }, { y: ['b'] }];
    expect(levels('id;x;y\n1;a;b\n2;a;\n3;;b\n')).toEqual(expected);
    expect(levels('x;id;y\na;1;b\na;2;\n;3;b\n')).toEqual(expected);
  });

  it('with a slip are told of by field and header, and once where it is the column of names that nobody has', () => {
    expect(read('id;nom;regoin;gerne\n1;Bo;x;F\n').errors).toEqual([
      'warning roster.column-near a.csv:1:3 [regoin] "regoin" -> region',
      'warning roster.column-near a.csv:1:4 [gerne] "gerne" -> genre',
    ]);
    expect(read('id;nmo;gerne;prénom\n1;Zed;F;Luc\n2;Bo;H;Al\n').errors).toEqual([
      'warning roster.column-near a.csv:1:3 [gerne] "gerne" -> genre',
      'warning roster.no-family-names a.csv:1:2 [nmo] -> nmo',
    ]);
  });
});

describe('a name of several lines', () => {
  it('is told of wherever the separator stands in it too: id, family or given name', () => {
    for (const row of ['"1;\n2";Bo;Al', '1;"Bo;\nCy";Al', '1;Bo;"Al;\n2"'])
      expect(read(`id;nom;prénom\n${row}\n`).errors.map((error) => error.split(' ').slice(0, 3))).toEqual([
        ['warning', 'roster.lines-in-name', 'a.csv:2'],
      ]);
    expect(read('id;nom\n1;"Bo\nCy"\n2;"Di;Ed"\n').errors).toEqual([]);
  });
});

describe('the school of a roster', () => {
  it('may stand in the column in any letters, and is that of blank cells', () => {
    const { people, errors } = read('id;école\n1;ÉNA\n2;ENA\n3;\n4;ENA\n', {}, { school: 'ENA' });
    expect(people.map(({ school }) => school)).toEqual(['ENA', 'ENA', 'ENA', 'ENA']);
    expect(errors).toEqual([]);
  });

  it('is none where neither says one', () => {
    expect(read('id\n1\n').attributes).toEqual([]);
    expect(read('id;école\n1;\n').people[0].school).toBe('');
  });
});

describe('people in the order of their ids', () => {
  it('are found twice, and sorted, as in any other order', () => {
    expect(read('id;nom\n1;Bo\n2;Cy\n2;Cy\n').errors).toEqual(['roster.person-twice a.csv:4 "2"']);
    expect(read('id;nom\n2;Cy\n1;Bo\n3;Di\n').people.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(read('id;nom\n1;Bo\n3;Di\n2;Cy\n').people.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(read('id;nom\n1;Bo\n1;Bo\n1;Cy\n').errors).toEqual([
      'roster.person-twice a.csv:3 "1"',
      'roster.id-shared a.csv:4 "1"',
    ]);
  });
});
