import { expect, it } from 'vitest';
import { measureMeetings } from '../../src/check/meetings.js';
import { summariseMeetings } from '../../src/domain/meeting-figure.js';

const module = (...groups: readonly string[]) => ({
  assignment: new Map(groups.flatMap((members, group) => [...members].map((key) => [key, `G${group}`] as const))),
});

it('counts whom each has met, and names pairs that met again', () => {
  const figures = measureMeetings([module('ab', 'cd'), module('ac', 'bd'), module('ab', 'cd')]);
  expect(figures).toEqual({
    people: [
      { key: 'a', before: 0, fresh: 2, again: ['b'] },
      { key: 'b', before: 0, fresh: 2, again: ['a'] },
      { key: 'c', before: 0, fresh: 2, again: ['d'] },
      { key: 'd', before: 0, fresh: 2, again: ['c'] },
    ],
    repeats: 2,
    repeatedPairs: [
      { people: ['a', 'b'], times: 2 },
      { people: ['c', 'd'], times: 2 },
    ],
  });
  expect(summariseMeetings(figures)).toEqual({ least: 2, most: 2, mean: 2 });
});

it('counts who met before the first of them, and nobody who has left', () => {
  const { people, repeats, repeatedPairs } = measureMeetings([module('ab', 'c')], [module('abz'), module('ab', 'cz')]);
  expect(people).toEqual([
    { key: 'a', before: 1, fresh: 0, again: ['b'] },
    { key: 'b', before: 1, fresh: 0, again: ['a'] },
    { key: 'c', before: 0, fresh: 0, again: [] },
  ]);
  expect(repeats).toBe(1);
  expect(repeatedPairs).toEqual([{ people: ['a', 'b'], times: 3 }]);
});

it('names people in the order of their keys and the pairs that met most first, whatever the order of the lists', () => {
  const { people, repeatedPairs } = measureMeetings([module('dc', 'ba'), module('dcba'), module('dc', 'a')]);
  expect(people.map(({ key, again }) => [key, again.join('')])).toEqual([
    ['a', 'b'],
    ['b', 'a'],
    ['c', 'd'],
    ['d', 'c'],
  ]);
  expect(repeatedPairs).toEqual([
    { people: ['c', 'd'], times: 3 },
    { people: ['a', 'b'], times: 2 },
  ]);
  const [first] = measureMeetings([module('dcba'), module('dcba')]).people;
  expect(first.again).toEqual(['b', 'c', 'd']);
});

it('counts somebody who was not always there, or alone', () => {
  const figures = measureMeetings([module('abc', 'd'), module('ab', 'e')]);
  expect(figures.people.map(({ fresh }) => fresh)).toEqual([2, 2, 2, 0, 0]);
  expect(summariseMeetings(figures)).toEqual({ least: 0, most: 2, mean: 1.2 });
  expect(figures.repeats).toBe(1);
});

it('is all 0 where there is nobody', () => {
  const figures = measureMeetings([]);
  expect(figures).toEqual({ people: [], repeats: 0, repeatedPairs: [] });
  expect(summariseMeetings(figures)).toEqual({ least: 0, most: 0, mean: 0 });
});
