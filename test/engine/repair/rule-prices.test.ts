import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../../src/domain/fold.js';
import type { Group } from '../../../src/domain/group.js';
import type { Module } from '../../../src/domain/module.js';
import { demandOf } from '../../../src/engine/feasibility/demand.js';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { createRulePrices } from '../../../src/engine/repair/rule-prices.js';
import { moduleOf, rule, toGroup } from '../../helpers/modules.js';
import { modules } from '../../helpers/random-modules.js';
import { runs } from '../../helpers/runs.js';

const PRICE = 2 ** 44;

/** Who is in a wrong group, tied pairs in two groups, people missing or too many, people alone: of all groups. */
function countViolations(module: Module, groups: readonly Group[], groupOf: Int32Array): number {
  let violations = 0;
  for (const { tied, counts, placed, isAllowed } of hardRulesOf(module).map(demandOf)) {
    violations += placed.filter((person) => !isAllowed(groups[groupOf[person]])).length;
    for (const p of tied) for (const q of tied) if (p < q && groupOf[p] !== groupOf[q]) violations++;
    for (const { people, least, most, isAloneBarred } of counts) {
      groups.forEach((_, group) => {
        const count = people.filter((person) => groupOf[person] === group).length;
        violations += Math.max(least - count, 0, count - most) + (isAloneBarred && count === 1 ? 1 : 0);
      });
    }
  }
  return violations;
}

function check(module: Module, groupOf: Int32Array) {
  const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const { broken } = createRulePrices(module, groups)(groupOf);
  const before = countViolations(module, groups, groupOf);
  for (let p = 0; p < groupOf.length; p++) {
    const from = groupOf[p];
    for (let to = 0; to < groups.length; to++) {
      if (to === from) continue;
      const moved = countViolations(module, groups, groupOf.with(p, to)) - before;
      expect(broken(to, p, -1) + broken(from, -1, p)).toBe(PRICE * moved);
    }
    for (let q = 0; q < groupOf.length; q++) {
      const to = groupOf[q];
      if (to === from) continue;
      const swapped = countViolations(module, groups, groupOf.with(p, to).with(q, from)) - before;
      expect(broken(to, p, q) + broken(from, q, p)).toBe(PRICE * swapped);
    }
  }
}

describe('what hard rules cost', () => {
  it('changes by what a recount finds, when somebody goes elsewhere or two change places', () => {
    const cases = modules({ people: 7, rules: 'hard', wishes: false }).chain((module) => {
      const people = module.cohort.participants.length;
      const places = fc.integer({ min: 0, max: module.groups.length - 1 });
      return fc.tuple(fc.constant(module), fc.array(places, { minLength: people, maxLength: people }));
    });
    fc.assert(
      fc.property(cases, ([module, places]) => check(module, Int32Array.from(places))),
      { numRuns: runs(20) },
    );
  });

  it('is counted for every kind of rule at once, and for a place that two rules forbid twice', () => {
    const module = moduleOf({
      columns: { school: 'uuvvuv' },
      sizes: [2, 2, 2],
      rules: [
        rule('together', 'a b c'),
        rule('together', 'd'),
        rule('together', 'c f'),
        rule('apart', 'd e f'),
        rule('at_least', 'school=u', { count: 1 }),
        rule('at_most', 'school=*', { count: 1 }),
        rule('not_alone', 'school=v'),
        rule('never', 'a e', { target: toGroup('G02') }),
        rule('fixed', 'a', { target: toGroup('G01') }),
        rule('never', 'a', { target: toGroup('G01'), weight: 3 }),
      ],
    });
    for (const groupOf of ['001122', '012012', '000111', '210210']) check(module, Int32Array.from(groupOf, Number));
    const { broken } = createRulePrices(
      { ...module, rules: module.rules.slice(7) },
      module.groups,
    )(Int32Array.of(0, 0, 1, 1, 2, 2));
    expect(broken(1, 0, -1)).toBe(2 * PRICE);
    expect(broken(2, 0, 4)).toBe(PRICE);
    expect(broken(1, 4, 2)).toBe(PRICE);
    expect(broken(1, -1, 2)).toBe(0);
  });

  it('of tied people is half of each pair that parts, for either group', () => {
    const module = moduleOf({ people: 6, sizes: [3, 3], rules: [rule('together', 'a b c')] });
    const { broken } = createRulePrices(module, module.groups)(Int32Array.of(0, 0, 0, 1, 1, 1));
    expect([broken(0, -1, 0), broken(1, 0, -1)]).toEqual([PRICE, PRICE]);
    expect([broken(0, 3, 0), broken(0, 3, -1)]).toEqual([PRICE, 0]);
  });
});
