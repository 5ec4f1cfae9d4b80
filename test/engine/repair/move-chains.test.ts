import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, isEqual, subtract } from '../../../src/domain/fraction.js';
import type { Module } from '../../../src/domain/module.js';
import { demandOf } from '../../../src/engine/feasibility/demand.js';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { countMoves, type Home } from '../../../src/engine/home.js';
import { createRepairSearch } from '../../../src/engine/repair/repair-search.js';
import { createChainFinder, type MoveChain } from '../../../src/engine/repair/move-chains.js';
import { last } from '../../helpers/courses.js';
import { keyOf, moduleOf, rule, toGroup } from '../../helpers/modules.js';
import { runs } from '../../helpers/runs.js';

const PRICE = 2 ** 44;
const PEOPLE = 8;

/** Balance of school (3) and region (1), wishes for A before B, and hard violations, in units of 1/people². */
function penaltyOf(module: Module, groupOf: Int32Array): number {
  const { cohort, groups, balance } = module;
  const groupsOf = groups.map((_, group) => [...groupOf.keys()].filter((p) => groupOf[p] === group));
  const people = groupOf.length;
  let penalty = 0;
  for (const { key, levels } of cohort.attributes) {
    for (const level of levels) {
      const isHolder = cohort.participants.map((person) => person.levels.get(key)?.includes(level) === true);
      const holders = isHolder.filter(Boolean).length;
      for (const members of groupsOf) {
        const count = members.filter((p) => isHolder[p]).length;
        penalty += (balance.get(key) ?? 0) * (people * count - holders * members.length) ** 2;
      }
    }
  }
  for (const { tied, counts, placed, isAllowed } of hardRulesOf(module).map(demandOf)) {
    penalty += PRICE * placed.filter((person) => !isAllowed(groups[groupOf[person]])).length;
    for (const p of tied) for (const q of tied) if (p < q && groupOf[p] !== groupOf[q]) penalty += PRICE;
    for (const set of counts)
      for (const members of groupsOf) {
        const count = members.filter((p) => set.people.includes(p)).length;
        penalty += PRICE * Math.max(set.least - count, 0, count - set.most);
      }
  }
  return penalty;
}

/** Every chain among three groups: exchanges, rings of three, somebody going elsewhere, and somebody taking the place of who does. */
function allChains(groupOf: Int32Array): readonly (readonly (readonly [person: number, to: number])[])[] {
  const chains: [number, number][][] = [];
  for (let p = 0; p < groupOf.length; p++) {
    const [from, ...others] = [groupOf[p], ...[0, 1, 2].filter((group) => group !== groupOf[p])];
    for (const to of others) chains.push([[p, to]]);
    for (let q = 0; q < groupOf.length; q++) {
      const to = groupOf[q];
      if (to === from) continue;
      const third = 3 - from - to;
      chains.push(
        [
          [p, to],
          [q, from],
        ],
        [
          [p, to],
          [q, third],
        ],
      );
      for (let r = 0; r < groupOf.length; r++)
        if (groupOf[r] === third)
          chains.push([
            [p, to],
            [q, third],
            [r, from],
          ]);
    }
  }
  return chains;
}

const cases = fc
  .record({
    school: fc.string({ unit: fc.constantFrom('A', 'B', 'C'), minLength: PEOPLE, maxLength: PEOPLE }),
    region: fc.array(fc.constantFrom('n', 's', '', 'n|s'), { minLength: PEOPLE, maxLength: PEOPLE }),
    seats: fc.shuffledSubarray([0, 0, 0, 1, 1, 1, 2, 2], { minLength: PEOPLE }),
    homes: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: PEOPLE, maxLength: PEOPLE }),
    isHome: fc.array(fc.boolean(), { minLength: PEOPLE, maxLength: PEOPLE }),
    slack: fc.array(fc.nat(1), { minLength: 6, maxLength: 6 }),
    isRuled: fc.boolean(),
    more: fc.nat(3),
  })
  .map(({ school, region, seats, homes, isHome, slack, isRuled, more }) => {
    const rules = [
      rule('together', 'a b'),
      rule('apart', 'c d'),
      rule('at_least', 'school=A', { count: 1 }),
      rule('never', 'e', { target: toGroup('G02') }),
    ];
    const module = moduleOf({
      columns: { school, region },
      balance: { school: 3, region: 1 },
      sizes: [3, 3, 2],
      rules: isRuled ? rules : [],
    });
    const groupOf = Int32Array.from(seats);
    const sizes = [3, 3, 2];
    const homeOf = groupOf.map((group, p) => (isHome[p] ? group : homes[p]));
    const home: Home = {
      homeOf,
      least: Int32Array.from(sizes, (size, g) => size - slack[g]),
      most: Int32Array.from(sizes, (size, g) => size + slack[3 + g]),
    };
    return { module, home, groupOf, mostMoves: countMoves(homeOf, groupOf) + more };
  });

