import { compareWorth, worthOf } from '../check/list-worth.js';
import { tallyWishes, type WishFigure } from '../check/wish-figure.js';
import { subtract, toNumber, type Fraction } from '../domain/fraction.js';
import { ROW_CHANGES, type GroupMatch, type MovedPerson, type TimetableComparison } from '../domain/list-comparison.js';
import type { Module } from '../domain/module.js';
import { participantName } from '../domain/participant.js';
import { participantOf } from '../domain/roster.js';
import type { Language } from '../domain/settings.js';
import type { TimetableFigures } from '../domain/timetable-figures.js';
import { comparisonWordsOf, type ComparisonWords } from './comparison-words.js';
import { noticeLines } from './notice-lines.js';
import { stack, type SummaryInput } from './plan-summary.js';
import { aimName } from './role-table.js';
import { structureLines } from './score-report.js';
import type { Style } from './style.js';
import { layOutTable } from './text-table.js';
import { timetableDifference } from './timetable-table.js';
import { visible } from './visible-text.js';
import { wordsOf } from './words.js';

/** People, or news, that are named unless all are asked for. */
const MOST_LINES = 20;

/** Two judged plans and how they differ. */
export interface ComparisonInput {
  readonly module: Module;
  readonly names: { readonly a: string; readonly b: string };
  readonly a: JudgedSide;
  readonly b: JudgedSide;
  readonly groups: readonly GroupMatch[];
  readonly moved: readonly MovedPerson[];
  readonly timetable?: TimetableComparison;
}

interface JudgedSide extends Omit<SummaryInput, 'module'> {
  readonly timetable?: TimetableFigures;
}

/** Two plans side by side, the sum of it first; with `isDetailed` everybody who is in another group, and all news. */
export function compareReport(
  input: ComparisonInput,
  language: Language,
  style: Style,
  isDetailed: boolean,
): readonly string[] {
  const words = comparisonWordsOf(language);
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const { module, names, a, b, timetable } = input;
  const faults = ([letter, side]: readonly [string, JudgedSide]) =>
    structureLines({ module, ...side }, wordsOf(language)).map((line) => style.bad(`${letter}${colon} ${line}`));
  const guests = module.programme?.witnesses ?? [];
  return stack([
    [
      `A = ${visible(names.a)}`,
      `B = ${visible(names.b)}`,
      style.strong(summary(input, words)),
      ...faults(['A', a]),
      ...faults(['B', b]),
    ],
    movedLines(input, words, style, isDetailed),
    renamedLines(input.groups, words, colon),
    figureTable(input, language, style),
    ruleTable(input, language, style),
    timetable === undefined ? [] : rowLines(timetable, words, colon),
    a.timetable === undefined || b.timetable === undefined || module.programme === undefined
      ? []
      : timetableDifference(a.timetable, b.timetable, module.programme, language, style),
    timetable === undefined
      ? []
      : shorten(noticeLines(timetable.notices, guests, language).map(visible), words, isDetailed),
  ]);
}

/** `B is better by 4.0, 4 people in another group.` */
function summary({ a, b, moved }: ComparisonInput, words: ComparisonWords): string {
  const [ofA, ofB] = [worthOf(a.report), worthOf(b.report)];
  const order = compareWorth(ofA, ofB);
  const better = order > 0 ? 'B' : 'A';
  const verdict =
    ofA.faults !== ofB.faults
      ? words.betterByFaults(better, Math.abs(ofA.faults - ofB.faults))
      : ofA.hard !== ofB.hard
        ? words.betterByHard(better, Math.abs(ofA.hard - ofB.hard))
        : order === 0
          ? words.equal
          : words.betterBy(better, Math.abs(toNumber(subtract(ofA.soft, ofB.soft))));
  const elsewhere = moved.filter((one) => one.a !== '' && one.b !== '').length;
  const onlyIn = (list: 'a' | 'b') => moved.filter((one) => one[list === 'a' ? 'b' : 'a'] === '').length;
  return `${[
    verdict,
    elsewhere === 0 ? words.sameGroups : words.moved(elsewhere),
    ...(onlyIn('a') > 0 ? [words.onlyIn('A', onlyIn('a'))] : []),
    ...(onlyIn('b') > 0 ? [words.onlyIn('B', onlyIn('b'))] : []),
  ].join(', ')}.`;
}

function movedLines(
  { module, moved }: ComparisonInput,
  words: ComparisonWords,
  style: Style,
  isDetailed: boolean,
): readonly string[] {
  if (moved.length === 0) return [];
  const group = (label: string) => (label === '' ? words.noGroup : visible(label));
  const rows = moved.map(({ key, a, b }) => {
    const person = participantOf(module.cohort, key);
    const name = person === undefined ? key : visible(participantName(person));
    return [name, person?.school ?? '', group(a), group(b)];
  });
  const columns = [words.movedTitle, '', 'A', 'B'].map((title) => ({ title, align: 'left' as const }));
  const [header, ...lines] = layOutTable(columns, rows, style);
  return [header, ...shorten(lines, words, isDetailed)];
}

