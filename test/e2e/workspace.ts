import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT } from './run-cli.js';

/** A folder of its own for a test, gone when the test is over. */
export async function makeFolder(): Promise<string> {
  // Some systems have a link in its path.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'brassage-test-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The path of a shipped fixture. */
export function fixture(name: string): string {
  return join(ROOT, 'fixtures', name);
}

/** A copy of a fixture that a test may change. */
export async function copyFixture(name: string): Promise<string> {
  const folder = join(await makeFolder(), 'module');
  await cp(fixture(name), folder, { recursive: true });
  return folder;
}

/** Rewrites a text file. */
export async function edit(path: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`the edit changes nothing in ${path}`);
  await writeFile(path, after);
}

/** Every name in a folder, hidden ones too, sorted. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).sort();
}

/** Relative names of all files below a folder, `/` between folders, sorted. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort();
}

export async function textOf(...path: readonly string[]): Promise<string> {
  return readFile(join(...path), 'utf8');
}
