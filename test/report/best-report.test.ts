import { describe, expect, it } from 'vitest';
import { bestTable, type RankedLine } from '../../src/report/best-report.js';
import { PLAIN } from '../../src/report/style.js';

const line = (folder: string, value: string, bound: string | null, gap: string | null): RankedLine => ({
  folder,
  starts: ['0..3', '8'],
  start: 2,
  score: { value, bound, gap },
});

describe('the table of the plans of a shared search', () => {
  it('shows folder, starts, best start, score and gap, the proved one in words', () => {
    const lines = [
      line('s/2', '67', '67', '0.000000'),
      line('s/\u001b[1m', '845/12', '209/3', '0.010766'),
      line('s/3', '67', '66999999/1000000', '0.000000'),
      line('s/4', '9', null, null),
    ];
    expect(bestTable(lines, 'en', PLAIN, false)).toEqual([
      'folder       starts   best start  score   above the bound',
      's/2          0..3, 8           2   67.0  optimal (proved)',
      's/\\u001b[1m  0..3, 8           2   70.4            +1.1 %',
      's/3          0..3, 8           2   67.0            +0.0 %',
      's/4          0..3, 8           2    9.0',
    ]);
  });

  it('shows the first ten, and all when more is asked', () => {
    const lines = Array.from({ length: 13 }, (_, index) => line(`s/${index}`, '11', '10', '0.1'));
    const few = bestTable(lines, 'fr', PLAIN, false);
    expect(few).toHaveLength(12);
    expect(few.at(-1)).toBe('et 3 autres plans (--verbose les montre tous)');
    expect(bestTable(lines, 'fr', PLAIN, true)).toHaveLength(14);
  });
});
