import { describe, expect, it } from 'vitest';
import { compareText } from '../../../src/domain/fold.js';
import type { Module } from '../../../src/domain/module.js';
import type { Rule } from '../../../src/domain/rule.js';
import { demandOf, isMet } from '../../../src/engine/feasibility/demand.js';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { countMoves, type Home } from '../../../src/engine/home.js';
import { findFewestMoves, type FeasibleGroups, type FewestMoves } from '../../../src/engine/repair/fewest-moves.js';
import { keyOf, moduleOf, rule, toGroup, toTheme } from '../../helpers/modules.js';

const homeOf = (homes: readonly number[], least: readonly number[], most = least): Home => ({
  homeOf: Int32Array.from(homes),
  least: Int32Array.from(least),
  most: Int32Array.from(most),
});

/** Every two of some people apart, each pair by a rule of its own: groups taken together do not show that there are too few. */
const pairwise = (people: string): readonly Rule[] =>
  [...people].flatMap((a, index) => [...people].slice(index + 1).map((b) => rule('apart', `${a} ${b}`)));

/** Goes through with it, and judges all that it tells. */
function find(module: Module, home: Home, seed = 's') {
  const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const demands = hardRulesOf(module).map(demandOf);
  const judge = ({ moves, groupOf }: FeasibleGroups) => {
    const sizes = groups.map((_, group) => groupOf.filter((own) => own === group).length);
    expect(sizes.every((size, group) => size >= home.least[group] && size <= home.most[group])).toBe(true);
    expect(demands.every((demand) => isMet(demand, groups, groupOf))).toBe(true);
    expect(countMoves(home.homeOf, groupOf)).toBe(moves);
  };
  const told: FeasibleGroups[] = [];
  const course = findFewestMoves(module, home, seed, (feasible) => told.push(feasible));
  let pieces = 0;
  let step = course.next();
  for (; step.done !== true; step = course.next()) pieces++;
  const found: FewestMoves = step.value;
  told.forEach(judge);
  if (found.status === 'found') {
    judge(found);
    expect(told.at(-1)).toEqual({ moves: found.moves, groupOf: found.groupOf, isProved: told.at(-1)?.isProved });
  }
  expect(told.map(({ moves }) => moves)).toEqual([...new Set(told.map(({ moves }) => moves))].sort((a, b) => b - a));
  return { found, told, pieces };
}

const shortOf = ({ found }: { readonly found: FewestMoves }) =>
  found.status === 'found' ? { moves: found.moves, isProved: found.isProved } : found.status;

describe('the fewest moves of a small module', () => {
  it('are none, told as proved at once, where all is well at home', () => {
    const module = moduleOf({ people: 4, sizes: [2, 2] });
    const { found, told, pieces } = find(module, homeOf([0, 0, 1, 1], [2, 2]));
    expect(pieces).toBe(1);
    const groupOf = Int32Array.of(0, 0, 1, 1);
    expect(found).toEqual({ status: 'found', moves: 0, groupOf, isProved: true });
    expect(told).toEqual([{ moves: 0, groupOf, isProved: true }]);
  });

  it('are those that sizes ask for, told as proved before anything is decided', () => {
    const { found, told } = find(moduleOf({ people: 5, sizes: [3, 2] }), homeOf([0, 0, 0, 0, 1], [0, 0], [2, 4]));
    expect(shortOf({ found })).toEqual({ moves: 2, isProved: true });
    expect(told.at(-1)?.isProved).toBe(true);
  });

  it('are told as not proved as long as nothing but the way is known', () => {
    const rules = [rule('apart', 'a b')];
    const { found, told } = find(moduleOf({ people: 4, sizes: [2, 2], rules }), homeOf([0, 0, 1, 1], [2, 2]));
    expect(shortOf({ found })).toEqual({ moves: 2, isProved: true });
    expect(told.map(({ isProved }) => isProved)).not.toContain(true);
  });

  it('are about groups in the order of their labels', () => {
    const rules = [rule('fixed', 'a', { target: toGroup('G02') })];
    const module = moduleOf({ people: 4, sizes: [3, 1], rules });
    const reversed = { ...module, groups: [...module.groups].reverse() };
    const { found } = find(reversed, homeOf([0, 0, 1, 0], [1, 1], [3, 1]));
    expect(shortOf({ found })).toEqual({ moves: 2, isProved: true });
    expect(found).toEqual(find(module, homeOf([0, 0, 1, 0], [1, 1], [3, 1])).found);
  });

  it('depend on the seed in nothing but who moves', () => {
    const rules = [rule('at_most', 'school=u', { count: 2 })];
    const module = moduleOf({ columns: { school: 'uuuuvvvvvvvv' }, sizes: [4, 4, 4], rules });
    const home = homeOf([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2], [4, 4, 4]);
    const ways = new Set<string>();
    for (let seed = 0; seed < 4; seed++) {
      const { found } = find(module, home, `${seed}`);
      expect(shortOf({ found })).toEqual({ moves: 4, isProved: true });
      if (found.status === 'found') ways.add(found.groupOf.join(''));
    }
    expect(ways.size).toBeGreaterThan(1);
    expect(find(module, home, '1')).toEqual(find(module, home, '1'));
  });
});

