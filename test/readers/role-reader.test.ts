import { describe, expect, it } from 'vitest';
import { parseRoles } from '../../src/readers/role-reader.js';
import { readSettings } from '../../src/readers/settings-reader.js';

function read(lines: readonly string[]) {
  const { value, diagnostics } = readSettings({
    name: 'module.toml',
    bytes: new TextEncoder().encode(['[roles]', ...lines].join('\n')),
  });
  return { roles: value.roles?.map(({ word, roles }) => [word, roles]), diagnostics };
}

const faults = (lines: readonly string[]) =>
  read(lines).diagnostics.map(({ code, source, value, suggestion }) => [code, source?.line, value, suggestion]);

describe('[roles]', () => {
  it('takes roles of attributes and of levels, one or several, in both languages', () => {
    const lines = [
      'language = "together"',
      '"stages=ambassade" = "pas_seul"',
      '"school=INET" = ["fair_share", "at_least 2"]',
      'grade = ["moyenne"]',
      'age = "Dispersion"',
      'langue = "ensemble"',
      'a = "répartir"',
      'b = "au plus 3"',
      'c = "différents"',
    ];
    expect(read(lines)).toEqual({
      roles: [
        ['language', [{ kind: 'together' }]],
        ['stages=ambassade', [{ kind: 'not_alone' }]],
        ['school=INET', [{ kind: 'fair_share' }, { kind: 'at_least', count: 2 }]],
        ['grade', [{ kind: 'mean' }]],
        ['age', [{ kind: 'spread' }]],
        ['langue', [{ kind: 'together' }]],
        ['a', [{ kind: 'fair_share' }]],
        ['b', [{ kind: 'at_most', count: 3 }]],
        ['c', [{ kind: 'distinct' }]],
      ],
      diagnostics: [],
    });
  });

  it('is absent where the settings have no such table', () => {
    expect(readSettings({ name: 'm', bytes: new TextEncoder().encode('title = "x"') }).value.roles).toBeUndefined();
  });

  it('names the line of a word that is no role, with the nearest that is', () => {
    expect(faults(['school = "fair_share"', 'language = "togehter"'])).toEqual([
      ['cell.not-one-of', 3, 'togehter', 'together'],
    ]);
  });

  it('wants a number where people are counted, and nowhere else', () => {
    expect(faults(['a = "at_least"', 'b = "together 2"', 'c = "at_least 0"', 'd = "at_most 0"'])).toEqual([
      ['role.count-missing', 2, 'at_least', undefined],
      ['cell.not-one-of', 3, 'together 2', 'together'],
      ['cell.not-a-whole-number', 4, 'at_least 0', undefined],
    ]);
  });

  it('takes a number of any digits after any spaces, and nothing before or after', () => {
    expect(read(['a = "at_least   12"']).roles).toEqual([['a', [{ kind: 'at_least', count: 12 }]]]);
    expect(faults(['a = "x at_least 2"', 'b = "at_least 2 x"']).map(([code]) => code)).toEqual([
      'cell.not-one-of',
      'cell.not-one-of',
    ]);
  });

  it('leaves out a line in error, and says what is wrong with it', () => {
    const { roles, diagnostics } = read(['a = 2', 'b = ["mean", "at_least"]', 'c = "mean"', 'd = "at_least 0"']);
    expect(roles).toEqual([['c', [{ kind: 'mean' }]]]);
    expect(diagnostics.map(({ severity, params }) => [severity, params])).toEqual([
      ['error', { expected: 'texts' }],
      ['error', { role: 'at_least' }],
      ['error', { least: 1 }],
    ]);
  });

  it('wants texts', () => {
    expect(faults(['a = 2', 'b = []', 'c = ["mean", 3]'])).toEqual([
      ['settings.wrong-type', 2, '2', undefined],
      ['settings.wrong-type', 3, '[]', undefined],
      ['settings.wrong-type', 4, '[mean, 3]', undefined],
    ]);
  });
});

describe('--roles', () => {
  const parse = (text: string) => parseRoles(text, { file: '--roles' });

  it('says the same in one text', () => {
    const { value, diagnostics } = parse(
      'language=together; internships=embassy=not_alone, school=INET=fair_share+at_least 2',
    );
    expect(diagnostics).toEqual([]);
    expect(value?.map(({ word, roles }) => [word, roles])).toEqual([
      ['language', [{ kind: 'together' }]],
      ['internships=embassy', [{ kind: 'not_alone' }]],
      ['school=INET', [{ kind: 'fair_share' }, { kind: 'at_least', count: 2 }]],
    ]);
  });

  it.each(['', 'language', '=together', ','])('refuses what is no list: "%s"', (text) => {
    const { value, diagnostics } = parse(text);
    expect(value).toBeUndefined();
    const source = { file: '--roles' };
    expect(diagnostics).toEqual([{ severity: 'error', code: 'role.not-a-list', params: {}, source, value: text }]);
  });

  it('refuses a part that is no list, whatever else is', () => {
    const { value, diagnostics } = parse('a=mean, language');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ value: part }) => part)).toEqual(['language']);
  });

  it('refuses a word that is no role', () => {
    expect(parse('language=apart').diagnostics.map(({ code }) => code)).toEqual(['cell.not-one-of']);
  });
});
