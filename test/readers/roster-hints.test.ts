import { describe, expect, it } from 'vitest';
import { foldHeader } from '../../src/domain/fold.js';
import { ROSTER_HINTS } from '../../src/readers/roster-hints.js';

/** What columns of such a header and such filled cells may be, the surest first. */
function hintsFor(header: string, values: readonly string[]): readonly string[] {
  const folded = foldHeader(header);
  return ROSTER_HINTS.filter((hint) => hint.header?.test(folded) === true && hint.fits(values)).map(({ key }) => key);
}

/** What columns of such filled cells may be whatever their header. */
function plainHintsFor(...values: readonly string[]): readonly string[] {
  return ROSTER_HINTS.filter(({ isPlain, fits }) => isPlain === true && fits(values)).map(({ key }) => key);
}

describe('the header of a column', () => {
  it.each([
    ['Nom Prénom', 'name'],
    ['Prénom Nom', 'name'],
    ['Full name of pupil', 'name'],
    ['Forename', 'given_name'],
    ['Nom d’usage', 'family_name'],
    ['Nom de l’élève', 'family_name'],
    ['Nom étudiant', 'family_name'],
    ['Surname (birth)', 'family_name'],
    ['N° de dossier', 'id'],
    ['Code agent', 'id'],
    ['INE', 'id'],
    ['Pupil ID', 'id'],
    ['H/F', 'gender'],
    ['Title', 'gender'],
    ['Lieu de placement', 'internships'],
    ['Mode de recrutement', 'route'],
    ['Provenance', 'region'],
    ['Souhait', 'wishes'],
    ['Preference', 'wishes'],
    ['Thèmes souhaités', 'wishes'],
    ['Thème observé', 'observed'],
    ['Indisponibilités', 'absent'],
    ['Institution', 'school'],
  ])('%s hints at %s', (header, key) => {
    expect(hintsFor(header, ['F'])[0]).toBe(key);
  });

  it.each(['Nombre', 'Nom du chien', 'Prévenu', 'Code postal', 'Numéro de téléphone', 'Titres', 'Choix du repas'])(
    '%s hints at nothing',
    (header) => {
      expect(hintsFor(header, ['x'])).toEqual([]);
    },
  );

  it('tells the region of a person from the school of origin', () => {
    expect(hintsFor('École d’origine', ['x'])).toEqual(['school']);
    expect(hintsFor('Région d’origine', ['x'])).toEqual(['region']);
  });
});

describe('cells', () => {
  it('are addresses where four fifths of them are', () => {
    expect(plainHintsFor('a@b.org', 'c@d.org', 'e@f.org', 'g@h.org', 'none')).toEqual(['email']);
    expect(plainHintsFor('a@b.org', 'c@d.org', 'e@f.org', 'none')).toEqual([]);
  });

  it.each(['a@b.org', 'a.b@c.d.org'])('like %s are addresses', (cell) => {
    expect(plainHintsFor(cell)).toEqual(['email']);
  });

  it.each(['a@b', 'a@b..org', 'to a@b.org', 'a@b.org (pro)', '@b.org', 'a@b.org, c@d.org'])(
    'like %s are no addresses',
    (cell) => {
      expect(plainHintsFor(cell)).toEqual([]);
    },
  );

  it('hint at nothing where there are none', () => {
    expect(plainHintsFor()).toEqual([]);
    expect(hintsFor('Civilité', [])).toEqual([]);
  });

  it('of addresses are no family names', () => {
    expect(hintsFor('Nom usuel', ['a@b.org'])).toEqual([]);
    expect(hintsFor('Nom usuel', [])).toEqual(['family_name']);
  });

  it('are genders where all of them are words for one', () => {
    expect(hintsFor('Civilité', ['Mme', 'M.'])).toEqual(['gender']);
    expect(hintsFor('Civilité', ['Mme', 'Dr'])).toEqual([]);
    expect(hintsFor('Civilité', ['Dr'])).toEqual([]);
  });

  it('are ids where none stands twice', () => {
    expect(hintsFor('Matricule', ['1', '2'])).toEqual(['id']);
    expect(hintsFor('Matricule', ['1', '1'])).toEqual([]);
  });

  it('are of few kinds, in whatever letters, where half of them and one more are at most', () => {
    expect(hintsFor('Admission', ['x', 'X', 'y'])).toEqual(['route']);
    expect(hintsFor('Admission', ['x', 'X', 'y', 'z'])).toEqual([]);
    expect(hintsFor('Admission', ['x', 'x', 'y', 'y', 'z'])).toEqual(['route']);
    expect(hintsFor('Provenance', ['x', 'y'])).toEqual([]);
    expect(hintsFor('Institution', ['x', 'y'])).toEqual([]);
  });

  it('are absences where none has more than 24 letters', () => {
    expect(hintsFor('Absences', ['S1', 'x'.repeat(24)])).toEqual(['absent']);
    expect(hintsFor('Absences', ['S1', 'x'.repeat(25)])).toEqual([]);
  });
});
