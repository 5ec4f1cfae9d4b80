import fc from 'fast-check';
import type { Module } from '../../src/domain/module.js';
import { keyOf, moduleOf, rule, toGroup, toStrand, toTheme } from './modules.js';

/** Modules of six people in up to four groups of three places, with many rules about who is with whom and where, each on a line of its own. */
export const tangles: fc.Arbitrary<Module> = fc
  .record({
    places: fc.constantFrom(
      { 'A/x': [2], 'A/y': [2], B: [2] },
      { 'A/x': [2, 1], B: [3] },
      { 'A/x': [1], 'A/y': [1], B: [2, 2] },
    ),
    drafts: fc.array(
      fc.record({
        kind: fc.constantFrom('apart', 'apart', 'apart', 'together', 'fixed', 'never'),
        who: fc.uniqueArray(fc.integer({ min: 0, max: 5 }).map(keyOf), { minLength: 2, maxLength: 3 }),
        single: fc.boolean(),
        target: fc.constantFrom(
          toTheme('A'),
          toTheme('B'),
          toStrand('A', 'x'),
          toStrand('A', 'y'),
          toGroup('B1'),
          toGroup('Ax1'),
        ),
      }),
      { minLength: 3, maxLength: 10 },
    ),
  })
  .map(({ places, drafts }) =>
    moduleOf({
      people: 6,
      places,
      rules: drafts.map(({ kind, who, single, target }, index) => {
        const isPlacing = kind === 'fixed' || kind === 'never';
        const names = isPlacing && single ? who.slice(0, 1) : who;
        return rule(kind, names.join(' '), { line: index + 2, ...(isPlacing ? { target } : {}) });
      }),
    }),
  );
