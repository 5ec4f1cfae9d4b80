import { describe, expect, it } from 'vitest';
import type { Module } from '../../src/domain/module.js';
import { Proposer } from '../../src/engine/moves.js';
import { compileProblem } from '../../src/engine/problem.js';
import { createRandom } from '../../src/engine/random.js';
import { State } from '../../src/engine/state.js';
import { moduleOf, rule } from '../helpers/modules.js';

/** The distinct moves of many draws from one assignment, each as `p-q p-q…` with the two of a swap in order. */
function movesOf(module: Module, groupOf: readonly number[], isConfined = false): readonly string[] {
  const problem = compileProblem(module);
  const state = new State(problem, Int32Array.from(groupOf));
  const proposer = new Proposer(problem);
  if (isConfined) proposer.confine(true);
  const random = createRandom('moves');
  const name = (p: number) => problem.participants[p].key;
  const found = new Set<string>();
  for (let draw = 0; draw < 2_000; draw++) {
    const move = proposer.propose(state, random);
    const swaps: string[] = [];
    for (let i = 0; i < move.length; i += 2) swaps.push([name(move[i]), name(move[i + 1])].sort().join('-'));
    if (swaps.length > 0) found.add(swaps.sort().join(' '));
  }
  return [...found].sort();
}

describe('proposed moves', () => {
  it('exchange people of different groups and levels', () => {
    const module = moduleOf({ columns: { school: 'EIEI' }, balance: { school: 1 }, sizes: [2, 2] });
    expect(movesOf(module, [0, 0, 1, 1])).toEqual(['a-d', 'b-c']);
  });

  it('exchange people of the same levels too where wishes set them apart', () => {
    const module = moduleOf({
      columns: { school: 'EEEE' },
      balance: { school: 1 },
      places: { A: [2], B: [2] },
      wishes: ['A', 'A', 'B', 'B'],
      wishWeight: 1,
    });
    expect(movesOf(module, [0, 0, 1, 1])).toEqual(['a-c', 'a-d', 'b-c', 'b-d']);
  });

  it('exchange people of the same levels too where nothing is balanced and wishes alone count', () => {
    const module = moduleOf({ places: { A: [2], B: [2] }, wishes: ['A', 'A', 'B', 'B'], wishWeight: 1 });
    expect(movesOf(module, [0, 0, 1, 1])).toEqual(['a-c', 'a-d', 'b-c', 'b-d']);
  });

  it('exchange people of groups of one size alone where they are confined to it', () => {
    const module = moduleOf({ people: 5, sizes: [2, 1, 2], rules: [rule('apart', 'a b')] });
    const groupOf = [0, 0, 1, 2, 2];
    expect(movesOf(module, groupOf, true)).toEqual(['a-d', 'a-e', 'b-d', 'b-e']);
    expect(movesOf(module, groupOf)).toEqual(['a-c', 'a-d', 'a-e', 'b-c', 'b-d', 'b-e', 'c-d', 'c-e']);
    const balanced = moduleOf({ columns: { school: 'EIEIE' }, balance: { school: 1 }, sizes: [2, 1, 2] });
    expect(movesOf(balanced, groupOf, true)).toEqual(['a-d', 'b-e']);
  });

  it('bring three people tied by a hard rule into another group at once, in exchange for three others', () => {
    const module = moduleOf({ people: 8, sizes: [4, 4], rules: [rule('together', 'a b c')] });
    expect(movesOf(module, [0, 0, 0, 0, 1, 1, 1, 1])).toEqual([
      'a-e b-f c-g',
      'a-e b-f c-h',
      'a-e b-g c-f',
      'a-e b-g c-h',
      'a-e b-h c-f',
      'a-e b-h c-g',
      'a-f b-e c-g',
      'a-f b-e c-h',
      'a-f b-g c-e',
      'a-f b-g c-h',
      'a-f b-h c-e',
      'a-f b-h c-g',
      'a-g b-e c-f',
      'a-g b-e c-h',
      'a-g b-f c-e',
      'a-g b-f c-h',
      'a-g b-h c-e',
      'a-g b-h c-f',
      'a-h b-e c-f',
      'a-h b-e c-g',
      'a-h b-f c-e',
      'a-h b-f c-g',
      'a-h b-g c-e',
      'a-h b-g c-f',
      'd-e',
      'd-f',
      'd-g',
      'd-h',
    ]);
  });

  it('leave the members of the cluster that are there already where they are', () => {
    const module = moduleOf({ people: 4, sizes: [2, 2], rules: [rule('together', 'a b')] });
    // a and b are apart; c shares a's group and d shares b's.
    expect(movesOf(module, [0, 1, 0, 1])).toEqual(['a-d', 'b-c', 'c-d']);
  });

  it('do not bring people into a group that is too small for them', () => {
    const module = moduleOf({ people: 6, sizes: [4, 2], rules: [rule('together', 'a b c')] });
    expect(movesOf(module, [0, 0, 0, 0, 1, 1])).toEqual(['d-e', 'd-f']);
    // One of them is there already.
    expect(movesOf(module, [1, 0, 0, 0, 0, 1])).toEqual(['a-d', 'a-e', 'd-f', 'e-f']);
  });

  it('tie the people of two rules that share a person', () => {
    const rules = [rule('together', 'a b'), rule('together', 'b c')];
    expect(compileProblem(moduleOf({ people: 6, sizes: [3, 3], rules })).clusters).toEqual([[0, 1, 2]]);
  });

  it('tie nobody by rules that share none, that need not be kept, or that want people apart', () => {
    const clusters = (...rules: ReturnType<typeof rule>[]) =>
      compileProblem(moduleOf({ people: 6, sizes: [3, 3], rules })).clusters;
    expect(clusters(rule('together', 'a b'), rule('together', 'd c'), rule('together', 'e'))).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(clusters(rule('together', 'a b', { weight: 2 }), rule('apart', 'c d'))).toEqual([]);
  });

  it('never tie more people than the largest group holds, which no move could bring together', () => {
    const rules = [rule('together', 'a b c'), rule('together', 'c d')];
    const module = moduleOf({ people: 5, sizes: [3, 2], rules });
    expect(compileProblem(module).clusters).toEqual([]);
    expect(movesOf(module, [0, 0, 0, 1, 1])).toEqual(['a-d', 'a-e', 'b-d', 'b-e', 'c-d', 'c-e']);
  });

  /** So many draws, those of no move left out. */
  const draw = (module: Module, groupOf: Int32Array, draws: number, isConfined = false) => {
    const problem = compileProblem(module);
    const state = new State(problem, groupOf);
    const proposer = new Proposer(problem);
    proposer.confine(isConfined);
    const random = createRandom('moves');
    const moves = Array.from({ length: draws }, () => [...proposer.propose(state, random)]);
    return moves.filter((move) => move.length > 0);
  };

  it('are of everybody alike, also where people are many', () => {
    for (const people of [20, 800]) {
      const groupOf = Int32Array.from({ length: people }, (_, p) => p % 2);
      const module = moduleOf({ people, sizes: [people / 2, people / 2], rules: [rule('apart', 'a b')] });
      const moves = draw(module, groupOf, 10 * people);
      expect(moves.length).toBeGreaterThan(4 * people);
      for (const [p, q] of moves) expect(groupOf[p]).not.toBe(groupOf[q]);
      for (const place of [0, 1]) {
        const drawn = new Set(moves.map((move) => move[place]));
        expect(drawn.size).toBeGreaterThan(0.9 * people);
        expect(Math.max(...drawn)).toBeLessThan(people);
      }
    }
  });

  it('are of people who differ in one attribute alone at every fourth draw', () => {
    // Each shares x with one other, and y with another; chance alone would bring two of them together in one draw of ten.
    const cells = (step: number) => Array.from({ length: 40 }, (_, p) => `l${Math.floor(((p + step) % 40) / 2)}`);
    const module = moduleOf({ columns: { x: cells(0), y: cells(1) }, balance: { x: 1, y: 1 }, sizes: [20, 20] });
    const problem = compileProblem(module);
    const groupOf = Int32Array.from({ length: 40 }, (_, p) => p % 2);
    const moves = draw(module, groupOf, 4_000);
    const { levels } = problem.mix;
    const isNear = ([p, q]: readonly number[]) =>
      levels[2 * p] === levels[2 * q] || levels[2 * p + 1] === levels[2 * q + 1];
    const near = moves.filter(isNear).length;
    // Of a thousand aimed draws, half are of the person again.
    expect(near).toBeGreaterThan(400);
    expect(near).toBeLessThan(800);
    expect(moves.length - near).toBeGreaterThan(1_000);
  });

  it('are looked for again where the first partner sits in a group of another size', () => {
    const groupOf = Int32Array.from({ length: 16 }, (_, p) => (p < 8 ? p % 4 : 4));
    const module = moduleOf({ people: 16, sizes: [2, 2, 2, 2, 8], rules: [rule('apart', 'a b', { weight: 1 })] });
    // Half the draws are of the large group, which is alone of its size. Of the others three in four are of another group,
    // once the partner is of that size, which five draws bring about but in one case of 32.
    const { length } = draw(module, groupOf, 8_000, true);
    expect(length / 8_000).toBeGreaterThan(0.33);
    expect(length / 8_000).toBeLessThan(0.39);
  });

  it('are confined among people nearly alike too', () => {
    const groupOf = Int32Array.from({ length: 16 }, (_, p) => (p < 8 ? p % 4 : 4));
    const columns = { x: 'aaaaaaaabbbbbbbb', y: 'abababababababab' };
    const module = moduleOf({ columns, balance: { x: 1, y: 1 }, sizes: [2, 2, 2, 2, 8] });
    for (const [p, q] of draw(module, groupOf, 2_000, true)) expect(Math.max(groupOf[p], groupOf[q])).toBeLessThan(4);
  });
});
