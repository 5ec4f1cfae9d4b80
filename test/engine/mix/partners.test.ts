import { describe, expect, it } from 'vitest';
import { createPartnerFinder, type Partners } from '../../../src/engine/mix/partners.js';
import { findRests } from '../../../src/engine/mix/rests.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { createRandom } from '../../../src/engine/random.js';
import { moduleOf } from '../../helpers/modules.js';

describe('partners', () => {
  it('are the people of the same seats who differ in one attribute at most', () => {
    const { mix } = compileProblem(
      moduleOf({ columns: { x: [...'aabb'], y: [...'cdcd'] }, balance: { x: 1, y: 1 }, sizes: [2, 2] }),
    );
    const people = Int32Array.from([3, 0, 2, 1]);
    const rests = [findRests(mix, 0), findRests(mix, 1)];
    const find = createPartnerFinder(mix, rests, people);
    for (const [from, to] of [
      [0, 4],
      [1, 4],
    ]) {
      const { byAttribute } = find(from, to);
      for (let seat = from; seat < to; seat++) {
        byAttribute.forEach(({ order, firstOf, endOf }, attribute) => {
          const alike = [...order.subarray(firstOf(seat), endOf(seat))].sort((a, b) => a - b);
          const other = 1 - attribute;
          const levelOf = (at: number) => mix.levels[people[at] * 2 + other];
          const expected = [0, 1, 2, 3].filter((at) => at >= from && at < to && levelOf(at) === levelOf(seat));
          expect(alike).toEqual(expected);
        });
      }
    }
  });

  it('are drawn of either attribute, each as often as another', () => {
    const { mix } = compileProblem(
      moduleOf({ columns: { x: [...'aabbaa'], y: [...'cdcdcd'] }, balance: { x: 1, y: 1 }, sizes: [3, 3] }),
    );
    const find = createPartnerFinder(mix, [findRests(mix, 0), findRests(mix, 1)], Int32Array.of(0, 1, 2, 3, 4, 5));
    const random = createRandom('s');
    const drawn = (partners: Partners, seat: number) => {
      const seats = Array.from({ length: 200 }, () => partners.draw(seat, random));
      return [...new Set(seats)].sort((a, b) => a - b);
    };
    // Those of c, and those of a.
    expect(drawn(find(0, 6), 0)).toEqual([0, 1, 2, 4, 5]);
    // Among the seats from the second on, and again among all: memory is used anew.
    expect(drawn(find(2, 6), 3)).toEqual([2, 3, 5]);
    expect(drawn(find(0, 6), 3)).toEqual([1, 2, 3, 5]);
  });
});
