import { describe, expect, it } from 'vitest';
import { findRoleConflicts } from '../../src/usecases/role-conflicts.js';
import { sentenceOf } from '../../src/report/messages/index.js';
import { moduleOf, rule, type ModuleDraft } from '../helpers/modules.js';

const DRAFT: ModuleDraft = {
  // a: 5, b: 3, c: 1 in three groups.
  columns: { stage: 'aaaaabbbc' },
  sizes: [3, 3, 3],
  balance: { stage: 10 },
};

const warningsOf = (draft: Partial<ModuleDraft>) => findRoleConflicts(moduleOf({ ...DRAFT, ...draft }));
const facts = (draft: Partial<ModuleDraft>) =>
  warningsOf(draft).map(({ code, params }) => [
    code,
    'levels' in params ? params.levels : [],
    'lines' in params ? params.lines : '',
  ]);

describe('opposed wishes', () => {
  it('are not found where there is fair share alone, or nothing to share out', () => {
    expect(facts({})).toEqual([]);
    expect(facts({ roles: { stage: 'not_alone' } })).toEqual([]);
    expect(facts({ roles: { stage: 'not_alone' }, rules: [rule('not_alone', 'stage=*')] })).toEqual([]);
  });

  it('are fair share below 2 a group and nobody alone, by role or rule, hard or weighted', () => {
    const expected = ['a (5)', 'b (3)'];
    expect(facts({ roles: { stage: ['fair_share', 'not_alone'] } })).toEqual([
      ['roles.shared-not-alone', expected, ''],
    ]);
    expect(facts({ rules: [rule('not_alone', 'stage=*', { line: 7 })] })).toEqual([
      ['roles.shared-not-alone', expected, '7'],
    ]);
    expect(facts({ rules: [rule('not_alone', 'stage=b', { line: 3, weight: 5 })] })).toEqual([
      ['roles.shared-not-alone', ['b (3)'], '3'],
    ]);
  });

  it('leave out a level that fair share gives to every group twice', () => {
    const draft = { columns: { stage: 'aaaaaabbb' }, rules: [rule('not_alone', 'stage=*')] };
    expect(facts(draft)).toEqual([['roles.shared-not-alone', ['b (3)'], '2']]);
  });

  it('are gone once the level has the role in place of fair share, as the warning says', () => {
    const rules = [rule('not_alone', 'stage=b')];
    const [warning] = warningsOf({ rules });
    expect(sentenceOf(warning, 'en')).toContain('Maybe "stage=b" = "not_alone" in [roles]');
    expect(sentenceOf(warning, 'fr')).toContain('"stage=b" = "pas_seul" dans [roles]');
    expect(warningsOf({ rules, roles: { 'stage=b': 'not_alone' } })).toEqual([]);
  });

  it('are together and fair share, together and distinct, alone and distinct', () => {
    expect(facts({ roles: { 'stage=a': ['together', 'fair_share'] } })).toEqual([
      ['roles.shared-together', ['a (5)'], ''],
    ]);
    expect(facts({ roles: { 'stage=a': ['together', 'distinct'] } })).toEqual([
      ['roles.distinct-gathered', ['a (5)'], ''],
    ]);
    expect(facts({ roles: { 'stage=a': 'distinct' }, rules: [rule('not_alone', 'stage=a', { line: 4 })] })).toEqual([
      ['roles.distinct-gathered', ['a (5)'], '4'],
    ]);
  });

  it('are at least more than at most, distinct being at most one', () => {
    expect(facts({ roles: { 'stage=a': ['at_least 2', 'at_most 1'] } })).toEqual([
      ['roles.least-above-most', ['a (5)'], ''],
    ]);
    expect(facts({ roles: { 'stage=a': 'distinct' }, rules: [rule('at_least', 'stage=a', { count: 2 })] })).toEqual([
      ['roles.least-above-most', ['a (5)'], '2'],
    ]);
    expect(facts({ roles: { 'stage=a': ['at_least 2', 'at_most 2'] } })).toEqual([]);
  });

  it('have a whole sentence in each language', () => {
    const drafts = [
      { rules: [rule('not_alone', 'stage=*')] },
      { roles: { 'stage=a': ['together', 'fair_share'] } },
      { roles: { 'stage=a': ['together', 'distinct', 'not_alone'] } },
      { roles: { 'stage=a': ['at_least 2', 'at_most 1'] } },
    ];
    const sentences = drafts.flatMap((draft) =>
      warningsOf(draft).flatMap((warning) => [sentenceOf(warning, 'en'), sentenceOf(warning, 'fr')]),
    );
    expect(sentences.length).toBeGreaterThan(9);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(sentence).not.toMatch(/undefined|\[object|NaN| {2}/);
    }
  });
});
