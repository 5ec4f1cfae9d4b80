import { judgeNumbers } from '../check/number-figure.js';
import { append } from '../domain/append.js';
import { leastOf } from '../domain/extremes.js';
import { toNumber } from '../domain/fraction.js';
import type { Module } from '../domain/module.js';
import { aimsOf, isNumeric, rolesOfLevel } from '../domain/role.js';
import { countHolders, countSchools, profilesOf } from '../domain/profiles.js';
import type { Cohort } from '../domain/roster.js';
import type { Language } from '../domain/settings.js';
import { headline } from './plan-summary.js';
import { digitsFor, standardDeviation } from './role-table.js';
import type { Style } from './style.js';
import { layOutTable } from './text-table.js';
import { visible } from './visible-text.js';
import { wordsOf, type Words } from './words.js';

/** Schools that have a column each, and the longest name that heads one. */
const MOST_SCHOOLS = 4;
const WIDEST_SCHOOL = 12;
/** Levels listed per attribute; what is beyond is counted. */
const MOST_LEVELS = 14;

/**
 * Who is in the cohort, what each group can get of each level, and what nothing asks to mix: the answer of `check`.
 *
 * @param next What the person would type to go on; `undefined` when something forbids it.
 */
export function cohortOverview(
  module: Module,
  language: Language,
  style: Style,
  next: string | undefined,
): readonly string[] {
  const words = wordsOf(language);
  const sizes = module.groups.map(({ size }) => size);
  const lines = [headline({ module, sizes }, language, style), ''];
  const rows: string[][] = [];
  const { participants, attributes } = module.cohort;
  const wantedOf = (key: string, level: string, holders: number) =>
    rolesOfLevel(module.roles, key, level)
      .filter((role) => !isNumeric(role))
      .map((role) =>
        role.kind === 'fair_share' ? shareRange(holders, sizes, participants.length, words) : words.role(role),
      )
      .join(' · ');
  const schools = comparedSchools(module.cohort);
  const countIn = countBySchool(module.cohort);
  for (const [key] of module.balance) {
    const attribute = attributes.find((other) => other.key === key);
    if (attribute === undefined) continue;
    const asked = numberRow(module, key, words);
    if (asked !== undefined) {
      const [figures, ...rest] = asked;
      rows.push([words.attribute(key, visible(attribute.label)), figures, ...schools.map(() => ''), ...rest]);
      continue;
    }
    const counts = countHolders(module.cohort, key);
    const levels = attribute.levels
      .map((level) => ({ level, holders: counts.get(level) ?? 0 }))
      .sort((a, b) => b.holders - a.holders);
    levels.slice(0, MOST_LEVELS).forEach(({ level, holders }, index) => {
      const name = index === 0 ? words.attribute(key, visible(attribute.label)) : '';
      const ofEach = schools.map((school) => (key === 'school' ? '' : String(countIn(school, key, level))));
      rows.push([name, visible(level), ...ofEach, String(holders), wantedOf(key, level, holders)]);
    });
    if (levels.length > MOST_LEVELS)
      rows.push(['', `+ ${levels.length - MOST_LEVELS}`, ...schools.map(() => ''), '', '']);
  }
  const columns = [
    { title: words.mix, align: 'left', style: style.strong },
    { title: words.level, align: 'left' },
    ...schools.map((school) => ({ title: visible(school), align: 'right' }) as const),
    { title: words.holders, align: 'right' },
    { title: words.perGroup, align: 'left' },
  ] as const;
  const others = attributes.filter(({ key }) => !module.balance.has(key)).map(({ label }) => visible(label));
  const unmixed = others.length === 0 ? [] : [`${words.notMixed}  ${others.join(', ')}`];
  append(lines, [...layOutTable(columns, rows, style), '', ...unmixed, ...programmeLines(module, words)]);
  if (next !== undefined) lines.push('', style.good(words.canBeMade(next)));
  return lines;
}

/** The schools whose people are counted side by side, the largest first; none where there is one alone, or too many for a line. */
function comparedSchools(cohort: Cohort): readonly string[] {
  const schools = [...countSchools(cohort)].filter(([school]) => school !== '').sort((a, b) => b[1] - a[1]);
  const isWide = schools.length > MOST_SCHOOLS || schools.some(([school]) => school.length > WIDEST_SCHOOL);
  return schools.length < 2 || isWide ? [] : schools.map(([school]) => school);
}

/** How many people of a school hold a level. */
function countBySchool(cohort: Cohort): (school: string, key: string, level: string) => number {
  const { schools, levels, people } = profilesOf(cohort);
  const counts = new Map<string, number>();
  levels.forEach((own, profile) => {
    for (const [key, held] of own)
      for (const level of held) {
        const cell = JSON.stringify([schools[profile], key, level]);
        counts.set(cell, (counts.get(cell) ?? 0) + people[profile]);
      }
  });
  return (school, key, level) => counts.get(JSON.stringify([school, key, level])) ?? 0;
}

/** Numbers are shown by their mean; `undefined` for an attribute of which levels are asked. */
function numberRow(module: Module, key: string, words: Words): readonly string[] | undefined {
  const aims = aimsOf(module).filter((aim) => aim.key === key);
  const numeric = aims.find(({ numbers }) => numbers !== undefined);
  if (numeric === undefined || (module.roles?.get(key)?.roles ?? []).some((role) => !isNumeric(role))) return undefined;
  const { cohort, unit, missing } = judgeNumbers(module.cohort, numeric, [], new Map());
  const shown = (value: number) => words.number(value, digitsFor(unit));
  const figures = words.meanOf(shown(toNumber(cohort.mean)), shown(standardDeviation(cohort)));
  const holders = module.cohort.participants.length - missing;
  return [figures, String(holders), aims.map(({ role }) => words.role(role)).join(' · ')];
}

/**
 * The least and the most holders that a group has where all of them are shared out as nearly as can be: each group gets the whole part of its
 * share, and those with the largest remainders one more (the method of Hamilton).
 */
function shareRange(holders: number, sizes: readonly number[], people: number, words: Words): string {
  if (sizes.length === 0) return '';
  const shares = sizes.map((size) => ({
    whole: Math.floor((holders * size) / people),
    rest: (holders * size) % people,
  }));
  const left = holders - shares.reduce((sum, { whole }) => sum + whole, 0);
  const rests = shares.map(({ rest }) => rest).sort((a, b) => b - a);
  // Of several groups with this remainder, some may have one more, and some not.
  const last = left > 0 ? rests[left - 1] : Infinity;
  const next = left < rests.length ? rests[left] : -1;
  const least = leastOf(shares.map(({ whole, rest }) => (rest > next && rest >= last ? whole + 1 : whole)));
  const most = shares.reduce((largest, { whole, rest }) => Math.max(largest, rest >= last ? whole + 1 : whole), 0);
  return most - least > 1 ? `${least} – ${most}` : words.between(least, most);
}

function programmeLines({ programme, rules }: Module, words: Words): readonly string[] {
  const hard = rules.filter(({ weight }) => weight === undefined).length;
  const lines = rules.length === 0 ? [] : [`${words.rules}  ${words.ruleCount(hard, rules.length - hard)}`];
  if (programme === undefined) return lines;
  const jury = programme.witnesses.filter(({ role }) => role === 'jury').length;
  const parts = [words.sessions(programme.sessions.length)];
  if (programme.rooms.length > 0) parts.push(words.rooms(programme.rooms.length));
  if (programme.witnesses.length > 0) parts.push(words.witnesses(programme.witnesses.length - jury, jury));
  return [...lines, `${words.timetable}  ${parts.join(' · ')}`];
}
