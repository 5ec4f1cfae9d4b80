import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../../src/engine/problem.js';
import { createPlacementModel } from '../../../src/engine/terms/placement-term.js';
import { moduleOf, rule, toGroup, toStrand, toTheme, type ModuleDraft } from '../../helpers/modules.js';

/** The only term of a module. */
function termOf(draft: ModuleDraft) {
  const { hard, soft } = compileProblem(moduleOf(draft));
  expect(hard.length + soft.length).toBe(1);
  return [...hard, ...soft][0];
}

const penaltyOf = (draft: ModuleDraft, groupOf: readonly number[]) =>
  termOf(draft).start(Int32Array.from(groupOf)).penalty;

describe('fixed and never', () => {
  const places = { 'A/x': [2], 'A/y': [1], B: [2] };

  it('cost one per person outside the place, or inside', () => {
    const draft = (kind: 'fixed' | 'never', target = toTheme('A')): ModuleDraft => ({
      people: 5,
      places,
      rules: [rule(kind, 'a b c', { target })],
    });
    // a and b in A/x, c in A/y, d and e in B; then a and b in B.
    expect(penaltyOf(draft('fixed'), [0, 0, 1, 2, 2])).toBe(0);
    expect(penaltyOf(draft('fixed'), [2, 2, 1, 0, 0])).toBe(2);
    expect(penaltyOf(draft('never'), [0, 0, 1, 2, 2])).toBe(3);
    expect(penaltyOf(draft('never'), [2, 2, 1, 0, 0])).toBe(1);
    expect(penaltyOf(draft('fixed', toStrand('A', 'x')), [0, 0, 1, 2, 2])).toBe(1);
    expect(penaltyOf(draft('never', toStrand('A', 'y')), [0, 0, 1, 2, 2])).toBe(1);
  });

  it('tell one group of a strand from another when a rule names it', () => {
    const draft: ModuleDraft = {
      people: 4,
      places: { A: [2, 2] },
      rules: [rule('fixed', 'a', { target: toGroup('A2') })],
    };
    expect(penaltyOf(draft, [0, 0, 1, 1])).toBe(1);
    expect(penaltyOf(draft, [1, 0, 0, 1])).toBe(0);
  });

  it('are bounded by the seats of the place', () => {
    const draft = (who: string): ModuleDraft => ({
      people: 5,
      places,
      rules: [rule('fixed', who, { target: toTheme('B') })],
    });
    expect(termOf(draft('a b')).bound).toBe(0);
    expect(termOf(draft('a b c d')).bound).toBe(2);
    expect(termOf({ people: 5, places, rules: [rule('never', 'a b c d', { target: toTheme('A') })] }).bound).toBe(2);
  });

  it('are bounded together, person by person', () => {
    const rules = [rule('fixed', 'a b', { target: toTheme('A') }), rule('never', 'a', { target: toTheme('A') })];
    const model = termOf({ people: 5, places, rules });
    expect(model.bound).toBe(1);
    // Each alone could be kept.
    expect(model.start(Int32Array.of(2, 0, 0, 1, 2)).explain()).toEqual([
      { origin: { kind: 'rule', index: 0 }, penalty: 1, bound: 0 },
      { origin: { kind: 'rule', index: 1 }, penalty: 0, bound: 0 },
    ]);
  });
});

