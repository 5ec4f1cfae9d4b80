import type { Diagnostic, DiagnosticCode } from './diagnostic.js';

/** Reasons that say what a search did not find, without a proof that it cannot be. */
const UNPROVED: ReadonlySet<DiagnosticCode> = new Set([
  'rule.broken',
  'search.time-limit',
  'repair.none-found',
  'repair.cut',
  'repair.more-moves-found',
  'timetable.hearings-missing',
  'timetable.rooms-not-found',
]);

/** Whether the reasons prove that no solution exists. */
export function isProof(reasons: readonly Diagnostic[]): boolean {
  return reasons.some(({ code }) => !UNPROVED.has(code));
}