describe('where groups taken together do not show that nobody moves', () => {
  // p, q and r are new and to be parted; those of them who may be in one group with nobody have to have one of those settled move.
  const gadget = (letters: string) => {
    const [p, q, r, s, t] = letters;
    return [...pairwise(p + q + r), ...[s + p, s + q, t + r].map(([a, b]) => rule('apart', `${a} ${b}`))];
  };
  const sizes = { least: [1, 1, 1], most: [9, 9, 9] };

  it('one move is proved by deciding about the groups one by one', () => {
    const module = moduleOf({ people: 7, sizes: [3, 2, 2], rules: gadget('abcde') });
    const { found, told, pieces } = find(module, homeOf([-1, -1, -1, 2, 2, 0, 1], sizes.least, sizes.most));
    expect(shortOf({ found })).toEqual({ moves: 1, isProved: true });
    expect(told.at(-1)?.isProved).toBe(false);
    expect(pieces).toBeGreaterThan(0);
  });

  it('two are proved where there are two such knots', () => {
    const module = moduleOf({ people: 12, sizes: [4, 4, 4], rules: [...gadget('abcde'), ...gadget('fghij')] });
    const homes = [-1, -1, -1, 2, 2, -1, -1, -1, 2, 2, 0, 1];
    expect(shortOf(find(module, homeOf(homes, sizes.least, sizes.most)))).toEqual({ moves: 2, isProved: true });
  });

  it('none do where they are more than groups, after one question for ever wider numbers of moves', () => {
    for (const [settled, questions] of [
      [0, 1],
      [1, 2],
      [2, 3],
      [4, 4],
      [8, 5],
    ]) {
      const people = 3 + settled;
      const homes = Array.from({ length: people }, (_, p) => (p < 3 ? -1 : p % 2));
      const impossible = moduleOf({ people, sizes: [people - 1, 1], rules: pairwise('abc') });
      const possible = moduleOf({ people, sizes: [people - 1, 1], rules: pairwise('ab') });
      const home = homeOf(homes, [0, 0], [people, people]);
      const none = find(impossible, home);
      expect([none.found, none.told]).toEqual([{ status: 'impossible' }, []]);
      expect(shortOf(find(possible, home))).toEqual({ moves: 0, isProved: true });
      const merged = questionsOfHalving(settled);
      // Four times mending in vain is sixty steps each, with three rests.
      expect(none.pieces - 1 - 4 * 3 - 2 * merged).toBe(questions);
    }
  });

  it('is impossible where groups taken together show it, without another question', () => {
    const module = moduleOf({ people: 6, sizes: [3, 3], rules: [rule('apart', 'a b c')] });
    const { found, told, pieces } = find(module, homeOf([0, 0, 1, 1, 0, 1], [3, 3]));
    expect([found, told]).toEqual([{ status: 'impossible' }, []]);
    // The first, those of four times mending in vain, and one question.
    expect(pieces).toBe(1 + 4 * 3 + 1);
  });
});

describe('the fewest moves of people who fill a Latin square', () => {
  /**
   * People are cells, groups are the numbers in them; of some cells the number is given, of others it is known what it was. There may be others
   * too, two in each group of theirs.
   */
  const findSquare = (clues: string, homes: string, others = 0) => {
    const side = Math.sqrt(clues.length);
    const line = Array.from({ length: side }, (_, index) => index);
    const rules = [
      ...line.flatMap((row) => [
        rule('apart', line.map((column) => keyOf(row * side + column)).join(' ')),
        rule('apart', line.map((column) => keyOf(column * side + row)).join(' ')),
      ]),
      ...[...clues].flatMap((own, p) =>
        own === '.' ? [] : [rule('fixed', keyOf(p), { target: toGroup(`T${Number(own) + 1}`) })],
      ),
      rule('fixed', [...clues].map((_, p) => keyOf(p)).join(' '), { target: toTheme('T') }),
    ];
    const elsewhere = Array.from({ length: others / 2 }, () => 2);
    const module = moduleOf({
      people: clues.length + others,
      places: { T: line.map(() => side), U: elsewhere },
      rules,
    });
    const numbers = [...homes].map((own) => (own === '.' ? -1 : Number(own)));
    const theirs = Array.from({ length: others }, (_, p) => side + Math.floor(p / 2));
    const sizes = line.map(() => side);
    return find(
      module,
      homeOf([...numbers, ...theirs], [...sizes, ...elsewhere.map(() => 0)], [...sizes, ...elsewhere.map(() => 9)]),
    );
  };

  /** The fewest of those numbers that change in any square with these clues. */
  function fewestOf(clues: string, homes: string): number {
    const side = Math.sqrt(clues.length);
    const cells: string[] = [];
    let fewest = Infinity;
    const visit = (changed: number) => {
      const p = cells.length;
      if (changed >= fewest) return;
      if (p === clues.length) fewest = changed;
      else
        for (const own of clues[p] === '.' ? '012345'.slice(0, side) : clues[p]) {
          const isTaken = (other: string, q: number) =>
            other === own && (q % side === p % side || Math.floor(q / side) === Math.floor(p / side));
          if (cells.some(isTaken)) continue;
          cells.push(own);
          visit(changed + (homes[p] === '.' || homes[p] === own ? 0 : 1));
          cells.pop();
        }
    };
    visit(0);
    return fewest;
  }

  it('are decided exactly where mending finds no way', () => {
    for (const [clues, homes] of [
      ['....2.......2..3..4.10..4', '..4..3.3.32..3..33....12.'],
      ['.2..010.....30..413..3...', '..1.....0......2....0.14.'],
    ]) {
      const { found, told } = findSquare(clues, homes);
      expect(shortOf({ found })).toEqual({ moves: fewestOf(clues, homes), isProved: true });
      expect(told.map(({ isProved }) => isProved)).toEqual([true]);
    }
  });

  it('are come to by mending on when it is known what would do, where there are many others', () => {
    const [clues, homes] = ['..........0...4...2......', '0.....0........20...0.230'];
    const { found, told } = findSquare(clues, homes, 616);
    expect(shortOf({ found })).toEqual({ moves: fewestOf(clues, homes), isProved: true });
    expect(told.map(({ isProved }) => isProved)).toEqual([false, false, false, true]);
  });
});