describe('costs of places', () => {
  /** Four people in places of one seat each, and what each costs there. */
  const start = (costs: readonly (readonly number[])[]) => {
    const model = createPlacementModel({
      peopleCount: 4,
      groupSizes: Int32Array.of(1, 1, 1, 1),
      placeOf: Int32Array.of(0, 1, 2, 3),
      placeCount: 4,
      layers: [{ origin: { kind: 'wishes' }, costOf: (p, place) => costs[p][place] }],
    });
    return model.start(Int32Array.of(0, 1, 2, 3));
  };

  it('are told apart whatever their digits', () => {
    const term = start([
      [1, 11, 0, 0],
      [11, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(term.penalty).toBe(2);
    expect(term.delta(0, 1)).toBe(20);
  });

  it('make a difference only to whoever does not cost the same everywhere', () => {
    const term = start([
      [3, 3, 3, 3],
      [0, 0, 0, 4],
      [0, 0, 0, 0],
      [2, 0, 0, 0],
    ]);
    expect([...term.isInvolved]).toEqual([0, 1, 0, 1]);
    // Wherever the first person goes costs 3 more there and 3 less where it was: no part of what taking a place changes.
    expect(term.taking(0, 3)).toBe(0);
    expect(term.taking(1, 3)).toBe(4);
    expect(term.taking(3, 0)).toBe(2);
  });

  it('bound what a swap could gain by the widest range of anybody, for both', () => {
    const term = start([
      [3, 3, 3, 3],
      [1, 7, 2, 4],
      [9, 9, 8, 8],
      [2, 0, 0, 0],
    ]);
    expect(term.reach).toBe(2 * (7 - 1));
  });
});

describe('wishes', () => {
  const places = { A: [1], B: [1], 'C/x': [1], 'C/y': [1] };
  const draft = (details: Partial<ModuleDraft>): ModuleDraft => ({ people: 4, places, wishWeight: 10, ...details });

  it('cost the weight for each rank below the first', () => {
    const own = draft({ wishes: ['A|B|C', '', '', ''] });
    expect(penaltyOf(own, [0, 1, 2, 3])).toBe(0);
    expect(penaltyOf(own, [1, 0, 2, 3])).toBe(10);
    expect(penaltyOf(own, [2, 1, 0, 3])).toBe(20);
  });

  it('cost as much as the longest list of anyone when none is met, so that a short list is no lever', () => {
    const own = draft({ wishes: ['A', 'B|A|C', '', ''] });
    // a in C: 3 ranks; b in A: 1 rank.
    expect(penaltyOf(own, [2, 0, 1, 3])).toBe(30 + 10);
  });

  it('may name a strand', () => {
    const own = draft({ wishes: ['C/y|C', '', '', ''] });
    expect(penaltyOf(own, [3, 0, 1, 2])).toBe(0);
    expect(penaltyOf(own, [2, 0, 1, 3])).toBe(10);
  });

  it('change by the places of the two who swap', () => {
    const term = termOf(draft({ wishes: ['A|B', 'B|A', '', ''] })).start(Int32Array.of(1, 0, 2, 3));
    expect(term.delta(0, 1)).toBe(-20);
    expect(term.delta(0, 2)).toBe(10);
    term.apply(0, 1);
    expect(term.penalty).toBe(0);
  });

  it('are bounded by the cheapest seating of everybody', () => {
    // Three want A, which has one seat; two of them have B next, which has one seat; the third has no second wish, 2 ranks.
    const own = draft({ wishes: ['A|B', 'A|B', 'A', ''] });
    expect(termOf(own).bound).toBe(0 + 10 + 20);
    expect(penaltyOf(own, [0, 1, 2, 3])).toBe(30);
  });

  it('cost the observed weight in a theme that was not observed, and nothing to those who observed none', () => {
    const own = draft({ wishWeight: 0, observedWeight: 7, observed: ['A|C', 'B', '', ''] });
    expect(penaltyOf(own, [2, 1, 0, 3])).toBe(0);
    expect(penaltyOf(own, [1, 0, 2, 3])).toBe(14);
    expect(termOf(own).bound).toBe(0);
  });

  it('are no term when they weigh nothing or nobody has any', () => {
    for (const own of [
      draft({ wishes: ['A', '', '', ''], wishWeight: 0 }),
      draft({}),
      { ...draft({ wishes: ['A'] }), places: { '': [4] } },
    ]) {
      const module = moduleOf(own);
      const themes = own.places === places ? module.themes : [];
      expect(compileProblem({ ...module, themes }).soft).toEqual([]);
    }
  });

  it('come in units, like shares', () => {
    const own = draft({ columns: { school: 'EEII' }, balance: { school: 1 }, wishes: ['A', '', '', ''] });
    const { soft, unit } = compileProblem(moduleOf(own));
    // 2 of 4 in groups of 1: a share of 1/2.
    expect(unit).toBe(2);
    expect(soft[1].start(Int32Array.of(1, 0, 2, 3)).penalty).toBe(10 * 2);
  });

  it('are priced together with weighted rules about places, each answerable for its part', () => {
    const own = draft({ wishes: ['A', 'A', '', ''], rules: [rule('never', 'a', { target: toTheme('A'), weight: 4 })] });
    const model = termOf(own);
    expect(model.bound).toBe(10);
    expect(model.start(Int32Array.of(0, 1, 2, 3)).explain()).toEqual([
      { origin: { kind: 'rule', index: 0 }, penalty: 4, bound: 0 },
      { origin: { kind: 'wishes' }, penalty: 10, bound: 10 },
    ]);
  });
});
