import type { Attribute } from '../../src/domain/attribute.js';
import { compareText } from '../../src/domain/fold.js';
import type { Fraction } from '../../src/domain/fraction.js';
import type { EarlierModule } from '../../src/domain/history.js';
import type { Group } from '../../src/domain/group.js';
import type { Module } from '../../src/domain/module.js';
import type { Participant } from '../../src/domain/participant.js';
import { isNumeric, type AttributeRoles, type Role, type RoleKind, type Roles } from '../../src/domain/role.js';
import type { Cohort } from '../../src/domain/roster.js';
import type { Rule, RuleKind, Selector, Target } from '../../src/domain/rule.js';
import type { Settings } from '../../src/domain/settings.js';
import type { Theme } from '../../src/domain/theme.js';
import { parseDecimal } from '../../src/readers/cells.js';

/** A module in short literals. People are called a, b, c… in the order of the cells. */
export interface ModuleDraft {
  /** Cells by attribute, one per person: a text gives one letter each; `.` or `''` is empty, `x|y` holds two levels. */
  readonly columns?: Readonly<Record<string, string | readonly string[]>>;
  /** Needed only without columns. */
  readonly people?: number;
  /** Sizes of groups G01, G02… without themes. */
  readonly sizes?: readonly number[];
  /** Sizes of the groups by `THEME` or `THEME/strand`; groups are labelled A1, A2, Bx1… */
  readonly places?: Readonly<Record<string, readonly number[]>>;
  readonly balance?: Readonly<Record<string, number>>;
  /** By attribute, or `attribute=level`: `together`, or several: `['fair_share', 'at_least 2']`. */
  readonly roles?: Readonly<Record<string, string | readonly string[]>>;
  readonly rules?: readonly Rule[];
  /** One cell per person: `B|A`. */
  readonly wishes?: readonly string[];
  readonly observed?: readonly string[];
  readonly wishWeight?: number;
  readonly observedWeight?: number;
  readonly groupSize?: { readonly min: number; readonly max: number };
  /** Earlier modules, the oldest first: one letter per person, the group they were in; `.` for nobody. */
  readonly history?: readonly string[];
  readonly historyWeight?: number;
}

const source = { file: 'test.csv' };

/** Key of the person of that number; keys sort as the numbers do. */
export function keyOf(person: number): string {
  return person < 25 ? String.fromCharCode(97 + person) : `z${String(person).padStart(4, '0')}`;
}

/** Builds a module the way the readers do: participants sorted by key, levels by code units. */
export function moduleOf(draft: ModuleDraft): Module {
  const groups = groupsOf(draft);
  const cohort = cohortOf(draft);
  return {
    settings: settingsOf(draft),
    cohort,
    themes: themesOf(draft.places ?? {}),
    groups,
    balance: new Map(Object.entries(draft.balance ?? {})),
    ...(draft.roles === undefined ? {} : { roles: rolesOf(draft.roles, cohort) }),
    rules: draft.rules ?? [],
    ...(draft.history === undefined ? {} : { history: draft.history.map(earlierModule) }),
  };
}

function earlierModule(groups: string): EarlierModule {
  const placed = [...groups].flatMap((label, person): [string, string][] =>
    label === '.' ? [] : [[keyOf(person), label]],
  );
  return { rows: [], assignment: new Map(placed) };
}

/** Roles as the settings' reader resolves them. */
function rolesOf(draft: NonNullable<ModuleDraft['roles']>, cohort: Cohort): Roles {
  const entries = Object.entries(draft).map(([word, texts]) => {
    const [key, level] = word.split('=');
    const roles = [texts].flat().map((text): Role => {
      const [kind, count] = text.split(' ');
      return { kind: kind as RoleKind, ...(count === undefined ? {} : { count: Number(count) }) };
    });
    return { key, level, roles };
  });
  const keys = [...new Set(entries.map(({ key }) => key))];
  return new Map(
    keys.map((key): [string, AttributeRoles] => {
      const own = entries.filter((entry) => entry.key === key);
      const roles = own.find(({ level }) => level === undefined)?.roles ?? [{ kind: 'fair_share' }];
      const levels = own.flatMap((entry): [string, readonly Role[]][] =>
        entry.level === undefined ? [] : [[entry.level, entry.roles]],
      );
      const held = cohort.attributes.find((attribute) => attribute.key === key)?.levels ?? [];
      const numbers = new Map(held.map((level) => [level, parseDecimal(level) as Fraction]));
      return [key, { roles, levels: new Map(levels), ...(roles.some(isNumeric) ? { numbers } : {}) }];
    }),
  );
}

