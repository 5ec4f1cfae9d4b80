import { describe, expect, it } from 'vitest';
import type { Module } from '../../../src/domain/module.js';
import { putMixFirst } from '../../../src/engine/rotation/mix-first.js';
import { moduleOf, rule } from '../../helpers/modules.js';

const light: Module = moduleOf({
  columns: { school: 'EEII' },
  sizes: [2, 2],
  balance: { school: 2 },
  wishWeight: 2,
  observedWeight: 3,
  rules: [rule('apart', 'a b', { weight: 3 })],
});

describe('a rotation whose mix comes first', () => {
  it('weighs mix and rules more, and wishes as beside meeting again', () => {
    const sought = putMixFirst(light, 3);
    expect(sought.balance).toEqual(new Map([['school', 50]]));
    expect(sought.rules.map(({ weight }) => weight)).toEqual([75]);
    expect(sought.settings).toMatchObject({ wishWeight: 2, observedWeight: 3, historyWeight: 1 });
  });

  it('is the module itself where weights are heavy enough, or say what meeting again weighs', () => {
    const heavy = { ...light, balance: new Map([['school', 100]]) };
    expect(putMixFirst(heavy, 3)).toBe(heavy);
    const told = { ...light, settings: { ...light.settings, historyWeight: 5 } };
    expect(putMixFirst(told, 3)).toBe(told);
  });
});
