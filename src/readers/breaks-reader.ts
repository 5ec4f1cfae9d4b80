import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { Break } from '../domain/session.js';
import type { Source } from '../domain/source.js';
import { parseNumber, splitValues } from './cells.js';
import { parseTime } from './moments.js';

/** What of its row a cell of breaks is read against. */
export interface BreaksContext {
  /** `undefined` where the cells of the session's times are wrong: then nothing is held against them. */
  readonly session: { readonly start: number; readonly end: number } | undefined;
  /** The session's times as typed. */
  readonly typed: { readonly start: string; readonly end: string };
  readonly hasPresentations: boolean;
  readonly source: Source;
}

/** Between two times, `10h30-10h45`. */
const DASH = /[-\u2010-\u2015\u2212]/;

/**
 * The breaks in a cell, separated by `|`: times of day, or one number of minutes for each jury's own break. What is wrong is reported, and
 * left out. Times come first, in order.
 */
export function readBreaks(
  cell: string,
  { session, typed, hasPresentations, source }: BreaksContext,
  report: (diagnostic: Diagnostic) => void,
): readonly Break[] {
  const times: { readonly start: number; readonly end: number; readonly value: string }[] = [];
  const halfway: Break[] = [];
  for (const value of splitValues(cell)) {
    const details = { source, value };
    const minutes = parseNumber(value);
    const range = parseRange(value);
    if (typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1) {
      if (halfway.length > 0) report(diagnose('error', 'session.break-twice', {}, details));
      else if (!hasPresentations) report(diagnose('error', 'session.break-untimed', {}, details));
      else halfway.push({ kind: 'halfway', minutes });
    } else if (range === undefined) {
      report(diagnose('error', 'session.not-a-break', {}, details));
    } else if (session !== undefined && (range.start < session.start || range.end > session.end)) {
      report(diagnose('error', 'session.break-outside', typed, details));
    } else {
      const other = times.find(({ start, end }) => range.start < end && start < range.end);
      if (other === undefined) times.push({ ...range, value });
      else report(diagnose('error', 'session.breaks-overlap', { other: other.value }, details));
    }
  }
  times.sort((a, b) => a.start - b.start);
  return [...times.map(({ start, end }): Break => ({ kind: 'times', start, end })), ...halfway];
}

function parseRange(text: string): { readonly start: number; readonly end: number } | undefined {
  const dash = text.search(DASH);
  const start = parseTime(text.slice(0, Math.max(0, dash)).trim());
  const end = parseTime(text.slice(dash + 1).trim());
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}