describe('the fewest moves of a large module', () => {
  // More people times groups than a way that is known is questioned for.
  const people = 640;
  const groups = 320;
  const homes = Array.from({ length: people }, (_, p) => Math.floor(p / 2));
  const sizes = Array.from({ length: groups }, () => 2);
  const free = [sizes.map(() => 0), sizes.map(() => 9)];
  const name = (...list: readonly number[]) => list.map(keyOf).join(' ');

  it('are proved with the groups taken together where nothing is amiss', () => {
    const school = Array.from({ length: people }, (_, p) => (p < 2 ? 'u' : 'v'));
    const rules = [rule('at_most', 'school=u', { count: 1 })];
    const own = find(moduleOf({ columns: { school }, sizes, rules }), homeOf(homes, sizes));
    expect(shortOf(own)).toEqual({ moves: 2, isProved: true });
    expect(own.told.at(-1)?.isProved).toBe(false);
  });

  it('are proved of who is tied to somebody elsewhere, and of who is in a wrong place', () => {
    const tied = find(
      moduleOf({ people, sizes, rules: [rule('together', name(0, 600))] }),
      homeOf(homes, free[0], free[1]),
    );
    expect(shortOf(tied)).toEqual({ moves: 1, isProved: true });
    const stray = find(
      moduleOf({ people, sizes, rules: [rule('never', name(0), { target: toGroup('G01') })] }),
      homeOf(homes, sizes),
    );
    expect(shortOf(stray)).toEqual({ moves: 2, isProved: true });
  });

  it('are not proved where only the groups one by one would show it', () => {
    // As above: three who are new, all groups but three being closed to them.
    const [p, q, r, s, t, u] = [637, 638, 639, 4, 5, 0];
    const places = { T: [2, 2, 2], U: sizes.slice(3) };
    const pairs = [
      [p, q],
      [q, r],
      [p, r],
      [s, p],
      [s, q],
      [t, r],
      [u, r],
    ];
    const rules = [
      rule('fixed', name(p, q, r, s, t), { target: toTheme('T') }),
      ...pairs.map((pair) => rule('apart', name(...pair))),
    ];
    const module = moduleOf({ people, places, rules });
    const own = find(
      module,
      homeOf(
        homes.map((home, person) => (person >= p ? -1 : home)),
        free[0],
        free[1],
      ),
    );
    expect(shortOf(own)).toEqual({ moves: 1, isProved: false });
  });
});

describe('a module too large to be decided about', () => {
  it('has none known, and is not called impossible', () => {
    // Three are to be parted in two groups; each of the others is in a pair of their own, so that nobody is like another.
    const groups = 480;
    const others = 40;
    const names = Array.from({ length: others }, (_, p) => keyOf(p + 3));
    const rules = [
      ...pairwise('abc'),
      rule('fixed', 'a b c', { target: toTheme('T') }),
      ...names.slice(1).map((own, index) => rule('apart', `${names[index]} ${own}`)),
    ];
    const places = { T: [1, 1], U: Array.from({ length: groups - 2 }, () => 1) };
    const module = moduleOf({ people: others + 3, places, rules });
    const homes = Array.from({ length: others + 3 }, (_, p) => (p < 3 ? -1 : p - 1));
    const home = homeOf(
      homes,
      Array.from({ length: groups }, () => 0),
      Array.from({ length: groups }, () => 3),
    );
    const { found, told } = find(module, home);
    expect([found, told]).toEqual([{ status: 'unknown' }, []]);
  });
});

/** Numbers of moves asked about with groups taken together where all are possible: half as many each time. */
function questionsOfHalving(settled: number): number {
  let questions = 0;
  for (let next = settled, possible = Infinity; -1 < next && next < possible; next = Math.trunc((possible - 1) / 2)) {
    questions++;
    possible = next;
  }
  return questions;
}
