import type { GroupsReport } from '../check/check-groups.js';
import type { FigureChange } from '../check/figure-changes.js';
import { toNumber } from '../domain/fraction.js';
import type { Module } from '../domain/module.js';
import type { Language } from '../domain/settings.js';
import { comparisonWordsOf } from './comparison-words.js';
import { aimName } from './role-table.js';
import { visible } from './visible-text.js';
import { wordsOf } from './words.js';

/** What a changed figure is called. */
export function figureName(
  { cohort }: Module,
  report: GroupsReport,
  { origin }: FigureChange,
  language: Language,
): string {
  const words = wordsOf(language);
  if (origin.kind === 'wishes') return comparisonWordsOf(language).wishes;
  if (origin.kind === 'attribute') {
    const { key, label } = report.attributes[origin.index];
    return words.attribute(key, visible(label));
  }
  if (origin.kind === 'role') {
    const { aim } = report.roles[origin.index];
    return `${aimName(cohort, aim, words)} (${words.role(aim.role)})`;
  }
  const { rule } = report.rules[origin.index];
  return comparisonWordsOf(language).rule(rule.source.line ?? 0, rule.kind);
}

/** A figure as it is shown: units of rules whole, deviations with two digits. */
export function figureText({ origin }: FigureChange, value: FigureChange['before'], language: Language): string {
  const digits = origin.kind === 'rule' || origin.kind === 'wishes' ? 0 : 2;
  return comparisonWordsOf(language).number(toNumber(value), digits);
}
