import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { Fraction } from '../domain/fraction.js';
import { participantName } from '../domain/participant.js';
import { isNumeric, type Role, type RoleKind, type Roles } from '../domain/role.js';
import { attributeOf, type Cohort } from '../domain/roster.js';
import type { RoleSetting, Settings } from '../domain/settings.js';
import { cleanText, parseDecimal } from '../readers/cells.js';
import { indexLevels } from '../readers/level-index.js';
import type { Reading } from '../readers/reading.js';
import { attributeKeyOf } from '../readers/roster-columns.js';
import { USUAL_BALANCE } from './choose-balance.js';

/** Cells of one attribute that are named one by one when they should be numbers and are not. */
const MOST_CELLS = 10;

interface Draft {
  roles: readonly Role[];
  readonly levels: Map<string, readonly Role[]>;
  numbers?: ReadonlyMap<string, Fraction>;
}

type Report = (diagnostic: Diagnostic) => void;

/**
 * The roles that the settings give, resolved: attributes and levels that somebody holds, numbers read. What refers to
 * nothing, has no weight or is no number is an error. Attributes of weight 0 are not mixed, so their roles are left out.
 */
export function chooseRoles(settings: Pick<Settings, 'balance' | 'roles'>, cohort: Cohort): Reading<Roles> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const weights = settings.balance ?? USUAL_BALANCE;
  const index = indexLevels(cohort);
  const drafts = new Map<string, Draft>();
  const words = new Map<string, string>();
  for (const setting of settings.roles ?? []) {
    const { word, roles, source } = setting;
    const equals = word.indexOf('=');
    const name = cleanText(equals < 0 ? word : word.slice(0, equals));
    const found = index.findAttribute(name);
    if (found.status !== 'found') {
      // What the balance names in vain has been said there.
      if (settings.balance?.has(attributeKeyOf(name)) !== true) report(found.diagnose({ source, value: name }));
      continue;
    }
    const key = found.value;
    const level = equals < 0 ? undefined : index.findLevel(key, cleanText(word.slice(equals + 1)));
    if (level !== undefined && level.status !== 'found') {
      report(level.diagnose({ source, value: cleanText(word.slice(equals + 1)) }));
      continue;
    }
    if (!weights.has(key)) {
      report(diagnose('error', 'role.unweighted', { attribute: name }, { source, value: word }));
      continue;
    }
    const place = level === undefined ? key : `${key}=${level.value}`;
    const first = words.get(place);
    if (first !== undefined) {
      report(diagnose('error', 'role.twice', { first }, { source, value: word }));
      continue;
    }
    words.set(place, word);
    if (weights.get(key) === 0) continue;
    let draft = drafts.get(key);
    if (draft === undefined) drafts.set(key, (draft = { roles: [{ kind: 'fair_share' }], levels: new Map() }));
    if (level === undefined) {
      draft.roles = distinctRoles(roles);
      const numeric = roles.find(isNumeric);
      if (numeric !== undefined) draft.numbers = readNumbers(cohort, key, numeric.kind, report);
    } else if (isOfLevel(setting, name, report)) draft.levels.set(level.value, distinctRoles(roles));
  }
  return { value: drafts, diagnostics };
}

/** A role that is written twice counts once. */
function distinctRoles(roles: readonly Role[]): readonly Role[] {
  return [...new Map(roles.map((role) => [`${role.kind} ${role.count ?? ''}`, role])).values()];
}

function isOfLevel({ word, roles, source }: RoleSetting, attribute: string, report: Report): boolean {
  const numeric = roles.find(isNumeric);
  if (numeric === undefined) return true;
  report(diagnose('error', 'role.not-of-a-level', { role: numeric.kind, attribute }, { source, value: word }));
  return false;
}

/** The number that each level is; cells that hold none, or several, are named with their lines. */
function readNumbers(cohort: Cohort, key: string, role: RoleKind, report: Report): ReadonlyMap<string, Fraction> {
  const attribute = attributeOf(cohort, key)?.label ?? key;
  const numbers = new Map<string, Fraction>();
  const wrong = new Map<string, 'ambiguous' | undefined>();
  for (const level of attributeOf(cohort, key)?.levels ?? []) {
    const number = parseDecimal(level);
    if (typeof number === 'object') numbers.set(level, number);
    else wrong.set(level, number);
  }
  const found: Diagnostic[] = [];
  let without = 0;
  for (const person of cohort.participants) {
    const { source } = person;
    const levels = person.levels.get(key) ?? [];
    if (levels.length === 0) without++;
    else if (levels.length > 1) {
      const params = { role, attribute, name: participantName(person) };
      found.push(diagnose('error', 'role.several-numbers', params, { source, value: levels.join('|') }));
    } else if (wrong.has(levels[0])) {
      const details = { source, value: levels[0] };
      found.push(
        wrong.get(levels[0]) === 'ambiguous'
          ? diagnose('error', 'role.ambiguous-number', { attribute }, details)
          : diagnose('error', 'role.not-a-number', { role, attribute }, details),
      );
    }
  }
  found.slice(0, MOST_CELLS).forEach(report);
  if (found.length > MOST_CELLS) {
    report(diagnose('error', 'role.more-numbers', { attribute, count: found.length - MOST_CELLS }));
  }
  if (without > 0 && found.length === 0) {
    const people = { people: without, of: cohort.participants.length };
    report(diagnose('note', 'role.missing-numbers', { attribute, ...people }));
  }
  return numbers;
}
