import type { GroupsReport } from '../check/check-groups.js';
import { append } from '../domain/append.js';
import type { TimetableFigures } from '../domain/timetable-figures.js';
import { tallyWishes } from '../check/wish-figure.js';
import { gapOf, isOptimal, type Certificate, type Certified } from '../domain/certificate.js';
import { toNumber } from '../domain/fraction.js';
import type { JointDays } from '../domain/joint-days.js';
import type { Module } from '../domain/module.js';
import { participantName } from '../domain/participant.js';
import { countSchools } from '../domain/profiles.js';
import { participantOf } from '../domain/roster.js';
import type { Language } from '../domain/settings.js';
import { jointDaysLine } from './joint-days-line.js';
import { meetingLines, type ReportedRepeat } from './meeting-lines.js';
import { presentationRanksLine } from './presentation-ranks-line.js';
import { proofLines } from './proof-line.js';
import { roleTable } from './role-table.js';
import type { Style } from './style.js';
import { layOutTable } from './text-table.js';
import { timetableTable } from './timetable-table.js';
import { visible } from './visible-text.js';
import { wordsOf, type Words } from './words.js';

/** People concerned by a broken rule who are named. */
const MOST_NAMES = 4;

/** What a summary is about. */
export interface SummaryInput {
  readonly module: Module;
  readonly report: GroupsReport;
  /** Absent for a list that cannot be compared with any other. */
  readonly certificate?: Certificate;
  /** Whether groups could as well have other sizes, of which the bound says nothing. Absent: their sizes are what was asked for. */
  readonly isSizeFree?: boolean;
  /** Why the first of those who meet again must; absent: it is not known. */
  readonly repeats?: readonly ReportedRepeat[];
  /** Whether people are called by their ids, which all have. Absent: by their names. */
  readonly pseudonyms?: boolean;
}

/** A whole run in a few lines: headline, mix, wishes, rules, score and, where there are any, the timetable and the joint days. */
export function summaryLines(
  input: SummaryInput & { readonly timetable?: TimetableFigures; readonly jointDays?: JointDays | undefined },
  language: Language,
  style: Style,
): readonly string[] {
  const { module, report, timetable, jointDays } = input;
  const { sizes } = report;
  const ranks = timetable?.presentationRanks;
  return stack([
    [headline({ module, sizes }, language, style)],
    mixTable(input, language, style),
    roleTable(input, language, style),
    [
      ...scoreLines(input, language, style),
      ...(timetable === undefined ? [] : [timetableLine(module, timetable, wordsOf(language))]),
      ...(ranks === undefined ? [] : [presentationRanksLine(ranks, language)]),
      ...(jointDays === undefined ? [] : [jointDaysLine(jointDays, language)]),
    ],
    timetable === undefined || module.programme === undefined
      ? []
      : timetableTable(timetable, module.programme, language, style),
  ]);
}

/** Blocks of lines, a blank line between them; empty blocks leave none. */
export function stack(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}

/** Title, people, schools, groups: as many as there are `sizes`. */
export function headline(
  input: { readonly module: Module; readonly sizes: readonly number[] },
  language: Language,
  style: Style,
): string {
  const { title } = input.module.settings;
  const strong = style.strong(title === '' ? 'brassage' : visible(title));
  return `${strong} · ${headlineParts(input, language).join(' · ')}`;
}

/** People, schools and groups, a phrase each. */
export function headlineParts(
  { module, sizes }: { readonly module: Module; readonly sizes: readonly number[] },
  language: Language,
): readonly string[] {
  const words = wordsOf(language);
  const { cohort } = module;
  const listed = [...countSchools(cohort)].filter(([school]) => school !== '').sort((a, b) => b[1] - a[1]);
  const shown = listed.slice(0, 6).map(([school, people]) => `${visible(school)} ${people}`);
  return [
    words.people(cohort.participants.length),
    ...(shown.length > 1 ? [shown.join(', ') + (listed.length > 6 ? '…' : '')] : []),
    words.groupsOfSize(
      sizes.length,
      [...new Set(sizes)].sort((a, b) => a - b),
    ),
  ];
}

/** The mix per attribute as a small table, each figure beside the least possible one; nothing where nothing is balanced. */
export function mixTable({ report, certificate }: SummaryInput, language: Language, style: Style): readonly string[] {
  // An attribute all of whose levels have other roles is in the table of those.
  const shared = report.attributes.filter(({ cells, levels }) => cells > 0 || levels.length === 0);
  if (shared.length === 0) return [];
  const words = wordsOf(language);
  const rows = shared.map(({ key, label, weight, fairCells, cells, deviation }) => {
    const certified = certificate?.attributes.find((attribute) => attribute.key === key);
    return [
      words.attribute(key, visible(label)),
      String(weight),
      words.ofTotal(fairCells, cells),
      words.number(toNumber(deviation), 2),
      ...(certified === undefined ? ['', ''] : [words.number(toNumber(certified.bound), 2), verdict(certified, words)]),
    ];
  });
  const left = { align: 'left' } as const;
  const right = { align: 'right' } as const;
  const columns = [
    { title: words.mix, ...left, style: style.strong },
    { title: words.weight, ...right },
    { title: words.fairCounts, ...right },
    { title: words.deviation, ...right },
    { title: words.leastPossible, ...right },
    {
      title: '',
      ...left,
      isWhole: true,
      style: (text: string) => (text === words.optimal ? style.good(text) : style.doubtful(text)),
    },
  ];
  return layOutTable(columns, rows, style);
}

