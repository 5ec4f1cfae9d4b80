import { describe, expect, it } from 'vitest';
import type { NumberColumn } from '../../src/engine/number-column.js';
import { columnsOf, compileSums, unitWith } from '../../src/engine/roles.js';
import { text } from '../helpers/groupings.js';
import { moduleOf } from '../helpers/modules.js';

/** The columns of numbers that a role asks for: those of each person, and the square of the unit. */
function columnsFor(age: readonly string[], role = 'mean') {
  const module = moduleOf({ columns: { age }, sizes: [age.length], balance: { age: 3 }, roles: { age: role } });
  return columnsOf(module).map(({ numbers, unitSquare }) => [[...numbers], text(unitSquare)]);
}

describe('a column of numbers', () => {
  it('counts in steps from near the mean, divided by what they have in common', () => {
    expect(columnsFor(['20', '24', '26', '22'])).toEqual([[[-2, 0, 1, -1], '1']]);
    expect(columnsFor(['-3', '0', '3', '0'])).toEqual([[[-1, 0, 1, 0], '4/9']]);
    // Steps are those of the finest decimals: 0.25 here, and the unit is 0.5, two of them.
    expect(columnsFor(['1', '1,25', '1,50', '2'])).toEqual([[[-2, -1, 0, 2], '4']]);
  });

  it.each([
    // The variance is 1, and just below 2 and at 2; at 9 and at 10; at 49 and at 50.
    [['-1', '1', '-1', '1'], '1/4'],
    [['-2', '2', '0', '0', '0'], '1/4'],
    [['-2', '2', '0', '0'], '1'],
    [['-3', '3', '-3', '3'], '1/9'],
    [['-4', '-2', '2', '4'], '25/4'],
    [['-7', '7', '-7', '7'], '25/196'],
    [['-10', '10', '0', '0'], '1'],
    [['-100', '100', '0', '0'], '1'],
    // In steps of a tenth the variance is 1/2: where that is just the next unit's, it is taken.
    [['-0,1', '0,1', '0', '0'], '1'],
  ])(
    'measures %j in the unit next to the standard deviation by ratio: its square is %s in squared steps',
    (age, square) => {
      expect(columnsFor(age).map(([, unitSquare]) => unitSquare)).toEqual([square]);
    },
  );

  it('counts somebody without a number as the mean, rounded to a step: up where two are as near', () => {
    expect(columnsFor(['0', '1', ''])[0][0]).toEqual([-1, 0, 0]);
    expect(columnsFor(['0', '-1', ''])[0][0]).toEqual([0, -1, 0]);
    expect(columnsFor(['0', '-3', '-2', ''])[0][0]).toEqual([2, -1, 0, 0]);
    expect(columnsFor(['0', '3', '3', ''])[0][0]).toEqual([-2, 1, 1, 0]);
    expect(columnsFor(['0', '10', '20', ''])).toEqual([[[-1, 0, 1, 0], '1']]);
    expect(columnsFor(['', ''])).toEqual([]);
  });

  it('has no deviation where all are alike', () => {
    expect(columnsFor(['7', '7', '7'])).toEqual([[[0, 0, 0], '1']]);
    expect(columnsFor(['7', '', '7'])[0][0]).toEqual([0, 0, 0]);
  });

  it('rounds to a hundredth of the unit what was typed more finely', () => {
    // The unit is 2, a hundredth of it 0.02: these are 1,000, 1,002 (above, where two are as near) and 1,200 of them, halved.
    expect(columnsFor(['20,004', '20,03', '24', '24'])).toEqual([[[-50, -49, 50, 50], '2500']]);
  });

  it('takes for the role spread the squares of the distances from the mean as well', () => {
    // The mean is 20: squares 4, 4, 1, 1, of which the variance is 9/4 and the unit 2; the first unit is 2.
    const [own, squares] = columnsFor(['18', '22', '19', '21'], 'spread');
    expect(own).toEqual([[-2, 2, -1, 1], '4']);
    expect(squares).toEqual([[0, 0, -1, -1], '4/9']);
    // The unit is 200, and distances are counted in twenties: 10, 5, 5, 10.
    expect(columnsFor(['0', '100', '300', '400'], 'spread')[1]).toEqual([[0, -1, -1, 0], '4/9']);
    // The mean of 20 1/4 is 20 in whole steps: squares are 4, 4, 1, 4.
    expect(columnsFor(['18', '22', '19', '22'], 'spread')[1][0]).toEqual([0, 0, -1, 0]);
  });
});

describe('the penalty of a column', () => {
  const column = (numbers: readonly number[], weight = 1, numerator = 1n): NumberColumn => ({
    aim: 0,
    weight,
    numbers: Float64Array.from(numbers),
    unitSquare: { numerator, denominator: 1n },
  });

  it('is whole in the smallest unit that makes every share whole', () => {
    expect(unitWith([column([1, 0, 0])], Int32Array.of(1, 1, 1), 1)).toBe(3);
    expect(unitWith([column([1, 1, 1])], Int32Array.of(1, 2), 1)).toBe(1);
    expect(unitWith([column([2, 0, 0, 0])], Int32Array.of(2, 2), 1)).toBe(1);
    expect(unitWith([column([2, 0, 0, 0])], Int32Array.of(2, 2), 6)).toBe(6);
    expect(unitWith([column([1, 0, 0])], Int32Array.of(1, 1, 1), 2)).toBe(6);
    expect(unitWith([column([1, 0, 0], 6)], Int32Array.of(1, 1, 1), 1)).toBe(1);
    expect(unitWith([column([1, -1], 1, 4n)], Int32Array.of(1, 1), 1)).toBe(4);
  });

  it('is given up aloud where sums of squares, or one with its share, could be too large', () => {
    // 3 seats × (a sum of squares of 6 + 4 × 3 seats × 2 × 2), times the weight.
    const most = Math.floor((2 ** 50 - 1) / (3 * (6 + 4 * 3 * 4)));
    const compile = (weight: number) => () =>
      compileSums([column([-2, 1, 1, 0, 0, 0], weight)], Int32Array.of(3, 3), 1);
    expect(compile(most)).not.toThrow();
    expect(compile(most + 1)).toThrow(/^numbers: /);
  });
});
