import { describe, expect, it } from 'vitest';
import { compareText } from '../../../src/domain/fold.js';
import type { Group } from '../../../src/domain/group.js';
import { demandOf, type Demand } from '../../../src/engine/feasibility/demand.js';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import type { Home } from '../../../src/engine/home.js';
import { createRandom } from '../../../src/engine/random.js';
import { createHardSeating, NOWHERE, type HardSeating } from '../../../src/engine/repair/hard-seating.js';
import { keyOf, moduleOf, rule, toGroup, toStrand, toTheme } from '../../helpers/modules.js';

/** Of twenty-four people, eighteen of u, so many that their number in each group is kept. */
const module = moduleOf({
  columns: { school: 'uuuuuuuuuuuuvvvvvvuuuuuu', gender: 'ffmmmmmmmmmmmmmmmmmmmmff' },
  places: { A: [5, 5], 'B/x': [5], 'B/y': [5], C: [4] },
  rules: [
    rule('together', 'a b'),
    // The second and third demand are about i, the thirteenth is about others.
    rule('fixed', 'i m', { target: toTheme('B') }),
    rule('never', 'i a', { target: toStrand('B', 'x') }),
    rule('together', 'b c'),
    rule('together', 'k m n'),
    rule('together', 'j'),
    rule('apart', 'a f g h'),
    rule('at_least', 'school=u', { count: 2 }),
    rule('at_most', 'school=* c', { count: 4 }),
    rule('at_least', 'gender=f', { count: 1 }),
    rule('not_alone', 'gender=f'),
    rule('distinct', 'p q r'),
    rule('never', 'd v', { target: toGroup('A1') }),
    rule('never', 'a', { target: toGroup('A1') }),
  ],
});
const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
const own = hardRulesOf(module).map(demandOf);
/** Of these three of the last ones, who may not be alone either, and of whom there may be no more than two. */
const last: Demand = {
  ...own[0],
  tied: [],
  counts: [{ people: [20, 21, 22], least: 0, most: 2, isAloneBarred: true }],
};
const demands = [...own, last];
const home: Home = {
  // a and b were in A1, where a may not be, c in A2; k in A2, m and n in C, where m may not be; o and s are new.
  homeOf: Int32Array.of(0, 0, 1, 0, 0, 0, 1, 1, 1, 1, 1, 2, 4, 4, -1, 2, 2, 2, -1, 3, 3, 3, 3, 4),
  least: Int32Array.of(4, 5, 5, 3, 2),
  most: Int32Array.of(5, 5, 6, 6, 5),
};

const countOf = (list: Iterable<number>, wanted: number) => [...list].filter((own) => own === wanted).length;

/** All that a seating says, from who sits where alone. */
function recount(
  seating: HardSeating,
  seats: readonly Group[],
  wanted: readonly Demand[],
  { homeOf, ...limits }: Home,
) {
  const groupOf = seating.toGroups();
  const violationsOf = seats.map(() => 0);
  const complaints = seats.map((): object[] => []);
  const sets = wanted.flatMap(({ counts }) => counts);
  seats.forEach((_, group) => {
    const size = countOf(groupOf, group);
    const [least, most] = [limits.least[group], limits.most[group]];
    violationsOf[group] += Math.max(least - size, 0, size - most);
    if (size < least || size > most) complaints[group].push({ isTooMany: size > most, isTooFew: size < least });
    sets.forEach((demand, set) => {
      const count = countOf(
        demand.people.map((person) => groupOf[person]),
        group,
      );
      const isAlone = demand.isAloneBarred && count === 1;
      const amiss = Math.max(demand.least - count, 0, count - demand.most) + (isAlone ? 1 : 0);
      violationsOf[group] += amiss;
      const [isTooMany, isTooFew] = [count > demand.most || isAlone, count < demand.least || isAlone];
      if (amiss > 0) complaints[group].push({ set, isTooMany, isTooFew });
    });
  });
  const isWrong = (person: number) =>
    groupOf[person] < 0 ||
    wanted.some(({ placed, isAllowed }) => placed.includes(person) && !isAllowed(seats[groupOf[person]]));
  const isMoved = (person: number) => homeOf[person] >= 0 && homeOf[person] !== groupOf[person];
  const { items } = seating;
  const strays = [...items.keys()].filter((item) => items[item].some(isWrong));
  const all = [...items.keys()];
  return {
    violations: [...violationsOf, ...strays.map((item) => items[item].length)].reduce((sum, own) => sum + own, 0),
    moves: [...homeOf.keys()].filter(isMoved).length,
    troubled: seats.flatMap((_, group) => (violationsOf[group] > 0 ? [group] : [])),
    roomy: seats.flatMap((_, group) => (countOf(groupOf, group) < limits.most[group] ? [group] : [])),
    strays,
    away: all.filter((item) => items[item].every((person) => homeOf[person] < 0) || items[item].some(isMoved)),
    members: seats.map((_, group) => all.filter((item) => groupOf[items[item][0]] === group)),
    groupOf: all.map((item) => groupOf[items[item][0]]),
    complaints: complaints.map(inOrder),
  };
}

