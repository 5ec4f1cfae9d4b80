import type { Improvements } from '../check/list-worth.js';
import { toNumber } from '../domain/fraction.js';
import { participantName } from '../domain/participant.js';
import type { Language } from '../domain/settings.js';
import { improvementLines } from './improvement-lines.js';
import { headline, mixTable, scoreLines, stack, type SummaryInput } from './plan-summary.js';
import { roleTable } from './role-table.js';
import type { Style } from './style.js';
import { layOutTable } from './text-table.js';
import { visible } from './visible-text.js';
import { wordsOf, type Words } from './words.js';

/** A judged list. */
export interface ScoredList extends SummaryInput {
  readonly improvements?: Improvements;
  /** Where it was read from, to be said. Absent: whoever asked has named it. */
  readonly list?: string;
}

/** The judgement of a group list for people: what is broken, the mix, what would help, every group, and with `isDetailed` every person. */
export function scoreReport(
  input: ScoredList,
  language: Language,
  style: Style,
  isDetailed: boolean,
): readonly string[] {
  const words = wordsOf(language);
  const { list } = input;
  const { sizes } = input.report;
  return stack([
    [
      [headline({ module: input.module, sizes }, language, style), ...(list === undefined ? [] : [visible(list)])].join(
        ' · ',
      ),
      ...structureLines(input, words).map((line) => style.bad(line)),
    ],
    mixTable(input, language, style),
    roleTable(input, language, style),
    scoreLines(input, language, style),
    input.improvements === undefined ? [] : improvementLines(input.module, input.improvements, language, style),
    groupTable(input, words, style),
    isDetailed ? peopleTable(input, words, style) : [],
  ]);
}

/** What is wrong with a list before any rule: a line each. */
export function structureLines({ module, report }: SummaryInput, words: Words): readonly string[] {
  const nameOf = new Map(module.cohort.participants.map((person) => [person.key, visible(participantName(person))]));
  const name = (fact: string | number | undefined) => nameOf.get(String(fact)) ?? String(fact);
  const shown = (fact: string | number | undefined) => visible(String(fact));
  const missing = report.structure
    .filter(({ rule }) => rule === 'groups.missing')
    .map(({ facts }) => name(facts['person']));
  const rest = report.structure.flatMap(({ rule, facts }) => {
    if (rule === 'groups.twice')
      return [words.twice(name(facts['person']), shown(facts['first']), shown(facts['second']))];
    if (rule === 'groups.size') {
      return [
        words.wrongSize(shown(facts['group']), Number(facts['size']), Number(facts['min']), Number(facts['max'])),
      ];
    }
    if (rule === 'groups.count') {
      const place = [facts['theme'], facts['strand']].filter((id) => id !== undefined && id !== '').map(shown);
      return [words.wrongCount(place.join('/'), Number(facts['groups']), Number(facts['wanted']))];
    }
    return [];
  });
  return [...(missing.length > 0 ? [words.missing(missing.join(', '))] : []), ...rest];
}

function groupTable({ report }: SummaryInput, words: Words, style: Style): readonly string[] {
  const columns = [
    { title: words.group, align: 'left', style: style.strong },
    { title: words.size, align: 'right' },
    { title: words.weightedDeviation, align: 'right' },
    { title: words.unfair, align: 'left' },
  ] as const;
  const labelOf = new Map(report.attributes.map(({ key, label }) => [key, words.attribute(key, visible(label))]));
  const rows = report.groups.map(({ label, size, deviation, unfair }) => [
    visible(label),
    String(size),
    words.number(toNumber(deviation), 1),
    unfair.map((key) => labelOf.get(key) ?? key).join(', '),
  ]);
  return layOutTable(columns, rows, style);
}

function peopleTable({ module, report }: SummaryInput, words: Words, style: Style): readonly string[] {
  const personOf = new Map(module.cohort.participants.map((person) => [person.key, person]));
  const labelOf = new Map(report.attributes.map(({ key, label }) => [key, words.attribute(key, visible(label))]));
  const columns = [
    { title: words.person, align: 'left' },
    { title: words.group, align: 'left' },
    { title: words.wishGot, align: 'right' },
    { title: words.aloneIn, align: 'left' },
  ] as const;
  const rows = report.people.map(({ key, group, wish, aloneIn }) => {
    const person = personOf.get(key);
    const wished = person !== undefined && person.wishes.length > 0;
    return [
      person === undefined ? key : visible(participantName(person)),
      visible(group),
      wish === undefined ? (wished ? '–' : '') : String(wish + 1),
      aloneIn.map((attribute) => labelOf.get(attribute) ?? attribute).join(', '),
    ];
  });
  return layOutTable(columns, rows, style);
}