/** A hard rule about `who`: names of people, `attribute=level`, or `attribute=*`, separated by spaces. */
export function rule(
  kind: RuleKind,
  who: string,
  details: Partial<Pick<Rule, 'count' | 'weight' | 'target'>> & { line?: number } = {},
): Rule {
  const { line = 2, ...rest } = details;
  return { kind, who: who.split(' ').map(selectorOf), ...rest, reason: '', source: { file: 'rules.csv', line } };
}

export const toGroup = (label: string): Target => ({ kind: 'group', label });
export const toTheme = (theme: string): Target => ({ kind: 'theme', theme });
export const toStrand = (theme: string, strand: string): Target => ({ kind: 'strand', theme, strand });

function selectorOf(text: string): Selector {
  const [attribute, level] = text.split('=');
  if (level === undefined) return { kind: 'participant', key: text };
  return level === '*' ? { kind: 'attribute', attribute } : { kind: 'level', attribute, level };
}

function cohortOf({ columns = {}, people, wishes = [], observed = [] }: ModuleDraft): Cohort {
  const table = Object.entries(columns).map(([key, cells]): [string, string[][]] => [key, [...cells].map(valuesOf)]);
  const count = people ?? table[0]?.[1].length ?? wishes.length;
  const participants = Array.from({ length: count }, (_, index): Participant => {
    const held = table
      .filter(([, cells]) => cells[index].length > 0)
      .map(([key, cells]): [string, string[]] => [key, cells[index]]);
    return {
      key: keyOf(index),
      id: keyOf(index),
      familyName: keyOf(index),
      givenName: '',
      school: '',
      levels: new Map(held),
      wishes: valuesInOrder(wishes[index] ?? ''),
      observed: valuesInOrder(observed[index] ?? ''),
      email: '',
      absences: [],
      source,
    };
  });
  return { participants, attributes: attributesOf(participants) };
}

/** The attributes that people hold, as the roster reader finds them. */
export function attributesOf(participants: readonly Participant[]): readonly Attribute[] {
  const keys = [...new Set(participants.flatMap(({ levels }) => [...levels.keys()]))].sort(compareText);
  return keys.map((key) => {
    const cells = participants.map(({ levels }) => levels.get(key) ?? []);
    return {
      key,
      label: key,
      levels: [...new Set(cells.flat())].sort(compareText),
      isMultiple: cells.some((cell) => cell.length > 1),
    };
  });
}

function valuesInOrder(cell: string): string[] {
  return cell === '' || cell === '.' ? [] : cell.split('|');
}

function valuesOf(cell: string): string[] {
  return [...new Set(valuesInOrder(cell))].sort(compareText);
}

function groupsOf({ sizes = [], places }: ModuleDraft): readonly Group[] {
  if (places === undefined) {
    return sizes.map((size, index) => ({
      label: `G${String(index + 1).padStart(2, '0')}`,
      theme: '',
      strand: '',
      size,
    }));
  }
  return Object.entries(places).flatMap(([place, own]) => {
    const [theme, strand = ''] = place.split('/');
    return own.map((size, index) => ({ label: `${theme}${strand}${index + 1}`, theme, strand, size }));
  });
}

function themesOf(places: Readonly<Record<string, readonly number[]>>): readonly Theme[] {
  const strandsOf = new Map<string, string[]>();
  for (const place of Object.keys(places)) {
    const [theme, strand = ''] = place.split('/');
    strandsOf.set(theme, [...(strandsOf.get(theme) ?? []), strand]);
  }
  return [...strandsOf].map(([id, strands]) => ({
    id,
    title: id,
    strands: strands.map((strand) => ({ id: strand, title: '', source })),
  }));
}

function settingsOf({ wishWeight = 0, observedWeight = 0, groupSize, historyWeight }: ModuleDraft): Settings {
  return {
    title: '',
    language: 'en',
    timezone: 'Europe/Paris',
    seed: '',
    rosters: [],
    wishWeight,
    observedWeight,
    ...(groupSize === undefined ? {} : { groupSize }),
    ...(historyWeight === undefined ? {} : { historyWeight }),
    columns: new Map(),
  };
}
