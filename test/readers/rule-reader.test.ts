import { describe, expect, it } from 'vitest';
import { readRosters } from '../../src/readers/roster-reader.js';
import { readRules } from '../../src/readers/rule-reader.js';
import { brief, file, NO_COLUMNS, theme } from './facts.js';

const COHORT = readRosters(
  [
    {
      ...file('id;nom;prénom;stages\n1;Bo;Ann;mairie\n2;Le Goff;Éva;mairie\n0003;Le Goff;Éva;préfecture\n', 'a.csv'),
      school: 'ENA',
    },
    { ...file('id;nom;prénom\n1;Zed;Luc\n', 'b.csv'), school: 'INET' },
  ],
  NO_COLUMNS,
).value;
const REFERENCES = {
  cohort: COHORT,
  themes: [theme('VILLE', ['A', 'B'], 'La ville'), theme('EUROPE', ['A', 'C'])],
  groups: [{ label: 'VILLE-A1', theme: 'VILLE', strand: 'A', size: 2 }],
};
const read = (...rows: readonly string[]) => {
  const text = ['règle;qui;valeur;poids;motif', ...rows].join('\n');
  const { value, diagnostics } = readRules(file(text, 'r.csv'), NO_COLUMNS, REFERENCES);
  return { rules: value.map((rule) => ({ ...rule, source: undefined })), errors: brief(diagnostics) };
};
const person = (key: string) => ({ kind: 'participant', key });

