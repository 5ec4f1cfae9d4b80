import { describe, expect, it } from 'vitest';
import { hintLines } from '../../src/report/hint-lines.js';
import { scoreList } from '../../src/usecases/score.js';
import { listFrom } from '../helpers/groupings.js';
import { moduleOf, type ModuleDraft } from '../helpers/modules.js';

function hintsOf(draft: ModuleDraft, members: Readonly<Record<string, string>>, effort: number) {
  const module = moduleOf(draft);
  return hintLines({ module, ...scoreList(module, listFrom(module, members)), effort }, 'en');
}

describe('hints', () => {
  const poor: ModuleDraft = { columns: { school: 'EEEIII' }, sizes: [3, 3], balance: { school: 2 } };

  it('name a larger effort where the best known is far from the bound', () => {
    const apart = { G01: 'abc', G02: 'def' };
    expect(hintsOf(poor, apart, 2)).toEqual(['A longer search may come closer: --effort 4.']);
    expect(hintsOf(poor, apart, 4)).toEqual([]);
    expect(hintsOf(poor, { G01: 'abd', G02: 'cef' }, 2)).toEqual([]);
  });

  it('name a weight where many get none of their wishes, and the weight is small', () => {
    const draft: ModuleDraft = { places: { A: [2], B: [2] }, wishes: ['A', 'A', 'B', ''], wishWeight: 1 };
    const members = { A1: 'ac', B1: 'bd' };
    const hint =
      '2 of 3 who wish get none of their wishes: [themes] wishes = 30 grants more of them, at the cost of some mix.';
    expect(hintsOf(draft, members, 4)).toEqual([hint]);
    expect(hintsOf({ ...draft, wishWeight: 30 }, members, 4)).toEqual([]);
    expect(hintsOf(draft, { A1: 'ab', B1: 'cd' }, 2)).toEqual([]);
  });
});
