import { describe, expect, it } from 'vitest';
import { historyWeightOf, mixFactorOf } from '../../src/domain/history-weight.js';
import { moduleOf } from '../helpers/modules.js';

const module = (balance: Record<string, number>, historyWeight?: number) =>
  moduleOf({
    columns: { school: 'AABB', gender: 'FMFM' },
    sizes: [2, 2],
    balance,
    ...(historyWeight === undefined ? {} : { historyWeight }),
  });

describe('what meeting again weighs', () => {
  it('is what the settings say, 0 too', () => {
    expect(historyWeightOf(module({ school: 1000 }, 30))).toBe(30);
    expect(historyWeightOf(module({ school: 1000 }, 0))).toBe(0);
  });

  it('is a fiftieth of the lightest weight of the mix else, whole and 1 at least', () => {
    expect(historyWeightOf(module({ school: 1000, gender: 200 }))).toBe(4);
    expect(historyWeightOf(module({ school: 199 }))).toBe(3);
    expect(historyWeightOf(module({ school: 100, gender: 10 }))).toBe(1);
    expect(historyWeightOf(module({ school: 100, gender: 0 }))).toBe(2);
    expect(historyWeightOf(module({}))).toBe(1);
  });

  it('wants more of a mix in the face of many modules', () => {
    expect(mixFactorOf(module({ school: 1000, gender: 200 }), 4)).toBe(1);
    expect(mixFactorOf(module({ school: 1000, gender: 200 }), 6)).toBe(2);
    expect(mixFactorOf(module({ school: 1000, gender: 200 }, 4), 6)).toBe(1);
  });

  it('leaves the weights of a mix alone that outweighs it fifty times, and multiplies lighter ones', () => {
    expect(mixFactorOf(module({ school: 1000, gender: 200 }), 2)).toBe(1);
    expect(mixFactorOf(module({ school: 100, gender: 10 }), 2)).toBe(5);
    expect(mixFactorOf(module({ school: 100, gender: 10 }, 1), 2)).toBe(1);
    expect(mixFactorOf(module({}), 2)).toBe(1);
  });
});
