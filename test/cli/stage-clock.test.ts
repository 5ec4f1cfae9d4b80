import { expect, it } from 'vitest';
import { createStageClock } from '../../src/cli/stage-clock.js';
import { stageTable } from '../../src/report/stage-table.js';
import { PLAIN } from '../../src/report/style.js';

it('a stage ends where the next begins, one that comes again is added to, and the table sums them', () => {
  let [time, peak] = [0, 0];
  const clock = createStageClock({ now: () => time, peakBytes: () => peak });
  const at = (milliseconds: number, mebibytes: number) => {
    [time, peak] = [milliseconds, mebibytes * 1_048_576];
  };
  at(100, 50);
  clock.enter('read');
  at(350, 60);
  clock.enter('search');
  at(2_350, 80);
  clock.enter('read');
  at(2_400, 90);
  const records = clock.records();
  expect(records.map(({ stage, seconds }) => [stage, seconds])).toEqual([
    ['read', 0.3],
    ['search', 2],
  ]);
  expect(stageTable(records, 'en', PLAIN)).toEqual([
    'stage       time  peak memory',
    'reading  0.300 s       90 MiB',
    'search   2.000 s       80 MiB',
    'total    2.300 s       90 MiB',
  ]);
  expect(stageTable(records, 'fr', PLAIN)[1]).toBe('lecture    0,300\u00a0s                90\u00a0Mio');
  expect(stageTable([], 'en', PLAIN)).toEqual([]);
});