const find = (module: Module, home: Home, groupOf: Int32Array, mostMoves: number, wanted: number) =>
  last(createChainFinder(module, home)(groupOf, mostMoves, wanted));

const toGroups = (groupOf: Int32Array, { moves }: Pick<MoveChain, 'moves'>) => {
  const after = groupOf.slice();
  for (const { person, to } of moves) after[person] = to;
  return after;
};

describe('the best chain among three groups', () => {
  it('is the best of all, and each that is found changes what a recount finds', () => {
    let several = 0;
    fc.assert(
      fc.property(cases, ({ module, home, groupOf, mostMoves }) => {
        const before = penaltyOf(module, groupOf);
        const moves = countMoves(home.homeOf, groupOf);
        const isAllowed = (after: Int32Array) => {
          const then = countMoves(home.homeOf, after);
          const sizes = [0, 1, 2].map((group) => after.filter((own) => own === group).length);
          // Three at once who come home are not thought of.
          return (
            then <= mostMoves &&
            then >= moves - 2 &&
            sizes.every((size, g) => size >= home.least[g] && size <= home.most[g])
          );
        };
        const changes = allChains(groupOf)
          .map((chain) => toGroups(groupOf, { moves: chain.map(([person, to]) => ({ person, to })) }))
          .filter(isAllowed)
          .map((after) => penaltyOf(module, after) - before)
          .filter((change) => change < 0);
        const chains = find(module, home, groupOf, mostMoves, Infinity);
        expect(chains[0]?.change).toBe(changes.length === 0 ? undefined : Math.min(...changes));
        chains.forEach((chain, index) => {
          const persons = chain.moves.map(({ person }) => person);
          expect(new Set(persons).size).toBe(persons.length);
          expect(Math.max(...persons)).toBeLessThan(PEOPLE);
          const after = toGroups(groupOf, chain);
          expect(isAllowed(after)).toBe(true);
          expect(chain.change).toBe(penaltyOf(module, after) - before);
          expect(changes).toContain(chain.change);
          if (index > 0) expect(chain.change).toBeGreaterThan(chains[index - 1].change);
        });
        if (chains.length > 1) several++;
        expect(find(module, home, groupOf, mostMoves, 2)).toEqual(chains.slice(0, 2));
      }),
      { numRuns: runs(8) },
    );
    expect(several).toBeGreaterThan(0);
  });

  it('weighs the wishes of those who go, whatever the order of the groups', () => {
    const wishes = ['A', 'A', 'B|A', 'A|B', 'B', 'A'];
    const module = moduleOf({ people: 6, places: { A: [3], B: [3] }, wishes, wishWeight: 2 });
    const groupOf = Int32Array.of(0, 1, 0, 1, 0, 1);
    const home = { homeOf: groupOf, least: Int32Array.of(3, 3), most: Int32Array.of(3, 3) };
    const [best] = find(module, home, groupOf, 2, 1);
    // e goes to B, b or f, who wish for A alone, takes that place.
    expect(best.moves.map(({ person }) => person).sort((a, b) => a - b)).toEqual([1, 4]);
    const { stepOf } = createRepairSearch(module, home, 's');
    const change = subtract(stepOf(toGroups(groupOf, best)).value, stepOf(groupOf).value);
    expect(isEqual(change, fraction(BigInt(best.change), 36n))).toBe(true);
    expect(find({ ...module, groups: [...module.groups].reverse() }, home, groupOf, 2, 1)).toEqual([best]);
    expect(find(module, home, groupOf, 1, 1)).toEqual([]);
    expect(createChainFinder(module, home)(groupOf, 2, 1).next().done).toBe(true);
  });

  it('weighs the rules that are kept where somebody comes, and where somebody has left', () => {
    const limits = { least: Int32Array.of(1, 1), most: Int32Array.of(3, 3) };
    for (const own of [rule('at_least', 'school=u', { count: 1 }), rule('at_most', 'school=u', { count: 1 })]) {
      const module = moduleOf({ columns: { school: 'uuvv' }, sizes: [2, 2], rules: [own] });
      const groupOf = Int32Array.of(0, 0, 1, 1);
      const chains = find(module, { homeOf: groupOf, ...limits }, groupOf, 1, 5);
      expect(chains.map(({ change }) => change)).toEqual([-PRICE]);
      expect(chains[0].moves).toEqual([{ person: 0, to: 1 }]);
    }
  });
});

