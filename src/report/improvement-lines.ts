import type { GroupsReport } from '../check/check-groups.js';
import { changedFigures } from '../check/figure-changes.js';
import { worthOf, type Improvements } from '../check/list-worth.js';
import { toNumber } from '../domain/fraction.js';
import type { ListChange } from '../domain/list-change.js';
import type { Module } from '../domain/module.js';
import { participantName } from '../domain/participant.js';
import { participantOf } from '../domain/roster.js';
import type { Language } from '../domain/settings.js';
import { comparisonWordsOf } from './comparison-words.js';
import { figureName, figureText } from './figure-lines.js';
import type { Style } from './style.js';
import { visible } from './visible-text.js';

/** Figures that a change is said to alter; the others are in the JSON. */
const MOST_FIGURES = 4;

/** The changes that help a list most, each with what it does, then what all of them do; or why there are none. */
export function improvementLines(
  module: Module,
  { changes, isExhaustive, isOptimal }: Improvements,
  language: Language,
  style: Style,
): readonly string[] {
  const words = comparisonWordsOf(language);
  if (isOptimal) return [words.needsNone];
  if (changes.length === 0) return [words.noSwapHelps(isExhaustive)];
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const effect = (before: GroupsReport, after: GroupsReport) =>
    [worthChange(before, after, language), figureChanges(module, before, after, language)]
      .filter((part) => part !== '')
      .join(language === 'fr' ? '\u00a0; ' : '; ');
  const [first, last] = [changes[0], changes[changes.length - 1]];
  return [
    `${style.strong(words.swapsTitle(changes.length))}${colon}`,
    ...changes.map(
      ({ change, before, after }, index) =>
        `  ${index + 1}. ${describeChange(module, change, language)}${colon} ${effect(before, after)}`,
    ),
    ...(changes.length > 1 ? [`  ${words.together}${colon} ${worthChange(first.before, last.after, language)}`] : []),
    ...(isExhaustive ? [] : [`  ${words.bounded}`]),
  ];
}

/** `Dupont Jean (G01) ↔ Martin Paul (G03)`. */
function describeChange(module: Module, change: ListChange, language: Language): string {
  const words = comparisonWordsOf(language);
  const name = (key: string) => {
    const person = participantOf(module.cohort, key);
    return person === undefined ? key : visible(participantName(person));
  };
  if (change.kind === 'swap') {
    return `${name(change.first)} (${visible(change.firstGroup)}) ↔ ${name(change.second)} (${visible(change.secondGroup)})`;
  }
  if (change.from === change.to) return words.settle(name(change.person), visible(change.to));
  return words.move(name(change.person), change.from === '' ? words.missing : visible(change.from), visible(change.to));
}

function worthChange(before: GroupsReport, after: GroupsReport, language: Language): string {
  const words = comparisonWordsOf(language);
  const [from, to] = [worthOf(before), worthOf(after)];
  const score = (value: typeof from) => words.number(toNumber(value.soft), 1);
  return [
    ...(from.faults === to.faults ? [] : [words.change(words.faults, String(from.faults), String(to.faults))]),
    ...(from.hard === to.hard ? [] : [words.change(words.hard, String(from.hard), String(to.hard))]),
    words.change(words.score, score(from), score(to)),
  ].join(', ');
}

function figureChanges(module: Module, before: GroupsReport, after: GroupsReport, language: Language): string {
  const words = comparisonWordsOf(language);
  const figures = changedFigures(before, after);
  const shown = figures
    .slice(0, MOST_FIGURES)
    .map((figure) =>
      words.change(
        figureName(module, before, figure, language),
        figureText(figure, figure.before, language),
        figureText(figure, figure.after, language),
      ),
    );
  return [...shown, ...(figures.length > MOST_FIGURES ? ['…'] : [])].join(', ');
}
