import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/domain/diagnostic.js';
import { diagnosticLine } from '../../src/report/diagnostic-lines.js';
import { PLAIN } from '../../src/report/style.js';

describe('diagnosticLine', () => {
  it('ends with the other lines that a message rests on, file by file, runs of them as one', () => {
    const at = (file: string, line: number) => ({ file, line });
    const sources = [
      at('m/witnesses.csv', 7),
      ...[9, 4, 5, 3].map((line) => at('m/witnesses.csv', line)),
      at('m/availability.csv', 2),
      at('m/availability.csv', 3),
    ];
    const reason = diagnose('error', 'timetable.no-jury', { session: 'S', theme: 'A' }, { sources });
    expect(diagnosticLine(reason, 'en', PLAIN)).toBe(
      'm/witnesses.csv:7: error: S: no jury member for A can come. See also witnesses.csv:3–5, 9; availability.csv:2, 3.',
    );
    expect(diagnosticLine(reason, 'fr', PLAIN)).toMatch(
      /Voir aussi witnesses\.csv:3–5, 9\u00a0; availability\.csv:2, 3\.$/,
    );
  });

  it('names no other line where there is only one', () => {
    const reason = diagnose(
      'error',
      'timetable.no-jury',
      { session: 'S', theme: 'A' },
      { sources: [{ file: 's.csv', line: 2 }] },
    );
    expect(reason.sources).toBeUndefined();
    expect(diagnosticLine(reason, 'en', PLAIN)).toBe('s.csv:2: error: S: no jury member for A can come.');
  });

  it('counts the groups that max_sessions does not let besides those named for the same witness', () => {
    const limit = { witness: 'T2', groups: 2, maxSessions: 1, perHearing: 1 };
    const text = (lang: 'en' | 'fr', besides: { readonly besides?: readonly string[] }) =>
      diagnosticLine(diagnose('error', 'timetable.witness-limit', { ...limit, ...besides }), lang, PLAIN);
    expect(text('en', {})).toContain('T2: 2 groups have to hear them, and 1 session of 1 group at most');
    expect(text('en', { besides: ['A3'] })).toContain('T2: besides group A3, 2 groups have to hear them, and');
    expect(text('fr', { besides: ['A3', 'A4'] })).toContain(
      'T2\u00a0: outre les 2 groupes A3, A4, 2 groupes doivent l’entendre, et',
    );
  });
});
