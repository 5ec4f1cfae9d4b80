import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/settings.js';
import { scoreReport } from '../../src/report/score-report.js';
import { PLAIN } from '../../src/report/style.js';
import { scoreList } from '../../src/usecases/score.js';
import { listFrom } from '../helpers/groupings.js';
import { moduleOf, type ModuleDraft } from '../helpers/modules.js';

function linesOf(
  draft: ModuleDraft,
  members: Readonly<Record<string, string>>,
  { language = 'en', groupCount }: { language?: Language; groupCount?: number } = {},
): readonly string[] {
  const plain = moduleOf(draft);
  const module = groupCount === undefined ? plain : { ...plain, settings: { ...plain.settings, groupCount } };
  return scoreReport({ module, ...scoreList(module, listFrom(module, members)) }, language, PLAIN, false);
}

describe('a report on a group list', () => {
  it('calls the deviation of a group weighted, and that of an attribute not', () => {
    const draft: ModuleDraft = { columns: { school: 'EEII' }, sizes: [2, 2], balance: { school: 5 } };
    const members = { G01: 'ab', G02: 'cd' };
    expect(linesOf(draft, members)).toEqual([
      'brassage · 4 people · 2 groups of 2',
      '',
      'Mix     weight  fair counts  deviation  least possible',
      'school       5       0 of 4       4.00            0.00  +∞',
      '',
      'Score 20.0 · no better than 0.0 exists for these sizes (∞)',
      '',
      'group  size  weighted deviation  not at fair share',
      'G01       2                10.0  school',
      'G02       2                10.0  school',
    ]);
    const french = linesOf(draft, members, { language: 'fr' });
    expect(french[2]).toMatch(/ {2}écart {2}minimum possible/);
    expect(french[7]).toMatch(/^groupe {2}taille {2}écart pondéré {2}/);
  });

  it('says of a person repeated in one group that they stand twice in it', () => {
    const draft: ModuleDraft = { people: 4, sizes: [2, 2] };
    const members = { G01: 'aba', G02: 'cd' };
    expect(linesOf(draft, members)[1]).toBe('a stands twice in G01');
    expect(linesOf(draft, members, { language: 'fr' })[1]).toBe('a figure deux fois dans G01');
    expect(linesOf(draft, { G01: 'ab', G02: 'cda' })[1]).toBe('a is in two groups: G01 and G02');
  });

  it('says how many groups there are instead of those asked for', () => {
    const draft: ModuleDraft = { people: 4, sizes: [2, 2] };
    const members = { G01: 'ab', G02: 'cd' };
    expect(linesOf(draft, members, { groupCount: 3 })[1]).toBe('The list has 2 groups instead of 3');
    expect(linesOf(draft, members, { groupCount: 3, language: 'fr' })[1]).toBe(
      'La liste compte 2 groupes au lieu de 3',
    );
    expect(linesOf(draft, members, { groupCount: 2 })[1]).toBe('');
  });

  it('names the strand that has too many or too few', () => {
    const plain = moduleOf({ people: 4, places: { 'A/x': [1, 1], B: [2] } });
    const themes = plain.themes.map((theme) => ({
      ...theme,
      strands: theme.strands.map((strand) => ({ ...strand, groupCount: 1 })),
    }));
    const module = { ...plain, themes };
    const result = scoreList(module, listFrom(module, { Ax1: 'a', Ax2: 'b', B1: 'cd' }));
    expect(scoreReport({ module, ...result }, 'en', PLAIN, false)[1]).toBe('A/x has 2 groups instead of 1');
  });
});
