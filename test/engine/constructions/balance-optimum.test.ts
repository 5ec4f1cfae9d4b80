import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../../src/check/check-groups.js';
import type { Module } from '../../../src/domain/module.js';
import { compileProblem, type Problem } from '../../../src/engine/problem.js';
import { createRandom } from '../../../src/engine/random.js';
import { createSearch } from '../../../src/engine/search.js';
import { certify } from '../../../src/engine/solution.js';
import { scoreOf } from '../../../src/engine/state.js';
import { bestByExhaustion, listOf, text } from '../../helpers/groupings.js';
import { moduleOf } from '../../helpers/modules.js';
import { modules } from '../../helpers/random-modules.js';
import { runs } from '../../helpers/runs.js';

const SEED = { seed: 20180212 };

function drawn(problem: Problem, seed = 'x'): Int32Array {
  const { balanceOptimum } = problem;
  if (balanceOptimum === undefined) throw new Error('no construction applies');
  return balanceOptimum.draw(createRandom(seed));
}

/** Levels off the floor and the ceiling of their fair share, over all groups, in the words of the judge. */
function unfairCells(module: Module, groupOf: Int32Array): number {
  const { attributes } = checkGroups(module, listOf(module, groupOf));
  return attributes.reduce((sum, { cells, fairCells }) => sum + cells - fairCells, 0);
}

/** Modules of one or two chains of nested attributes: each attribute of a chain is the one before, refined. */
function chainedModules(chains: number, sizes: fc.Arbitrary<readonly number[]>): fc.Arbitrary<Module> {
  return sizes.chain((list) => {
    const people = list.reduce((sum, size) => sum + size, 0);
    const codes = fc.array(fc.nat({ max: 11 }), { minLength: people, maxLength: people });
    return fc
      .record({
        codes: fc.array(codes, { minLength: chains, maxLength: chains }),
        weights: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 3 * chains, maxLength: 3 * chains }),
      })
      .map(({ codes: own, weights }) => {
        const columns = own.flatMap((code, chain) =>
          // 12 strata, in 6, in 2: the divisions refine each other.
          [1, 2, 6].map((width, depth): [string, string[]] => [
            `chain${chain}depth${depth}`,
            code.map((number) => `L${Math.floor(number / width)}`),
          ]),
        );
        return moduleOf({
          columns: Object.fromEntries(columns),
          balance: Object.fromEntries(columns.map(([key], index) => [key, weights[index]])),
          sizes: list,
        });
      });
  });
}

const equalSizes = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 8 }))
  .map(([size, groups]) => Array.from({ length: groups }, () => size));
const twoSizes = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .map(([size, some, others]) => [
    ...Array.from({ length: some }, () => size),
    ...Array.from({ length: others }, () => size + 1),
  ]);
const anySizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 7 });

describe('balance by construction', () => {
  it('is the best of all groupings of small cohorts', () => {
    let applied = 0;
    fc.assert(
      fc.property(modules({ rules: 'none', wishes: false, attributes: { min: 1, max: 2 } }), (module) => {
        const problem = compileProblem(module);
        if (problem.balanceOptimum === undefined) return;
        applied++;
        const { total } = certify(module, problem, drawn(problem));
        expect(text(total.value)).toBe(text(bestByExhaustion(module).soft));
        expect(text(total.bound)).toBe(text(total.value));
      }),
      { ...SEED, numRuns: runs(150) },
    );
    expect(applied).toBeGreaterThan(runs(50));
  });

  it('spreads every level of one chain of nested attributes evenly over groups of one size', () => {
    fc.assert(
      fc.property(chainedModules(1, equalSizes), (module) => {
        expect(unfairCells(module, drawn(compileProblem(module)))).toBe(0);
      }),
      { ...SEED, numRuns: runs(100) },
    );
  });

  it('spreads every level of two crossing chains evenly over groups of one size', () => {
    fc.assert(
      fc.property(chainedModules(2, equalSizes), (module) => {
        expect(unfairCells(module, drawn(compileProblem(module)))).toBe(0);
      }),
      { ...SEED, numRuns: runs(100) },
    );
  });

  it('has the penalty that its flow promises, for one chain in any sizes and for two chains in two', () => {
    fc.assert(
      fc.property(fc.oneof(chainedModules(1, anySizes), chainedModules(2, twoSizes)), (module) => {
        const problem = compileProblem(module);
        expect(scoreOf(problem, drawn(problem)).soft).toBe(problem.balanceOptimum?.penalty);
        expect(problem.softBound).toBe(problem.balanceOptimum?.penalty);
      }),
      { ...SEED, numRuns: runs(150) },
    );
  });

  it('proves more than the attributes one by one where each wants somebody else in the small group', () => {
    // Alone, each attribute is best with a u in the group of one: 3/4. Nobody is u in both, and the other is at 7/4 then.
    const module = moduleOf({ columns: { a: 'uvuw', b: 'wuvu' }, balance: { a: 2, b: 1 }, sizes: [1, 3] });
    const problem = compileProblem(module);
    const { total, attributes } = certify(module, problem, drawn(problem));
    expect(attributes.map(({ bound }) => text(bound))).toEqual(['3/4', '3/4']);
    expect(text(total.bound)).toBe('13/4');
    expect(text(total.value)).toBe('13/4');
  });

  it('merges attributes that divide the people alike', () => {
    const module = moduleOf({
      columns: { school: 'EEIIEEII', town: 'SSPPSSPP', gender: 'FMFMFMFM' },
      balance: { school: 3, town: 2, gender: 1 },
      sizes: [4, 4],
    });
    expect(unfairCells(module, drawn(compileProblem(module)))).toBe(0);
  });

  it('does not apply to three attributes that cross: these four people have no even groups', () => {
    const module = moduleOf({
      columns: { a: '0011', b: '0101', c: '0110' },
      balance: { a: 1, b: 1, c: 1 },
      sizes: [2, 2],
    });
    expect(compileProblem(module).balanceOptimum).toBeUndefined();
    expect(text(bestByExhaustion(module).soft)).toBe('4');
  });

  it('draws other groups for other seeds, and the same for the same', () => {
    const problem = compileProblem(
      moduleOf({
        columns: { school: 'EEEEEEIIIIII', gender: 'FMFMFMFMFMFM' },
        balance: { school: 1, gender: 1 },
        sizes: [4, 4, 4],
      }),
    );
    expect([...drawn(problem, 'a')]).toEqual([...drawn(problem, 'a')]);
    expect([...drawn(problem, 'b')]).not.toEqual([...drawn(problem, 'a')]);
  });

  it('ends a search before its first proposal', () => {
    const module = moduleOf({
      columns: { school: 'EIEEIEEIEEI', gender: 'FMMFMFMMFFM' },
      balance: { school: 5, gender: 2 },
      sizes: [3, 4, 4],
    });
    const search = createSearch(compileProblem(module), 'seed', 0, 1_000);
    expect(search.isDone()).toBe(true);
    expect(search.proposals()).toBe(0);
  });
});
