import { describe, expect, it } from 'vitest';
import { foldHeader } from '../../src/domain/fold.js';
import { isPrivate, listNeedless } from '../../src/domain/private-attribute.js';
import { moduleOf, rule } from '../helpers/modules.js';

describe('columns that are nobody’s business', () => {
  it.each([
    'Date de naissance',
    'Nationalité',
    'Tél. portable',
    'Adresse',
    'Code postal',
    'N° de sécurité sociale',
    'Syndicat',
    'Situation de handicap',
    'Birth date',
    'Health',
    'Religion',
    'Né(e) le',
    'Née à',
    'Lieu de naissance',
    'DDN',
    'Date of birth',
    'Citizenship',
    'Pays d’origine',
    'Country of origin',
    'Ethnicity',
    'RQTH',
    'Medical notes',
    'Allergies',
    'Trade union',
    'Appartenance syndicale',
    'Opinions politiques',
    'Sexual orientation',
    'Home address',
    'Address',
    'Code postal',
    'ZIP',
    'N° tél.',
    'Mobile phone',
    'NIR',
    'N° sécu',
    'Numéro INSEE',
    'Social security number',
    'IBAN',
    'RIB',
    'N° de passeport',
    'Carte nationale d’identité',
    'Marital status',
    'Salaire',
    'Personne à prévenir',
  ])('are known: %s', (header) => expect(isPrivate(foldHeader(header))).toBe(true));

  it.each([
    'Genre',
    'Concours',
    'Stages',
    'Région',
    'Adresse électronique',
    'Adresse e-mail',
    'École',
    'Union européenne',
    'European Union',
    'E-mail address',
    'Réunion',
    'Connaissances',
    'Santé publique',
    'Public health',
    'Télétravail',
    'Télécommunications',
    'Mobilité',
    'Phonetics',
    'Âge',
    'Grade',
    'Corps',
    'Spécialité',
  ])('are not: %s', (header) => expect(isPrivate(foldHeader(header))).toBe(false));

  it('are needless unless the mix, a role or a rule asks for them', () => {
    const columns = { school: 'EEII', nationalité: 'FBFB', handicap: 'onno', religion: 'abcd' };
    expect(listNeedless(moduleOf({ columns, sizes: [2, 2], balance: { school: 1 } }))).toEqual([
      'handicap',
      'nationalité',
      'religion',
    ]);
    const asking = moduleOf({
      columns,
      sizes: [2, 2],
      balance: { nationalité: 1 },
      rules: [rule('not_alone', 'handicap=o')],
    });
    expect(listNeedless(asking)).toEqual(['religion']);
  });
});