describe('readRules', () => {
  it('reads every kind in both languages, hard and weighted', () => {
    const { rules, errors } = read(
      'ensemble;Ann BO|INET:1;;;covoiturage',
      'apart;2|0003|stages=MAIRIE;;5;',
      'fixe;2;ville-a1;;',
      'fixed;2;ville;;',
      'jamais;école=ENA;EUROPE/C;;',
      'never;2;c;;',
      'au_moins;school=inet;2;;',
      'at_most 3;internships=préfecture;;10;',
      'pas_seul;école;;;',
    );
    expect(errors).toEqual([]);
    expect(rules).toEqual([
      { kind: 'together', who: [person('1\u0000ENA'), person('1\u0000INET')], reason: 'covoiturage' },
      {
        kind: 'apart',
        who: [
          person('2\u0000ENA'),
          person('0003\u0000ENA'),
          { kind: 'level', attribute: 'internships', level: 'mairie' },
        ],
        weight: 5,
        reason: '',
      },
      { kind: 'fixed', who: [person('2\u0000ENA')], target: { kind: 'group', label: 'VILLE-A1' }, reason: '' },
      { kind: 'fixed', who: [person('2\u0000ENA')], target: { kind: 'theme', theme: 'VILLE' }, reason: '' },
      {
        kind: 'never',
        who: [{ kind: 'level', attribute: 'school', level: 'ENA' }],
        target: { kind: 'strand', theme: 'EUROPE', strand: 'C' },
        reason: '',
      },
      {
        kind: 'never',
        who: [person('2\u0000ENA')],
        target: { kind: 'strand', theme: 'EUROPE', strand: 'C' },
        reason: '',
      },
      { kind: 'at_least', who: [{ kind: 'level', attribute: 'school', level: 'INET' }], count: 2, reason: '' },
      {
        kind: 'at_most',
        who: [{ kind: 'level', attribute: 'internships', level: 'préfecture' }],
        count: 3,
        weight: 10,
        reason: '',
      },
      { kind: 'not_alone', who: [{ kind: 'attribute', attribute: 'school' }], reason: '' },
    ]);
  });

  it('takes each level of an attribute in turn where a rule counts, and as a rule of its own where it ties', () => {
    const { rules, errors } = read('distinct;stages;;;', 'au_plus;école;3;;', 'différents;stages=mairie;;7;');
    expect(errors).toEqual([]);
    expect(rules.map(({ kind, who }) => [kind, who])).toEqual([
      ['distinct', [{ kind: 'attribute', attribute: 'internships' }]],
      ['at_most', [{ kind: 'attribute', attribute: 'school' }]],
      ['distinct', [{ kind: 'level', attribute: 'internships', level: 'mairie' }]],
    ]);
    // Of the internships, préfecture has one holder, whom nothing needs to tie.
    expect(read('ensemble;stages;;4;covoiturage').rules).toEqual([
      {
        kind: 'together',
        who: [{ kind: 'level', attribute: 'internships', level: 'mairie' }],
        weight: 4,
        reason: 'covoiturage',
      },
    ]);
  });

  it.each([
    ['appart;1;;;', 'cell.not-one-of r.csv:2:1 [règle] "appart" -> apart'],
    ['apart;ENA:1|Zedd Luc;;;', 'reference.unknown r.csv:2:2 [qui] "Zedd Luc" -> Zed Luc'],
    ['apart;1|2;;;', 'reference.ambiguous r.csv:2:2 [qui] "1"'],
    ['apart;ENA:1|Éva Le Goff;;;', 'reference.ambiguous r.csv:2:2 [qui] "Éva Le Goff"'],
    ['apart;ENA:1|3;;;', 'reference.unknown r.csv:2:2 [qui] "3" -> 0003'],
    ['apart;ENA:1|école;;;', 'reference.unknown r.csv:2:2 [qui] "école"'],
    ['at_least;écoles=INTE;1;;', 'reference.unknown r.csv:2:2 [qui] "INTE" -> INET'],
    ['at_least;couleur=bleu;1;;', 'reference.unknown r.csv:2:2 [qui] "couleur"'],
    ['apart;ENA:1;;;', 'rule.needs-two r.csv:2:2 [qui] "ENA:1"'],
    ['apart;;;;', 'cell.empty r.csv:2:2 [qui]'],
    ['fixed;2;;;', 'rule.value-missing r.csv:2:3 [valeur]'],
    ['fixed;2;A;;', 'reference.ambiguous r.csv:2:3 [valeur] "A"'],
    ['fixed;2;VILEL;;', 'reference.unknown r.csv:2:3 [valeur] "VILEL" -> VILLE'],
    ['at_least;école=INET;;;', 'rule.value-missing r.csv:2:3 [valeur]'],
    ['at_least;école=INET;0;;', 'cell.not-a-whole-number r.csv:2:3 [valeur] "0"'],
    ['together;2|0003;;-1;', 'cell.not-a-whole-number r.csv:2:4 [poids] "-1"'],
    ['together;2|0003;x;;', 'warning rule.value-unused r.csv:2:3 [valeur] "x"'],
  ])('reports %j', (row, expected) => {
    expect(read(row).errors).toEqual([expected]);
  });

  it('names the ids that an ambiguous name can be', () => {
    const { diagnostics } = readRules(file('rule;who\napart;2|Le Goff Éva', 'r.csv'), NO_COLUMNS, REFERENCES);
    expect(diagnostics[0]?.params).toEqual({ kind: 'person', candidates: ['0003', '2'] });
    const ids = readRules(file('rule;who\napart;2|1', 'r.csv'), NO_COLUMNS, REFERENCES);
    expect(ids.diagnostics[0]?.params).toEqual({ kind: 'person', candidates: ['ENA:1', 'INET:1'] });
  });

  it('tells ids apart that differ in case only, when typed exactly', () => {
    const cohort = readRosters([{ ...file('id;nom\na;X\nA;Y\n'), school: '' }], NO_COLUMNS).value;
    const { value, diagnostics } = readRules(file('rule;who\napart;a|A'), NO_COLUMNS, {
      cohort,
      themes: [],
      groups: [],
    });
    expect(diagnostics).toEqual([]);
    expect(value[0]?.who).toEqual([person('a\u0000'), person('A\u0000')]);
  });

  it('is content with a file without rules', () => {
    expect(read()).toEqual({ rules: [], errors: [] });
  });

  it('gives the right line after a cell with line breaks', () => {
    expect(read('together;2|0003;;;"a\nb"', 'apart;9|2;;;').errors).toEqual(['reference.unknown r.csv:4:2 [qui] "9"']);
  });
});
