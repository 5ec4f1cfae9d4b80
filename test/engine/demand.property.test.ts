import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/check/check-groups.js';
import { RULE_KINDS } from '../../src/domain/rule.js';
import { demandOf, isMet } from '../../src/engine/feasibility/demand.js';
import { hardRulesOf } from '../../src/engine/feasibility/hard-rule.js';
import { fillings, listOf } from '../helpers/groupings.js';
import { modules } from '../helpers/random-modules.js';
import { runs } from '../helpers/runs.js';

describe('what a hard rule demands', () => {
  it.each(RULE_KINDS)('is met by groups exactly where the judge finds the rule kept: %s', (kind) => {
    const traits = { people: 6, rules: 'hard', kinds: [kind], wishes: false } as const;
    fc.assert(
      fc.property(modules(traits), (module) => {
        const groupings = [...fillings(module.groups.map(({ size }) => size))].filter((_, index) => index % 4 === 0);
        for (const entry of hardRulesOf(module)) {
          const demand = demandOf(entry);
          for (const groupOf of groupings) {
            const { hard } = checkGroups({ ...module, rules: [entry.rule] }, listOf(module, groupOf));
            expect(isMet(demand, module.groups, Int32Array.from(groupOf))).toBe(hard === 0);
          }
        }
      }),
      { numRuns: runs(12) },
    );
  });
});
