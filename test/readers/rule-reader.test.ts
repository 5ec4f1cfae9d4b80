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
    [';2;;;', 'cell.empty r.csv:2:1 [règle]'],
    ['at_least 2 x;école;;;', 'cell.not-one-of r.csv:2:1 [règle] "at_least 2 x"'],
    ['at_least 0;école=INET;;;', 'cell.not-a-whole-number r.csv:2:1 [règle] "0"'],
    ['at_least 2;école=INET;0;;', 'cell.not-a-whole-number r.csv:2:3 [valeur] "0"'],
    ['at_least;école=INET', 'table.row-short r.csv:2'],
    ['together;ENA:1;;;', 'rule.needs-two r.csv:2:2 [qui] "ENA:1"'],
    ['apart;2|ENA:;;;', 'reference.unknown r.csv:2:2 [qui] "ENA:"'],
    ['apart;2|Zeb;;;', 'reference.unknown r.csv:2:2 [qui] "Zeb"'],
    ['apart;2|0003;x;;', 'warning rule.value-unused r.csv:2:3 [valeur] "x"'],
    ['not_alone;école;x;;', 'warning rule.value-unused r.csv:2:3 [valeur] "x"'],
    ['distinct;école;x;;', 'warning rule.value-unused r.csv:2:3 [valeur] "x"'],
    ['together;2|0003;x;;', 'warning rule.value-unused r.csv:2:3 [valeur] "x"'],
  ])('reports %j', (row, expected) => {
    expect(read(row).errors).toEqual([expected]);
  });

  it('keeps a rule with a warning', () => {
    expect(read('together;2|0003;x;;').rules).toHaveLength(1);
  });

  it('counts in the cell of the rule, whatever number, down to none', () => {
    const { rules, errors } = read('au_plus  12;école;;;', 'at_most;école=INET;0;;', 'at_least 2;école=INET;3;;');
    expect(errors).toEqual([]);
    expect(rules.map(({ count }) => count)).toEqual([12, 0, 3]);
  });

  it('means a group before a theme, a theme before a strand or a title', () => {
    const { value, diagnostics } = readRules(
      file(['rule;who;value', 'VILLE', 'la ville', 'MER', 'VILLE-B', 'B', 'x'].join('\nfixed;2;'), 'r.csv'),
      NO_COLUMNS,
      {
        cohort: COHORT,
        themes: [theme('VILLE', ['A', 'B', 'MER'], 'La ville'), theme('MER', [''], 'B')],
        groups: [{ label: 'ville', theme: 'VILLE', strand: 'A', size: 2 }],
      },
    );
    const strand = { kind: 'strand', theme: 'VILLE', strand: 'B' };
    expect(value.map(({ target }) => target)).toEqual([
      { kind: 'group', label: 'ville' },
      { kind: 'theme', theme: 'VILLE' },
      { kind: 'theme', theme: 'MER' },
      strand,
    ]);
    expect(diagnostics.map(({ params }) => params)).toEqual([
      { kind: 'target', candidates: ['B', 'B'] },
      { kind: 'target', known: ['VILLE', 'MER', 'ville'], count: 3 },
    ]);
  });

  it('says what else there is', () => {
    const paramsOf = (row: string) =>
      readRules(file(`rule;who;value\n${row}\n`), NO_COLUMNS, REFERENCES).diagnostics.map(({ params }) => params);
    const attributes = COHORT.attributes.map(({ key }) => key);
    expect(paramsOf('at_least;x=1;1')).toEqual([{ kind: 'attribute', known: attributes, count: attributes.length }]);
    expect(paramsOf('at_least;école=x;1')).toEqual([{ kind: 'level', known: ['ENA', 'INET'], count: 2 }]);
    expect(paramsOf('apart;2|x;')).toEqual([{ kind: 'person', known: [], count: 0 }]);
    expect(paramsOf('apart;ENA:1;')).toEqual([{ rule: 'apart' }]);
    expect(paramsOf('fixed;2;')).toEqual([{ rule: 'fixed' }]);
    expect(paramsOf('at_most;école;')).toEqual([{ rule: 'at_most' }]);
    expect(paramsOf('distinct;école;x')).toEqual([{ rule: 'distinct' }]);
  });

  it('tells people without ids or schools by their names', () => {
    const names = 'nom;prénom\nLe Goff;Éva\nZed;\n;Luc\n';
    const cohort = readRosters(
      [
        { ...file(names, 'a.csv'), school: 'A' },
        { ...file('nom;prénom\nLe Goff;Éva\n', 'b.csv'), school: 'B' },
      ],
      NO_COLUMNS,
    ).value;
    const of = (who: string) => readRules(file(`rule;who\nat_most 1;${who}\n`), NO_COLUMNS, { ...REFERENCES, cohort });
    expect(of('Éva le goff').diagnostics[0].params).toEqual({
      kind: 'person',
      candidates: ['Le Goff Éva', 'Le Goff Éva'],
    });
    expect(of('zed|Luc').value[0].who).toHaveLength(2);
    expect([of('Zedd').diagnostics[0].suggestion, of('Lic').diagnostics[0].suggestion]).toEqual(['Zed', 'Luc']);
    expect(of('Eva Legoff').diagnostics[0].suggestion).toBe('Éva Le Goff');
    for (const text of ['A:', ':', 'undefined']) expect(of(text).diagnostics[0].code).toBe('reference.unknown');
    const alike = readRosters([{ ...file('id;nom\na;X\nA;Y\n'), school: '' }], NO_COLUMNS).value;
    const { diagnostics } = readRules(file('rule;who\napart;á|:a'), NO_COLUMNS, { ...REFERENCES, cohort: alike });
    expect(diagnostics.map(({ code, params }) => [code, params])).toEqual([
      ['reference.ambiguous', { kind: 'person', candidates: ['A', 'a'] }],
      ['reference.unknown', { kind: 'person', known: [], count: 0 }],
    ]);
  });

  it('needs a column of rules and one of whom they are about', () => {
    const { value, diagnostics } = readRules(file('colour\nred\n'), NO_COLUMNS, REFERENCES);
    expect(value).toEqual([]);
    expect(diagnostics.filter(({ code }) => code === 'column.missing')).toHaveLength(2);
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
