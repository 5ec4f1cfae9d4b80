import { describe, expect, it } from 'vitest';
import type { Module } from '../../src/domain/module.js';
import { sliceOf } from '../../src/domain/start-range.js';
import { formGroups } from '../../src/usecases/form-groups.js';
import { budgetOf } from '../../src/usecases/search-options.js';
import { moduleOf, rule } from '../helpers/modules.js';

/** Two wishes that oppose each other: no start reaches the bound, which takes each rule alone. */
const MODULE = moduleOf({
  columns: { school: 'EEEEEEEIII', gender: 'FMFMMFMMFM' },
  balance: { school: 2, gender: 1 },
  sizes: [5, 5],
  rules: [rule('together', 'a b', { weight: 9 }), rule('apart', 'a b', { weight: 8, line: 3 })],
});

async function startsOf(module: Module, effort: number, first: number, starts: number) {
  const result = await formGroups({ module, seed: 'seed', search: { effort, first, starts } });
  if (result.status !== 'formed') throw new Error('no groups');
  return result.formed;
}

describe('a start', () => {
  it('is the same whatever slice it is in, the quick ones of a high effort too', async () => {
    const people = MODULE.cohort.participants.length;
    const quick = budgetOf({ effort: 3 }, people).quick?.starts ?? 0;
    const asked = { first: 0, count: quick + 2 };
    const whole = await startsOf(MODULE, 3, asked.first, asked.count);
    expect(whole.stopped).toBe('budget');
    expect(new Set(whole.starts.map(({ proposals }) => proposals)).size).toBeGreaterThan(1);
    const parts = [];
    for (const index of [1, 2, 3]) {
      const { first, count } = sliceOf(asked, { index, of: 3 });
      parts.push(...(await startsOf(MODULE, 3, first, count)).starts);
    }
    expect(parts).toEqual(whole.starts);
  });
});
