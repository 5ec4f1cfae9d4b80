import { describe, expect, it } from 'vitest';
import { scoreList } from '../../src/usecases/score.js';
import { listFrom, text } from '../helpers/groupings.js';
import { moduleOf, rule, type ModuleDraft } from '../helpers/modules.js';

const draft: ModuleDraft = {
  columns: { school: 'EEEEII' },
  sizes: [2, 2, 2],
  balance: { school: 3 },
  groupSize: { min: 2, max: 3 },
};

function score(members: Readonly<Record<string, string>>, changes: Partial<ModuleDraft> = {}) {
  const module = moduleOf({ ...draft, ...changes });
  return scoreList(module, listFrom(module, members));
}

describe('score of a list', () => {
  it('stands beside the bound for its sizes', () => {
    const { certificate, report, isBroken } = score({ G01: 'ab', G02: 'cd', G03: 'ef' });
    expect(isBroken).toBe(false);
    expect(certificate && [text(certificate.total.value), text(certificate.total.bound)]).toEqual(['16', '4']);
    expect(certificate && text(certificate.total.value)).toBe(text(report.soft));
  });

  it('takes the sizes of the list itself, even with fewer groups than planned', () => {
    const { certificate, isBroken } = score({ G01: 'abe', G02: 'cdf' });
    expect(isBroken).toBe(false);
    // Shares 2 and 1 in groups of 3, all met.
    expect(certificate && [text(certificate.total.value), text(certificate.total.bound)]).toEqual(['0', '0']);
  });

  it('has no bound while people are missing or stand twice, and is broken', () => {
    for (const members of [
      { G01: 'ab', G02: 'cd', G03: 'e' },
      { G01: 'ab', G02: 'cd', G03: 'efa' },
    ]) {
      const result = score(members);
      expect(result.isBroken).toBe(true);
      expect(result.certificate).toBeUndefined();
    }
  });

  it('has a bound, though broken, where only a size or a hard rule is', () => {
    const oversized = score({ G01: 'abcd', G02: 'ef' });
    expect([oversized.isBroken, oversized.certificate !== undefined]).toEqual([true, true]);
    const together = score({ G01: 'ab', G02: 'cd', G03: 'ef' }, { rules: [rule('apart', 'a b')] });
    expect([together.isBroken, together.report.hard, together.certificate !== undefined]).toEqual([true, 1, true]);
  });

  it('has a bound, though broken, where there are fewer groups than the settings fix', () => {
    const plain = moduleOf(draft);
    const module = { ...plain, settings: { ...plain.settings, groupCount: 3 } };
    const { report, certificate, isBroken } = scoreList(module, listFrom(module, { G01: 'abe', G02: 'cdf' }));
    expect([isBroken, certificate !== undefined]).toEqual([true, true]);
    expect(report.structure).toEqual([{ rule: 'groups.count', facts: { groups: 2, wanted: 3 } }]);
  });

  it('is told also when a person is missing whom a weighted rule wants together with somebody', () => {
    const { report, isBroken } = score(
      { G01: 'ab', G02: 'cd', G03: 'e' },
      { rules: [rule('together', 'a f', { weight: 5 })] },
    );
    expect(isBroken).toBe(true);
    expect(report.rules[0].units).toBe(1);
  });

  it('is told of an empty list', () => {
    const { report, certificate, isBroken } = score({});
    expect(isBroken).toBe(true);
    expect(certificate).toBeUndefined();
    expect(report.structure).toHaveLength(6);
  });
});
