import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../../src/domain/fold.js';
import type { Group } from '../../../src/domain/group.js';
import type { Module } from '../../../src/domain/module.js';
import { demandOf, type Demand } from '../../../src/engine/feasibility/demand.js';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import type { Home } from '../../../src/engine/home.js';
import { createRandom } from '../../../src/engine/random.js';
import { createHardSeating, type Complaint, type HardSeating } from '../../../src/engine/repair/hard-seating.js';
import { createMending } from '../../../src/engine/repair/mending.js';
import { last } from '../../helpers/courses.js';
import { keyOf, moduleOf, rule, toGroup } from '../../helpers/modules.js';
import { modules } from '../../helpers/random-modules.js';
import { runs } from '../../helpers/runs.js';

interface Case {
  readonly groups: readonly Group[];
  readonly demands: readonly Demand[];
  readonly home: Home;
}

/** A case in short; sizes are those of the module unless limits are given. */
function caseOf(module: Module, homeOf: readonly number[], least?: readonly number[], most?: readonly number[]): Case {
  const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const sizes = groups.map(({ size }) => size);
  const limits = { least: Int32Array.from(least ?? sizes), most: Int32Array.from(most ?? sizes) };
  return {
    groups,
    demands: hardRulesOf(module).map(demandOf),
    home: { homeOf: Int32Array.from(homeOf), ...limits },
  };
}

const seatingOf = ({ groups, demands, home }: Case) => createHardSeating(groups, demands, home);
const seeds = (count: number) => Array.from({ length: count }, (_, seed) => `${seed}`);

/** Some items and where they go. */
type Moves = readonly (readonly [item: number, to: number])[];

/** What violations and moves there would be if some went elsewhere, the violations a thousandfold. */
function costAfter(seating: HardSeating, moves: Moves): number {
  const before = moves.map(([item]): [number, number] => [item, seating.groupOf(item)]);
  for (const [item, to] of moves) seating.move(item, to);
  const cost = 1_000 * seating.violations() + seating.moves();
  for (const [item, to] of before) seating.move(item, to);
  return cost;
}

/** Every move and exchange that could meet a complaint of a group. */
function mendsOf(seating: HardSeating, group: number, { set, isTooMany, isTooFew }: Complaint): readonly Moves[] {
  const all = [...seating.items.keys()];
  const isMeant = (item: number) => set === undefined || seating.isCounted(item, set);
  const leaving = all.flatMap((item) =>
    !isTooMany || seating.groupOf(item) !== group || !isMeant(item) ? [] : leavingOf(seating, item),
  );
  const coming = all.flatMap((item): readonly Moves[] => {
    const from = seating.groupOf(item);
    if (!isTooFew || from === group || !isMeant(item)) return [];
    const exchanges = all.filter((other) => from >= 0 && seating.groupOf(other) === group);
    return [
      [[item, group]],
      ...exchanges.map((other): Moves => [
        [item, group],
        [other, from],
      ]),
    ];
  });
  return [...leaving, ...coming];
}

/** Every move of an item elsewhere, and its exchange with everybody there. */
function leavingOf(seating: HardSeating, item: number): readonly Moves[] {
  const from = seating.groupOf(item);
  return [...seating.members.keys()].flatMap((to): readonly Moves[] => {
    if (to === from) return [];
    const exchanges = [...seating.items.keys()].filter((other) => from >= 0 && seating.groupOf(other) === to);
    return [
      [[item, to]],
      ...exchanges.map((other): Moves => [
        [item, to],
        [other, from],
      ]),
    ];
  });
}

/** A seating that notes, whenever a step of mending asks what is amiss in a group, who is where. */
function watch(seating: HardSeating) {
  const steps: {
    readonly group: number;
    readonly complaints: readonly Complaint[];
    readonly places: readonly number[];
  }[] = [];
  const complaintsOf = (group: number) => {
    const complaints = seating.complaintsOf(group);
    steps.push({ group, complaints, places: [...seating.items.keys()].map(seating.groupOf) });
    return complaints;
  };
  return { steps, watched: { ...seating, complaintsOf } };
}

/** Cases that cannot be mended: more of u than groups, each to be alone; fewer of v than groups that need one. */
const hopeless = [
  [rule('at_most', 'school=u', { count: 1 }), rule('at_least', 'school=v', { count: 1 })],
  [rule('at_least', 'school=v', { count: 1 }), rule('at_least', 'school=v c', { count: 1 })],
].map((rules, index) =>
  caseOf(
    moduleOf({ columns: { school: index === 0 ? 'uuuuuvvv' : 'uuuuuuvv' }, sizes: [3, 3, 2], rules }),
    [0, 0, 0, 1, 1, 1, 2, 2],
  ),
);

