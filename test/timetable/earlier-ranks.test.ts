import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTimetable } from '../../src/check/check-timetable.js';
import { measureTimetable } from '../../src/check/timetable-figures.js';
import type { EarlierModule } from '../../src/domain/history.js';
import type { EarlierRanks, PresentationRank } from '../../src/domain/presentation-rank.js';
import type { TimetableFigures } from '../../src/domain/timetable-figures.js';
import type { TimetableRow } from '../../src/domain/timetable.js';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import { earlierRanksOf } from '../../src/timetable/earlier-ranks.js';
import type { TimetableRequest } from '../../src/timetable/request.js';
import { runs } from '../helpers/runs.js';
import { groups, request, session } from './programmes.js';

const presentation = (date: string) => session(`S${date}`, { kinds: ['presentation'], date: `2026-03-${date}` });
const rank = (own: number, of: number): PresentationRank => ({ rank: own, of });

function made(asked: TimetableRequest): { readonly rows: readonly TimetableRow[]; readonly figures: TimetableFigures } {
  const result = buildTimetable(asked);
  if (result.status !== 'found') throw new Error(JSON.stringify(result));
  const { rows } = result.timetable;
  expect(checkTimetable({ ...asked, timetable: { rows } })).toEqual([]);
  return { rows, figures: measureTimetable({ ...asked, timetable: { rows } }, asked.earlierRanks) };
}

/** Groups in the order in which they present. */
const orderOf = (rows: readonly TimetableRow[], id: string): readonly string[] =>
  rows
    .filter((row) => row.session === id)
    .toSorted((a, b) => a.start - b.start)
    .map(({ group }) => group);

const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

describe('what earlier modules tell of ranks', () => {
  const earlier = (groupOf: Readonly<Record<string, string>>, ...ranked: readonly [string, PresentationRank?][]) => {
    const rows = ranked.map(([group, own]) => ({
      group,
      date: '2025-11-03',
      start: 540,
      end: 560,
      ...(own === undefined ? {} : { presentation: own }),
    }));
    return { rows, assignment: new Map(Object.entries(groupOf)) } satisfies EarlierModule;
  };
  const now = new Map([
    ['ann', 'G1'],
    ['bo', 'G1'],
    ['cy', 'G2'],
  ]);

  it('follows people into their groups of today, module after module; of somebody who was not there it is nothing', () => {
    const history = [
      earlier({ ann: 'X', cy: 'Y' }, ['X', rank(1, 4)], ['Y', rank(4, 4)], ['X', rank(2, 2)], ['Y']),
      earlier({ ann: 'G2' }, ['G2', rank(3, 3)], ['G1', rank(1, 3)]),
    ];
    expect(earlierRanksOf(history, now)).toEqual(
      new Map([
        ['G1', [[rank(1, 4), rank(2, 2), rank(3, 3)], []]],
        ['G2', [[rank(4, 4)]]],
      ]),
    );
  });

  it('is nothing where no rank is known, or of strangers alone', () => {
    expect(earlierRanksOf(undefined, now)).toBeUndefined();
    expect(earlierRanksOf([earlier({ ann: 'X' }, ['X'])], now)).toBeUndefined();
    expect(earlierRanksOf([earlier({ zed: 'X' }, ['X', rank(1, 2)])], now)).toBeUndefined();
  });
});

