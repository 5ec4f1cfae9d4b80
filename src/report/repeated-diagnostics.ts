import type { Diagnostic } from '../domain/diagnostic.js';

/** So many lines of one mistake are shown one by one. */
const SHOWN_ONE_BY_ONE = 3;

/** A diagnostic, and the other lines of the same file of which the same is to be said. */
export interface RepeatedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly lines: readonly number[];
}

/**
 * One mistake in one column of one file, on many lines, as one: a theme that is misspelt or missing gives one message, not a hundred. Order stays that of
 * the first of each.
 */
export function gatherRepeated(diagnostics: readonly Diagnostic[]): readonly RepeatedDiagnostic[] {
  const byKey = new Map<string, Diagnostic[]>();
  const keyOf = (diagnostic: Diagnostic): string | undefined => {
    const { source, value, code, params, severity, suggestion, sources, changes } = diagnostic;
    if (source?.line === undefined || value === undefined || sources !== undefined || changes !== undefined)
      return undefined;
    return JSON.stringify([severity, code, source.file, source.column, value, params, suggestion]);
  };
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    if (key === undefined) continue;
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [diagnostic]);
    else same.push(diagnostic);
  }
  return diagnostics.flatMap((diagnostic): RepeatedDiagnostic[] => {
    const key = keyOf(diagnostic);
    const same = key === undefined ? [diagnostic] : (byKey.get(key) ?? [diagnostic]);
    if (same.length <= SHOWN_ONE_BY_ONE) return [{ diagnostic, lines: [] }];
    if (same[0] !== diagnostic) return [];
    return [{ diagnostic, lines: same.slice(1).flatMap(({ source }) => source?.line ?? []) }];
  });
}
