import { describe, expect, it } from 'vitest';
import { repairGroups, type RepairRequest, type RepairResult } from '../../../src/engine/repair/repair-groups.js';
import type { Cut } from '../../../src/engine/stopping.js';
import { moduleOf, rule } from '../../helpers/modules.js';

/** Twelve people in three groups: one new, one from a group that is no more, two who must not share theirs any more. */
const module = moduleOf({
  columns: { school: 'uuuuuuvvvvvv', region: 'xyzxyzxyzxyz', gender: 'mfmfffmmfmmf' },
  balance: { school: 3, region: 2, gender: 1 },
  sizes: [4, 4, 4],
  rules: [rule('apart', 'a b')],
});
const request: RepairRequest = {
  module,
  home: {
    homeOf: Int32Array.from([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, -1, -1]),
    least: Int32Array.from([3, 3, 3]),
    most: Int32Array.from([5, 5, 5]),
  },
  seed: 's',
  isCompared: true,
  rounds: 1,
};

function cutAfter(pieces: number, stopped: Cut): Promise<RepairResult> {
  let asked = 0;
  return repairGroups({ ...request, control: { cut: () => (asked++ < pieces ? undefined : stopped) } });
}

describe('a repair that is cut short', () => {
  it('is the best so far, and comes to the same groups again whatever the clock says', async () => {
    const whole = await repairGroups(request);
    if (whole.status !== 'repaired') throw new Error(whole.status);
    let value: number | undefined;
    for (let pieces = 0; pieces <= whole.pieces; pieces += 1 + (pieces >> 2)) {
      const cut = await cutAfter(pieces, 'time-limit');
      if (cut.status !== 'repaired') {
        expect(cut).toEqual({ status: 'cut', pieces, stopped: 'time-limit' });
        expect(value).toBeUndefined();
        continue;
      }
      expect({ pieces: cut.pieces, stopped: cut.stopped, hard: cut.chosen.hard }).toEqual({
        pieces,
        stopped: 'time-limit',
        hard: 0,
      });
      expect(cut.chosen.moves).toBeLessThanOrEqual(cut.fewest);
      const own = Number(cut.chosen.value.numerator) / Number(cut.chosen.value.denominator);
      if (value !== undefined) expect(own).toBeLessThanOrEqual(value);
      value = own;
      const again = await repairGroups({ ...request, until: cut });
      if (again.status !== 'repaired') throw new Error(again.status);
      expect(shapeOf(again)).toEqual(shapeOf(cut));
    }
    expect(value).toBeDefined();
  });

  it('says that it was cut where no groups are known yet', async () => {
    expect(await cutAfter(0, 'interrupted')).toEqual({ status: 'cut', pieces: 0, stopped: 'interrupted' });
    expect(await repairGroups({ ...request, until: { pieces: 0, stopped: 'interrupted' } })).toEqual({
      status: 'cut',
      pieces: 0,
      stopped: 'interrupted',
    });
  });

  it('goes to its end where the one before did, and tells how far it is', async () => {
    const whole = await repairGroups(request);
    if (whole.status !== 'repaired') throw new Error(whole.status);
    expect(whole.stopped).toBe('budget');
    const spent: number[] = [];
    let pauses = 0;
    const again = await repairGroups({
      ...request,
      until: { pieces: 1, stopped: 'budget' },
      observe: (progress) => spent.push(progress.spent),
      control: {
        pause: async () => {
          pauses++;
        },
      },
    });
    if (again.status !== 'repaired') throw new Error(again.status);
    expect(shapeOf(again)).toEqual(shapeOf(whole));
    expect(pauses).toBe(whole.pieces);
    expect(spent).toHaveLength(whole.pieces);
    expect(spent).toEqual([...spent].sort((a, b) => a - b));
    expect(spent[0]).toBe(0);
    expect(spent.at(-1)).toBeLessThanOrEqual(1);
  });
});

function shapeOf(result: RepairResult & { readonly status: 'repaired' }) {
  const { steps, chosen, pieces, stopped, proposals, fewest, isProved } = result;
  return {
    groups: steps.map(({ groupOf }) => [...groupOf]),
    chosen: [...chosen.groupOf],
    pieces,
    stopped,
    proposals,
    fewest,
    isProved,
  };
}
