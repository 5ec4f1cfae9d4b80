import { summariseMeetings, type MeetingFigure } from '../domain/meeting-figure.js';
import type { Module } from '../domain/module.js';
import { participantName } from '../domain/participant.js';
import type { RepeatReason } from '../domain/repeat-reason.js';
import type { Language } from '../domain/settings.js';
import { visible } from './visible-text.js';
import { wordsOf, type Words } from './words.js';

/** Pairs that meet again of whom it is said why. */
const MOST_PAIRS = 5;

/** Who meets again, with the reason where it is known. */
export interface ReportedRepeat {
  readonly people: readonly [string, string];
  readonly group: string;
  readonly modules: readonly number[];
  readonly reason: RepeatReason;
}

/** What the list of an earlier module is called; its number where nothing names it. */
function listName({ history, settings }: Module, index: number): string {
  return history?.[index]?.name ?? settings.history?.[index]?.groups ?? String(index + 1);
}

/** Earlier meetings in a few lines: how many others each has met, how many pairs meet again and, for the first few of those, why; with `pseudonyms` people go by their ids. */
export function meetingLines(
  module: Module,
  figure: MeetingFigure,
  repeats: readonly ReportedRepeat[],
  language: Language,
  pseudonyms = false,
): readonly string[] {
  const words = wordsOf(language);
  if (figure.people.length === 0) return [];
  const nameOf = new Map(
    module.cohort.participants.map((person) => [person.key, visible(pseudonyms ? person.id : participantName(person))]),
  );
  const name = (key: string) => nameOf.get(key) ?? key;
  const shown = repeats.slice(0, MOST_PAIRS).map(({ people: [a, b], group, modules, reason }) => {
    const lists = modules.map((index) => visible(listName(module, index)));
    const why = reasonWords(module, reason, name, words);
    return `  ${words.meetAgain(name(a), name(b), visible(group), lists, why)}`;
  });
  const left = figure.repeats.length - shown.length;
  return [
    `${words.meetings}  ${words.meetingFigures(summariseMeetings(figure), figure.repeats.length, figure.pairs)}`,
    ...shown,
    ...(left > 0 && shown.length > 0 ? [`  ${words.more(left)}`] : []),
  ];
}

function reasonWords(module: Module, reason: RepeatReason, name: (key: string) => string, words: Words): string {
  if (reason.kind === 'rule') return words.repeatAsked(module.rules[reason.rule].source.line ?? 0);
  if (reason.kind === 'few-strangers') return words.fewStrangers(name(reason.person), reason.strangers, reason.needed);
  if (reason.kind === 'hard') return words.partingForbidden;
  if (reason.kind === 'search') return words.partingMissed;
  const { grows, price } = reason;
  const label = (key: string) => {
    const attribute = module.cohort.attributes.find((one) => one.key === key);
    return words.attribute(key, visible(attribute?.label ?? key));
  };
  const what =
    grows.kind === 'attribute'
      ? label(grows.key)
      : grows.kind === 'rule'
        ? words.ruleOfLine(module.rules[grows.index].source.line ?? 0)
        : grows.kind === 'wishes'
          ? words.wishes
          : words.otherMeetings;
  return words.partingCosts(price, what.toLowerCase());
}
