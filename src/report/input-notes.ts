import type { Diagnostic, DiagnosticCode } from '../domain/diagnostic.js';

/** How inputs were read, and what they lack: nothing that a later command changes. */
const CODES: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'roster.count-line',
  'roster.gender-words',
  'balance.missing-values',
  'balance.single-level',
  'role.missing-numbers',
  'absences.unused',
]);

/** Whether it is a note on the module's inputs, which `check` tells in full and other commands count. */
export function isInputNote({ severity, code }: Diagnostic): boolean {
  return severity === 'note' && CODES.has(code);
}
