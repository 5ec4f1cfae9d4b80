import { describe, expect, it } from 'vitest';
import type { Readership } from '../../../src/domain/readership.js';
import { describePlan } from '../../../src/report/plan-document/describe-plan.js';
import type { PlanDocument } from '../../../src/report/plan-document/plan-document.js';
import { formGroups } from '../../../src/usecases/form-groups.js';
import { moduleOf, rule } from '../../helpers/modules.js';

const PROVENANCE = {
  version: '1.2.3',
  seed: 'x',
  effort: 2,
  starts: 8,
  inputs: [{ name: 'a.csv', bytes: 3, sha256: '0123456789abcdef'.repeat(4) }],
};

/** Six people of two schools and two genders, two groups on two themes; everybody wishes for the first. */
const drawn = moduleOf({
  columns: { school: 'AAABBB', gender: 'FMFMFM' },
  places: { X: [3], Y: [3] },
  balance: { school: 10, gender: 5 },
  wishes: ['X', 'X', 'X', 'X', 'X', 'X'],
  wishWeight: 1,
  rules: [rule('apart', 'a b')],
  history: ['AAABBB'],
});
const participants = drawn.cohort.participants.map((person) => ({ ...person, familyName: `Family ${person.key}` }));
const module = { ...drawn, cohort: { ...drawn.cohort, participants } };

async function describeFor(readership: Readership, pseudonyms = false): Promise<PlanDocument> {
  const result = await formGroups({ module, seed: 'x', search: { effort: 0 } });
  if (result.status !== 'formed') throw new Error('no groups');
  const provenance = PROVENANCE;
  return describePlan({ module, ...result.formed, provenance, readership, pseudonyms, language: 'en' });
}

describe('a plan in words and figures', () => {
  it('shows the coordinator everybody with what is mixed, the mix against fair share, and what is proved', async () => {
    const document = await describeFor('coordinator');
    expect(document.attributes).toEqual(['gender']);
    expect(document.groups.map(({ label, theme, members }) => [label, theme, members.length])).toEqual([
      ['X1', 'X', 3],
      ['Y1', 'Y', 3],
    ]);
    const [school, gender] = document.balance;
    expect([school.key, school.weight, gender.key]).toEqual(['school', 10, 'gender']);
    expect(school.levels.map(({ level, holders }) => [level, holders])).toEqual([
      ['A', 3],
      ['B', 3],
    ]);
    for (const { cells } of school.levels) {
      expect(cells.map(({ share }) => share)).toEqual([1.5, 1.5]);
      expect(cells.map(({ count }) => count).reduce((sum, count) => sum + count)).toBe(3);
      for (const { count, isFair } of cells) expect(isFair).toBe(count === 1 || count === 2);
    }
    expect(school.least).toBeLessThanOrEqual(school.deviation);
    expect(document.verdicts.join('\n')).toMatch(/Wishes .*\nRules .*\nScore /);
    expect(document.meetings?.modules.map(({ length }) => length)).toEqual([6, 6]);
    const { repeats = 0, people = [], modules: [before, now] = [] } = document.meetings ?? {};
    const together = (groups: Int32Array, a: number, b: number) => groups[a] === groups[b] && groups[a] >= 0;
    const again = people.flatMap((_, a) =>
      people.slice(0, a).filter((_own, b) => together(before, a, b) && together(now, a, b)),
    );
    expect(again).toHaveLength(repeats);
    expect(document.groups.map(({ members }) => members.map(({ wish }) => wish))).toEqual([
      [1, 1, 1],
      ['none', 'none', 'none'],
    ]);
    expect(document.notes).toContainEqual({ term: 'Seed', text: 'x' });
    expect(document.notes).toContainEqual({ term: 'Made from', text: 'a.csv · SHA-256 0123456789ab…' });
    expect(document.notes.map(({ term }) => term)).toContain('Gap');
  });

  it('shows pupils and guests who is where, and of what is known of anybody no more than the school', async () => {
    for (const readership of ['participants', 'witnesses'] as const) {
      const document = await describeFor(readership);
      expect(document.attributes).toEqual([]);
      expect(document.groups.flatMap(({ members }) => members.flatMap(({ levels }) => levels))).toEqual([]);
      expect(document.balance).toEqual([]);
      expect(document.verdicts).toEqual([]);
      expect(document).not.toHaveProperty('meetings');
      expect(document.notes).toEqual([]);
      expect(document.groups.flatMap(({ members }) => members.filter((member) => 'wish' in member))).toEqual([]);
    }
  });

  it('holds no name with pseudonyms', async () => {
    const named = await describeFor('coordinator');
    const names = named.groups.flatMap(({ members }) => members.map(({ familyName }) => familyName));
    expect(new Set(names).size).toBe(6);
    expect(JSON.stringify(named.verdicts)).toContain('Family');
    const text = JSON.stringify(await describeFor('coordinator', true));
    for (const name of names) expect(text).not.toContain(name);
  });
});