function shorten(lines: readonly string[], words: ComparisonWords, isDetailed: boolean): readonly string[] {
  if (isDetailed || lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), words.more(lines.length - MOST_LINES)];
}

function renamedLines(groups: readonly GroupMatch[], words: ComparisonWords, colon: string): readonly string[] {
  const renamed = groups.filter(({ a, b }) => a !== b).map(({ a, b }) => `${visible(a)} = ${visible(b)}`);
  return renamed.length === 0 ? [] : [`${words.renamed}${colon} ${renamed.join(', ')}`];
}

/** Every figure of the mix, roles, wishes and the score, A beside B, with the least that there can be. */
function figureTable({ module, a, b }: ComparisonInput, language: Language, style: Style): readonly string[] {
  const words = comparisonWordsOf(language);
  const general = wordsOf(language);
  const number = (value: number, digits: number) => words.number(value, digits);
  const bounds = (of: (side: JudgedSide) => Fraction | undefined, digits: number) => {
    const texts = [a, b].map((side) => {
      const bound = of(side);
      return bound === undefined ? '–' : number(toNumber(bound), digits);
    });
    return texts[0] === texts[1] ? texts[0] : texts.join(' / ');
  };
  const rowOf = (
    name: string,
    weight: string,
    from: number,
    to: number,
    digits: number,
    bound = '',
  ): readonly string[] => [
    name,
    weight,
    number(from, digits),
    number(to, digits),
    difference(number(Math.abs(to - from), digits), to - from, number(0, digits)),
    bound,
  ];
  const attributes = a.report.attributes.map(({ key, label, weight, deviation }, index) =>
    rowOf(
      general.attribute(key, visible(label)),
      String(weight),
      toNumber(deviation),
      toNumber(b.report.attributes[index].deviation),
      2,
      bounds((side) => side.certificate?.attributes[index].bound, 2),
    ),
  );
  const roles = a.report.roles.map(({ aim, penalty }, index) =>
    rowOf(
      `${aimName(module.cohort, aim, general)} (${general.role(aim.role)})`,
      String(aim.weight),
      toNumber(penalty),
      toNumber(b.report.roles[index].penalty),
      2,
      bounds((side) => side.certificate?.aims[index].bound, 2),
    ),
  );
  const wishes = wishRows(tallyWishes(module, a.report), tallyWishes(module, b.report), words).map(([name, from, to]) =>
    rowOf(name, '', from, to, 0),
  );
  const score = rowOf(
    words.total,
    '',
    toNumber(a.report.soft),
    toNumber(b.report.soft),
    1,
    bounds((side) => side.certificate?.total.bound, 1),
  );
  const right = (title: string) => ({ title, align: 'right' as const });
  const columns = [
    { title: general.mix, align: 'left' as const, style: style.strong },
    right(general.weight),
    right('A'),
    right('B'),
    right(words.difference),
    right(words.leastPossible),
  ];
  return layOutTable(columns, [...attributes, ...roles, ...wishes, score], style);
}

function wishRows(
  a: WishFigure | undefined,
  b: WishFigure | undefined,
  words: ComparisonWords,
): readonly (readonly [string, number, number])[] {
  if (a === undefined || b === undefined) return [];
  const unmet: readonly (readonly [string, number, number])[] =
    a.wishing === 0 ? [] : [[words.unmet, a.unmet, b.unmet]];
  return [
    ...a.byRank.map((people, rank) => [words.met(rank + 1), people, b.byRank[rank]] as const),
    ...unmet,
    ...(a.observing === 0 ? [] : [[words.observed, a.onObserved, b.onObserved] as const]),
  ];
}

function ruleTable({ a, b }: ComparisonInput, language: Language, style: Style): readonly string[] {
  const words = comparisonWordsOf(language);
  if (a.report.rules.length === 0) return [];
  const state = (units: number) => (units === 0 ? words.kept : words.violations(units));
  const rows = a.report.rules.map(({ rule, units }, index) => [
    words.rule(rule.source.line ?? 0, rule.kind),
    rule.weight === undefined ? words.hardRule : String(rule.weight),
    state(units),
    state(b.report.rules[index].units),
  ]);
  const columns = [words.rules, wordsOf(language).weight, 'A', 'B'].map((title, index) => ({
    title,
    align: index === 1 ? ('right' as const) : ('left' as const),
    style: (text: string) => (index > 1 && text !== words.kept ? style.doubtful(text) : text),
  }));
  return layOutTable(columns, rows, style);
}

function rowLines({ rows, changes }: TimetableComparison, words: ComparisonWords, colon: string): readonly string[] {
  const counts = ROW_CHANGES.flatMap((kind) => {
    const count = changes.filter(({ what }) => what.includes(kind)).length;
    return count === 0 ? [] : [`${words.rowChanges[kind]} ${count}`];
  });
  const what =
    counts.length === 0
      ? words.sameTimetable
      : `${words.rowsDiffer(changes.length, rows)}${colon} ${counts.join(', ')}`;
  return [`${words.timetable}  ${what}`];
}

/** A difference with its sign; `=` where there is none to show. */
function difference(amount: string, by: number, none: string): string {
  if (amount === none) return '=';
  return `${by < 0 ? '−' : '+'}${amount}`;
}
