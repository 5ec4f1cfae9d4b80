import { describe, expect, it } from 'vitest';
import { worthOf } from '../../src/check/list-worth.js';
import { improveList } from '../../src/usecases/improve-list.js';
import { scoreList } from '../../src/usecases/score.js';
import { listFrom, text } from '../helpers/groupings.js';
import { moduleOf, rule, type ModuleDraft } from '../helpers/modules.js';

const draft: ModuleDraft = {
  columns: { school: 'EEEEII' },
  sizes: [2, 2, 2],
  balance: { school: 3 },
  groupSize: { min: 2, max: 2 },
};

function improve(members: Readonly<Record<string, string>>, changes: Partial<ModuleDraft> = {}) {
  const module = moduleOf({ ...draft, ...changes });
  const list = listFrom(module, members);
  const found = improveList(module, list, scoreList(module, list).certificate);
  return {
    ...found,
    changes: found.changes.map(({ change, after }) => {
      const { faults, hard, soft } = worthOf(after);
      const what =
        change.kind === 'swap'
          ? `${change.first} ${change.firstGroup} <> ${change.second} ${change.secondGroup}`
          : `${change.person} ${change.from} > ${change.to}`;
      return `${what}: ${faults} ${hard} ${text(soft)}`;
    }),
  };
}

describe('the changes that help most', () => {
  it('are exchanges, as long as they help', () => {
    // 2 E, 2 E, 2 I: one exchange makes it E, E; E, I; E, I: 4 is the least for these sizes.
    expect(improve({ G01: 'ab', G02: 'cd', G03: 'ef' })).toEqual({
      changes: ['a G01 <> e G03: 0 0 4'],
      isExhaustive: true,
      isOptimal: false,
    });
  });

  it('are none where the list is proved to be the best', () => {
    expect(improve({ G01: 'ae', G02: 'bf', G03: 'cd' })).toEqual({ changes: [], isExhaustive: true, isOptimal: true });
  });

  it('mend hard rules first, at any price', () => {
    const { changes } = improve({ G01: 'ae', G02: 'bf', G03: 'cd' }, { rules: [rule('together', 'e f')] });
    expect(changes).toEqual(['a G01 <> f G02: 0 0 16']);
  });

  it('put people who are missing into a group', () => {
    expect(improve({ G01: 'ae', G02: 'b', G03: 'cd' }).changes).toEqual(['f  > G02: 0 0 4']);
  });

  it('leave people in one of two groups', () => {
    expect(improve({ G01: 'ae', G02: 'bfa', G03: 'cd' }).changes).toEqual(['a G01 > G01: 0 0 4']);
  });

  it('move people out of a group that is too large', () => {
    expect(improve({ G01: 'aef', G02: 'b', G03: 'cd' }).changes).toEqual(['e G01 > G02: 0 0 4']);
  });

  it('are none for a list of one group', () => {
    expect(improve({ G01: 'abcdef' }, { groupSize: { min: 2, max: 9 } }).changes).toEqual([]);
  });
});