describe('the order of presentations after earlier modules', () => {
  const four = groups('A', ['A1', 'A2', 'A3', 'A4']);
  const firstOnce = [rank(1, 4)];
  const lastOnce = [rank(4, 4)];

  it('opens with those who came last and closes with those who came first, whatever the seed', () => {
    const earlierRanks: EarlierRanks = new Map([
      ['A1', [firstOnce, firstOnce, []]],
      ['A2', [firstOnce, lastOnce, []]],
      ['A3', [[rank(2, 4)], [rank(3, 4)], [rank(2, 3)]]],
      ['A4', [lastOnce, lastOnce, lastOnce]],
    ]);
    const orders = SEEDS.map((seed) =>
      orderOf(made({ ...request({ sessions: [presentation('02')] }, four, seed), earlierRanks }).rows, 'S02'),
    );
    for (const order of orders) expect([order[0], order[3]]).toEqual(['A4', 'A1']);
    // The two in the middle are alike to their members: the draw decides.
    expect(new Set(orders.map((order) => order[1]))).toEqual(new Set(['A2', 'A3']));
  });

  it('is left to the draw where its weight is 0, and counted all the same', () => {
    const all = four.map(({ label }): [string, PresentationRank[][]] => [label, [firstOnce, firstOnce]]);
    const asked = { sessions: [presentation('02')], weights: { ranks: 0 } };
    const drawn = SEEDS.map((seed) => {
      const plain = orderOf(made(request({ sessions: asked.sessions }, four, seed)).rows, 'S02');
      const { rows, figures } = made({ ...request(asked, four, seed), earlierRanks: new Map(all) });
      expect(orderOf(rows, 'S02')).toEqual(plain);
      expect(figures.terms.find(({ term }) => term === 'ranks')).toEqual({ term: 'ranks', weight: 0, count: 2 });
      return plain.join();
    });
    expect(new Set(drawn).size).toBeGreaterThan(1);
    const twice = { sessions: ['02', '03', '04'].map(presentation), weights: { ranks: 0 } };
    const orders = SEEDS.map((seed) => made(request(twice, four, seed)).rows);
    const repeats = orders.some((rows) =>
      four.some(({ label }) => new Set(rows.filter(({ group }) => group === label).map(({ order }) => order)).size < 3),
    );
    expect(repeats).toBe(true);
  });

  it('is the plain draw where nothing is known of anybody', () => {
    const plain = request({ sessions: [presentation('02'), presentation('03')] }, four);
    const { rows, figures } = made(plain);
    expect(figures).not.toHaveProperty('presentationRanks');
    // Of a group of which nothing is known, and of members without ranks, it is the same.
    const silent = made({ ...plain, earlierRanks: new Map([['A1', [[], []]]]) });
    expect(orderOf(silent.rows, 'S02')).toEqual(orderOf(rows, 'S02'));
  });

  it('repeats no rank within the module even so, and leaves published ranks alone', () => {
    const earlierRanks: EarlierRanks = new Map([
      ['A1', [[rank(4, 4), rank(4, 4), rank(4, 4), rank(4, 4), rank(4, 4)]]],
    ]);
    const sessions = ['02', '03', '04', '05'].map(presentation);
    const asked = { ...request({ sessions }, four), earlierRanks };
    const { rows } = made(asked);
    for (const { label } of four) {
      const own = rows.filter(({ group }) => group === label).map(({ order }) => order);
      expect(new Set(own)).toEqual(new Set([1, 2, 3, 4]));
    }
    expect(rows.find(({ group, session: id }) => group === 'A1' && id === 'S02')?.order).toBe(1);
    const published = made(request({ sessions }, four, 'published')).rows.map((row, index) => ({
      ...row,
      source: { file: 't.csv', line: index + 2 },
    }));
    const again = made({ ...asked, before: { rows: published, today: '' } }).rows;
    expect(again.map(({ status }) => status)).toEqual(again.map(() => 'unchanged'));
  });

  it('counts people who were always first, or always last, before and after', () => {
    const earlierRanks: EarlierRanks = new Map([
      ['A1', [[rank(1, 4), rank(1, 3)], [rank(1, 4)], []]],
      [
        'A2',
        [
          [rank(4, 4), rank(3, 3)],
          [rank(1, 4), rank(1, 1)],
          [rank(1, 2), rank(2, 2)],
        ],
      ],
    ]);
    const two = groups('A', ['A1', 'A2'], 3);
    const asked = { ...request({ sessions: [presentation('02')] }, two), earlierRanks };
    // A1 has been early: it closes, and its member of whom nothing is known has presented once. The only one of a jury is no first.
    const { rows, figures } = made(asked);
    expect(orderOf(rows, 'S02')).toEqual(['A2', 'A1']);
    expect(figures.presentationRanks).toEqual({
      earlier: { people: 4, alwaysFirst: 1, alwaysLast: 1 },
      total: { people: 5, alwaysFirst: 0, alwaysLast: 0 },
    });
    const before = { rows: rows.map((row) => swapped(row)), today: '' };
    expect(made({ ...asked, before }).figures.presentationRanks?.total).toEqual({
      people: 5,
      alwaysFirst: 2,
      alwaysLast: 1,
    });
    const work = { ...asked, programme: { ...asked.programme, sessions: [session('W', { kinds: ['work'] })] } };
    expect(made(work).figures).not.toHaveProperty('presentationRanks');
  });
});

/** As if the two groups had been told the other rank. */
function swapped(row: TimetableRow) {
  const order = 3 - (row.order ?? 0);
  const start = 540 + (order - 1) * 90;
  return { ...row, order, start, end: start + 90, source: { file: 't.csv', line: 2 } };
}

const pasts = fc.array(
  fc
    .integer({ min: 1, max: 6 })
    .chain((of) => fc.integer({ min: 1, max: of }).map((own): PresentationRank => rank(own, of))),
  { maxLength: 4 },
);

/** The cost as the method defines it: the mean over the members of the squared sum of their distances from the middle. */
function costOf(members: readonly (readonly PresentationRank[])[], next: PresentationRank): number {
  const offset = (each: PresentationRank): number => (each.of === 1 ? 0 : (each.rank - 1) / (each.of - 1) - 0.5);
  const costs = members.map((past) => [...past, next].reduce((sum, each) => sum + offset(each), 0) ** 2);
  return costs.reduce((sum, cost) => sum + cost, 0) / Math.max(1, costs.length);
}

function permutations(count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return permutations(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => [...order.slice(0, at), count, ...order.slice(at)]),
  );
}

describe('among all orders of a small jury', () => {
  it('the cheapest is taken: first of all, and again among those that repeat the fewest ranks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(pasts, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...SEEDS),
        (members, seed) => {
          const labels = members.map((_, index) => `A${index + 1}`);
          const earlierRanks: EarlierRanks = new Map(labels.map((label, index) => [label, members[index]]));
          const sessions = ['02', '03'].map(presentation);
          const { rows } = made({ ...request({ sessions }, groups('A', labels), seed), earlierRanks });
          let known = members;
          let had: readonly (readonly number[])[] = members.map(() => []);
          for (const { id } of sessions) {
            const taken = labels.map((label) => orderOf(rows, id).indexOf(label) + 1);
            const score = (ranks: readonly number[]): readonly [number, number] => [
              ranks.filter((own, index) => had[index].includes(own)).length,
              ranks.reduce((sum, own, index) => sum + costOf(known[index], rank(own, labels.length)), 0),
            ];
            const all = permutations(labels.length).map(score);
            const repeats = Math.min(...all.map(([first]) => first));
            const least = Math.min(...all.filter(([first]) => first === repeats).map(([, cost]) => cost));
            expect(score(taken)[0]).toBe(repeats);
            // Costs are counted in squares of a 120th.
            expect(score(taken)[1] - least).toBeLessThan(0.001);
            known = known.map((group, index) => group.map((past) => [...past, rank(taken[index], labels.length)]));
            had = had.map((ranks, index) => [...ranks, taken[index]]);
          }
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
