import { describe, expect, it } from 'vitest';
import { argueByCounting } from '../../src/engine/feasibility/arguments.js';
import { hardRulesOf } from '../../src/engine/feasibility/hard-rule.js';
import { moduleOf, rule, toGroup, toStrand, toTheme, type ModuleDraft } from '../helpers/modules.js';

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
