import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runWell } from '../e2e/run-cli.js';
import { filesIn } from '../e2e/workspace.js';
import { dumpWorkbook } from '../helpers/workbook-dump.js';

/** `UPDATE_GOLDEN=1 npm test -- golden` writes what `plan` makes today; look at the difference before it is committed. */
const IS_UPDATE = process.env['UPDATE_GOLDEN'] === '1';
/** Stands in the stored manifest for the version of the package. */
const VERSION_MARK = '%VERSION%';

const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };

describe('plan makes, byte for byte, what is stored beside the inputs', () => {
  for (const name of ['tiny', 'roles', 'regards-croises-2018']) {
    it(`of ${name}`, async () => {
      const module = join(ROOT, 'fixtures', name);
      const expected = join(module, 'expected');
      const made = await planFiles(module);
      if (IS_UPDATE) await store(expected, made);
      expect([...made.keys()].sort()).toEqual(await filesIn(expected));
      for (const [file, text] of made) {
        const stored = await readFile(join(expected, file), 'utf8');
        expect(text).toBe(file === 'manifest.json' ? stored.replace(VERSION_MARK, version) : stored);
      }
    });
  }
});

async function planFiles(module: string): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'brassage-golden-'));
  const out = join(folder, 'out');
  try {
    await runWell(['plan', module, '--out', out]);
    const names = await filesIn(out);
    return new Map(await Promise.all(names.map((name) => readText(out, name))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file's name and text; of a workbook what its cells hold, of which the manifest has the digest. */
async function readText(folder: string, name: string): Promise<readonly [name: string, text: string]> {
  const bytes = await readFile(join(folder, name));
  return name.endsWith('.xlsx') ? [`${name}.txt`, await dumpWorkbook(bytes)] : [name, bytes.toString('utf8')];
}

async function store(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  for (const [name, text] of files) {
    const stored =
      name === 'manifest.json' ? text.replace(`"brassage": "${version}"`, `"brassage": "${VERSION_MARK}"`) : text;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), stored);
  }
}
