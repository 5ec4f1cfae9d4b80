import { describe, expect, it } from 'vitest';
import { countMoves } from '../../src/engine/home.js';
import { compileProblem, isMixAlone } from '../../src/engine/problem.js';
import { certify, toAssignment, toIndices, totalBase } from '../../src/engine/solution.js';
import { text } from '../helpers/groupings.js';
import { moduleOf, rule } from '../helpers/modules.js';

describe('a solution', () => {
  it('goes from indices to labels and back, groups ordered by label', () => {
    const problem = compileProblem(moduleOf({ people: 4, places: { B: [2], A: [2] } }));
    const assignment = toAssignment(problem, Int32Array.of(1, 0, 0, 1));
    expect([...assignment]).toEqual([
      ['a', 'B1'],
      ['b', 'A1'],
      ['c', 'A1'],
      ['d', 'B1'],
    ]);
    expect([...toIndices(problem, assignment)]).toEqual([1, 0, 0, 1]);
  });

  it('certifies wishes and meetings where they count, and says nothing of them where they do not', () => {
    const module = moduleOf({
      columns: { school: 'EEEI' },
      places: { A: [2], B: [2] },
      balance: { school: 3 },
      wishes: ['A|B', 'A|B', 'A|B', ''],
      wishWeight: 2,
      history: ['AAAB'],
      historyWeight: 5,
    });
    const problem = compileProblem(module);
    const { total, wishes, history } = certify(module, problem, Int32Array.of(1, 0, 0, 1));
    const shown = [wishes, history].map((own) => own && [text(own.value), text(own.bound)]);
    // Two of three have their first wish, which is all there is room for; two who met are together, as two must be.
    expect(shown).toEqual([
      ['2', '2'],
      ['45', '45'],
    ]);
    // Three of four and one of four in two groups of two: each 1/2 off, four times a weight of 3/4.
    expect(text(totalBase(module, problem))).toBe('3');
    expect([text(total.value), text(total.bound)]).toEqual(['50', '50']);
    const plain = moduleOf({ columns: { school: 'EEII' }, sizes: [2, 2], balance: { school: 1 } });
    const certificate = certify(plain, compileProblem(plain), Int32Array.of(0, 1, 0, 1));
    expect(certificate).not.toHaveProperty('wishes');
    expect(certificate).not.toHaveProperty('history');
  });

  it('counts who is elsewhere than at home, and nobody who has none', () => {
    expect(countMoves(Int32Array.of(0, 1, -1, 2, 0), Int32Array.of(0, 0, 1, 2, 2))).toBe(2);
    expect(countMoves(Int32Array.of(0), Int32Array.of(0))).toBe(0);
  });
});

describe('a problem', () => {
  const balanced = { columns: { school: 'EEII' }, sizes: [2, 2], balance: { school: 1 } };

  it('is one of balance alone where nothing else is asked', () => {
    const isAlone = (draft: Parameters<typeof moduleOf>[0]) => isMixAlone(compileProblem(moduleOf(draft)));
    expect(isAlone(balanced)).toBe(true);
    expect(isAlone({ ...balanced, rules: [rule('apart', 'a b')] })).toBe(false);
    expect(isAlone({ ...balanced, rules: [rule('apart', 'a b', { weight: 1 })] })).toBe(false);
    expect(isAlone({ ...balanced, balance: {}, rules: [rule('apart', 'a b', { weight: 1 })] })).toBe(false);
  });

  it('names the rule that each part of its penalty comes from', () => {
    const rules = [
      rule('apart', 'a b', { weight: 0 }),
      rule('apart', 'a b', { weight: 2 }),
      rule('at_most', 'school=E', { count: 1, weight: 3 }),
    ];
    const { soft } = compileProblem(moduleOf({ ...balanced, balance: {}, rules }));
    expect(soft.flatMap((model) => model.start(Int32Array.of(0, 0, 1, 1)).explain())).toEqual([
      { origin: { kind: 'rule', index: 2 }, penalty: 3, bound: 0 },
      { origin: { kind: 'rule', index: 1 }, penalty: 2, bound: 0 },
    ]);
  });

  it('has for its hard bound what all hard terms have together', () => {
    const rules = [rule('apart', 'a b c'), rule('at_most', 'a b c', { count: 1 })];
    expect(compileProblem(moduleOf({ people: 4, sizes: [2, 2], rules })).hardBound).toBe(1 + 1);
  });

  it('says whether sums are asked for, and states its terms as data', () => {
    const module = moduleOf({
      ...balanced,
      places: { A: [2], B: [2] },
      rules: [rule('together', 'a c'), rule('at_most', 'school=E', { count: 1, weight: 3 })],
      wishes: ['A|B', '', '', ''],
      wishWeight: 2,
    });
    const { hasSums, parts } = compileProblem(module);
    expect(hasSums).toBe(false);
    expect(parts.hard.cliques.map(({ members }) => members)).toEqual([[0, 2]]);
    expect(parts.hard.counts.map(({ levelCount }) => levelCount)).toEqual([0]);
    expect(parts.soft.counts.map(({ levelCount }) => levelCount)).toEqual([2, 0, 1]);
    expect(parts.soft.layers.map(({ origin, costOf }) => [origin.kind, costOf(0, 0), costOf(0, 1)])).toEqual([
      ['wishes', 0, 2],
    ]);
    const numbers = moduleOf({
      ...balanced,
      columns: { age: ['1', '2', '3', '4'] },
      balance: { age: 1 },
      roles: { age: 'mean' },
    });
    expect(compileProblem(numbers).hasSums).toBe(true);
  });
});
