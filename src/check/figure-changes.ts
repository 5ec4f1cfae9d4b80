import { fraction, isEqual, isLess, scale, subtract, type Fraction } from '../domain/fraction.js';
import type { GroupsReport } from './check-groups.js';

/** What a figure is of: an attribute, an aim or a rule by its index in the report, or all wishes. */
export type FigureOrigin =
  | { readonly kind: 'attribute' | 'role' | 'rule'; readonly index: number }
  | { readonly kind: 'wishes' };

/** One figure of two lists of one module, before its weight (wishes with it). */
export interface FigureChange {
  readonly origin: FigureOrigin;
  readonly before: Fraction;
  readonly after: Fraction;
  /** What the score gains or loses by it; 0 for hard rules. */
  readonly effect: Fraction;
}

/** The figures in which two lists differ: hard rules first, then those that make the score better, the greatest effect first. */
export function changedFigures(before: GroupsReport, after: GroupsReport): readonly FigureChange[] {
  const changeOf = (origin: FigureOrigin, from: Fraction, to: Fraction, weight: number): FigureChange => ({
    origin,
    before: from,
    after: to,
    effect: scale(subtract(to, from), weight),
  });
  const all = [
    ...before.rules.map(({ rule, units }, index) =>
      changeOf({ kind: 'rule', index }, fraction(units), fraction(after.rules[index].units), rule.weight ?? 0),
    ),
    ...before.attributes.map(({ deviation, weight }, index) =>
      changeOf({ kind: 'attribute', index }, deviation, after.attributes[index].deviation, weight),
    ),
    ...before.roles.map(({ penalty, aim }, index) =>
      changeOf({ kind: 'role', index }, penalty, after.roles[index].penalty, aim.weight),
    ),
    changeOf({ kind: 'wishes' }, fraction(before.wishPenalty), fraction(after.wishPenalty), 1),
  ];
  const isHard = ({ origin }: FigureChange) =>
    origin.kind === 'rule' && before.rules[origin.index].rule.weight === undefined;
  return all
    .filter((change) => !isEqual(change.before, change.after))
    .toSorted(
      (a, b) =>
        Number(isHard(b)) - Number(isHard(a)) || (isLess(a.effect, b.effect) ? -1 : isLess(b.effect, a.effect) ? 1 : 0),
    );
}
