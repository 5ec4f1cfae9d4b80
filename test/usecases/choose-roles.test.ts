import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/domain/diagnostic.js';
import { aimsOf, describeRole } from '../../src/domain/role.js';
import { readModule } from '../../src/usecases/read-module.js';

const ROSTER =
  'id,language,grade,stages\n1,German,"12,5",commune\n2,German,9,commune|hôpital\n3,Italian,,hôpital\n4,,15.25,\n';

async function read(settings: readonly string[], roster = ROSTER) {
  const files: Readonly<Record<string, string>> = {
    'module.toml': ['[[roster]]', 'file = "r.csv"', '[groups]', 'size = 2', ...settings, ''].join('\n'),
    'r.csv': roster,
  };
  const source = async (name: string) => (name in files ? new TextEncoder().encode(files[name]) : ('missing' as const));
  const { module, diagnostics } = await readModule(source, { settingsFile: 'module.toml', folder: '' });
  const facts = ({ code, source: place, value, suggestion }: Diagnostic) =>
    [code, place?.line, value, suggestion].filter((fact) => fact !== undefined);
  return { module, errors: diagnostics.filter(({ severity }) => severity === 'error').map(facts), diagnostics };
}

const BALANCE = ['[balance]', 'language = 3', 'grade = 2', 'internships = 1'];

describe('the roles of a module', () => {
  it('are found by attribute words of either language, levels however they are typed, heaviest first', async () => {
    const { module, errors } = await read([
      ...BALANCE,
      '[roles]',
      'internships = "at_most 1"',
      '"stages=HOPITAL" = ["not_alone", "fair_share"]',
      'language = "together"',
      'grade = "mean"',
    ]);
    expect(errors).toEqual([]);
    if (module === undefined) throw new Error('the module is not read');
    expect(
      aimsOf(module).map(({ key, weight, level, role, levels }) => [key, weight, level, describeRole(role), levels]),
    ).toEqual([
      ['language', 3, undefined, 'together', ['German', 'Italian']],
      ['grade', 2, undefined, 'mean', []],
      ['internships', 1, undefined, 'at_most 1', ['commune']],
      ['internships', 1, 'hôpital', 'not_alone', ['hôpital']],
    ]);
  });

  it('hold numbers exactly, and say who has none', async () => {
    const { module, diagnostics } = await read([...BALANCE, '[roles]', 'grade = "mean"']);
    expect(module?.roles?.get('grade')?.numbers).toEqual(
      new Map([
        ['12,5', { numerator: 125n, denominator: 10n }],
        ['15.25', { numerator: 1525n, denominator: 100n }],
        ['9', { numerator: 9n, denominator: 1n }],
      ]),
    );
    expect(diagnostics.map(({ code }) => code)).toContain('role.missing-numbers');
    expect(
      diagnostics.filter(
        ({ code, params }) =>
          code === 'balance.missing-values' && 'attribute' in params && params.attribute === 'grade',
      ),
    ).toEqual([]);
  });

  it('name the line and the nearest word of an attribute or level that nobody has', async () => {
    const { errors } = await read([...BALANCE, '[roles]', 'langauge = "together"', '"language=Germna" = "distinct"']);
    expect(errors).toEqual([
      ['reference.unknown', 10, 'langauge', 'language'],
      ['reference.unknown', 11, 'Germna', 'German'],
    ]);
  });

  it('want a weight, and are off at weight 0', async () => {
    const { errors } = await read(['[balance]', 'grade = 1', '[roles]', 'language = "together"']);
    expect(errors).toEqual([['role.unweighted', 8, 'language']]);
    const { module } = await read(['[balance]', 'grade = 1', 'language = 0', '[roles]', 'language = "together"']);
    expect(module?.roles).toBeUndefined();
  });

  it('stand once for each attribute and level', async () => {
    const { errors } = await read([
      ...BALANCE,
      '[roles]',
      'internships = "distinct"',
      'stages = "together"',
      '"stages=commune" = "mean"',
    ]);
    expect(errors).toEqual([
      ['role.twice', 11, 'stages'],
      ['role.not-of-a-level', 12, 'stages=commune'],
    ]);
  });

  it('mean wants one number of each person, and names the lines of the rosters where it is not', async () => {
    const roster = 'id,grade\n1,12\n2,good\n3,12|13\n4,"1,234.5"\n';
    const { errors } = await read(['[balance]', 'grade = 1', '[roles]', 'grade = "mean"'], roster);
    expect(errors).toEqual([
      ['role.not-a-number', 3, 'good'],
      ['role.several-numbers', 4, '12|13'],
      ['role.ambiguous-number', 5, '1,234.5'],
    ]);
  });

  it('counts further cells rather than naming hundreds', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `${index},grade ${index}`);
    const { errors } = await read(
      ['[balance]', 'grade = 1', '[roles]', 'grade = "spread"'],
      `id,grade\n${rows.join('\n')}\n`,
    );
    expect(errors).toHaveLength(11);
    expect(errors.at(-1)).toEqual(['role.more-numbers']);
  });
});
