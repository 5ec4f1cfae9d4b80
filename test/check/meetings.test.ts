import { expect, it } from 'vitest';
import { measureMeetings } from '../../src/check/meetings.js';

const module = (...groups: readonly string[]) => ({
  assignment: new Map(groups.flatMap((members, group) => [...members].map((key) => [key, `G${group}`] as const))),
});

it('counts whom each has met, and names pairs that met again', () => {
  const figures = measureMeetings([module('ab', 'cd'), module('ac', 'bd'), module('ab', 'cd')]);
  expect(figures).toEqual({
    people: [
      { key: 'a', met: 2 },
      { key: 'b', met: 2 },
      { key: 'c', met: 2 },
      { key: 'd', met: 2 },
    ],
    least: 2,
    most: 2,
    mean: 2,
    repeats: 2,
    repeatedPairs: [
      { first: 'a', second: 'b', times: 2 },
      { first: 'c', second: 'd', times: 2 },
    ],
  });
});

it('counts somebody who was not always there, or alone', () => {
  const { people, least, most, mean, repeats } = measureMeetings([module('abc', 'd'), module('ab', 'e')]);
  expect(people.map(({ met }) => met)).toEqual([2, 2, 2, 0, 0]);
  expect([least, most, mean, repeats]).toEqual([0, 2, 1.2, 1]);
});

it('is all 0 where there is nobody', () => {
  expect(measureMeetings([])).toEqual({ people: [], least: 0, most: 0, mean: 0, repeats: 0, repeatedPairs: [] });
});
