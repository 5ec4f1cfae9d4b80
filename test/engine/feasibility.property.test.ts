import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Module } from '../../src/domain/module.js';
import type { Rule } from '../../src/domain/rule.js';
import { findObstacles } from '../../src/engine/feasibility/find-obstacles.js';
import { bestByExhaustion } from '../helpers/groupings.js';
import { keyOf, rule, toGroup, toStrand, toTheme } from '../helpers/modules.js';
import { modules } from '../helpers/random-modules.js';
import { runs } from '../helpers/runs.js';

const isPossible = (module: Module) => bestByExhaustion(module).hard === 0;

/** Modules with many rules about few people: chains of ties, cliques over several lines, people apart in one place. */
function crowded(kinds: readonly Rule['kind'][]): fc.Arbitrary<Module> {
  return modules({ rules: 'none', wishes: false }).chain((module) => {
    const person = fc.integer({ min: 0, max: module.cohort.participants.length - 1 }).map(keyOf);
    const target = fc.constantFrom(
      toGroup('G01'),
      toGroup('A1'),
      toGroup('Bx1'),
      toTheme('A'),
      toTheme('B'),
      toStrand('B', 'x'),
    );
    const draft = fc.record({
      kind: fc.constantFrom(...kinds),
      who: fc.uniqueArray(person, { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')),
      target,
    });
    return fc.array(draft, { minLength: 2, maxLength: 9 }).map((drafts) => ({
      ...module,
      rules: drafts.map(({ kind, who, target }, index) =>
        rule(kind, who, { line: index + 2, ...(kind === 'fixed' || kind === 'never' ? { target } : {}) }),
      ),
    }));
  });
}

describe('any obstacle', () => {
  it('is found only where no grouping keeps the hard rules', () => {
    fc.assert(
      fc.property(modules({ rules: 'hard', wishes: false }), (module) => {
        if (findObstacles(module).length > 0) expect(isPossible(module)).toBe(false);
      }),
      { numRuns: runs(60) },
    );
  });

  it('is found only where no grouping keeps them, though they are many about the same people', () => {
    fc.assert(
      fc.property(crowded(['together', 'apart', 'apart', 'apart', 'fixed', 'never']), (module) => {
        if (findObstacles(module).length > 0) expect(isPossible(module)).toBe(false);
      }),
      { numRuns: runs(60) },
    );
  });

  it('names lines that no grouping keeps, were they the only ones', () => {
    fc.assert(
      fc.property(crowded(['together', 'apart', 'apart', 'fixed', 'never']), (module) => {
        for (const { params, source } of findObstacles(module)) {
          const named = 'lines' in params ? params.lines.split(', ').map(Number) : [];
          const rules = module.rules.filter(
            ({ source: { line } }) => line === source?.line || (line !== undefined && named.includes(line)),
          );
          expect(isPossible({ ...module, rules })).toBe(false);
        }
      }),
      { numRuns: runs(45) },
    );
  });

  it('is found wherever rules about places alone cannot be kept', () => {
    fc.assert(
      fc.property(modules({ rules: 'hard', wishes: false, kinds: ['fixed', 'never'] }), (module) => {
        expect(findObstacles(module).length > 0).toBe(!isPossible(module));
      }),
      { numRuns: runs(45) },
    );
  });

  it('is found wherever people pairwise apart are more than the groups', () => {
    fc.assert(
      fc.property(crowded(['apart']), (module) => {
        const people = module.cohort.participants.map(({ key }) => key);
        const isApart = (a: string, b: string) =>
          module.rules.some(({ who }) => {
            const keys = new Set(who.map((selector) => (selector.kind === 'participant' ? selector.key : '')));
            return keys.has(a) && keys.has(b);
          });
        const largest = (clique: readonly string[], from: number): number =>
          people
            .slice(from)
            .reduce(
              (most, key, index) =>
                clique.every((other) => isApart(other, key))
                  ? Math.max(most, largest([...clique, key], from + index + 1))
                  : most,
              clique.length,
            );
        if (largest([], 0) > module.groups.length) expect(findObstacles(module)).not.toEqual([]);
      }),
      { numRuns: runs(90) },
    );
  });
});
