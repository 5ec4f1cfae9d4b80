import type { Diagnostic } from '../../src/domain/diagnostic.js';
import type { Participant } from '../../src/domain/participant.js';
import type { Session } from '../../src/domain/session.js';
import type { Theme } from '../../src/domain/theme.js';
import type { InputFile } from '../../src/readers/reading.js';

/** A UTF-8 file of that text. */
export function file(text: string, name = 'in.csv'): InputFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Diagnostics in one line each: `code file:line:field [column] "value" -> suggestion`, severity before all but errors. */
export function brief(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ severity, code, source, value, suggestion }) =>
    [
      severity === 'error' ? '' : `${severity} `,
      code,
      source === undefined
        ? ''
        : ` ${[source.file, source.line, source.field].filter((part) => part !== undefined).join(':')}`,
      source?.column === undefined ? '' : ` [${source.column}]`,
      value === undefined ? '' : ` "${value}"`,
      suggestion === undefined ? '' : ` -> ${suggestion}`,
    ].join(''),
  );
}

/** A theme with strands of these ids (none: one nameless strand). */
export function theme(id: string, strands: readonly string[] = [''], title = ''): Theme {
  return {
    id,
    title,
    strands: strands.map((strand) => ({ id: strand, title: '', source: { file: 'themes.csv' } })),
  };
}

export function session(id: string, sites: readonly string[] = []): Session {
  return {
    id,
    date: '2018-02-12',
    start: 540,
    end: 720,
    kinds: ['work'],
    title: '',
    audience: { kind: 'groups' },
    sites,
    source: { file: 'sessions.csv' },
  };
}

export const NO_COLUMNS: ReadonlyMap<string, string> = new Map();

/** Levels as a plain object. */
export function levelsOf(person: Participant | undefined): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(person?.levels ?? []);
}
