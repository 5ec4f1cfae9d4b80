import { describe, expect, it } from 'vitest';
import { add, isEqual, scale, toNumber, ZERO } from '../../src/domain/fraction.js';
import { mixOf } from '../../src/domain/mix-figure.js';
import { formGroups } from '../../src/usecases/form-groups.js';
import { moduleOf } from '../helpers/modules.js';

const form = async (draft: Partial<Parameters<typeof moduleOf>[0]>) => {
  const module = moduleOf({ columns: { school: 'AABBB', gender: 'FMFMM' }, sizes: [2, 3], ...draft });
  const result = await formGroups({ module, seed: 'x', search: { effort: 0 } });
  if (result.status !== 'formed') throw new Error('no groups');
  return { module, certificate: result.formed.certificate };
};

describe('the mix of a list by itself', () => {
  it('is the whole score where nobody wishes and nobody has met', async () => {
    const { module, certificate } = await form({});
    expect(mixOf(module, certificate)).toEqual(certificate.total);
  });

  it('leaves earlier meetings out, value and bound', async () => {
    const { module, certificate } = await form({
      balance: { school: 3, gender: 2 },
      history: ['AAAAA'],
      historyWeight: 2,
    });
    expect(toNumber(certificate.history?.value ?? ZERO)).toBeGreaterThan(0);
    const sum = (of: 'value' | 'bound') =>
      certificate.attributes.map((own) => scale(own[of], own.key === 'school' ? 3 : 2)).reduce(add, ZERO);
    const mix = mixOf(module, certificate);
    expect(isEqual(mix.value, sum('value'))).toBe(true);
    expect(isEqual(mix.bound, sum('bound'))).toBe(true);
  });
});
