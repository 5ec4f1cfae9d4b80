import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../src/engine/feasibility/find-conflicts.js';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { keyOf, moduleOf, rule, toGroup, toTheme, type ModuleDraft } from '../../helpers/modules.js';

function decide(draft: ModuleDraft, steps = 1_000_000) {
  const module = moduleOf(draft);
  const budget = { steps };
  const report = findConflicts(module, hardRulesOf(module), budget);
  const obstacles = 'obstacles' in report ? report.obstacles : [];
  return {
    status: report.status,
    groupOf: 'groupOf' in report ? [...report.groupOf] : [],
    found: obstacles.map(({ rules, reason: { code } }) => [
      code.replace('impossible.', ''),
      ...rules.map((entry) => entry.rule.source.line ?? 0).sort((a, b) => a - b),
    ]),
    isMinimal: obstacles.map(({ reason: { params } }) => 'isMinimal' in params && params.isMinimal),
    left: budget.steps,
  };
}

/** Numbers 1 to the last of which no group has x + y = z, each sum a line: two groups hold 4, not 5. */
function schur(...sizes: readonly number[]): ModuleDraft {
  const people = sizes.reduce((sum, size) => sum + size, 0);
  const numbers = Array.from({ length: people }, (_, index) => index + 1);
  const sums = numbers.flatMap((x) => numbers.filter((y) => x <= y && x + y <= people).map((y) => [x, y, x + y]));
  const rules = sums.map((sum, index) => {
    const who = [...new Set(sum)].map((number) => keyOf(number - 1));
    return rule('at_most', who.join(' '), { count: who.length - 1, line: index + 2 });
  });
  return { people, sizes, rules };
}

const triangle = (line: number, ...names: readonly [string, string, string]) => [
  rule('apart', `${names[0]} ${names[1]}`, { line }),
  rule('apart', `${names[1]} ${names[2]}`, { line: line + 1 }),
  rule('apart', `${names[0]} ${names[2]}`, { line: line + 2 }),
];

describe('rules that can be kept', () => {
  it('are shown kept, in the groups by their labels', () => {
    const rules = [rule('fixed', 'a', { target: toTheme('B') }), rule('together', 'a c', { line: 3 })];
    expect(decide({ people: 4, places: { B: [2], A: [2] }, rules })).toMatchObject({
      status: 'possible',
      groupOf: [1, 0, 1, 0],
      found: [],
    });
  });

  it('are not decided of more than five thousand people', () => {
    const draft = { people: 5001, sizes: [2500, 2501], rules: [rule('apart', 'a b')] };
    expect(decide(draft)).toMatchObject({ status: 'unknown', left: 1_000_000 });
  });

  it('are decided with a third of the budget', () => {
    const { left } = decide(schur(2, 2));
    const cost = 1_000_000 - left;
    expect(cost).toBeGreaterThan(1000);
    expect(decide(schur(2, 2), 3 * cost)).toMatchObject({ status: 'possible', left: 2 * cost });
    expect(decide(schur(2, 2), 3 * cost - 3 * 100).status).toBe('unknown');
  });
});

describe('conflicts', () => {
  it('are the fewest lines, then the fewest of the rest, none in two of them', () => {
    const rules = [
      ...triangle(2, 'a', 'b', 'c'),
      rule('at_least', 'd e', { count: 1, line: 5 }),
      rule('together', 'd e', { line: 6 }),
      rule('apart', 'c f', { line: 7 }),
      rule('fixed', 'f', { target: toGroup('G01'), line: 8 }),
      rule('never', 'f', { target: toGroup('G01'), line: 9 }),
      rule('distinct', 'a e f', { line: 10 }),
    ];
    const { status, found, isMinimal, left } = decide({ people: 6, sizes: [3, 3], rules });
    expect(status).toBe('impossible');
    // A sentence of its own where counting shows as much.
    expect(found).toEqual([
      ['apart', 10],
      ['rules', 5, 6],
      ['nowhere', 8, 9],
      ['apart-clique', 2, 3, 4],
    ]);
    expect(isMinimal[1]).toBe(true);
    // The same steps everywhere.
    expect(left).toBe(936_019);
  });

  it('are told of in the words of every argument that takes as many lines', () => {
    const rare = rule('at_least', 'school=*', { count: 1, line: 2 });
    const { found } = decide({
      columns: { school: 'EEEXYZ' },
      sizes: [2, 4],
      rules: [rare, rule('apart', 'a b', { line: 3 })],
    });
    expect(found).toEqual([
      ['at-least', 2],
      ['at-least', 2],
      ['at-least', 2],
    ]);
  });

  it('are ten at most', () => {
    const rules = Array.from({ length: 11 }, (_, index) => rule('apart', 'a b c', { line: index + 2 }));
    expect(decide({ people: 4, sizes: [2, 2], rules }).found).toEqual(
      rules.slice(0, 10).map((_, index) => ['apart', index + 2]),
    );
    expect(decide({ people: 4, sizes: [2, 2], rules: rules.slice(0, 3) }).found).toHaveLength(3);
  });

  it('are narrowed as far as a twentieth of the budget shows, and not called the least beyond', () => {
    // 1 and 2, 2 and 4, 1 + 4 = 5, 1 + 3 = 4 and 2 + 3 = 5: the sum 1 + 2 = 3 is not needed.
    const draft = schur(3, 2);
    expect(decide(draft)).toMatchObject({ status: 'impossible', found: [['rules', 2, 4, 5, 6, 7]], isMinimal: [true] });
    expect(decide(draft, 12_000)).toMatchObject({ found: [['rules', 2, 3, 4, 5, 6, 7]], isMinimal: [false] });
  });
});

describe('too little to decide', () => {
  it('is not known to be impossible, unless counting shows it', () => {
    expect(decide(schur(3, 2), 1000)).toMatchObject({ status: 'unknown', found: [] });
    const rules = [...triangle(2, 'a', 'b', 'c'), rule('distinct', 'd e f', { line: 5 })];
    expect(decide({ people: 6, sizes: [3, 3], rules }, 10)).toMatchObject({
      status: 'impossible',
      found: [
        ['apart', 5],
        ['apart-clique', 2, 3, 4],
      ],
    });
    expect(decide({ people: 6, sizes: [3, 3], rules: rules.slice(0, 3) }, 10).found).toEqual([
      ['apart-clique', 2, 3, 4],
    ]);
  });

  it('is blamed on the fewest lines that counting blames first', () => {
    const ties = ['a b', 'b c', 'c d'].map((who, index) => rule('together', who, { line: index + 2 }));
    const [target, line] = [toGroup('G01'), 5];
    const rules = [...ties, rule('fixed', 'e', { target, line }), rule('never', 'e', { target, line: line + 1 })];
    expect(decide({ people: 6, sizes: [3, 3], rules }, 10).found).toEqual([
      ['nowhere', 5, 6],
      ['together', 2, 3, 4],
    ]);
  });

  it('leaves a fifth for what forbids it', () => {
    const { status, left } = decide(schur(5, 5, 4), 60_000);
    // One model more than that is made.
    expect([status, left]).toEqual(['unknown', -17_914]);
  });

  it('is narrowed within what counting blames, though it were least elsewhere', () => {
    const sums = schur(5, 5, 4);
    const rules = [
      ...(sums.rules ?? []),
      ...['a b', 'b c', 'a c', 'a d', 'b d', 'c d'].map((who, index) => rule('apart', who, { line: index + 100 })),
    ];
    expect(decide({ ...sums, rules }, 20_000).found).toEqual([['apart-clique', 100, 101, 102, 103, 104, 105]]);
  });
});
