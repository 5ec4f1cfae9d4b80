import { describe, expect, it } from 'vitest';
import type { Home } from '../../../src/engine/home.js';
import { repairGroups, type RepairProgress, type RepairRequest } from '../../../src/engine/repair/repair-groups.js';
import { isAtBound } from '../../../src/engine/repair/repair-search.js';
import { moduleOf, rule } from '../../helpers/modules.js';

const homeOf = (homes: readonly number[], least: readonly number[], most = least): Home => ({
  homeOf: Int32Array.from(homes),
  least: Int32Array.from(least),
  most: Int32Array.from(most),
});

/** Two of u are to be parted; each exchange beyond that mixes better. */
const module = moduleOf({
  columns: { school: 'uuuuvvvv' },
  balance: { school: 1 },
  sizes: [4, 4],
  rules: [rule('apart', 'a b')],
});
const home = homeOf([0, 0, 0, 0, 1, 1, 1, 1], [4, 4]);
const request: RepairRequest = { module, home, seed: 's', isCompared: false, rounds: 0 };

async function repaired(more: Partial<RepairRequest> = {}) {
  const result = await repairGroups({ ...request, ...more });
  if (result.status !== 'repaired') throw new Error(result.status);
  return result;
}

describe('a repair', () => {
  it('moves the fewest, or as many as are allowed where that is better', async () => {
    const few = await repaired();
    expect([few.fewest, few.isProved, few.chosen.moves, few.stopped]).toEqual([2, true, 2, 'budget']);
    expect(few.steps).toEqual([few.chosen]);
    const more = await repaired({ maxMoves: 4 });
    expect([more.fewest, more.chosen.moves, more.steps.map(({ moves }) => moves)]).toEqual([2, 4, [2, 4]]);
    // Two of u in either group: no better groups exist, of sizes that are fixed.
    expect([isAtBound(more.chosen), more.stopped]).toEqual([true, 'bound']);
    const odd = await repaired({ maxMoves: 5 });
    expect([odd.chosen.moves, odd.steps.length]).toEqual([4, 2]);
    for (const maxMoves of [2, 3]) expect((await repaired({ maxMoves })).chosen.moves).toBe(2);
  });

  it('compares some more moves, and chooses the fewest all the same', async () => {
    const { steps, chosen, fewest, stopped } = await repaired({ isCompared: true });
    expect(steps.map(({ moves }) => moves)).toEqual([2, 4]);
    expect([chosen, fewest, stopped]).toEqual([steps[0], 2, 'budget']);
    const allowed = await repaired({ isCompared: true, maxMoves: 4 });
    expect(allowed.chosen).toBe(allowed.steps[1]);
  });

  it('is not called the best where groups could have other sizes', async () => {
    const free = homeOf([...home.homeOf], [3, 3], [5, 5]);
    const { chosen, stopped } = await repaired({ home: free, maxMoves: 4 });
    expect([isAtBound(chosen), stopped]).toEqual([true, 'budget']);
  });

  it('makes more proposals the more rounds there are, and rests as often as it says', async () => {
    let proposals = -1;
    for (const rounds of [0, 1]) {
      const progress: RepairProgress[] = [];
      let pauses = 0;
      const result = await repaired({
        rounds,
        observe: (own) => progress.push(own),
        control: {
          pause: async () => {
            pauses++;
          },
        },
      });
      expect(result.proposals).toBeGreaterThan(proposals);
      proposals = result.proposals;
      expect([progress.length, pauses]).toEqual([result.pieces, result.pieces]);
      expect(progress[0]).toEqual({ spent: 0 });
      expect(progress.at(-1)?.chosen).toEqual(result.chosen);
      const spent = progress.map((own) => own.spent);
      expect(spent).toEqual([...spent].sort((a, b) => a - b));
      // What is spent is told before the piece after it: the last one known is of the last but one number of moves.
      for (const own of spent) expect((own * (rounds + 1)) % 1).toBe(0);
      expect(Math.max(...spent)).toBeLessThan(1);
    }
  });

  it('says so where fewer are allowed than have to move, and where nothing does', async () => {
    expect(await repairGroups({ ...request, maxMoves: 1 })).toEqual({
      status: 'too-few-moves',
      fewest: 2,
      isProved: true,
    });
    expect(await repairGroups({ ...request, maxMoves: 0 })).toEqual({
      status: 'too-few-moves',
      fewest: 2,
      isProved: true,
    });
    const three = { ...module, rules: [rule('apart', 'a b c')] };
    expect(await repairGroups({ ...request, module: three })).toEqual({ status: 'impossible' });
  });

  it('is the best so far where it is cut short, if anything within the moves is known', async () => {
    const { pieces } = await repaired({ maxMoves: 4 });
    const seen = new Set<string>();
    for (let cut = 0; cut <= pieces; cut++) {
      let asked = 0;
      const control = { cut: () => (asked++ < cut ? undefined : ('interrupted' as const)) };
      const result = await repairGroups({ ...request, maxMoves: 4, control });
      seen.add(result.status);
      if (result.status !== 'repaired') {
        expect(result).toEqual({ status: 'cut', pieces: cut, stopped: 'interrupted' });
        continue;
      }
      expect([result.pieces, result.stopped, result.chosen.hard]).toEqual([cut, 'interrupted', 0]);
      expect(result.chosen.moves).toBeLessThanOrEqual(4);
      expect(result.fewest).toBe(2);
      const again = await repairGroups({ ...request, maxMoves: 4, until: { pieces: cut, stopped: 'interrupted' } });
      if (again.status !== 'repaired') throw new Error(again.status);
      expect([again.pieces, again.stopped, again.proposals]).toEqual([cut, 'interrupted', result.proposals]);
      expect(again.steps.map(({ groupOf }) => groupOf)).toEqual(result.steps.map(({ groupOf }) => groupOf));
      asked = 0;
      const few = await repairGroups({ ...request, maxMoves: 1, control });
      expect(few.status === 'cut' || few.status === 'too-few-moves').toBe(true);
    }
    expect([...seen]).toEqual(['cut', 'repaired']);
    for (const stopped of ['bound', 'budget'] as const)
      expect((await repaired({ maxMoves: 4, until: { pieces: 1, stopped } })).pieces).toBe(pieces);
  });
});
