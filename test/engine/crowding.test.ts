import { describe, expect, it } from 'vitest';
import { findClique } from '../../src/engine/feasibility/clique.js';
import { hardRulesOf } from '../../src/engine/feasibility/hard-rule.js';
import { compilePlacing, findCrowding } from '../../src/engine/feasibility/places.js';
import { keyOf, moduleOf, rule, toGroup, toTheme } from '../helpers/modules.js';

describe('many people', () => {
  const school = (of: number) => Array.from({ length: of }, (_, person) => (person % 2 === 0 ? 'A' : 'B'));
  const places = (themes: number, groups: number, size: number) =>
    Object.fromEntries(
      Array.from({ length: themes }, (_, theme) => [`T${theme + 1}`, Array.from({ length: groups }, () => size)]),
    );

  it('kept from a theme are looked at once each', () => {
    let asked = 0;
    const module = moduleOf({
      columns: { school: school(20_000) },
      places: places(10, 200, 10),
      rules: [rule('never', 'school=A', { target: toTheme('T3') })],
    });
    const groups = module.groups.map((group) => ({
      ...group,
      get theme() {
        asked++;
        return group.theme;
      },
    }));
    const hard = hardRulesOf(module);
    expect(findCrowding(module, hard, compilePlacing({ ...module, groups }, hard))).toEqual([]);
    // Each group to find its place, each place to judge the rule: never once per person.
    expect(asked).toBeLessThan(3 * groups.length);
  });

  it('each fixed to a group of their own', () => {
    const count = 2000;
    const rules = Array.from({ length: count }, (_, person) =>
      rule('fixed', keyOf(person), {
        target: toGroup(`T${(person % 20) + 1}${(Math.floor(person / 20) % 100) + 1}`),
        line: person + 2,
      }),
    );
    const module = moduleOf({ columns: { school: school(count) }, places: places(20, 100, 1), rules });
    const hard = hardRulesOf(module);
    expect(findCrowding(module, hard, compilePlacing(module, hard))).toEqual([]);
  });

  it('apart in a tangle: the search gives up when its budget ends', () => {
    // Twenty rings of five, everybody apart from all other rings and from two of the own: 40 can be apart, three colours
    // a ring do not show that 41 cannot, and trying all would take for ever.
    const isApart = (a: number, b: number) =>
      a % 20 !== b % 20 || [1, 4].includes((Math.floor(a / 20) + 5 - Math.floor(b / 20)) % 5);
    const pairs = Array.from({ length: 100 }, (_, a) => Array.from({ length: a }, (_unused, b) => [b, a]))
      .flat()
      .filter(([b, a]) => isApart(a, b));
    expect(findClique(pairs, 40, { tests: 100_000 })).toHaveLength(40);
    const budget = { tests: 100_000 };
    expect(findClique(pairs, 41, budget)).toBeUndefined();
    expect(budget.tests).toBeLessThan(0);
  });
});
