import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../e2e/run-cli.js';

interface Part {
  readonly name: string;
  readonly what: string;
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}

const PARTS = JSON.parse(readFileSync(join(ROOT, 'scripts', 'mutation', 'parts.json'), 'utf8')) as readonly Part[];
const PAGE = readFileSync(join(ROOT, 'docs', 'reliability.md'), 'utf8');

/** Made by scripts/write-thresholds.js, of constants alone. */
const MADE = 'src/engine/thresholds.ts';

const filesBelow = (...folders: string[]) =>
  folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((name) => name.endsWith('.ts')),
  );

/** The files that a pattern of `*` and `{a,b}` names. */
function matching(pattern: string, files: readonly string[]): readonly string[] {
  const source = pattern
    .replaceAll('.', '\\.')
    .replaceAll('*', '[^/]*')
    .replaceAll(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`);
  return files.filter((file) => new RegExp(`^${source}$`).test(file));
}

describe('the parts whose mutants are counted', () => {
  it('hold every source of the engine, the judge and the readers once', () => {
    const sources = filesBelow('src/engine', 'src/check', 'src/readers').filter((file) => file !== MADE);
    const held = PARTS.flatMap((part) => part.sources.flatMap((pattern) => matching(pattern, sources)));
    expect(held.toSorted()).toEqual(sources.toSorted());
  });

  it('ask tests that are there', () => {
    const tests = filesBelow('test');
    for (const { name, tests: patterns } of PARTS) {
      for (const pattern of patterns.flatMap(each)) {
        expect({ name, pattern, found: matching(pattern, tests).length > 0 }).toEqual({ name, pattern, found: true });
      }
    }
  });

  it.each(PARTS)('have a row each in docs/reliability.md: $name', ({ name, what }) => {
    expect(PAGE).toMatch(new RegExp(`^\\| .* \\| \`npm run mutate -- ${name}\` \\| [\\d.]+ % of [\\d,]+`, 'm'));
    expect(PAGE).toContain(`| ${what} | \`npm run mutate -- ${name}\` |`);
  });
});

/** A pattern of `{a,b}` as one for each name. */
function each(pattern: string): readonly string[] {
  const [whole, names] = /\{([^}]*)\}/.exec(pattern) ?? [];
  if (whole === undefined || names === undefined) return [pattern];
  return names.split(',').map((name) => pattern.replace(whole, name));
}
