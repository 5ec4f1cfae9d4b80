import type { Diagnostic, DiagnosticCode, DiagnosticParams } from '../domain/diagnostic.js';
import type { ReferenceKind } from '../domain/diagnostics/input.js';

/**
 * What texts can refer to of which nothing certain is known, since the file that lists it could not be read whole;
 * `target` stands for the groups, which are not laid out while there are errors.
 */
export type Lost = ReadonlySet<ReferenceKind>;

/** Whether an error means that something a file lists was lost: the file, a line, a column, a person. */
export function isLoss({ severity, code }: Diagnostic): boolean {
  return severity === 'error' && /^(?:file|workbook|table|column|roster)\./.test(code);
}

/**
 * Whether an error may only follow from what was lost: one theme file that is missing would otherwise be said once for
 * every wish. Put right, it goes away or comes back on the next run.
 */
export function isConsequence(diagnostic: Diagnostic, lost: Lost): boolean {
  if (isOf(diagnostic, 'session.unknown-audience')) return lost.has('theme');
  if (isOf(diagnostic, 'settings.namesake-unmet')) return lost.has('person');
  if (!isOf(diagnostic, 'reference.unknown')) return false;
  const { kind } = diagnostic.params;
  const isLabel = isLikeLabel(diagnostic.value ?? '');
  if (kind === 'target') return lost.has('theme') || (lost.has('target') && isLabel);
  return lost.has(kind) || (kind === 'witness-or-group' && lost.has('target') && isLabel);
}

/** `G01`, `VILLE-A1`. */
function isLikeLabel(text: string): boolean {
  return /^G\d+$/.test(text) || (text.includes('-') && /\d$/.test(text));
}

function isOf<Code extends DiagnosticCode>(
  diagnostic: Diagnostic,
  code: Code,
): diagnostic is Diagnostic<Code> & { params: DiagnosticParams[Code] } {
  return diagnostic.code === code;
}
