import { describe, expect, it } from 'vitest';
import { createPairModel, type Clique } from '../../../src/engine/terms/pair-term.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { moduleOf, rule } from '../../helpers/modules.js';

const clique = (wish: Clique['wish'], members: readonly number[], weight = 1, index = 0): Clique => ({
  origin: { kind: 'rule', index },
  members,
  wish,
  weight,
});
const modelOf = (sizes: readonly number[], ...cliques: readonly Clique[]) =>
  createPairModel(
    sizes.reduce((sum, size) => sum + size, 0),
    Int32Array.from(sizes),
    cliques,
  );

describe('people to keep apart', () => {
  it('cost the weight for each pair that shares a group', () => {
    const model = modelOf([3, 3], clique('apart', [0, 1, 2], 5));
    expect(model.start(Int32Array.of(0, 0, 0, 1, 1, 1)).penalty).toBe(15);
    expect(model.start(Int32Array.of(0, 0, 1, 0, 1, 1)).penalty).toBe(5);
  });

  it('change by the pairs that a swap joins and parts', () => {
    const term = modelOf([3, 3], clique('apart', [0, 1, 2], 5)).start(Int32Array.of(0, 0, 0, 1, 1, 1));
    expect(term.delta(0, 3)).toBe(-10);
    term.apply(0, 3);
    expect(term.penalty).toBe(5);
  });

  it('leave a swap of two of them without effect', () => {
    const term = modelOf([2, 2], clique('apart', [0, 1, 2], 5)).start(Int32Array.of(0, 0, 1, 1));
    expect(term.delta(1, 2)).toBe(0);
    expect(term.delta(2, 1)).toBe(0);
  });

  it('are bounded by spreading them evenly over the seats', () => {
    expect(modelOf([2, 2], clique('apart', [0, 1, 2, 3], 3)).bound).toBe(2 * 3);
    expect(modelOf([2, 2], clique('apart', [0, 1])).bound).toBe(0);
    // Five over groups of 1 and 4: 1 and 4, six pairs share.
    expect(modelOf([1, 4], clique('apart', [0, 1, 2, 3, 4])).bound).toBe(6);
    // Three over groups of 1 and 4: 1 and 2.
    expect(modelOf([1, 4], clique('apart', [0, 1, 2])).bound).toBe(1);
  });
});

describe('people to keep together', () => {
  it('cost the weight for each pair separated', () => {
    const model = modelOf([3, 3], clique('together', [0, 1, 2], 4));
    expect(model.start(Int32Array.of(0, 0, 0, 1, 1, 1)).penalty).toBe(0);
    expect(model.start(Int32Array.of(0, 0, 1, 0, 1, 1)).penalty).toBe(8);
  });

  it('change by the pairs that a swap joins and parts', () => {
    const term = modelOf([3, 3], clique('together', [0, 1, 2], 4)).start(Int32Array.of(0, 0, 1, 0, 1, 1));
    expect(term.delta(3, 2)).toBe(-8);
    expect(term.delta(4, 0)).toBe(0);
    term.apply(3, 2);
    expect(term.penalty).toBe(0);
  });

  it('are bounded by packing the largest groups', () => {
    expect(modelOf([2, 3], clique('together', [0, 1, 2])).bound).toBe(0);
    // Four in groups of 3 and 2: three together, one alone: 3 of the 6 pairs are kept.
    expect(modelOf([2, 3], clique('together', [0, 1, 2, 3], 2)).bound).toBe(3 * 2);
    expect(modelOf([3, 2], clique('together', [0, 1, 2, 3], 2)).bound).toBe(3 * 2);
    expect(modelOf([1, 3, 2], clique('together', [0, 1, 2, 3, 4], 1)).bound).toBe(10 - 4);
    // Five: a group of 3 and one of 2, 4 of the 10 pairs.
    expect(modelOf([2, 3], clique('together', [0, 1, 2, 3, 4])).bound).toBe(6);
  });
});

describe('several cliques', () => {
  it('add up where they share a pair, each answerable for its part', () => {
    const model = modelOf([2, 2], clique('apart', [0, 1], 5, 0), clique('together', [0, 1, 2], 2, 1));
    const term = model.start(Int32Array.of(0, 0, 1, 1));
    expect(term.explain()).toEqual([
      { origin: { kind: 'rule', index: 0 }, penalty: 5, bound: 0 },
      // Three people do not fit a group of 2: two pairs are separated.
      { origin: { kind: 'rule', index: 1 }, penalty: 4, bound: 4 },
    ]);
    // 0 and 3 change: 1 and 2 stay apart, 0 joins 2: apart falls by 5, together keeps one pair of three.
    expect(term.delta(0, 3)).toBe(-5);
    expect(model.bound).toBe(4);
  });

  it('of opposite wishes and one weight cost the same whatever is done', () => {
    const model = modelOf([2, 2], clique('apart', [0, 1], 5), clique('together', [0, 1], 5));
    const term = model.start(Int32Array.of(0, 0, 1, 1));
    expect(term.penalty).toBe(5);
    expect(term.delta(0, 2)).toBe(0);
    expect([...term.isInvolved]).toEqual([0, 0, 0, 0]);
    expect(model.start(Int32Array.of(1, 0, 0, 1)).penalty).toBe(5);
  });

  it('say how much a swap could gain at most: two people leave all whom they are to avoid and join all whom they are to be with', () => {
    const model = modelOf([2, 2], clique('apart', [0, 1], 5), clique('together', [0, 2, 3], 2));
    expect(model.start(Int32Array.of(0, 0, 1, 1)).reach).toBe(2 * (5 + 2 + 2));
  });

  it('come from rules about levels too', () => {
    const { hard } = compileProblem(
      moduleOf({ columns: { school: 'EIIE' }, sizes: [2, 2], rules: [rule('together', 'school=I a')] }),
    );
    expect(hard[0].start(Int32Array.of(0, 0, 1, 1)).penalty).toBe(2);
    expect(hard[0].start(Int32Array.of(0, 1, 1, 0)).penalty).toBe(2);
    expect(hard[0].start(Int32Array.of(0, 0, 1, 1)).explain()[0].bound).toBe(2);
  });
});
