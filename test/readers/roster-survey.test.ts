import { describe, expect, it } from 'vitest';
import { readRosters } from '../../src/readers/roster-reader.js';
import { surveyRoster } from '../../src/readers/roster-survey.js';

const survey = (text: string) => surveyRoster({ name: 'roster.csv', bytes: new TextEncoder().encode(text) });

/** What the columns of a table are taken for, by header; `''`: an attribute of its own. */
function guessed(header: string, ...rows: readonly string[]): Readonly<Record<string, string>> {
  const { value } = survey([header, ...rows].join('\n'));
  return Object.fromEntries((value?.guessed ?? []).map(({ header: own, key }) => [own, key ?? '']));
}

describe('a roster that nobody has described', () => {
  it('tells columns by words that such files use, beside ours', () => {
    expect(
      guessed(
        'N° étudiant;Nom usuel;Prénom usuel;Civilité;Structure d’accueil;Voie d’entrée;Région d’origine;Adresse mail pro',
        '12;Ash;Ann;Mme;préfecture;externe;Corse;ann@example.org',
        '13;Bay;Bob;M.;ambassade;externe;Corse;bob@example.org',
      ),
    ).toEqual({
      'N° étudiant': 'id',
      'Nom usuel': 'family_name',
      'Prénom usuel': 'given_name',
      Civilité: 'gender',
      'Structure d’accueil': 'internships',
      'Voie d’entrée': 'route',
      'Région d’origine': 'region',
      'Adresse mail pro': 'email',
    });
  });

  it('tells addresses and genders by what stands in the cells, whatever the header', () => {
    expect(guessed('nom;?;contact', 'Ash;F;a@b.org', 'Bay;H;c@d.org')).toEqual({ '?': 'gender', contact: 'email' });
  });

  it('tells a word of ours with a slip of the pen', () => {
    expect(guessed('nom;prenoms;concour', 'Ash;Ann;x', 'Bay;Bob;x')).toEqual({});
    expect(guessed('nom;prémon;internhsips', 'Ash;Ann;x')).toEqual({
      prémon: 'given_name',
      internhsips: 'internships',
    });
  });

  it('takes nothing for an id that stands twice, nor for an address what is none, and leaves the rest as attributes', () => {
    expect(guessed('nom;numéro;contact;langue', 'Ash;1;poste 12;fr', 'Bay;1;poste 13;de')).toEqual({
      numéro: '',
      contact: '',
      langue: '',
    });
  });

  it('takes no remark for a theme observed, no school of origin for a region, no size for a gender', () => {
    expect(guessed('nom;Observations;École d’origine;Taille', 'Ash;est venu;X;M', 'Bay;va bien;X;L')).toEqual({
      Observations: '',
      'École d’origine': 'school',
      Taille: '',
    });
  });

  it('gives each meaning to one column, and to none where ours is there', () => {
    expect(guessed('nom;stages;structure;lieu de stage', 'Ash;a;b;c')).toEqual({ structure: '', 'lieu de stage': '' });
    expect(guessed('nom;structure;lieu de stage', 'Ash;b;c')).toEqual({
      structure: 'internships',
      'lieu de stage': '',
    });
  });

  it('finds the header below titles, and wishes in a column each', () => {
    const { value } = survey('Promotion 2018;;\n;;\nNom usuel;Vœu 2;Vœu n° 1\nAsh;B;A\nTotal : 1;;\n');
    expect(value).toMatchObject({ people: 1, wishColumns: ['Vœu n° 1', 'Vœu 2'], guessed: [{ header: 'Nom usuel' }] });
  });

  it('takes nothing but one column for wishes where one of each wish is there, or one of ours', () => {
    expect(guessed('nom;Vœu 1;Vœu 2;Souhaits', 'Ash;A;B;x')).toEqual({ Souhaits: '' });
    const { value } = survey('nom;vœux;Vœu 1\nAsh;A;B\n');
    expect(value).toMatchObject({ known: new Set(['family_name', 'wishes']), wishColumns: [] });
  });

  it('looks for no gender in a column of wishes', () => {
    expect(guessed('nom;Vœu 1;Vœu 2;?', 'Ash;M;F;H', 'Bay;F;M;F')).toEqual({ '?': 'gender' });
  });

  it('gives no meaning twice, whether a header or a slip of the pen tells it', () => {
    expect(guessed('nom;structure;internhsips', 'Ash;x;y')).toEqual({ structure: 'internships', internhsips: '' });
  });

  it('looks at filled cells alone, and counts no line that counts people', () => {
    expect(guessed('nom;numéro', 'Ash;1', 'Bay;', 'Cam;')).toEqual({ numéro: 'id' });
    expect(survey('nom;numéro\nAsh;1\nTotal;1\n').value).toMatchObject({ people: 1, guessed: [{ key: 'id' }] });
  });

  it('says what separates values in the columns that may hold several, ours or guessed', () => {
    const rows = 'Ash;x, y;a/b\nBay;y, x;b/a\nCam;x;a/b\n'.replaceAll(';', '\t');
    for (const header of ['nom\tstages\tremarque', 'nom\tstructure\tremarque', 'nom\tvœux\tremarque'])
      expect(survey(`${header}\n${rows}`).value?.separator).toBe(',');
    expect(survey('nom;stages\nAsh;x\n').value).toEqual({
      file: 'roster.csv',
      people: 1,
      known: new Set(['family_name', 'internships']),
      guessed: [],
      wishColumns: [],
    });
  });

  it('has attributes of its own without a meaning', () => {
    expect(survey('nom;langue\nAsh;fr\n').value?.guessed).toEqual([{ header: 'langue' }]);
  });

  it('finds a header of words like ours below a row of as many', () => {
    const { value } = survey('Promotion;2018\nNom usuel;Prénom usuel\nAsh;Ann\n');
    expect(value).toMatchObject({ people: 1, guessed: [{ key: 'family_name' }, { key: 'given_name' }] });
  });

  it('may name people by ids or full names alone', () => {
    for (const header of ['id', 'matricule', 'Nom complet', 'Nom et prénom', 'nom', 'Nom usuel'])
      expect(survey(`${header};langue\nAsh;fr\n`).value?.people).toBe(1);
  });

  it('keeps what was said of the file', () => {
    expect(survey('nom\nRenÃ©\n').diagnostics.map(({ code }) => code)).toEqual(['file.spoiled-letters']);
  });

  it('says which words it looked for, and where', () => {
    expect(survey('a;b\n1;2\n').diagnostics).toMatchObject([
      {
        code: 'column.missing',
        source: { file: 'roster.csv', line: 1 },
        params: { accepted: ['family_name', 'nom', 'id', 'identifiant'] },
      },
    ]);
    expect(survey('nom;prénom\n').diagnostics).toMatchObject([{ code: 'table.no-rows', params: { table: 'roster' } }]);
  });

  it('is refused where nothing says who people are, where nobody is in it, and where it is no text', () => {
    for (const text of ['a;b\n1;2\n', 'nom;prénom\n', '']) {
      const { value, diagnostics } = survey(text);
      expect(value).toBeUndefined();
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    }
  });
});

describe('a header with a slip of the pen', () => {
  const read = (text: string) =>
    readRosters([{ name: 'r.csv', school: '', bytes: new TextEncoder().encode(text) }], new Map());

  it('is kept as an attribute, with the word that was perhaps meant', () => {
    const { value, diagnostics } = read('nom;prémon;langue\nAsh;Ann;fr\n');
    expect(value.attributes.map(({ label }) => label)).toEqual(['langue', 'prémon']);
    expect(diagnostics).toMatchObject([
      { severity: 'warning', code: 'roster.column-near', value: 'prémon', suggestion: 'prénom', source: { line: 1 } },
    ]);
  });

  it('is none where the word that it resembles has its column', () => {
    expect(read('nom;prénom;prénoms usuels;noms\nAsh;Ann;Ann;x\n').diagnostics.map(({ code }) => code)).not.toContain(
      'roster.column-near',
    );
  });
});
