import { describe, expect, it } from 'vitest';
import { levelKey } from '../../src/domain/level-key.js';

describe('values that are one', () => {
  it.each([
    ['3e concours', '3ème concours'],
    ['3 ème Concours', '3e concours'],
    ['1er cycle', '1re  cycle'],
    ['2nd year', '2nde year'],
    ['Hôpital', 'HOPITAL'],
  ])('%s and %s', (one, other) => {
    expect(levelKey(one)).toBe(levelKey(other));
  });

  it.each([
    ['3e concours', '2e concours'],
    ['groupe 3', 'groupe 3e'],
    ['3eau', '3e'],
    ['2E', '2ND'],
    ['1ER', '1RE'],
  ])('%s and %s are two', (one, other) => {
    expect(levelKey(one)).not.toBe(levelKey(other));
  });
});