describe('a step of mending', () => {
  it('does what costs least of what could meet one complaint, without those who have just been moved', () => {
    const rests: number[] = [];
    for (const [seed, own] of seeds(4).map((seed): [string, Case] => [seed, hopeless[Number(seed) % 2]])) {
      const seating = seatingOf(own);
      const { steps, watched } = watch(seating);
      expect(last(createMending(watched, createRandom(seed)).mend())).toBe(false);
      const movedAt = seating.items.map(() => -Infinity);
      const at = seatingOf(own);
      for (let step = 0; step + 1 < steps.length; step++) {
        const { group, complaints, places } = steps[step];
        places.forEach((to, item) => at.move(item, to));
        const done = steps[step + 1].places.flatMap((to, item): [number, number][] =>
          to === places[item] ? [] : [[item, to]],
        );
        const isOffered = (mends: readonly Moves[]) =>
          mends.some(
            (moves) => moves.length === done.length && moves.every(([item, to]) => steps[step + 1].places[item] === to),
          );
        const isBest = complaints.some((complaint) => {
          const mends = mendsOf(at, group, complaint);
          // Whoever is moved rests for three to eight steps.
          const rested = mends.filter((moves) => moves.every(([item]) => step - movedAt[item] >= 8));
          if (done.length === 0) return rested.length === 0;
          const least = Math.min(...rested.map((moves) => costAfter(at, moves)));
          return isOffered(mends) && costAfter(at, done) <= least;
        });
        expect({ seed, step, isBest }).toEqual({ seed, step, isBest: true });
        for (const [item] of done) {
          rests.push(step - movedAt[item]);
          movedAt[item] = step;
        }
      }
    }
    expect(Math.min(...rests)).toBe(3);
    expect(rests.filter((rest) => rest > 3 && rest < 9).length).toBeGreaterThan(15);
  });

  it('is any of those that cost as little, each as often', () => {
    // One of two has to leave a group for one of two that have seats; or a pair, which would be two moves.
    const { groups, demands, home } = caseOf(
      moduleOf({ people: 4, sizes: [3, 2, 2], rules: [rule('together', 'a b')] }),
      [0, 0, 0, 0],
      [0, 0, 0],
      [3, 2, 2],
    );
    const seen = new Map<string, number>();
    for (const seed of seeds(240)) {
      const seating = createHardSeating(groups, demands, home);
      expect(last(createMending(seating, createRandom(seed)).mend())).toBe(true);
      const key = seating.toGroups().join('');
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect([...seen.keys()].sort(compareText)).toEqual(['0001', '0002', '0010', '0020']);
    for (const count of seen.values()) expect(Math.abs(count - 60)).toBeLessThan(20);
  });

  it('mends with the fewest moves what one move or exchange can mend', () => {
    let mended = 0;
    const cases = modules({ people: 8, rules: 'hard', wishes: false }).chain((module) => {
      const people = module.cohort.participants.length;
      const homes = fc.array(fc.integer({ min: -1, max: module.groups.length - 1 }), {
        minLength: people,
        maxLength: people,
      });
      return fc.tuple(fc.constant(module), homes, fc.nat(1), fc.nat(), fc.nat(), fc.string());
    });
    fc.assert(
      fc.property(cases, ([module, homes, slack, item, to, seed]) => {
        const sizes = [...module.groups].sort((a, b) => compareText(a.label, b.label)).map(({ size }) => size);
        const most = sizes.map((size) => size + slack);
        const seating = seatingOf(caseOf(module, homes, sizes, most));
        const { items, members, troubled, strays, complaintsOf } = seating;
        if (!last(createMending(seating, createRandom('mend')).mend())) return;
        seating.move(item % items.length, (to % (sizes.length + 1)) - 1);
        // One of these is met first; partners are drawn of the groups where there are more of them.
        const offers = [
          ...strays.list().map((stray) => leavingOf(seating, stray)),
          ...troubled
            .list()
            .flatMap((group) => complaintsOf(group).map((complaint) => mendsOf(seating, group, complaint))),
        ];
        const costs = offers.map((mends) => Math.min(...mends.map((moves) => costAfter(seating, moves))));
        const isOneStep = new Set(costs).size === 1 && costs[0] < 1_000;
        if (!isOneStep || members.some(({ length }) => length > 3)) return;
        mended++;
        expect(last(createMending(seating, createRandom(seed)).mend())).toBe(true);
        expect([seating.violations(), seating.moves()]).toEqual([0, costs[0]]);
      }),
      { numRuns: runs(16) },
    );
    expect(mended).toBeGreaterThan(0);
  });

  it('finds the one group where there is a seat, or where its exchange helps, among many', () => {
    for (const seed of seeds(4)) {
      // Four in the first of seventy groups of three, a seat in another; then two to be parted in either of two groups.
      const homes = Array.from({ length: 209 }, (_, p) => Math.floor(p / 3));
      const free = caseOf(
        moduleOf({ people: 210, sizes: Array.from({ length: 70 }, () => 3) }),
        [0, ...homes],
        Array.from({ length: 70 }, () => 0),
      );
      const seated = seatingOf(free);
      expect(last(createMending(seated, createRandom(seed)).mend())).toBe(true);
      expect(seated.moves()).toBe(1);

      const parted = seatingOf(
        caseOf(
          moduleOf({
            people: 210,
            sizes: Array.from({ length: 70 }, () => 3),
            rules: [rule('apart', 'a b'), rule('apart', `${keyOf(150)} ${keyOf(151)}`)],
          }),
          Array.from({ length: 210 }, (_, p) => Math.floor(p / 3)),
        ),
      );
      expect(last(createMending(parted, createRandom(seed)).mend())).toBe(true);
      expect(parted.moves()).toBe(2);
    }
  });

  it('finds somebody to exchange with, and the way home, among many groups without a seat', () => {
    const homes = Array.from({ length: 210 }, (_, p) => (p === 2 ? -1 : Math.floor(p / 3)));
    const sizes = Array.from({ length: 70 }, () => 3);
    const parted = caseOf(moduleOf({ people: 210, sizes, rules: [rule('apart', 'a d')] }), homes);
    for (const seed of seeds(6)) {
      const seating = seatingOf(parted);
      seating.move(2, 0);
      // c, who is new, sits where d was, and d where a is: an exchange brings d home.
      seating.move(3, 0);
      seating.move(2, 1);
      expect([seating.violations(), seating.moves()]).toEqual([1, 1]);
      expect(last(createMending(seating, createRandom(seed)).mend())).toBe(true);
      expect(seating.moves()).toBe(0);
      // Where both are at home in one, somebody else has to move as well.
      const both = seatingOf({ ...parted, home: { ...parted.home, homeOf: parted.home.homeOf.with(3, 0).with(2, 1) } });
      expect(both.violations()).toBe(1);
      expect(last(createMending(both, createRandom(seed)).mend())).toBe(true);
      expect(both.moves()).toBe(2);
    }
  });

  it('takes nobody their place for somebody who has none', () => {
    // There is one more person than seats, and of u, whom there is one of in each group already.
    const rules = [rule('at_most', 'school=u', { count: 1 })];
    const own = caseOf(moduleOf({ columns: { school: 'uvuvu' }, sizes: [2, 2], rules }), [0, 0, 1, 1, -1]);
    for (const seed of seeds(3)) {
      const seating = seatingOf(own);
      expect(last(createMending(seating, createRandom(seed)).mend())).toBe(false);
      expect(seating.toGroups()).not.toContain(-1);
    }
  });

  it('thinks of whoever is away already before others of many', () => {
    const school = Array.from({ length: 200 }, (_, p) => (p < 100 ? 'v' : 'u'));
    const homes = Array.from({ length: 200 }, (_, p) => (p === 150 ? -1 : p < 50 ? 0 : p < 75 ? 1 : 2));
    const rules = [rule('at_least', 'school=u', { count: 1 })];
    for (const about of [[], rules]) {
      const own = caseOf(
        moduleOf({ columns: { school }, sizes: [50, 25, 125], rules: about }),
        homes,
        [51, 25, 20],
        [60, 30, 150],
      );
      // The new one sits in the third group, and could be the one more in the first, and of u there.
      const seating = seatingOf(
        about.length === 0 ? own : { ...own, home: { ...own.home, least: Int32Array.of(50, 0, 20) } },
      );
      const isNew = (people: readonly number[]) => people[0] === 150;
      seating.move(seating.items.findIndex(isNew), 2);
      if (about.length > 0) {
        // One of u is in the second group, as they have to.
        seating.move(199, 1);
      }
      const before = seating.moves();
      expect(last(createMending(seating, createRandom('s')).mend())).toBe(true);
      expect(seating.moves()).toBe(before);
    }
  });
});

describe('mending', () => {
  it('is given up after some steps for each violation, sixty at least, with a rest after every few', () => {
    for (const [violations, expected] of [
      [2, 60],
      [10, 80],
    ]) {
      // So many too many, who can go nowhere.
      const own = caseOf(
        moduleOf({ people: 12 + violations, sizes: [12] }),
        Array.from({ length: 12 + violations }, () => 0),
      );
      const { steps, watched } = watch(seatingOf(own));
      const course = createMending(watched, createRandom('s')).mend();
      let before = 0;
      let rests = 0;
      let next = course.next();
      for (; next.done !== true; next = course.next()) {
        expect(steps.length - before).toBeLessThanOrEqual(16);
        before = steps.length;
        rests++;
      }
      expect([next.value, steps.length]).toEqual([false, expected]);
      expect(Math.abs(rests - expected / 16)).toBeLessThan(1);
    }
  });

  it('turns to somebody in a wrong place one time in eight, as long as groups are in trouble', () => {
    // a may be nowhere; and there are too many.
    const rules = ['G01', 'G02'].map((label) => rule('never', 'a', { target: toGroup(label) }));
    const own = caseOf(moduleOf({ people: 5, sizes: [2, 2], rules }), [0, 0, 0, 1, 1]);
    let asked = 0;
    for (const seed of seeds(10)) {
      const { steps, watched } = watch(seatingOf(own));
      last(createMending(watched, createRandom(seed)).mend());
      asked += steps.length;
    }
    expect(asked).toBeGreaterThan(490);
    expect(asked).toBeLessThan(560);
  });
});

describe('varying a seating that is whole', () => {
  const loose = caseOf(moduleOf({ people: 9, sizes: [4, 5] }), [0, 0, 0, 0, 0, 0, 0, 0, -1], [0, 0], [9, 9]);

  it('takes back one to three moves, as often each', () => {
    const seen = [0, 0, 0, 0];
    for (const seed of seeds(90)) {
      const seating = seatingOf(loose);
      seating.items.forEach((_, item) => seating.move(item, 1));
      expect(seating.moves()).toBe(8);
      expect(last(createMending(seating, createRandom(seed)).vary(8))).toBe(true);
      seen[8 - seating.moves()]++;
      expect(seating.violations()).toBe(0);
    }
    // The new one, who has no home to go to, may be drawn too, and one of them twice: those are fewer then.
    const [none, ...some] = seen;
    expect(none).toBeLessThan(15);
    for (const count of some) expect(count).toBeGreaterThan(12);
  });

  it('leaves all as it was where more moves would be needed, and does as many in another way', () => {
    // One of three has to leave, as there are seats for two.
    const own = caseOf(moduleOf({ people: 5, sizes: [3, 2] }), [0, 0, 0, 1, 1], [0, 0], [2, 4]);
    const seen = new Set<string>();
    for (const seed of seeds(20)) {
      const seating = seatingOf(own);
      seating.move(0, 1);
      const { vary } = createMending(seating, createRandom(seed));
      expect(last(vary(0))).toBe(false);
      expect([...seating.toGroups()]).toEqual([1, 0, 0, 1, 1]);
      expect(last(vary(1))).toBe(true);
      expect([seating.violations(), seating.moves()]).toEqual([0, 1]);
      seen.add(seating.toGroups().join(''));
    }
    // Whoever has been brought home rests, so that another one leaves.
    expect([...seen].sort(compareText)).toEqual(['00111', '01011']);
  });

  it('again and again comes to the fewest moves, tells each that is fewer, and stops there', () => {
    const seating = seatingOf(loose);
    seating.items.forEach((_, item) => seating.move(item, 1));
    const told = [seating.moves()];
    last(createMending(seating, createRandom('s')).reduce(0, 30, () => told.push(seating.moves())));
    expect(told.at(-1)).toBe(0);
    expect(told).toEqual([...new Set(told)].sort((a, b) => b - a));
    const never = {
      index: () => {
        throw new Error('Nothing is left to draw.');
      },
    };
    for (const fewest of [0, 1]) last(createMending(seating, never).reduce(fewest, 5, () => told.push(-1)));
    expect(told.at(-1)).toBe(0);
  });

  it('is given up after so many attempts in vain', () => {
    const seating = seatingOf(caseOf(moduleOf({ people: 5, sizes: [3, 2] }), [0, 0, 0, 1, 1], [0, 0], [2, 4]));
    seating.move(0, 1);
    for (const attempts of [0, 1, 5]) {
      const course = createMending(seating, createRandom('s')).reduce(0, attempts, () => undefined);
      let rests = 0;
      while (course.next().done !== true) rests++;
      expect([rests, seating.moves()]).toEqual([attempts, 1]);
    }
  });
});
