import { describe, expect, it } from 'vitest';
import { compareWorth, worthOf, type Worth } from '../../src/check/list-worth.js';
import { checkGroups } from '../../src/check/check-groups.js';
import { fraction } from '../../src/domain/fraction.js';
import { listFrom } from '../helpers/groupings.js';
import { moduleOf, rule, type ModuleDraft } from '../helpers/modules.js';

function worth(draft: ModuleDraft, members: Readonly<Record<string, string>>, groupCount?: number): Worth {
  const module = moduleOf(draft);
  const settings = { ...module.settings, ...(groupCount === undefined ? {} : { groupCount }) };
  return worthOf(checkGroups({ ...module, settings }, listFrom(module, members)));
}

describe('what a list is worth', () => {
  const draft: ModuleDraft = { people: 6, sizes: [2, 2, 2], groupSize: { min: 2, max: 3 } };

  it('counts a fault for each person missing, and for each person a group lacks or has too many', () => {
    expect(worth(draft, { G01: 'abc', G02: 'def' }).faults).toBe(0);
    expect(worth(draft, { G01: 'abc', G02: 'd' }).faults).toBe(2 + 1);
    expect(worth(draft, { G01: 'abcdef', G02: '' }).faults).toBe(3 + 2);
    expect(worth(draft, { G01: 'abc', G02: 'dea', G03: 'f' }).faults).toBe(1 + 1);
  });

  it('counts a fault for each group missing or too many', () => {
    expect(worth({ people: 6, sizes: [2, 2, 2] }, { G01: 'ab', G02: 'cd', G03: 'ef' }, 5).faults).toBe(2);
    expect(worth({ people: 6, sizes: [2, 2, 2] }, { G01: 'ab', G02: 'cd', G03: 'ef' }, 1).faults).toBe(2);
  });

  it('has the hard rules broken and the score of the judge', () => {
    const rules = [rule('apart', 'a b c'), rule('apart', 'd e', { weight: 4 })];
    expect(worth({ ...draft, rules }, { G01: 'abc', G02: 'def' })).toMatchObject({ hard: 3, soft: fraction(4) });
  });
});

describe('the order of lists', () => {
  const of = (faults: number, hard: number, soft: number): Worth => ({ faults, hard, soft: fraction(soft) });

  it('is by faults, then hard rules, then the score', () => {
    const sorted = [of(0, 0, 8), of(0, 0, 9), of(0, 1, 0), of(0, 2, 0), of(1, 0, 0), of(2, 0, 0)];
    sorted.forEach((a, i) => sorted.forEach((b, k) => expect(Math.sign(compareWorth(a, b))).toBe(Math.sign(i - k))));
  });
});
