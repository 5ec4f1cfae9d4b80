import { describe, expect, it } from 'vitest';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { findTieObstacles, tiePeople } from '../../../src/engine/feasibility/ties.js';
import { keyOf, moduleOf, rule, type ModuleDraft } from '../../helpers/modules.js';

function tie(draft: ModuleDraft) {
  const module = moduleOf(draft);
  const hard = hardRulesOf(module);
  const ties = tiePeople(module.cohort.participants.length, hard);
  const found = findTieObstacles(module, hard, ties).map(({ rules, reason: { code, params, source } }) => ({
    code: code.replace('impossible.', ''),
    ...params,
    line: source?.line,
    blamed: rules.map((entry) => entry.rule.source.line),
  }));
  return { hard, ties, found };
}

const pairs = (...who: readonly string[]) => who.map((names, index) => rule('together', names, { line: index + 2 }));

describe('ties', () => {
  it('unite the people of rules that share somebody, in the order of the first', () => {
    const { hard, ties } = tie({
      people: 7,
      sizes: [7],
      rules: [...pairs('e c', 'b g', 'g e'), rule('apart', 'a d', { line: 5 })],
    });
    expect([...ties.setOf]).toEqual([0, 1, 1, 2, 1, 3, 1]);
    expect(ties.sets).toEqual([
      { people: [0], own: [] },
      { people: [1, 2, 4, 6], own: hard.slice(0, 3) },
      { people: [3], own: [] },
      { people: [5], own: [] },
    ]);
  });

  it('of too many people are blamed on the rules that tie the largest part of them', () => {
    // Without the third rule five are tied still, beside two; without the first or the second no more than four.
    const rules = pairs('a b c d', 'd e', 'e f', 'f g');
    expect(tie({ people: 8, sizes: [4, 4], rules }).found).toEqual([
      { code: 'together', who: 'a, b, c, d, e', people: 5, largest: 4, lines: '2, 3', line: 3, blamed: [2, 3] },
    ]);
    expect(tie({ people: 8, sizes: [7, 1], rules }).found).toEqual([]);
  });

  it('are left to the rule that ties too many by itself', () => {
    expect(tie({ people: 6, sizes: [3, 3], rules: pairs('e f', 'a b c d', 'd e') }).found).toEqual([]);
    expect(tie({ people: 6, sizes: [3, 3], rules: pairs('a b c d') }).found).toEqual([]);
  });

  it.each([
    ['place=I c', 'c d', 'place=I, c, d'],
    ['place=I', 'place=E', 'place=I, place=E'],
    ['school=I', 'place=E', 'school=I, place=E'],
    ['school=*', 'place=E', 'school, place=E'],
    ['school=*', 'team=*', 'school, team'],
    ['team=*', 'team=J a', 'team, team=J, a'],
  ])('name once whom the rules name: %s, %s', (first, second, who) => {
    const columns = { place: ['I', 'I|E', 'E', second === 'c d' ? '' : 'E'], school: 'II..', team: '.IJJ' };
    const { found } = tie({ columns, sizes: [3, 1], rules: pairs(first, second) });
    expect(found).toMatchObject([{ who, people: 4, blamed: [2, 3] }]);
  });

  it('by more than a hundred rules are blamed on all of them', () => {
    const chain = (count: number) =>
      pairs(...Array.from({ length: count }, (_, index) => `${keyOf(index)} ${keyOf(index + 1)}`));
    const blamedOf = (count: number) =>
      tie({
        people: count + 2,
        sizes: [3, count - 1 - (count - 4), ...Array<number>(count - 4).fill(1)],
        rules: chain(count),
      }).found.map(({ blamed }) => blamed.length);
    expect(blamedOf(100)).toEqual([3]);
    expect(blamedOf(101)).toEqual([101]);
  });

  it('are at odds with a rule that wants two of them apart, once for each rule', () => {
    const rules = [
      ...pairs('a b', 'c d', 'b e'),
      rule('apart', 'f c a d e', { line: 5 }),
      rule('apart', 'a f', { line: 6 }),
    ];
    expect(tie({ people: 6, sizes: [3, 3], rules }).found).toEqual([
      { code: 'together-and-apart', first: 'a', second: 'e', lines: '2, 4', line: 5, blamed: [4, 2, 5] },
    ]);
  });
});
