import { leastOf, mostOf } from '../domain/extremes.js';
import type { GroupFairness, TimetableFigures } from '../domain/timetable-figures.js';
import type { Programme } from '../domain/module.js';
import type { Language } from '../domain/settings.js';
import type { TimetableTerm } from '../domain/timetable-terms.js';
import type { Style } from './style.js';
import { layOutTable } from './text-table.js';
import { wordsOf } from './words.js';

const WORDS = {
  en: {
    head: 'Wishes of the timetable',
    count: 'left',
    least: 'at least',
    perGroup: 'Per group',
    to: '–',
    terms: {
      if_needed: 'used though “if needed”',
      site_changes: 'changes of site in a day',
      rooms: 'different rooms of groups',
      same_day: 'second hearings on a day',
      gaps: 'waits of a witness',
      joint: 'joint hearings',
      half_days: 'mornings, afternoons uneven',
      spacing: 'hearings close together',
      ranks: 'people always first or last',
    },
    fairness: {
      mornings: 'hearings in the morning',
      afternoons: 'in the afternoon',
      rooms: 'rooms',
      siteChanges: 'changes of site',
    },
  },
  fr: {
    head: 'Souhaits de l’emploi du temps',
    count: 'reste',
    least: 'au moins',
    perGroup: 'Par groupe',
    to: ' à ',
    terms: {
      if_needed: 'recours aux «\u00a0si besoin\u00a0»',
      site_changes: 'changements de site dans la journée',
      rooms: 'salles différentes des groupes',
      same_day: 'deuxièmes auditions le même jour',
      gaps: 'attentes d’un témoin',
      joint: 'auditions communes',
      half_days: 'matins et après-midi inégaux',
      spacing: 'auditions rapprochées',
      ranks: 'personnes toujours premières ou dernières',
    },
    fairness: {
      mornings: 'auditions le matin',
      afternoons: 'l’après-midi',
      rooms: 'salles',
      siteChanges: 'changements de site',
    },
  },
} as const satisfies Readonly<
  Record<
    Language,
    {
      readonly terms: Readonly<Record<TimetableTerm, string>>;
      readonly fairness: Readonly<Record<FairnessCount, string>>;
    } & Readonly<Record<string, unknown>>
  >
>;

type FairnessCount = Exclude<keyof GroupFairness, 'group' | 'ranks'>;

const OF_HEARINGS: ReadonlySet<TimetableTerm | FairnessCount> = new Set([
  'same_day',
  'gaps',
  'joint',
  'half_days',
  'spacing',
  'mornings',
  'afternoons',
]);

/** A table of texts, its numbers in all columns but the first. */
export interface WishTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a timetable leaves to be wished: each term with its weight, its figure and the least that can be, where that is known. */
export function timetableWishes(figures: TimetableFigures, programme: Programme, language: Language): WishTable {
  const words = WORDS[language];
  const hasMeaning = meaningIn(figures, programme);
  return {
    head: [words.head, wordsOf(language).weight, words.count, words.least],
    rows: figures.terms
      .filter(({ term }) => hasMeaning(term))
      .map(({ term, weight, count, least }) => [
        words.terms[term],
        String(weight),
        String(count),
        count === 0 || least === undefined ? '' : String(least),
      ]),
  };
}

/**
 * What a timetable leaves to be wished, a line per term with its weight and the least that can be, where that is known; then, in one
 * line, what the group with the least and the one with the most of each have. Terms that mean nothing in the programme have no line.
 */
export function timetableTable(
  figures: TimetableFigures,
  programme: Programme,
  language: Language,
  style: Style,
): readonly string[] {
  const { head, rows } = timetableWishes(figures, programme, language);
  const [first, ...rest] = head;
  const columns = [
    { title: first, align: 'left' as const, style: style.strong },
    ...rest.map((title) => ({ title, align: 'right' as const })),
  ];
  return [
    ...(rows.length === 0 ? [] : layOutTable(columns, rows, style)),
    ...fairnessLines(figures, programme, language),
  ];
}

/** The same of two timetables side by side. */
export function timetableDifference(
  a: TimetableFigures,
  b: TimetableFigures,
  programme: Programme,
  language: Language,
  style: Style,
): readonly string[] {
  const words = WORDS[language];
  const [hasMeaningInA, hasMeaningInB] = [meaningIn(a, programme), meaningIn(b, programme)];
  const right = (title: string) => ({ title, align: 'right' as const });
  const columns = [
    { title: words.head, align: 'left' as const, style: style.strong },
    right(wordsOf(language).weight),
    right('A'),
    right('B'),
  ];
  const rows = a.terms.flatMap(({ term, weight, count }, index) =>
    hasMeaningInA(term) || hasMeaningInB(term)
      ? [[words.terms[term], String(weight), String(count), String(b.terms[index].count)]]
      : [],
  );
  const linesOf = (letter: string, figures: TimetableFigures) =>
    fairnessLines(figures, programme, language).map((line) => `${letter}  ${line}`);
  return [...(rows.length === 0 ? [] : layOutTable(columns, rows, style)), ...linesOf('A', a), ...linesOf('B', b)];
}

/** What the group with the least and the one with the most of each have, in one line; none where there is nothing to compare. */
function fairnessLines(figures: TimetableFigures, programme: Programme, language: Language): readonly string[] {
  const words = WORDS[language];
  const { fairness } = figures;
  const keys = (['mornings', 'afternoons', 'rooms', 'siteChanges'] as const).filter(meaningIn(figures, programme));
  const ranges = keys.map((key) => {
    const counts = fairness.map((own) => own[key]);
    const [least, most] = [leastOf(counts), mostOf(counts)];
    return `${words.fairness[key]} ${least === most ? least : `${least}${words.to}${most}`}`;
  });
  return fairness.length < 2 || ranges.length === 0 ? [] : [`${words.perGroup}  ${ranges.join(' · ')}`];
}

/** Tells whether a figure means anything in the programme. */
function meaningIn(
  { hearings, presentationRanks }: TimetableFigures,
  programme: Programme,
): (key: TimetableTerm | FairnessCount) => boolean {
  const sites = new Set(programme.rooms.map(({ site }) => site)).size;
  return (key) => {
    if (key === 'ranks') return presentationRanks !== undefined;
    if (key === 'rooms') return programme.rooms.length > 0;
    if (key === 'site_changes' || key === 'siteChanges') return sites > 1;
    return hearings > 0 || !OF_HEARINGS.has(key);
  };
}
