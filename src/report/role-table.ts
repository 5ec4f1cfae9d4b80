import type { Moments, NumberFigure } from '../check/number-figure.js';
import type { RoleFigure } from '../check/role-figure.js';
import { leastOf, mostOf } from '../domain/extremes.js';
import type { Aim } from '../domain/role.js';
import { attributeOf, type Cohort } from '../domain/roster.js';
import { isOptimal, type Certified } from '../domain/certificate.js';
import { subtract, toNumber, type Fraction } from '../domain/fraction.js';
import type { Language } from '../domain/settings.js';
import type { SummaryInput } from './plan-summary.js';
import type { Style } from './style.js';
import { layOutTable } from './text-table.js';
import { visible } from './visible-text.js';
import { wordsOf, type Words } from './words.js';

/** Levels and groups that a figure names; beyond, it says that there are more. */
const MOST_NAMED = 4;

/** What came of every role but fair share, each penalty beside the least possible one; nothing where there is none. */
export function roleTable(
  { module, report, certificate }: SummaryInput,
  language: Language,
  style: Style,
): readonly string[] {
  if (report.roles.length === 0) return [];
  const words = wordsOf(language);
  const rows = report.roles.map((figure, index) => {
    const certified = certificate?.aims[index];
    return [
      aimName(module.cohort, figure.aim, words),
      String(figure.aim.weight),
      words.number(toNumber(figure.penalty), 2),
      ...(certified === undefined ? ['', ''] : [words.number(toNumber(certified.bound), 2), verdict(certified, words)]),
    ];
  });
  const left = { align: 'left' } as const;
  const right = { align: 'right' } as const;
  const columns = [
    { title: words.roles, ...left, style: style.strong },
    { title: words.weight, ...right },
    { title: words.penalty, ...right },
    { title: words.leastPossible, ...right },
    {
      title: '',
      ...left,
      isWhole: true,
      style: (text: string) => (text === words.optimal ? style.good(text) : style.doubtful(text)),
    },
  ];
  const [header, ...lines] = layOutTable(columns, rows, style);
  // A sentence would make the table as wide as itself.
  const below = report.roles.map((figure) => `  ${words.role(figure.aim.role)} · ${describeFigure(figure, words)}`);
  return [header, ...lines.flatMap((line, index) => [line, below[index]])];
}

/** By how much a role's penalty exceeds the least possible: least ones near 0 make shares of them meaningless. */
function verdict(certified: Certified, words: Words): string {
  if (isOptimal(certified)) return words.optimal;
  return `+${words.number(toNumber(subtract(certified.value, certified.bound)), 2)}`;
}

/** `internships`, or `internships=embassy`, with the attribute in the reader's language. */
export function aimName(cohort: Cohort, { key, level }: Aim, words: Words): string {
  const name = words.attribute(key, visible(attributeOf(cohort, key)?.label ?? key));
  return level === undefined ? name : `${name}=${visible(level)}`;
}

function describeFigure({ aim, levels, groups, penalty, numbers }: RoleFigure, words: Words): string {
  if (numbers !== undefined) return describeNumbers(numbers, aim.role.kind === 'spread', words);
  const units = Math.round(toNumber(penalty));
  if (aim.role.kind === 'together') {
    const held = [...levels].sort((a, b) => b.groups.length - a.groups.length);
    return shorten(
      held.map(({ level, groups: own }) => words.heldIn(visible(level), own.length)),
      words,
    );
  }
  const holders = levels.reduce((sum, level) => sum + level.holders, 0);
  const where = groups.length === 0 ? '' : ` (${shorten(groups.map(visible), words)})`;
  return `${words.roleFigure(aim.role.kind, units, holders)}${where}`;
}

function shorten(names: readonly string[], words: Words): string {
  const rest = names.length - MOST_NAMED;
  return [...names.slice(0, MOST_NAMED), ...(rest > 0 ? [words.more(rest)] : [])].join(', ');
}

function describeNumbers(figure: NumberFigure, isSpread: boolean, words: Words): string {
  const { cohort, unit } = figure;
  const groups = figure.groups.filter((moments) => moments !== undefined);
  const digits = digitsFor(unit);
  const range = (of: (moments: Moments) => number) => {
    const values = groups.map(of);
    const ends = values.length === 0 ? [0, 0] : [leastOf(values), mostOf(values)];
    return [...ends, of(cohort)].map((value) => words.number(value, digits)) as [string, string, string];
  };
  const means = words.means(...range(({ mean }) => toNumber(mean)));
  return isSpread ? `${means} · ${words.deviations(...range(standardDeviation))}` : means;
}

export function standardDeviation({ variance }: Moments): number {
  return Math.sqrt(Math.max(0, toNumber(variance)));
}

/** Decimals that show a tenth of the unit. */
export function digitsFor(unit: Fraction): number {
  let digits = 0;
  for (let tenth = toNumber(unit) / 10; tenth < 0.95 && digits < 6; tenth *= 10) digits++;
  return digits;
}
