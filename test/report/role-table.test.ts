import { describe, expect, it } from 'vitest';
import { cohortOverview } from '../../src/report/cohort-overview.js';
import { roleTable } from '../../src/report/role-table.js';
import { summaryLines } from '../../src/report/plan-summary.js';
import { PLAIN } from '../../src/report/style.js';
import { scoreList } from '../../src/usecases/score.js';
import { listFrom } from '../helpers/groupings.js';
import { moduleOf, type ModuleDraft } from '../helpers/modules.js';

const DRAFT: ModuleDraft = {
  columns: { language: 'GGGII.', age: ['20', '22', '24', '26', '28', '30'], school: 'NNNSSS' },
  sizes: [2, 2, 2],
  balance: { language: 3, age: 2, school: 1 },
  roles: { language: 'together', 'language=I': ['not_alone', 'at_least 1'], age: 'spread' },
};
const MEMBERS = { G01: 'ab', G02: 'cd', G03: 'ef' };

function inputOf(draft: ModuleDraft = DRAFT, members: Readonly<Record<string, string>> = MEMBERS) {
  const module = moduleOf(draft);
  return { module, ...scoreList(module, listFrom(module, members)) };
}

describe('the table of roles', () => {
  it('says what came of each in words, beside what is least possible', () => {
    // Ages in units of 5: sums 8 off their share of 50 twice, 128/25. Their squared distances from 25 in units of 10: sums of 34, 2
    // and 34 beside a share of 70/3, 2048/3/100. These sums are 2 and a multiple of 8: none is nearer to 70/3 than 26 and 18.
    expect(roleTable(inputOf(), 'en', PLAIN)).toEqual([
      'Roles       weight  penalty  least possible',
      'language         3     2.00            2.00  optimal (proved)',
      '  together · G in 2 groups',
      'language=I       3     2.00            0.00  +2.00',
      '  not_alone · alone: 2 of 2 (G02, G03)',
      'language=I       3     1.00            1.00  optimal (proved)',
      '  at_least 1 · missing: 1 (G01)',
      'age              2    11.95            0.43  +11.52',
      '  spread · means 21.0 to 29.0, cohort 25.0 · standard deviations 1.0 to 1.0, cohort 3.4',
    ]);
  });

  it('speaks French', () => {
    const [head, ...lines] = roleTable(inputOf(), 'fr', PLAIN);
    expect(head).toMatch(/^Rôles +poids +écart +minimum possible$/);
    const [together, alone, missing, ages] = [0, 2, 4, 6].map((at) => `${lines[at]}\n${lines[at + 1]}`);
    expect(together).toMatch(/\n {2}ensemble · G dans 2 groupes$/);
    expect(alone).toMatch(/\n {2}pas seul · seuls\u00a0: 2 sur 2 \(G02, G03\)$/);
    expect(missing).toMatch(/\n {2}au moins 1 · manquants\u00a0: 1 \(G01\)$/);
    expect(ages).toMatch(
      /\n {2}dispersion · moyennes de 21,0 à 29,0, promotion 25,0 · écarts types de 1,0 à 1,0, promotion 3,4$/,
    );
  });

  it('stands below the mix, where an attribute without fair share has no line', () => {
    const lines = summaryLines(inputOf(), 'en', PLAIN);
    const mix = lines.slice(2, lines.indexOf('', 2));
    expect(mix.map((line) => line.split(' ')[0])).toEqual(['Mix', 'school']);
    expect(lines.some((line) => line.startsWith('Roles'))).toBe(true);
    expect(roleTable(inputOf({ ...DRAFT, roles: {} }), 'en', PLAIN)).toEqual([]);
  });

  it('has no least possible for a list that leaves people out', () => {
    const input = inputOf(DRAFT, { G01: 'ab', G02: 'cd', G03: 'e' });
    expect(roleTable(input, 'en', PLAIN).slice(1, 3)).toEqual([
      'language         3     2.00',
      '  together · G in 2 groups',
    ]);
  });

  it('has a counterpart before the groups are made: what is asked of each level, and the mean of numbers', () => {
    const lines = cohortOverview(moduleOf(DRAFT), 'en', PLAIN, undefined).map((line) => line.trim().split(/ {2,}/));
    expect(lines).toContainEqual(['language', 'G', '3', 'together']);
    expect(lines).toContainEqual(['I', '2', 'not_alone · at_least 1']);
    expect(lines).toContainEqual(['age', 'mean 25.0 ± 3.4', '6', 'spread']);
    expect(lines).toContainEqual(['school', 'N', '3', '1']);
  });
});
