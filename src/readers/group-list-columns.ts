import type { ColumnWords } from './columns.js';

/** The columns of a group list. */
export type GroupListColumn = 'group' | 'theme' | 'strand' | 'id' | 'family_name' | 'given_name' | 'name' | 'school';

/** Header words of a group list. */
export const GROUP_LIST_COLUMNS: ColumnWords<GroupListColumn> = {
  group: [
    'group',
    'groupe',
    'groupe de travail',
    'working group',
    'n° de groupe',
    'n° groupe',
    'numéro de groupe',
    'group number',
    'sous-groupe',
  ],
  theme: ['theme', 'thème'],
  strand: ['strand', 'volet'],
  id: ['id', 'identifiant', 'identifier', 'matricule'],
  family_name: ['family_name', 'nom', 'last name', 'surname', 'nom de famille', 'nom usuel'],
  given_name: ['given_name', 'prénom', 'first name'],
  name: [
    'name',
    'nom complet',
    'full name',
    'nom et prénom',
    'nom prénom',
    'noms et prénoms',
    'prénom et nom',
    'prénom nom',
    'participant',
  ],
  school: ['school', 'école'],
};

/** Words that may as well head an attribute: heard only in a list that has no better ones. */
const FURTHER: Readonly<Record<'group' | 'name', readonly string[]>> = {
  group: ['gr', 'grp', 'équipe', 'team', 'table', 'atelier', 'workshop'],
  name: [
    'élève',
    'stagiaire',
    'étudiant',
    'apprenant',
    'agent',
    'personne',
    'membre',
    'pupil',
    'student',
    'person',
    'member',
  ],
};

/** {@link GROUP_LIST_COLUMNS}, then with further words for what it may lack, the fewest first. */
export const GROUP_LIST_ATTEMPTS: readonly ColumnWords<GroupListColumn>[] = [
  GROUP_LIST_COLUMNS,
  widened('name'),
  widened('group'),
  widened('group', 'name'),
];

function widened(...keys: readonly ('group' | 'name')[]): ColumnWords<GroupListColumn> {
  const wide = Object.fromEntries(keys.map((key) => [key, [...GROUP_LIST_COLUMNS[key], ...FURTHER[key]]]));
  return { ...GROUP_LIST_COLUMNS, ...wide };
}
