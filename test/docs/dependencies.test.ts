import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../e2e/run-cli.js';

interface Lock {
  readonly packages: Readonly<
    Record<string, { version?: string; license?: string; dev?: boolean; hasInstallScript?: true }>
  >;
}

const PAGE = readFileSync(join(ROOT, 'docs', 'dependencies.md'), 'utf8');
const LOCK_TEXT = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
const LOCK = JSON.parse(LOCK_TEXT) as Lock;
const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Readonly<Record<string, string>>;
};
/** Licences that ask for nothing but to be named. */
const FREE = ['MIT', 'BSD-3-Clause', 'ISC', 'Apache-2.0'];

/** What is installed with brassage by its users, by name. */
const INSTALLED = Object.entries(LOCK.packages)
  .filter(([path, { dev }]) => path !== '' && dev !== true)
  .map(([path, { version = '' }]) => ({ name: path.replace('node_modules/', ''), version }));

describe('docs/dependencies.md', () => {
  it('lists what is installed, its version and licence, and nothing else', () => {
    const rows = [...PAGE.matchAll(/^\| \[([\w-]+)\]\([^)]+\) \| (\S+) \| (\S+) \|/gm)].map(
      ([, name, version, license]) => ({
        name,
        version,
        license,
      }),
    );
    const expected = INSTALLED.map(({ name, version }) => {
      const { license } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
      return { name, version, license };
    });
    expect(rows).toEqual(expected);
    for (const { license } of rows) expect(FREE).toContain(license);
  });
});

describe('the packages', () => {
  it('are pinned', () => {
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('run nothing when they are installed, those for development neither', () => {
    const scripted = Object.entries(LOCK.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    // The file watcher of macOS is built where it is used.
    expect(scripted.map(([path]) => path).filter((path) => !path.endsWith('/fsevents'))).toEqual([]);
  });

  it('come from no machine that the lock file names', () => {
    expect(LOCK_TEXT).not.toContain('"resolved"');
    expect(LOCK_TEXT).not.toMatch(/registry/i);
    for (const [path, { version }] of Object.entries(LOCK.packages)) if (path !== '') expect(version).toBeDefined();
  });
});
