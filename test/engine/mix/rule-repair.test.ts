import { describe, expect, it } from 'vitest';
import type { PhaseInput } from '../../../src/engine/mix/phase.js';
import { createRuleRepair, type RuleRepairInput } from '../../../src/engine/mix/rule-repair.js';
import { createRandom } from '../../../src/engine/random.js';
import { startBins } from '../../helpers/bins.js';
import { startPhase, sum } from '../../helpers/phases.js';

describe('rule repair', () => {
  /** Persons 0 and 1, of one bin, are to be apart. */
  const repair = (own: Partial<RuleRepairInput> = {}) =>
    startPhase<RuleRepairInput & PhaseInput>(createRuleRepair, ({ bins }) => {
      const isBroken = () => bins.binOf[0] === bins.binOf[1];
      return {
        lastBin: 7,
        involved: Int32Array.of(0, 1),
        isRepaired: () => !isBroken(),
        hardDelta: (p, q) => {
          const before = isBroken();
          const move = (who: number) => (who === p ? bins.binOf[q] : who === q ? bins.binOf[p] : bins.binOf[who]);
          return Number(move(0) === move(1)) - Number(before);
        },
        ...own,
      };
    });

  it('exchanges somebody of whom rules speak with anybody, and ends where they are kept', () => {
    const { phase, bins, touched, deltas, change } = repair();
    const made = phase.run(500);
    expect(made).toBeLessThan(20);
    expect(phase.isDone()).toBe(true);
    expect(bins.binOf[0]).not.toBe(bins.binOf[1]);
    expect(touched.has(0) || touched.has(1)).toBe(true);
    expect(sum(deltas)).toBe(change());
  });

  it('never breaks a rule more, nor makes the mix worse where that mends nothing', () => {
    const even = repair({ hardDelta: () => 0, isRepaired: () => false });
    even.phase.run(500);
    expect(even.deltas.length).toBeGreaterThan(0);
    expect(Math.max(...even.deltas)).toBe(0);
    const worse = repair({ hardDelta: () => 1, isRepaired: () => false });
    worse.phase.run(500);
    expect(worse.deltas).toEqual([]);
    const better = repair({ hardDelta: () => -1, isRepaired: () => false });
    better.phase.run(500);
    expect(Math.max(...better.deltas)).toBeGreaterThan(0);
  });

  it('stays within bins of one size for the first half of its budget', () => {
    const { bins } = startBins({ x: 'aabbabab', y: 'cdcdcdcd' }, 2);
    // The last bin is as if of another size: it holds two of the five people looked at.
    const binStart = Int32Array.of(0, 3, 6, 8);
    const binOf = Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2);
    const asked: boolean[] = [];
    let made = 0;
    const phase = createRuleRepair({
      bins: { ...bins, binStart, binOf, delta: () => 0 },
      random: createRandom('s'),
      lastBin: 3,
      budget: 200,
      involved: Int32Array.of(0, 7),
      hardDelta: (p, q) => {
        asked[made] = p > 5 === q > 5;
        return 1;
      },
      isRepaired: () => (made++, false),
      swap: () => false,
    });
    phase.run(200);
    const early = asked.slice(0, 101).filter((isSame) => isSame !== undefined);
    const late = asked.slice(101).filter((isSame) => isSame !== undefined);
    expect(early.length).toBeGreaterThan(10);
    expect(early).not.toContain(false);
    expect(late).toContain(false);
    expect(late).toContain(true);
  });

  it('is over with the exchange that says so', () => {
    let swaps = 0;
    const { phase } = repair({ hardDelta: () => -1, isRepaired: () => false, swap: () => ++swaps === 1 });
    phase.run(500);
    expect([swaps, phase.isDone()]).toEqual([1, true]);
  });
});
