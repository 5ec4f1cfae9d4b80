import { foldHeader } from '../domain/fold.js';
import type { ColumnWords } from './columns.js';

/** The columns of a roster that are no attribute. */
export type PersonColumn = 'id' | 'family_name' | 'given_name' | 'name' | 'wishes' | 'observed' | 'email' | 'absent';

/** The attributes that have words of their own, in the order in which they are shown. */
export const ATTRIBUTE_KEYS = ['school', 'internships', 'region', 'gender', 'route'] as const;
export type AttributeColumn = (typeof ATTRIBUTE_KEYS)[number];

const ATTRIBUTE_COLUMNS: ColumnWords<AttributeColumn> = {
  school: ['school', 'école'],
  internships: ['internships', 'stages'],
  region: ['region', 'région'],
  gender: ['gender', 'genre', 'sexe', 'sex'],
  route: ['route', 'concours', 'voie', "voie d'accès", 'entrance route'],
};

/** Header words of a roster. */
export const ROSTER_COLUMNS: ColumnWords<PersonColumn | AttributeColumn> = {
  id: ['id', 'identifiant', 'identifier', 'matricule'],
  family_name: ['family_name', 'nom', 'last name', 'surname', 'nom de famille'],
  given_name: ['given_name', 'prénom', 'first name'],
  name: ['name', 'nom complet', 'full name', 'nom et prénom', 'nom prénom'],
  ...ATTRIBUTE_COLUMNS,
  wishes: ['wishes', 'vœux'],
  observed: ['observed', 'thèmes observés', 'observed themes', 'observés'],
  email: ['email', 'courriel', 'mail', 'adresse électronique', 'adresse mail'],
  absent: ['absent', 'absences'],
};

/** Attribute key of a word in either language (`école`, `stages`), else the folded word: the key of any other column. */
export function attributeKeyOf(word: string): string {
  const folded = foldHeader(word);
  for (const key of ATTRIBUTE_KEYS) {
    for (const known of ATTRIBUTE_COLUMNS[key]) {
      if (foldHeader(known) === folded || foldHeader(known) === `${folded}s` || `${foldHeader(known)}s` === folded)
        return key;
    }
  }
  return folded;
}

/** Attributes in the order in which they are shown: those with words of their own, then the others by key. */
export function attributeRank(key: string): number {
  const index = ATTRIBUTE_KEYS.findIndex((known) => known === key);
  return index < 0 ? ATTRIBUTE_KEYS.length : index;
}
