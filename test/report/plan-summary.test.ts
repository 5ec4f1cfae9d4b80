import { describe, expect, it } from 'vitest';
import { scoreLines, stack, summaryLines } from '../../src/report/plan-summary.js';
import { PLAIN } from '../../src/report/style.js';
import { scoreList } from '../../src/usecases/score.js';
import { listFrom } from '../helpers/groupings.js';
import { moduleOf, rule, type ModuleDraft } from '../helpers/modules.js';

const MEMBERS = { G01: 'abc', G02: 'def' };
const BARE: ModuleDraft = { people: 6, sizes: [3, 3] };

function inputOf(draft: ModuleDraft, members: Readonly<Record<string, string>> = MEMBERS) {
  const module = moduleOf(draft);
  return { module, ...scoreList(module, listFrom(module, members)) };
}

describe('a summary', () => {
  it('has its parts apart by one blank line', () => {
    const draft: ModuleDraft = { columns: { school: 'EIIEII' }, sizes: [3, 3], balance: { school: 2 } };
    expect(summaryLines(inputOf(draft), 'en', PLAIN)).toEqual([
      'brassage · 6 people · 2 groups of 3',
      '',
      'Mix     weight  fair counts  deviation  least possible',
      'school       2       4 of 4       0.00            0.00  optimal (proved)',
      '',
      'Score 0.0 · optimal (proved)',
    ]);
  });

  it('is its headline alone where there is nothing to score: no empty table, no score', () => {
    expect(summaryLines(inputOf(BARE), 'en', PLAIN)).toEqual(['brassage · 6 people · 2 groups of 3']);
    const withHardRule = inputOf({ ...BARE, rules: [rule('apart', 'a d')] });
    expect(summaryLines(withHardRule, 'en', PLAIN)).toEqual([
      'brassage · 6 people · 2 groups of 3',
      '',
      'Rules  1 hard rule kept',
    ]);
  });

  it('calls people by their ids where names are to be left out, in rules that are not kept and where people meet again', () => {
    const history = { history: ['A..A..'], historyWeight: 1 };
    const { module, ...scored } = inputOf({ ...BARE, ...history, rules: [rule('apart', 'a b', { weight: 2 })] });
    const participants = module.cohort.participants.map((person) => ({ ...person, familyName: `Name ${person.id}` }));
    const repeats = [{ people: ['a', 'd'], group: 'G01', modules: [0], reason: { kind: 'hard' } }] as const;
    const input = { module: { ...module, cohort: { ...module.cohort, participants } }, ...scored, repeats };
    expect(scoreLines(input, 'en', PLAIN).join('\n')).toMatch(/Name a.*Name b[^]*Name a.*and Name d/);
    expect(scoreLines({ ...input, pseudonyms: true }, 'en', PLAIN).join('\n')).not.toContain('Name');
  });

  it('has a score where a weighted rule or a wish alone counts', () => {
    const weighted = inputOf({ ...BARE, rules: [rule('apart', 'a d', { weight: 2 })] });
    expect(scoreLines(weighted, 'en', PLAIN)).toContain('Score 0.0 · optimal (proved)');
    const wishes: ModuleDraft = { places: { A: [1], B: [1] }, wishes: ['A', 'B'], wishWeight: 1 };
    expect(scoreLines(inputOf(wishes, { A1: 'a', B1: 'b' }), 'en', PLAIN)).toContain('Score 0.0 · optimal (proved)');
    const unpriced = inputOf({ ...wishes, wishWeight: 0 }, { A1: 'a', B1: 'b' });
    expect(scoreLines(unpriced, 'en', PLAIN)).toEqual(['Wishes  first wish 2']);
  });

  it('counts who got which wish, who got none, and who works on a theme they observed', () => {
    const draft: ModuleDraft = {
      places: { A: [2], B: [2] },
      wishes: ['A', 'B|A', 'A', ''],
      observed: ['B', '', 'B', 'A|B'],
      wishWeight: 1,
    };
    const input = inputOf(draft, { A1: 'ab', B1: 'cd' });
    const isWishes = (line: string) => /^(?:Wishes|Vœux)/.test(line);
    expect(scoreLines(input, 'en', PLAIN).find(isWishes)).toBe(
      'Wishes  first wish 1 · second wish 1 · none of their wishes 1 · on a theme they observed 2 of 3',
    );
    expect(scoreLines(input, 'fr', PLAIN).find(isWishes)).toBe(
      'Vœux  1er vœu 1 · 2e vœu 1 · aucun de leurs vœux 1 · sur un thème observé 2 sur 3',
    );
  });

  it('ends with the timetable, and says nothing of rooms where the module lists none', () => {
    const session = { date: '2018-01-01' } as never;
    const room = {} as never;
    const programme = { sessions: [session, session], rooms: [], witnesses: [], hearingsPerGroup: 1 };
    const { module, ...scored } = inputOf(BARE);
    const timetable = { rows: 6, hearings: 4, groupsInOneRoom: 1, terms: [], fairness: [] };
    const lastLine = (rooms: readonly never[]) =>
      summaryLines({ module: { ...module, programme: { ...programme, rooms } }, ...scored, timetable }, 'en', PLAIN).at(
        -1,
      );
    expect(lastLine([])).toBe('Timetable  2 sessions · 4 hearings');
    expect(lastLine([room])).toBe('Timetable  2 sessions · 4 hearings · 1 of 2 groups always in one room');
  });
});

describe('a rule that is not kept', () => {
  const linesOf = (draft: ModuleDraft, language: 'en' | 'fr' = 'en') => scoreLines(inputOf(draft), language, PLAIN);

  it('names the people concerned, hard or weighted', () => {
    expect(linesOf({ ...BARE, rules: [rule('apart', 'a b d', { line: 4 })] })).toContain(
      '  HARD RULE BROKEN, line 4, apart: 1 violation in G01 (a, b)',
    );
    expect(linesOf({ ...BARE, rules: [rule('apart', 'a b d', { line: 4, weight: 2 })] })).toContain(
      '  line 4, apart: 1 violation in G01 (a, b)',
    );
  });

  it('names four at the most', () => {
    const together = (who: string) => ({ ...BARE, rules: [rule('together', who, { line: 3, weight: 2 })] });
    expect(linesOf(together('a b d e'))).toContain('  line 3, together: 4 violations in G01, G02 (a, b, d, e)');
    expect(linesOf(together('a b c d e'), 'fr')).toContain(
      '  ligne 3, together (ensemble)\u00a0: 6 entorses dans G01, G02 (a, b, c, d, …)',
    );
  });

  it('names nobody where people are missing', () => {
    const draft = { ...BARE, columns: { school: 'EEEIII' }, rules: [rule('at_least', 'school=E', { count: 1 })] };
    expect(linesOf(draft)).toContain('  HARD RULE BROKEN, line 2, at_least: 1 violation in G02');
  });
});

describe('a stack of blocks', () => {
  it('leaves empty blocks out', () => {
    expect(stack([['a'], [], ['b', 'c'], []])).toEqual(['a', '', 'b', 'c']);
    expect(stack([[], ['b']])).toEqual(['b']);
  });
});
