import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Module } from '../../../src/domain/module.js';
import { blameRules } from '../../../src/engine/feasibility/blame.js';
import { hardRulesOf, type HardRule } from '../../../src/engine/feasibility/hard-rule.js';
import { compilePlacing } from '../../../src/engine/feasibility/places.js';
import { tiePeople } from '../../../src/engine/feasibility/ties.js';
import { moduleOf, rule, toGroup, toStrand, toTheme, type ModuleDraft } from '../../helpers/modules.js';
import { runs } from '../../helpers/runs.js';
import { tangles } from '../../helpers/tangles.js';

/** Whether each two sets are apart and the places of all have fewer groups than sets; of one set, groups that hold it. */
function isProvable(module: Module, hard: readonly HardRule[], sets: readonly (readonly number[])[]): boolean {
  const { places, allowedTo } = compilePlacing(module, hard);
  const apart = hard.filter(({ rule: { kind } }) => kind === 'apart');
  const isIn = (set: readonly number[], { people }: HardRule) => set.some((person) => people.includes(person));
  const isApart = sets.every((a) =>
    sets.every((b) => a === b || apart.some((entry) => isIn(a, entry) && isIn(b, entry))),
  );
  const left = sets.flatMap((set) =>
    allowedTo(set).filter((place) => sets.length > 1 || places[place].some(({ size }) => size >= set.length)),
  );
  return isApart && [...new Set(left)].reduce((sum, place) => sum + places[place].length, 0) < sets.length;
}

/** Every choice of so many of them. */
function choices<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return all.flatMap((first, index) => choices(all.slice(index + 1), size - 1).map((others) => [first, ...others]));
}