/** Wishes, rules, score: a line each, where there is something to say. */
export function scoreLines(input: SummaryInput, language: Language, style: Style): readonly string[] {
  const words = wordsOf(language);
  const { module, report, certificate, repeats = [], pseudonyms = false } = input;
  const lines = [...wishLines(input, words), ...ruleLines(input, words, style)];
  if (certificate !== undefined && isScored(input)) {
    const { total } = certificate;
    const value = words.score(toNumber(total.value));
    const proof = isOptimal(total)
      ? style.good(input.isSizeFree === true ? words.optimalForSizes : words.optimal)
      : words.noBetterThan(toNumber(total.bound), gapOf(total));
    append(lines, [`${value} · ${proof}`, ...proofLines(certificate, words)]);
  }
  const { meetings } = report;
  return meetings === undefined ? lines : [...lines, ...meetingLines(module, meetings, repeats, language, pseudonyms)];
}

/** Whether anything counts in the score: without that every list is as good as any other. */
function isScored({ module, report }: SummaryInput): boolean {
  const { wishWeight, observedWeight } = module.settings;
  const isPriced = module.cohort.participants.some(
    ({ wishes, observed }) => (wishes.length > 0 && wishWeight > 0) || (observed.length > 0 && observedWeight > 0),
  );
  return (
    report.attributes.length > 0 ||
    report.meetings !== undefined ||
    report.rules.some(({ rule }) => (rule.weight ?? 0) > 0) ||
    (module.themes.length > 0 && isPriced)
  );
}

function timetableLine(
  { programme, groups }: Module,
  { hearings, groupsInOneRoom }: TimetableFigures,
  words: Words,
): string {
  const sessions = programme?.sessions.length ?? 0;
  const inOneRoom = (programme?.rooms.length ?? 0) > 0 ? groupsInOneRoom : undefined;
  return `${words.timetable}  ${words.timetableFigures(sessions, hearings, inOneRoom, groups.length)}`;
}

function verdict(certified: Certified, words: Words): string {
  return isOptimal(certified) ? words.optimal : words.above(gapOf(certified));
}

function wishLines({ module, report }: SummaryInput, words: Words): readonly string[] {
  const figure = tallyWishes(module, report);
  if (figure === undefined) return [];
  const { byRank, unmet, onObserved, observing } = figure;
  const parts = byRank.flatMap((people, rank) => (people > 0 ? [words.wishRank(rank, people)] : []));
  if (unmet > 0) parts.push(words.noWishMet(unmet));
  if (observing > 0) parts.push(words.observed(onObserved, observing));
  return [`${words.wishes}  ${parts.join(' · ')}`];
}

function ruleLines({ module, report, pseudonyms }: SummaryInput, words: Words, style: Style): readonly string[] {
  const { rules } = report;
  if (rules.length === 0) return [];
  const hard = rules.filter(({ rule }) => rule.weight === undefined);
  const weighted = rules.filter(({ rule }) => rule.weight !== undefined);
  const kept = (list: typeof rules) => list.filter(({ units }) => units === 0).length;
  const parts = [
    ...(hard.length > 0 ? [words.hardRulesKept(kept(hard))] : []),
    ...(weighted.length > 0 ? [words.weightedRulesKept(kept(weighted), weighted.length)] : []),
  ];
  const broken = (list: typeof rules) => list.filter(({ units }) => units > 0);
  const nameOf = (key: string) => {
    const person = participantOf(module.cohort, key);
    return person === undefined ? key : visible(pseudonyms === true ? person.id : participantName(person));
  };
  const namesOf = (people: readonly string[]) => {
    const names = people.slice(0, MOST_NAMES).map(nameOf);
    return [...names, ...(people.length > MOST_NAMES ? ['…'] : [])].join(', ');
  };
  const facts = ({ rule, units, groups, people }: (typeof rules)[number]) =>
    [rule.source.line ?? 0, rule.kind, units, visible(groups.join(', ')), namesOf(people)] as const;
  return [
    `${words.rules}  ${parts.join(' · ')}`,
    ...broken(hard).map((figure) => `  ${style.bad(words.hardBroken(...facts(figure)))}`),
    ...broken(weighted).map((figure) => `  ${style.doubtful(words.ruleNotKept(...facts(figure)))}`),
  ];
}