function inOrder(complaints: readonly object[]): readonly string[] {
  return complaints.map((complaint) => JSON.stringify(complaint, ['set', 'isTooMany', 'isTooFew'])).sort(compareText);
}

function shapeOf(seating: HardSeating) {
  const { items, members, violations, moves, troubled, roomy, strays, away, groupOf, complaintsOf } = seating;
  return {
    violations: violations(),
    moves: moves(),
    troubled: troubled.list(),
    roomy: roomy.list(),
    strays: strays.list(),
    away: away.list(),
    members: members.map((own) => [...own].sort((a, b) => a - b)),
    groupOf: [...items.keys()].map(groupOf),
    complaints: members.map((_, group) => inOrder(complaintsOf(group))),
  };
}

describe('people in groups', () => {
  it('are at home to begin with, tied people where most of them were of the places that they may be in', () => {
    const seating = createHardSeating(groups, demands, home);
    const namesOf = (people: readonly number[]) => people.map(keyOf).join('');
    expect(seating.items.map(namesOf)).toEqual(['abc', ...'defghij', 'kmn', ...'lopqrstuvwx'.split('')]);
    // a, b and c may not be in A1, where two of them were; of k, m and n one may not be in A2, nor in C.
    expect(seating.homeOf(0)).toBe(1);
    expect(seating.groupOf(0)).toBe(1);
    expect(seating.homeOf(8)).toBe(NOWHERE);
    expect(seating.groupOf(8)).toBe(1);
    const o = seating.items.findIndex(([person]) => keyOf(person) === 'o');
    expect([seating.homeOf(o), seating.groupOf(o)]).toEqual([NOWHERE, NOWHERE]);
    const d = seating.items.findIndex(([person]) => keyOf(person) === 'd');
    // d may not be where d was, and is there until moved.
    expect([seating.homeOf(d), seating.groupOf(d)]).toEqual([NOWHERE, 0]);
    expect(shapeOf(seating)).toEqual(recount(seating, groups, demands, home));
    expect(seating.strays.list()).toContain(o);
    expect(seating.away.list()).toContain(o);
  });

  it('are told by items which places they may be in, and who is counted', () => {
    const seating = createHardSeating(groups, demands, home);
    const sets = demands.flatMap(({ counts }) => counts);
    seating.items.forEach((people, item) => {
      const about = demands.filter(({ placed }) => people.some((person) => placed.includes(person)));
      const list = groups.flatMap((group, g) => (about.every(({ isAllowed }) => isAllowed(group)) ? [g] : []));
      expect(seating.allowedFor(item)).toEqual(about.length === 0 ? undefined : { list, set: new Set(list) });
      expect(seating.allowedFor(item)).toBe(seating.allowedFor(item));
      sets.forEach((demand, set) => {
        const isCounted = people.some((person) => demand.people.includes(person));
        expect(seating.isCounted(item, set)).toBe(isCounted);
        expect(seating.itemsOf(set).includes(item)).toBe(isCounted);
      });
    });
    expect(sets.map((_, set) => seating.itemsOf(set).length)).toEqual(
      sets.map((_, set) => new Set(seating.itemsOf(set)).size),
    );
  });

  it('have amiss what a recount finds, wherever they have been moved', () => {
    const seating = createHardSeating(groups, demands, home);
    const random = createRandom('walk');
    for (let step = 0; step < 150; step++) {
      const item = random.index(seating.items.length);
      const to = random.index(groups.length + 1) - 1;
      seating.move(item, to);
      expect(seating.groupOf(item)).toBe(to);
      const members = seating.members.map((inside) => [...inside]);
      seating.move(item, to);
      expect(seating.members).toEqual(members);
      expect(shapeOf(seating)).toEqual(recount(seating, groups, demands, home));
    }
  });

  it('may all be gathered in one group, or nowhere', () => {
    const seating = createHardSeating(groups, demands, home);
    for (const to of [2, NOWHERE, 4]) {
      seating.items.forEach((_, item) => seating.move(item, to));
      expect(shapeOf(seating)).toEqual(recount(seating, groups, demands, home));
      expect(new Set(seating.toGroups())).toEqual(new Set([to]));
    }
  });
});

