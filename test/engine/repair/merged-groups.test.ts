import { describe, expect, it } from 'vitest';
import { demandOf } from '../../../src/engine/feasibility/demand.js';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { mergeGroups, unmetAtHome } from '../../../src/engine/repair/merged-groups.js';
import { moduleOf, rule, toGroup, toTheme } from '../../helpers/modules.js';

const never = () => false;
/** Groups A1, A2, A3, B1, B2. */
const module = moduleOf({
  columns: { school: 'uvuvuvuvuv' },
  places: { A: [2, 3, 1], B: [2, 2] },
  rules: [
    rule('fixed', 'a', { target: toTheme('A') }),
    rule('never', 'b', { target: toTheme('B') }),
    rule('never', 'c', { target: toGroup('A2') }),
    rule('never', 'school=w', { target: toGroup('A1') }),
    rule('apart', 'd e'),
  ],
});
const { groups } = module;
const demands = hardRulesOf(module).map(demandOf);
const home = {
  homeOf: Int32Array.of(0, 0, 1, 1, 2, 3, 3, 4, -1, -1),
  least: Int32Array.of(1, 2, 3, 4, 5),
  most: Int32Array.of(10, 20, 30, 40, 50),
};

function shapeOf(merged: ReturnType<typeof mergeGroups>) {
  const { homeOf, least, most } = merged.home;
  return {
    groups: merged.groups.map(({ label }) => label),
    homeOf: [...homeOf],
    least: [...least],
    most: [...most],
    copies: [...merged.copies],
  };
}

describe('groups taken together', () => {
  it('are those alike to all demands about somebody’s place, with the sums of their limits', () => {
    // Nobody is of w, so that nobody is kept from A1; A2 is by itself for c.
    expect(shapeOf(mergeGroups(groups, demands, home, never))).toEqual({
      groups: ['A1', 'A2', 'B1'],
      homeOf: [0, 0, 1, 1, 0, 2, 2, 2, -1, -1],
      least: [4, 2, 9],
      most: [40, 20, 90],
      copies: [2, 1, 2],
    });
  });

  it('are all where no demand is about places, each by itself where something is amiss', () => {
    const counting = demands.slice(-1);
    expect(shapeOf(mergeGroups(groups, counting, home, never))).toEqual({
      groups: ['A1'],
      homeOf: [0, 0, 0, 0, 0, 0, 0, 0, -1, -1],
      least: [15],
      most: [150],
      copies: [5],
    });
    expect(shapeOf(mergeGroups(groups, counting, home, (group) => group === 0 || group === 3))).toEqual({
      groups: ['A1', 'A2', 'B1'],
      homeOf: [0, 0, 1, 1, 1, 2, 2, 1, -1, -1],
      least: [1, 10, 4],
      most: [10, 100, 40],
      copies: [1, 3, 1],
    });
  });

  it('are told apart by each demand, not by how many of them allow them', () => {
    const either = ['A1', 'A2'].map((label) => rule('fixed', 'a', { target: toGroup(label) }));
    const some = hardRulesOf({ ...module, rules: either }).map(demandOf);
    const merged = mergeGroups(groups, some, home, never);
    expect(merged.groups.map(({ label }) => label)).toEqual(['A1', 'A2', 'A3']);
    expect([...merged.copies]).toEqual([1, 1, 3]);
  });
});

describe('the demands that matter while people are at home', () => {
  const unmet = (homeOf: readonly number[]) => {
    const own = { ...home, homeOf: Int32Array.from(homeOf) };
    return unmetAtHome(groups, demands, own).map((demand) => demands.indexOf(demand));
  };

  it('are those not met there, and those about the place of somebody who has no home', () => {
    expect(unmet([0, 0, 0, 1, 2, 3, 3, 4, -1, -1])).toEqual([]);
    // c may not be where c was, d and e share a group.
    expect(unmet([0, 0, 1, 2, 2, 3, 3, 4, -1, -1])).toEqual([2, 4]);
    expect(unmet([-1, 3, 0, 1, 2, 3, 3, 4, -1, -1])).toEqual([0, 1]);
    // Whoever is new is counted nowhere.
    expect(unmet([0, 0, 0, 1, -1, 3, 3, 4, -1, -1])).toEqual([]);
  });

  it('are those of tied people of whom one is new, and of none at home in the first group', () => {
    const tied = hardRulesOf({ ...module, rules: [rule('together', 'a b'), rule('together', 'f g')] }).map(demandOf);
    const indices = (homeOf: readonly number[]) =>
      unmetAtHome(groups, tied, { ...home, homeOf: Int32Array.from(homeOf) }).map((demand) => tied.indexOf(demand));
    expect(indices([0, 0, 1, 1, 2, 3, 3, 4, -1, -1])).toEqual([]);
    expect(indices([0, -1, 1, 1, 2, 3, 3, 4, -1, -1])).toEqual([0]);
    expect(indices([-1, -1, 1, 1, 2, 3, 0, 4, -1, -1])).toEqual([0, 1]);
  });
});
