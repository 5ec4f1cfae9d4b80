import { append } from '../domain/append.js';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import { compareText } from '../domain/fold.js';
import { profilesOf } from '../domain/profiles.js';
import { attributeOf, type Cohort } from '../domain/roster.js';
import type { Roles } from '../domain/role.js';
import type { Settings } from '../domain/settings.js';
import type { Source } from '../domain/source.js';
import { nearest } from '../readers/nearest.js';

/**
 * The usual attributes at their usual weights, for a module that names no balance: large beside the weight 1 of a wish, so
 * that wishes are respected where that costs no mixing.
 */
export const USUAL_BALANCE: ReadonlyMap<string, number> = new Map([
  ['school', 1000],
  ['internships', 600],
  ['gender', 300],
  ['route', 200],
  ['region', 100],
]);

/** Levels of a school that a warning lists. */
const MOST_LEVELS = 6;

export interface BalanceRequest {
  readonly settings: Pick<Settings, 'balance'>;
  readonly cohort: Cohort;
  /** Numbers, and levels without fair share, have notes of their own. */
  readonly roles: Roles;
  /** Where the settings name an attribute, by its key; absent where they do not. */
  readonly sourceOf: (key: string) => Source | undefined;
  /** Whether every roster could be read: an attribute that seems to be missing may stand in the one that could not. */
  readonly isWhole: boolean;
}

/** The attributes to balance, heaviest first; says which of them are not there, or leave nothing to balance. */
export function chooseBalance(
  { settings, cohort, roles, sourceOf, isWhole }: BalanceRequest,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, number> {
  const wanted = [...(settings.balance ?? USUAL_BALANCE)].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  const balance = new Map<string, number>();
  const bySchool = profilesBySchool(cohort);
  const notes: Diagnostic[] = [];
  for (const [key, weight] of wanted) {
    const attribute = attributeOf(cohort, key);
    if (attribute === undefined) {
      if (settings.balance !== undefined && isWhole && cohort.participants.length > 0) {
        diagnostics.push(diagnoseUnknown(key, cohort, sourceOf(key)));
      }
      continue;
    }
    if (weight === 0) continue;
    balance.set(key, weight);
    const { levels, people } = profilesOf(cohort);
    const without = levels.reduce((sum, own, profile) => sum + (own.has(key) ? 0 : people[profile]), 0);
    const facts = { attribute: attribute.label, people: without, of: cohort.participants.length };
    const isNumeric = roles.get(key)?.numbers !== undefined;
    append(notes, compareSchools(cohort, bySchool, key, attribute.label, isNumeric));
    if (without > 0 && !isNumeric) notes.push(diagnose('note', 'balance.missing-values', facts));
    else if (attribute.levels.length === 1) {
      const level = attribute.levels[0];
      notes.push(diagnose('note', 'balance.single-level', { attribute: attribute.label, level }));
    }
  }
  // What is said of a cohort that lacks the lines in error would be wrong once they are put right.
  if (!hasError(diagnostics)) append(diagnostics, notes);
  return balance;
}

/** The people of one school, and the profiles they have. */
interface SchoolProfiles {
  people: number;
  readonly profiles: Set<number>;
}

function profilesBySchool(cohort: Cohort): ReadonlyMap<string, SchoolProfiles> {
  const bySchool = new Map<string, SchoolProfiles>();
  const { schools, people } = profilesOf(cohort);
  schools.forEach((school, profile) => {
    let own = bySchool.get(school);
    if (own === undefined) bySchool.set(school, (own = { people: 0, profiles: new Set() }));
    own.people += people[profile];
    own.profiles.add(profile);
  });
  return bySchool;
}

/**
 * Schools that lack an attribute wholly, and two that write it with no level in common: one of them names it differently,
 * unless the levels are numbers.
 */
function compareSchools(
  cohort: Cohort,
  bySchool: ReadonlyMap<string, SchoolProfiles>,
  key: string,
  label: string,
  isNumeric: boolean,
): readonly Diagnostic[] {
  if (key === 'school') return [];
  const { levels } = profilesOf(cohort);
  const levelsOf = [...bySchool].map(([school, { profiles }]): [string, Set<string>] => {
    const own = new Set<string>();
    for (const profile of profiles) for (const level of levels[profile].get(key) ?? []) own.add(level);
    return [school, own];
  });
  const schools = levelsOf.sort(([a], [b]) => compareText(a, b));
  const lacking = schools.flatMap(([school, levels]) =>
    levels.size === 0 && schools.length > 1
      ? [
          diagnose('warning', 'balance.school-lacks', {
            attribute: label,
            school,
            people: bySchool.get(school)?.people ?? 0,
          }),
        ]
      : [],
  );
  const holding = schools.filter(([, levels]) => levels.size > 0);
  const [first, second] = holding;
  if (isNumeric || holding.length !== 2 || [...first[1]].some((level) => second[1].has(level))) return lacking;
  const names = ([, levels]: [string, Set<string>]) => [...levels].sort(compareText).slice(0, MOST_LEVELS);
  const facts = { attribute: label, first: first[0], second: second[0], levels: names(first), others: names(second) };
  return [...lacking, diagnose('warning', 'balance.no-common-level', facts)];
}

function diagnoseUnknown(attribute: string, cohort: Cohort, source: Source | undefined): Diagnostic {
  const known = cohort.attributes.map(({ label }) => label);
  return diagnose(
    'error',
    'balance.unknown',
    { attribute, known: known.join(', ') },
    { ...(source === undefined ? {} : { source }), suggestion: nearest(attribute, known) },
  );
}