describe('blame', () => {
  it('is found exactly where tied people, pairwise apart, have fewer groups than they are, and is on rules of which each is needed', () => {
    let found = 0;
    fc.assert(
      fc.property(tangles, (module) => {
        const hard = hardRulesOf(module);
        const placing = compilePlacing(module, hard);
        const tied = tiePeople(6, hard).sets.map(({ people }) => people);
        for (const sets of [1, 2, 3, 4].flatMap((size) => choices(tied, size))) {
          const known = blameRules(hard, placing, sets);
          expect(known !== undefined).toBe(isProvable(module, hard, sets));
          if (known === undefined) continue;
          found++;
          expect(blameRules(known.rules, placing, sets)).toEqual(known);
          for (const spare of known.rules) {
            expect(
              blameRules(
                known.rules.filter((entry) => entry !== spare),
                placing,
                sets,
              ),
            ).toBeUndefined();
          }
          // The pieces are what these rules tie, and the places what they leave them.
          const own = tiePeople(6, known.rules).sets.map(({ people }) => people);
          expect(own).toEqual(expect.arrayContaining([...known.pieces]));
          expect(isProvable(module, known.rules, known.pieces)).toBe(true);
          const { allowedTo } = compilePlacing(module, known.rules);
          if (known.places.length > 0 && known.pieces.length > 1)
            expect(known.pieces.flatMap(allowedTo)).not.toEqual([]);
        }
      }),
      { numRuns: runs(15) },
    );
    expect(found).toBeGreaterThan(0);
  });

  const blamed = (draft: ModuleDraft, sets: readonly (readonly number[])[]) => {
    const module = moduleOf(draft);
    const hard = hardRulesOf(module);
    const known = blameRules(hard, compilePlacing(module, hard), sets);
    return known && { ...known, rules: known.rules.map((entry) => entry.rule.source.line) };
  };
  const [a, b, c, d] = [0, 1, 2, 3];

  it('is on few rules that separate many, on the earlier of like ones, then on places, then on ties', () => {
    const rules = [
      rule('apart', 'a b', { line: 2 }),
      rule('apart', 'a b c', { line: 3 }),
      rule('apart', 'a b c', { line: 4 }),
      rule('apart', 'b c', { line: 5 }),
      rule('apart', 'd e', { line: 6 }),
      rule('together', 'a d', { line: 7 }),
    ];
    const sets = [[a, d], [b], [c]];
    expect(blamed({ people: 6, sizes: [3, 3], rules }, sets)).toEqual({
      rules: [3],
      pieces: [[a], [b], [c]],
      places: [0],
    });
    const pairs = ['a b', 'b c', 'a c', 'a b c'].map((who, index) => rule('apart', who, { line: index + 2 }));
    expect(blamed({ people: 6, sizes: [3, 3], rules: pairs }, [[a], [b], [c]])?.rules).toEqual([5]);
    // Of two that separate as many, the one that names fewer is spared.
    const wide = ['a b', 'a d b'].map((who, index) => rule('apart', who, { line: index + 2 }));
    const draft: ModuleDraft = { people: 6, sizes: [6], rules: [...wide, rule('together', 'a d', { line: 4 })] };
    expect(blamed(draft, [[a, d], [b]])).toEqual({ rules: [3], pieces: [[a], [b]], places: [0] });
  });

  it('spares a rule that separates before a tie, a place before a tie, and a tie that leaves whom the others are about', () => {
    const placed = (...more: ReturnType<typeof rule>[]): ModuleDraft => ({
      people: 6,
      places: { A: [3], B: [3] },
      rules: [rule('together', 'a d', { line: 2 }), ...more],
    });
    const inA = (who: string, line: number) => rule('fixed', who, { target: toTheme('A'), line });
    const sets = [[a, d], [c]];
    const [first, second] = [rule('apart', 'a c', { line: 3 }), rule('apart', 'd c', { line: 4 })];
    expect(blamed(placed(first, second, inA('d', 5), inA('c', 6)), sets)?.rules).toEqual([2, 3, 5, 6]);
    expect(blamed(placed(first, inA('d', 5), inA('a', 6), inA('c', 7)), sets)?.rules).toEqual([2, 3, 5, 7]);
    // The tie is as small as a rule can be, and is kept all the same.
    expect(blamed(placed(first, inA('d c', 4), inA('a c', 5)), sets)?.rules).toEqual([2, 3, 4]);
    expect(blamed(placed(second, inA('d c', 5)), sets)).toEqual({ rules: [4, 5], pieces: [[d], [c]], places: [0] });
  });

  it('is on the places that leave too few groups to all, and on the ties by which they do', () => {
    const draft = (...more: ReturnType<typeof rule>[]): ModuleDraft => ({
      people: 8,
      places: { 'A/x': [2], 'A/y': [2], B: [2, 2] },
      rules: [
        rule('together', 'a d', { line: 2 }),
        rule('fixed', 'd', { target: toTheme('A'), line: 3 }),
        rule('fixed', 'b', { target: toStrand('A', 'y'), line: 4 }),
        rule('never', 'c', { target: toTheme('B'), line: 5 }),
        rule('apart', 'a b c', { line: 6 }),
        ...more,
      ],
    });
    const sets = [[a, d], [b], [c]];
    expect(blamed(draft(), sets)).toEqual({ rules: [2, 3, 4, 5, 6], pieces: [[a, d], [b], [c]], places: [0, 1] });
    const swapped = rule('fixed', 'a', { target: toStrand('A', 'y'), line: 7 });
    expect(blamed(draft(swapped, rule('fixed', 'b c', { target: toStrand('A', 'x'), line: 8 })), sets)?.places).toEqual(
      [0, 1],
    );
    const other = rule('fixed', 'c', { target: toGroup('B1'), line: 7 });
    expect(blamed(draft(other), sets)?.rules).toEqual([2, 3, 4, 5, 6]);
    expect(blamed(draft(), [[a, d], [b]])).toBeUndefined();
    expect(blamed(draft(rule('never', 'a b', { target: toStrand('A', 'x'), line: 8 })), [[a, d], [b]])).toEqual({
      rules: [2, 3, 4, 6, 8],
      pieces: [[a, d], [b]],
      places: [1],
    });
  });

  it('is, for one set, on the ties and places that no group of theirs holds', () => {
    const rules = [
      rule('together', 'a b', { line: 2 }),
      rule('together', 'b c', { line: 3 }),
      rule('together', 'c d', { line: 4 }),
      rule('fixed', 'b d', { target: toTheme('A'), line: 5 }),
      rule('apart', 'a e', { line: 6 }),
    ];
    const draft: ModuleDraft = { people: 8, places: { A: [2, 3], B: [4] }, rules };
    expect(blamed(draft, [[a, b, c, d]])).toEqual({ rules: [2, 3, 4, 5], pieces: [[a, b, c, d]], places: [] });
    expect(blamed({ ...draft, places: { A: [2, 4], B: [2] } }, [[a, b, c, d]])).toBeUndefined();
    expect(blamed({ ...draft, places: { A: [2, 2], B: [4] } }, [[a, b, c, d]])).toMatchObject({
      rules: [2, 3, 5],
      pieces: [[a, b, c]],
    });
  });
});
