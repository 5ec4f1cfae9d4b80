import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argueByCounting } from '../../src/engine/feasibility/arguments.js';
import { hardRulesOf } from '../../src/engine/feasibility/hard-rule.js';
import { findNearestTie } from '../../src/engine/feasibility/tie-path.js';
import { judgeAll } from '../helpers/groupings.js';
import { moduleOf, rule, toGroup, toStrand, toTheme, type ModuleDraft } from '../helpers/modules.js';
import { modules } from '../helpers/random-modules.js';
import { runs } from '../helpers/runs.js';

/** What counting alone proves of a module of any size, with the lines that it blames: no decision has narrowed them. */
function argue(draft: ModuleDraft) {
  const module = moduleOf(draft);
  return argueByCounting(module, hardRulesOf(module)).map(({ rules, reason }) => ({
    code: reason.code.replace('impossible.', ''),
    params: reason.params,
    lines: rules.map((entry) => entry.rule.source.line).sort((a, b) => (a ?? 0) - (b ?? 0)),
  }));
}
const linesOf = (draft: ModuleDraft) => argue(draft).map(({ code, lines }) => [code, lines]);

describe('counting', () => {
  it('blames for a person with no group left only rules that leave none', () => {
    const rules = [
      rule('never', 'a b', { target: toStrand('A', 'x'), line: 2 }),
      rule('fixed', 'a', { target: toTheme('A'), line: 3 }),
      rule('never', 'a', { target: toTheme('B'), line: 4 }),
      rule('never', 'a', { target: toTheme('A'), line: 5 }),
    ];
    expect(linesOf({ people: 4, places: { 'A/x': [1], 'A/y': [1], B: [2] }, rules })).toEqual([['nowhere', [4, 5]]]);
  });

  it('blames for a place that is too full only rules that fix too many to it', () => {
    const rules = [
      rule('fixed', 'a', { target: toTheme('A'), line: 2 }),
      rule('fixed', 'a b', { target: toTheme('A'), line: 3 }),
      rule('fixed', 'c', { target: toTheme('A'), line: 5 }),
      rule('fixed', 'd e', { target: toGroup('B1'), line: 6 }),
    ];
    expect(argue({ people: 6, places: { A: [1, 1], B: [4] }, rules })).toEqual([
      { code: 'fixed', params: { target: 'A', people: 3, seats: 2, lines: '3, 5' }, lines: [3, 5] },
    ]);
  });

  it('blames for people apart only rules without which they would not be: few large ones rather than many small ones', () => {
    const apart = ['a b', 'b c', 'a d', 'b d', 'c d', 'a b c', 'e f'].map((who, index) =>
      rule('apart', who, { line: index + 2 }),
    );
    expect(argue({ people: 6, sizes: [2, 2, 2], rules: apart })).toMatchObject([
      { code: 'apart-clique', params: { names: 'a, b, c, d', people: 4, groups: 3 }, lines: [4, 5, 6, 7] },
    ]);
  });

  it('blames no rule about places, and no tie, that people apart do not need', () => {
    const draft = (...more: ReturnType<typeof rule>[]): ModuleDraft => ({
      people: 6,
      places: { 'A/x': [2], 'A/y': [2], B: [2] },
      rules: [
        rule('fixed', 'a b', { target: toTheme('A'), line: 2 }),
        rule('fixed', 'c', { target: toStrand('A', 'x'), line: 3 }),
        rule('apart', 'a b', { line: 4 }),
        rule('apart', 'b c', { line: 5 }),
        rule('apart', 'd a', { line: 6 }),
        ...more,
      ],
    });
    const tie = rule('together', 'c d', { line: 7 });
    expect(linesOf(draft())).toEqual([]);
    expect(linesOf(draft(tie))).toEqual([['apart-placed', [2, 3, 4, 5, 6, 7]]]);
    const beside = [
      rule('together', 'b e', { line: 8 }),
      rule('never', 'd', { target: toTheme('B'), line: 9 }),
      rule('fixed', 'f', { target: toTheme('B'), line: 10 }),
    ];
    const [[, lines]] = linesOf(draft(tie, ...beside));
    // Line 9 does what line 3 does, and is spared first, being the later; nothing beside the way is blamed.
    expect(lines).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('blames for tied people only the ties and the places that tear them apart', () => {
    const rules = [
      rule('together', 'a b', { line: 2 }),
      rule('together', 'b c', { line: 3 }),
      rule('together', 'c d', { line: 4 }),
      rule('fixed', 'a', { target: toTheme('A'), line: 5 }),
      rule('fixed', 'c', { target: toTheme('B'), line: 6 }),
      rule('fixed', 'd', { target: toTheme('B'), line: 7 }),
    ];
    expect(argue({ people: 8, places: { A: [4], B: [4] }, rules })).toMatchObject([
      { code: 'together-nowhere', params: { names: 'a, b, c', people: 3 }, lines: [2, 3, 5, 6] },
    ]);
  });

  it('blames for more tied people than a group holds only ties that tie so many', () => {
    const ties = ['a b', 'b c', 'c d', 'a c', 'e f'].map((who, index) => rule('together', who, { line: index + 2 }));
    const [[code, lines], ...others] = linesOf({ people: 6, sizes: [3, 3], rules: ties });
    expect(others).toEqual([]);
    expect(code).toBe('together');
    expect(lines).toHaveLength(3);
    expect(lines).toContain(4);
  });

  it('finds distinct levels of more holders than groups, and says nothing of as many', () => {
    const draft = (school: string): ModuleDraft => ({
      columns: { school },
      sizes: [2, 2],
      rules: [rule('distinct', 'school=*', { line: 3 })],
    });
    expect(argue(draft('IIIE'))).toMatchObject([{ code: 'apart', params: { who: 'school=I', people: 3, groups: 2 } }]);
    expect(argue(draft('IIEE'))).toEqual([]);
  });
});

/** The people whom the words of an obstacle name, where they name some. */
const namesIn = (params: object | undefined) => (params !== undefined && 'names' in params ? params.names : undefined);

describe('whatever counting blames', () => {
  const kinds = ['apart', 'together', 'fixed', 'never'] as const;
  const tangle = fc
    .tuple(...[0, 1, 2].map(() => modules({ people: 6, rules: 'hard', kinds, wishes: false })))
    .map(([module, ...others]) => {
      const keys = new Set(module.cohort.participants.map(({ key }) => key));
      const rules = [module, ...others].flatMap((own) =>
        own.rules.filter(({ who }) => who.every((one) => one.kind !== 'participant' || keys.has(one.key))),
      );
      return {
        ...module,
        rules: rules.map((own, index) => ({ ...own, source: { file: 'rules.csv', line: index + 2 } })),
      };
    });

  it('cannot be kept, and is blamed no more without any one of its lines', () => {
    let blamed = 0;
    fc.assert(
      fc.property(tangle, (module) => {
        for (const { rules, reason } of argueByCounting(module, hardRulesOf(module))) {
          const own = rules.map((entry) => entry.rule);
          if (reason.code === 'impossible.together-and-apart') continue;
          blamed++;
          expect(judgeAll({ ...module, rules: own }).every(({ hard }) => hard > 0)).toBe(true);
          for (const spare of own) {
            const others = { ...module, rules: own.filter((one) => one !== spare) };
            const left = argueByCounting(others, hardRulesOf(others)).filter(({ reason: { code, params } }) => {
              return code === reason.code && namesIn(params) === namesIn(reason.params);
            });
            expect(left).toEqual([]);
          }
        }
      }),
      { numRuns: runs(25) },
    );
    expect(blamed).toBeGreaterThan(0);
  });
});

describe('the nearest tie', () => {
  it('is of the two whom the fewest rules tie, with the rules of the way', () => {
    const sets = fc.array(fc.subarray([...'abcdefgh'], { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    const ends = fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(sets, ends, (ties, asked) => {
        const rules = ties.map((who, index) => rule('together', who.join(' '), { line: index + 2 }));
        const hard = hardRulesOf(moduleOf({ people: 8, sizes: [8], rules }));
        /** How many rules tie somebody to another, growing from one of them rule by rule. */
        const distance = (from: number, to: number) => {
          let reached = new Set([from]);
          for (let steps = 1; steps <= hard.length; steps++) {
            const near = hard.filter(({ people }) => people.some((person) => reached.has(person)));
            reached = new Set([...reached, ...near.flatMap(({ people }) => people)]);
            if (reached.has(to)) return steps;
          }
          return Infinity;
        };
        const pairs = asked.flatMap((a) => asked.filter((b) => a < b).map((b) => distance(a, b)));
        const found = findNearestTie(hard, asked);
        expect(found?.path.length ?? Infinity).toBe(Math.min(...pairs));
        if (found === undefined) return;
        expect(distance(found.first, found.second)).toBe(found.path.length);
        expect(found.first).toBeLessThan(found.second);
        expect([asked.includes(found.first), asked.includes(found.second)]).toEqual([true, true]);
        expect(new Set(found.path).size).toBe(found.path.length);
      }),
      { numRuns: runs(200) },
    );
  });
});