describe('what is amiss at home', () => {
  const quiet = moduleOf({ columns: { school: 'uvuvuv' }, sizes: [3, 3] });
  const seats = quiet.groups;
  const fixed = { least: Int32Array.of(3, 3), most: Int32Array.of(3, 3) };

  it('is nothing where sizes are kept and nothing else is asked for', () => {
    const seating = createHardSeating(seats, [], { homeOf: Int32Array.of(0, 0, 0, 1, 1, 1), ...fixed });
    expect([seating.violations(), seating.moves()]).toEqual([0, 0]);
    expect([seating.troubled, seating.roomy, seating.strays, seating.away].map((pool) => pool.count())).toEqual([
      0, 0, 0, 0,
    ]);
    expect(seating.complaintsOf(0)).toEqual([]);
  });

  it('is nothing in a group that may be empty and is, nor is there room where nobody may be', () => {
    const three = moduleOf({ people: 2, sizes: [2, 1, 1] }).groups;
    const limits = { least: Int32Array.of(2, 0, 0), most: Int32Array.of(2, 0, 1) };
    const seating = createHardSeating(three, [], { homeOf: Int32Array.of(0, 0), ...limits });
    expect([seating.troubled.list(), seating.roomy.list()]).toEqual([[], [2]]);
  });

  it('is one person too many of two who are tied, where one may come', () => {
    const rules = [rule('together', 'a c'), rule('at_most', 'school=u', { count: 1 })];
    const pair = hardRulesOf({ ...quiet, rules }).map(demandOf);
    const seating = createHardSeating(seats, pair, { homeOf: Int32Array.of(0, 0, 0, 1, 1, 1), ...fixed });
    expect(seating.complaintsOf(0)).toEqual([{ set: 0, isTooMany: true, isTooFew: false }]);
    expect([seating.complaintsOf(1), seating.violations()]).toEqual([[], 1]);
  });

  it('is every place that is not filled, and everybody who has none', () => {
    const seating = createHardSeating(seats, [], { homeOf: new Int32Array(6).fill(-1), ...fixed });
    expect([seating.violations(), seating.moves()]).toEqual([12, 0]);
    expect(seating.complaintsOf(1)).toEqual([{ isTooMany: false, isTooFew: true }]);
    expect([seating.troubled.list(), seating.roomy.list()]).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it('is the first of two places where as many of those who are tied were', () => {
    const tied = hardRulesOf({ ...quiet, rules: [rule('together', 'a b c d')] }).map(demandOf);
    const seating = createHardSeating(seats, tied, { homeOf: Int32Array.of(1, 0, 1, 0, -1, 1), ...fixed });
    expect([seating.homeOf(0), seating.groupOf(0), seating.moves()]).toEqual([1, 1, 2]);
    expect(seating.away.list()).toEqual([0, 1]);
    expect(seating.complaintsOf(1)).toEqual([{ isTooMany: true, isTooFew: false }]);
  });
});