describe('a ring of many groups', () => {
  /** Two of a kind in each group, whose sizes are fixed: whoever goes to the next one gains. */
  const ringOf = (length: number) => {
    const kinds = Array.from({ length }, (_, kind) => String.fromCharCode(65 + kind));
    const groupOf = Int32Array.from({ length: 2 * length }, (_, p) => p >> 1);
    const module = moduleOf({
      columns: { school: kinds.flatMap((kind) => [kind, kind]) },
      balance: { school: 1 },
      sizes: kinds.map(() => 2),
    });
    const limits = new Int32Array(length).fill(2);
    const home = { homeOf: groupOf, least: limits, most: limits };
    return { module, home, groupOf };
  };

  it('has as many people as there are moves, eight at most, each of a group of their own', () => {
    for (const [length, mostMoves, expected] of [
      [4, 4, 4],
      [6, 5, 5],
      [8, 8, 8],
      [9, 9, 8],
    ]) {
      const { module, home, groupOf } = ringOf(length);
      const [best] = find(module, home, groupOf, mostMoves, 1);
      expect(best.moves).toHaveLength(expected);
      expect(new Set(best.moves.map(({ to }) => to)).size).toBe(expected);
      // Each of them takes the place of the next.
      best.moves.forEach(({ to }, index) => {
        const next = best.moves[(index + 1) % expected];
        expect(groupOf[next.person]).toBe(to);
      });
      expect(best.change).toBe(penaltyOf(module, toGroups(groupOf, best)) - penaltyOf(module, groupOf));
    }
  });
});

describe('whose places are thought of', () => {
  it('are those of whoever is away, beside the three who are cheapest', () => {
    // Any v of the first group for any u of the second would do; but those two alone go home by it.
    const school = 'vvvvvvuuuuuv';
    const module = moduleOf({ columns: { school }, balance: { school: 1 }, sizes: [6, 6] });
    const groupOf = Int32Array.of(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
    const homeOf = groupOf.with(5, 1).with(10, 0);
    const limits = Int32Array.of(6, 6);
    const [best] = find(module, { homeOf, least: limits, most: limits }, groupOf, 0, 1);
    expect(best.moves.map(({ person }) => person).sort((a, b) => a - b)).toEqual([5, 10]);
  });

  it('are the three cheapest of each group, the first of those who cost as little', () => {
    // f would go to B; all of B but the first would go to A, and the third alone may, or the second, of those who may not be thought of.
    const wishes = ['', '', '', '', '', 'B', '', 'A', 'A', 'A', 'A', 'A'];
    const never = (who: string) => [rule('never', who, { target: toGroup('A1') })];
    const groupOf = Int32Array.of(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
    const home = { homeOf: groupOf, least: Int32Array.of(6, 6), most: Int32Array.of(6, 6) };
    const partners = (who: string) => {
      const module = moduleOf({ people: 12, places: { A: [6], B: [6] }, wishes, wishWeight: 1, rules: never(who) });
      return find(module, home, groupOf, 2, 1).map(({ moves }) =>
        moves
          .map(({ person }) => keyOf(person))
          .sort((a, b) => (a < b ? -1 : 1))
          .join(''),
      );
    };
    expect(partners('h i k l')).toEqual(['fj']);
    expect(partners('i j k l')).toEqual(['fh']);
    expect(partners('h i j')).toEqual([]);
  });
});
