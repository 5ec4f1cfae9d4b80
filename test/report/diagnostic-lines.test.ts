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
});
