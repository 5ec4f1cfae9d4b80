import { describe, expect, it } from 'vitest';
import { gapOf, isOptimal } from '../../src/domain/certificate.js';
import { isProof } from '../../src/domain/proof.js';
import { ProblemTooLarge } from '../../src/engine/exact.js';
import { compileProblem } from '../../src/engine/problem.js';
import { searchBest } from '../../src/engine/restarts.js';
import { formGroups, toGroupList } from '../../src/usecases/form-groups.js';
import { budgetOf } from '../../src/usecases/search-options.js';
import { text } from '../helpers/groupings.js';
import { keyOf, moduleOf, rule, toTheme, type ModuleDraft } from '../helpers/modules.js';

const form = (draft: ModuleDraft, seed = 'seed') =>
  formGroups({ module: moduleOf(draft), seed, search: { effort: 1 } });

describe('groups of a module', () => {
  it('are the best mix, with the proof', async () => {
    const result = await form({
      columns: { school: 'EEEEII', gender: 'FMFMFM' },
      balance: { school: 2, gender: 1 },
      sizes: [2, 2, 2],
    });
    expect(result.status).toBe('formed');
    if (result.status !== 'formed') return;
    const { certificate, report, stopped } = result.formed;
    // School: shares 4/3 and 2/3, 4/3 in all; gender: 1 and 1, met.
    expect(certificate.attributes.map(({ key, value, bound }) => [key, text(value), text(bound)])).toEqual([
      ['school', '4/3', '4/3'],
      ['gender', '0', '0'],
    ]);
    expect(text(certificate.total.value)).toBe('8/3');
    expect(isOptimal(certificate.total)).toBe(true);
    expect(stopped).toBe('bound');
    expect(certificate.wishes).toBeUndefined();
    expect(report.attributes[0].fairCells).toBe(6);
  });

  it('keep hard rules whatever they cost the mix', async () => {
    const result = await form({
      columns: { school: 'EEII' },
      balance: { school: 100 },
      sizes: [2, 2],
      rules: [rule('together', 'a b')],
    });
    expect(result.status).toBe('formed');
    if (result.status !== 'formed') return;
    const { assignment } = result.formed.grouping;
    expect(assignment.get('a')).toBe(assignment.get('b'));
    expect(text(result.formed.certificate.total.value)).toBe('400');
    expect(text(result.formed.certificate.total.bound)).toBe('0');
  });

  it('come with the gap so far, which ends as that of the certificate, and with the stages', async () => {
    const gaps: number[] = [];
    const stages: string[] = [];
    const result = await formGroups({
      module: moduleOf({
        columns: { school: 'EEEIIE', gender: 'FMFMFM' },
        balance: { school: 2, gender: 1 },
        sizes: [3, 3],
        rules: [rule('together', 'a b', { weight: 9 }), rule('apart', 'a b', { weight: 8, line: 3 })],
      }),
      seed: 'seed',
      search: { effort: 0 },
      observe: ({ gap }) => void gaps.push(gap),
      onStage: (stage) => void stages.push(stage),
    });
    if (result.status !== 'formed') throw new Error('no groups');
    expect(gapOf(result.formed.certificate.total)).toBeGreaterThan(0);
    expect(gaps.at(-1)).toBeCloseTo(gapOf(result.formed.certificate.total), 6);
    expect(stages).toEqual(['obstacles', 'compile', 'search', 'judge']);
  });

  it('weigh a weighted rule against the mix', async () => {
    const draft = (weight: number): ModuleDraft => ({
      columns: { school: 'EEII' },
      balance: { school: 1 },
      sizes: [2, 2],
      rules: [rule('together', 'a b', { weight })],
    });
    // Together costs 4 cells 1 off; apart costs the weight.
    const totals = await Promise.all([3, 5].map(async (weight) => form(draft(weight))));
    expect(
      totals.map((result) => (result.status === 'formed' ? text(result.formed.certificate.total.value) : '')),
    ).toEqual(['3', '4']);
  });

  it('meet wishes where that costs no mixing, and say what they missed', async () => {
    const result = await form({
      columns: { school: 'EEII' },
      balance: { school: 10 },
      places: { A: [2], B: [2] },
      wishes: ['A', 'A', 'B', 'B'],
      wishWeight: 1,
    });
    if (result.status !== 'formed') throw new Error('groups exist');
    // One E and one I in each: two of the four are not where they wish, one rank each.
    const { wishes, total } = result.formed.certificate;
    expect([wishes && text(wishes.value), wishes && text(wishes.bound), text(total.value)]).toEqual(['2', '0', '2']);
  });

  it('list everyone once', async () => {
    const result = await form({ people: 7, sizes: [3, 4] });
    if (result.status !== 'formed') throw new Error('groups exist');
    const { placements } = toGroupList(result.formed.grouping);
    expect(placements.map(({ participant }) => participant)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });
});

describe('groups that cannot be', () => {
  it('are refused with the reason, without a search', async () => {
    const result = await form({
      columns: { school: 'EEEI' },
      sizes: [2, 2],
      rules: [rule('at_least', 'school=I', { count: 1, line: 5 })],
    });
    expect(result).toMatchObject({
      status: 'impossible',
      reasons: [{ code: 'impossible.at-least', source: { line: 5 } }],
    });
    expect('nearest' in result).toBe(false);
  });

  it('are refused with the fewest lines that forbid them, where no counting shows it', async () => {
    // Five people each apart from the next, in a ring, in two groups: no three are pairwise apart.
    const rules = ['a b', 'b c', 'c d', 'd e', 'e a'].map((who, index) => rule('apart', who, { line: index + 2 }));
    const result = await form({ people: 6, sizes: [3, 3], rules });
    if (result.status !== 'impossible') throw new Error('no such groups exist');
    expect(result.reasons).toMatchObject([{ code: 'impossible.rules', params: { lines: '2, 3, 4, 5, 6' } }]);
    expect(isProof(result.reasons)).toBe(true);
  });

  it('are refused aloud where penalties cannot be counted exactly', async () => {
    await expect(form({ columns: { school: 'EEII' }, sizes: [2, 2], balance: { school: 9e15 } })).rejects.toThrow(
      ProblemTooLarge,
    );
  });
});

describe('seed', () => {
  it('chooses among equally good groups', async () => {
    const draft: ModuleDraft = { columns: { school: 'EEEEEEIIIIII' }, balance: { school: 1 }, sizes: [4, 4, 4] };
    const drawn = new Set<string>();
    for (const seed of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      const result = await form(draft, seed);
      if (result.status !== 'formed') throw new Error('groups exist');
      expect(text(result.formed.certificate.total.value)).toBe('0');
      drawn.add(JSON.stringify([...result.formed.grouping.assignment]));
    }
    expect(drawn.size).toBeGreaterThan(1);
  });

  it('gives the same groups each time', async () => {
    const draft: ModuleDraft = {
      columns: { school: 'EEEEEEIIIIII', stage: ['x|y', 'x', 'y', 'z', '', 'z|x', 'x', 'y', 'z', 'x', 'y', 'z'] },
      balance: { school: 2, stage: 1 },
      places: { A: [4], B: [4, 4] },
      rules: [rule('never', 'a', { target: toTheme('A') })],
    };
    expect(await form(draft, 'one')).toEqual(await form(draft, 'one'));
  });
});

describe('a valid list behind a barrier', () => {
  // Two of school I must share a group: from {E E I} {E E I} {E E} each single swap leaves somebody alone.
  const barrier: ModuleDraft = {
    columns: { school: 'EEEEEEII' },
    balance: { school: 1000 },
    sizes: [3, 3, 2],
    rules: [rule('not_alone', 'school=*')],
  };

  it('is found where every way to it breaks the rule more', async () => {
    const result = await formGroups({ module: moduleOf(barrier), seed: 'seed', search: { effort: 2 } });
    expect(result.status).toBe('formed');
  });

  it('is decided where the search does not get there', async () => {
    // 7 + 5, 7 + 5, 6 + 6, 6 + 6: no exchange of two people moves a whole set of tied people.
    let first = 0;
    const rules = [7, 6, 6, 6, 6, 5, 7, 5].map((count) => {
      const who = Array.from({ length: count }, () => keyOf(first++)).join(' ');
      return rule('together', who);
    });
    const module = moduleOf({ people: 48, sizes: [12, 12, 12, 12], rules });
    const problem = compileProblem(module);
    const search = { effort: 0, starts: 1 };
    const found = await searchBest(problem, { ...budgetOf(search, 48), seed: 'seed' });
    expect(found.hard).toBeGreaterThan(0);
    const result = await formGroups({ module, seed: 'seed', search });
    if (result.status !== 'formed') throw new Error('groups exist');
    expect(result.formed.report.hard).toBe(0);
    const turned = { ...module, groups: [...module.groups].reverse(), rules: [...rules].reverse() };
    const again = await formGroups({ module: turned, seed: 'seed', search });
    if (again.status !== 'formed') throw new Error('groups exist');
    expect(again.formed.grouping.assignment).toEqual(result.formed.grouping.assignment);
  });

  it('is not called impossible when the time limit came first', async () => {
    const control = { cut: () => 'time-limit' as const };
    const result = await formGroups({ module: moduleOf(barrier), seed: 'seed', search: { effort: 2 }, control });
    expect(result.status).toBe('impossible');
    if (result.status !== 'impossible') return;
    expect(result.reasons.map(({ code }) => code)).toEqual(['search.time-limit', 'rule.broken']);
    expect(isProof(result.reasons)).toBe(false);
  });
});
