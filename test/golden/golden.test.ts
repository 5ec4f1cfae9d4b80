import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../e2e/run-cli.js';
import { runWell } from '../e2e/warm-cli.js';
import { filesIn } from '../e2e/workspace.js';
import { dumpWorkbook } from '../helpers/workbook-dump.js';

/** `UPDATE_GOLDEN=1 npm test -- golden` writes what `plan` makes today; look at the difference before it is committed. */
const IS_UPDATE = process.env['UPDATE_GOLDEN'] === '1';
/** Stands in what is stored for the version of the package. */
const VERSION_MARK = '%VERSION%';
/** Says the version too, so that its digest is another with each. */
const PAGE = 'report.html';
const PAGE_DIGEST = /("name": "report\.html",\s*"bytes": )\d+(,\s*"sha256": ")[0-9a-f]{64}/;

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
        expect(withoutVersion(file, text)).toBe(await readFile(join(expected, file), 'utf8'));
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
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), withoutVersion(name, text));
  }
}

/** A file as every version of the package that makes the same plan makes it. */
function withoutVersion(name: string, text: string): string {
  if (name === PAGE) return text.replace(`<dd>brassage ${version}</dd>`, `<dd>brassage ${VERSION_MARK}</dd>`);
  if (name !== 'manifest.json') return text;
  return text.replace(`"brassage": "${version}"`, `"brassage": "${VERSION_MARK}"`).replace(PAGE_DIGEST, `$1"…"$2…`);
}
