import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEqual } from '../../src/domain/fraction.js';
import type { Module } from '../../src/domain/module.js';
import { compileProblem } from '../../src/engine/problem.js';
import { certify } from '../../src/engine/solution.js';
import { bestByExhaustion, fillings, isLess, judgeAll, text } from '../helpers/groupings.js';
import { modules } from '../helpers/random-modules.js';
import { runs } from '../helpers/runs.js';

function certificateOf(module: Module) {
  const problem = compileProblem(module);
  const [groupOf] = fillings([...problem.groupSizes]);
  return { problem, certificate: certify(module, problem, Int32Array.from(groupOf)) };
}

describe('lower bound against every grouping', () => {
  it('never exceeds what some grouping reaches, whatever sizes, levels, rules and wishes', () => {
    fc.assert(
      fc.property(modules(), (module) => {
        const { problem, certificate } = certificateOf(module);
        const { hard, leastSoft } = bestByExhaustion(module);
        expect(problem.hardBound).toBeLessThanOrEqual(hard);
        expect(isLess(leastSoft, certificate.total.bound)).toBe(false);
      }),
      { numRuns: runs(90) },
    );
  });

  it('never exceeds it for an attribute or for the wishes alone', () => {
    fc.assert(
      fc.property(modules({ rules: 'none' }), (module) => {
        const { certificate } = certificateOf(module);
        const reports = judgeAll(module);
        certificate.attributes.forEach(({ key, bound }, index) => {
          for (const report of reports) {
            expect(report.attributes[index].key).toBe(key);
            expect(isLess(report.attributes[index].deviation, bound)).toBe(false);
          }
        });
        const { wishes } = certificate;
        if (wishes === undefined) return;
        const least = Math.min(...reports.map(({ wishPenalty }) => wishPenalty));
        expect(text(wishes.bound)).toBe(`${least}`);
      }),
      { numRuns: runs(60) },
    );
  });

  it('is reached for one single-valued attribute, whatever the sizes of groups and levels', () => {
    fc.assert(
      fc.property(
        modules({ people: 8, rules: 'none', wishes: false, ragged: false, attributes: { min: 1, max: 1 } }),
        (module) => {
          const { certificate } = certificateOf(module);
          const { soft } = bestByExhaustion(module);
          expect(text(certificate.total.bound)).toBe(text(soft));
        },
      ),
      { numRuns: runs(90) },
    );
  });

  it('is reached for two single-valued attributes and groups of one size', () => {
    fc.assert(
      fc.property(
        modules({
          people: 8,
          rules: 'none',
          wishes: false,
          ragged: false,
          attributes: { min: 2, max: 2 },
          equalSizes: true,
        }),
        (module) => {
          const { certificate } = certificateOf(module);
          expect(isEqual(certificate.total.bound, bestByExhaustion(module).soft)).toBe(true);
        },
      ),
      { numRuns: runs(36) },
    );
  });

  it('is reached for wishes and weighted rules about places, which are one transport problem', () => {
    fc.assert(
      fc.property(
        modules({ rules: 'weighted', kinds: ['fixed', 'never'], attributes: { min: 1, max: 1 } }),
        (module) => {
          const placed = { ...module, balance: new Map<string, number>() };
          const { certificate } = certificateOf(placed);
          expect(text(certificate.total.bound)).toBe(text(bestByExhaustion(placed).soft));
        },
      ),
      { numRuns: runs(60) },
    );
  });
});
