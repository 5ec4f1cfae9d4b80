import fc from 'fast-check';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { guessSettings } from '../../src/usecases/guess-settings.js';
import { readModule } from '../../src/usecases/read-module.js';
import { schoolOfFile } from '../../src/usecases/school-name.js';
import { moduleTemplate } from '../../src/usecases/templates.js';
import { runs } from '../helpers/runs.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const people = (count: number, cells: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${cells(index)}\n`).join('');

function guess(files: Readonly<Record<string, string>>, language: 'fr' | 'en' = 'en') {
  const inputs = Object.entries(files).map(([name, text]) => ({ name, bytes: bytes(text) }));
  const { parts, themes, diagnostics } = guessSettings(inputs, language);
  const made = parts === undefined ? undefined : moduleTemplate(language, parts, themes);
  const template = made?.get('module.toml');
  const toml = template === undefined ? '' : new TextDecoder().decode(template);
  const source = (name: string) =>
    Promise.resolve(
      name === 'module.toml'
        ? bytes(toml)
        : name === 'themes.csv'
          ? (made?.get(name) ?? ('missing' as const))
          : name in files
            ? bytes(files[name])
            : ('missing' as const),
    );
  const read = () => readModule(source, { settingsFile: 'module.toml', folder: '' });
  return { toml, diagnostics, read };
}

describe('the school that a file name names', () => {
  it.each([
    ['ena.csv', 'ENA'],
    ['Liste INET élèves 2018.xlsx#Feuil1', 'INET'],
    ['C:\\Users\\x\\promo_ENSP-2026_v2.csv', 'ENSP'],
    ['export participants sciences-po.csv', 'Sciences Po'],
    ['2018.csv', '2018'],
    ['liste.csv', 'liste'],
    ['élèves de l’école polytechnique.csv', 'Polytechnique'],
  ])('%s: %s', (file, school) => {
    expect(schoolOfFile(file)).toBe(school);
  });
});

describe('settings guessed from rosters', () => {
  const ena = `id;Nom usuel;genre;Lieu de stage;Langue;Date de naissance;Remarque\n${people(20, (n) => `E${n};Nom ${n};${n % 2 === 0 ? 'F' : 'H'};${['préfecture', 'ambassade'][n % 2]};${['fr', 'de', 'es'][n % 3]};01/01/1990;mot ${n}`)}`;
  const inet = `id,nom,genre,stages,vœux\n${people(16, (n) => `N${n},Nom ${n + 50},F,${['région', 'préfecture'][n % 2]},VILLE|EUROPE`)}`;

  it('name schools, columns, number of groups and what is mixed, and check takes them as they are', async () => {
    const { toml, diagnostics, read } = guess({ 'ena.csv': ena, 'INET 2018.csv': inet });
    const settings = parse(toml);
    expect(settings).toMatchObject({
      roster: [
        { school: 'ENA', file: 'ena.csv' },
        { school: 'INET', file: 'INET 2018.csv' },
      ],
      columns: { 'Nom usuel': 'family_name', 'Lieu de stage': 'internships' },
      groups: { count: 4 },
      balance: { school: 1000, internships: 600, gender: 300 },
    });
    expect(toml).toMatch(/\ncount = 4 +# 36 people: 4 groups of 9\. Or: size = 9\n/);
    expect(toml).toMatch(/\n# Langue = 100 +# de, fr, es\n/);
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'guess.school',
      'guess.column',
      'guess.column',
      'guess.school',
      'guess.groups',
      'guess.not-offered',
      'guess.themes',
      'columns.private',
    ]);
    expect(diagnostics.at(-1)).toMatchObject({ severity: 'warning', params: { columns: ['Date de naissance'] } });
    const { module, diagnostics: found } = await read();
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(module?.groups).toHaveLength(4);
    expect([...(module?.balance.keys() ?? [])]).toEqual(['school', 'internships', 'gender']);
    expect(module?.themes.map(({ id, title }) => [id, title])).toEqual([
      ['EUROPE', 'EUROPE'],
      ['VILLE', 'VILLE'],
    ]);
  });

  it('leave themes to be listed by hand where wishes do not tell them', () => {
    for (const wish of ['A/1', 'A']) {
      const { toml, diagnostics } = guess({ 'a.csv': `nom,vœux\n${people(20, (n) => `N${n},${wish}|${wish}`)}` });
      expect(toml).toContain('\n# [themes]\n');
      expect(diagnostics.map(({ code }) => code)).toContain('guess.wishes');
    }
  });

  it('speak French in a French module', () => {
    const { toml } = guess({ 'ena.csv': ena }, 'fr');
    expect(parse(toml)).toMatchObject({ columns: { 'Nom usuel': 'nom' }, balance: { stages: 600, genre: 300 } });
    expect(toml).toContain('# d’après le nom du fichier');
  });

  it('leave the school to a column that has it', () => {
    const { toml } = guess({
      'all.csv': `nom;établissement\n${people(12, (n) => `N${n};${n % 2 === 0 ? 'A' : 'B'}`)}`,
    });
    expect(parse(toml)).toMatchObject({ columns: { établissement: 'school' } });
    expect((parse(toml) as { roster: object[] }).roster[0]).not.toHaveProperty('school');
  });

  it('are none where a file is no roster, which is named', () => {
    const { toml, diagnostics } = guess({ 'ena.csv': ena, 'notes.csv': 'a;b\n1;2\n' });
    expect(toml).toBe('');
    expect(diagnostics).toMatchObject([{ severity: 'error', source: { file: 'notes.csv' } }]);
  });

  it('are sound TOML that check reads, whatever headers, names and values hold', async () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => `"${text.replaceAll('"', '""').replaceAll('\0', '')}"`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
        fc.tuple(cell, cell),
        async (rows, [first, second]) => {
          const lines = rows.map(([a, b, c], n) => `${n},${a},${b},${c}`);
          const { toml, read } = guess({ 'a.csv': `id,nom,${first},${second}\n${lines.join('\n')}\n` });
          if (toml === '') return;
          parse(toml);
          const { diagnostics } = await read();
          const wrong = diagnostics.filter(
            ({ severity, code }) => severity === 'error' && code.startsWith('settings.'),
          );
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: runs(150) },
    );
  });
});
