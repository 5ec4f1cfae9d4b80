import { describe, expect, it } from 'vitest';
import { diagnose, type Diagnostic } from '../../src/domain/diagnostic.js';
import { diagnosticLines } from '../../src/report/diagnostic-lines.js';
import { PLAIN } from '../../src/report/style.js';

const unknown = (line: number, value = 'EUROP', suggestion?: string): Diagnostic =>
  diagnose(
    'error',
    'settings.not-a-balance',
    {},
    { source: { file: 'inet.csv', line, field: 7, column: 'Vœux' }, value, suggestion },
  );

describe('one mistake on many lines', () => {
  it('is one message, with the lines on which it stands too', () => {
    const lines = diagnosticLines(
      [3, 4, 5, 9, 12].map((line) => unknown(line)),
      'en',
      PLAIN,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^inet\.csv:3:7 \[Vœux\] "EUROP": error: .* The same on 4 more lines: 4, 5, 9, 12\.$/);
    const [french] = diagnosticLines(
      [3, 4, 5, 9].map((line) => unknown(line)),
      'fr',
      PLAIN,
    );
    expect(french).toMatch(/De même sur 3 autres lignes\u00a0: 4, 5, 9\.$/);
  });

  it('is shown line by line where these are few, and apart from any other', () => {
    const others = [unknown(6, 'VILL'), unknown(7, 'EUROP', 'EUROPE')];
    const lines = diagnosticLines([unknown(3), others[0], unknown(4), others[1], unknown(5)], 'en', PLAIN);
    expect(lines.map((line) => line.slice(0, 10))).toEqual([3, 6, 4, 7, 5].map((line) => `inet.csv:${line}`));
    expect(lines.join()).not.toContain('The same');
  });

  it('lists the first runs of very many lines, and counts them all', () => {
    const [line] = diagnosticLines(
      Array.from({ length: 40 }, (_, n) => unknown(3 * n + 2)),
      'en',
      PLAIN,
    );
    expect(line).toMatch(/The same on 39 more lines: 5, 8, 11, 14, 17, 20, 23, 26, …\.$/);
  });
});
