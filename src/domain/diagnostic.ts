import type { Change } from './diagnostics/change.js';
import type { GroupDiagnosticParams } from './diagnostics/group.js';
import type { GuessDiagnosticParams } from './diagnostics/guess.js';
import type { InputDiagnosticParams } from './diagnostics/input.js';
import type { LimitDiagnosticParams } from './diagnostics/limit.js';
import type { PersonDiagnosticParams } from './diagnostics/person.js';
import type { PlansDiagnosticParams } from './diagnostics/plans.js';
import type { RepairDiagnosticParams } from './diagnostics/repair.js';
import type { RoleDiagnosticParams } from './diagnostics/role.js';
import type { TimetableDiagnosticParams } from './diagnostics/timetable.js';
import type { VerifyDiagnosticParams } from './diagnostics/verify.js';
import type { WorkbookDiagnosticParams } from './diagnostics/workbook.js';
import type { Source } from './source.js';

/** Code of every message about the user's data, to the facts that its sentence needs. */
export interface DiagnosticParams
  extends
    InputDiagnosticParams,
    WorkbookDiagnosticParams,
    PersonDiagnosticParams,
    GroupDiagnosticParams,
    RoleDiagnosticParams,
    TimetableDiagnosticParams,
    PlansDiagnosticParams,
    VerifyDiagnosticParams,
    RepairDiagnosticParams,
    GuessDiagnosticParams,
    LimitDiagnosticParams {}

export type DiagnosticCode = keyof DiagnosticParams;
export type Severity = 'error' | 'warning' | 'note';

/** A fact about the inputs, without words: `report/messages` has those, per language. */
export interface Diagnostic<Code extends DiagnosticCode = DiagnosticCode> {
  readonly code: Code;
  readonly severity: Severity;
  /** The line that is wrong; absent when no single place is to blame. */
  readonly source?: Source;
  /** Every line that it rests on, `source` first, where these are several; absent: `source` alone. */
  readonly sources?: readonly Source[];
  /** The offending text as typed. */
  readonly value?: string;
  readonly params: DiagnosticParams[Code];
  /** The nearest thing that would have been right. */
  readonly suggestion?: string;
  /** Changes each of which would do by itself, the smallest first; absent: none is known. */
  readonly changes?: readonly Change[];
}

/** Optional parts of a diagnostic. */
export interface DiagnosticDetails {
  /** Absent: the first of `sources`. */
  readonly source?: Source;
  /** Fewer than two are no list. */
  readonly sources?: readonly Source[];
  readonly value?: string;
  readonly suggestion?: string | undefined;
  readonly changes?: readonly Change[];
}

/** Makes a diagnostic, leaving out what is `undefined`. */
export function diagnose<Code extends DiagnosticCode>(
  severity: Severity,
  code: Code,
  params: DiagnosticParams[Code],
  details: DiagnosticDetails = {},
): Diagnostic<Code> {
  const { sources = [], source = sources.at(0) } = details;
  return {
    code,
    severity,
    params,
    ...(source === undefined ? {} : { source }),
    ...(sources.length < 2 ? {} : { sources }),
    ...(details.value === undefined ? {} : { value: details.value }),
    ...(details.suggestion === undefined ? {} : { suggestion: details.suggestion }),
    ...(details.changes === undefined || details.changes.length === 0 ? {} : { changes: details.changes }),
  };
}

/** Whether any of them forbids going on. */
export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
