import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBest } from '../../src/usecases/best.js';
import { verify, type Verification } from '../../src/usecases/verify.js';
import { sha256 } from '../../src/writers/digest.js';
import { ROOT } from '../e2e/run-cli.js';
import { runs } from '../helpers/runs.js';
import { damage, strike } from './damage.js';

const RUNS = runs(20);

type Json = unknown;

/** Values of any kind, those out of range that somebody could write among them. */
const odd = fc.oneof(
  fc.constantFrom<Json>(null, true, '', '-', '../x', '/dev/null', '__proto__', [], {}, [[]], 'a'.repeat(300)),
  fc.constantFrom<Json>(-1, 0, 1, 0.5, 2 ** 31, 2 ** 53 - 1, -(2 ** 53 - 1), 1e300),
  fc.constantFrom<Json>('rotate', 'repair', 'plan', 'bound', 'interrupted', 'time-limit', 'excel-fr', 'fr'),
  fc.jsonValue({ maxDepth: 2 }),
);

/** How many values a JSON text has, itself and all within. */
function countOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  return 1 + Object.values(value).reduce<number>((sum, part) => sum + countOf(part), 0);
}

/** The same with one of its values, counted from the outside, replaced; `undefined` leaves it out. */
function replaced(value: Json, at: number, by: Json): Json {
  if (at === 0) return by;
  if (typeof value !== 'object' || value === null) return value;
  let before = 1;
  const entries = Object.entries(value).flatMap(([key, part]): [string, Json][] => {
    const own = at - before;
    before += countOf(part);
    const put = own >= 0 && at < before ? replaced(part, own, by) : part;
    return put === undefined ? [] : [[key, put]];
  });
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

/** Folders with a manifest of an earlier day, and the module that it is of. */
function manifests(): readonly { readonly text: string; readonly module: ReadonlyMap<string, Uint8Array> }[] {
  return [
    ['first.json', 'tiny'],
    ['roles.json', 'roles'],
    ['flags-alone-and-proof.json', 'tiny'],
    ['kept-and-shard.json', 'tiny'],
  ].map(([name, fixture]) => {
    const folder = join(ROOT, 'fixtures', fixture);
    const files = readdirSync(folder).filter((file) => /\.(?:csv|toml)$/.test(file));
    return {
      text: readFileSync(join(ROOT, 'fixtures/manifests', name), 'utf8'),
      module: new Map(files.map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))])),
    };
  });
}

/** Verifies a plan of which nothing but a manifest is there, its digests made those of the module, so that it is made again. */
async function verifyAgain(bytes: Uint8Array, module: ReadonlyMap<string, Uint8Array>): Promise<Verification> {
  let asked = 0;
  return verify({
    folder: 'out/',
    outputs: async (name) => (name === 'manifest.json' ? bytes : 'missing'),
    present: [],
    findInput: async ({ name }) => ({ place: name, bytes: module.get(name.split('/').at(-1) ?? '') ?? 'missing' }),
    version: '0.1.0',
    // Whoever has had enough of a search presses Ctrl-C.
    means: { control: { cut: () => (asked++ > 3 ? 'interrupted' : undefined) } },
  });
}

describe('for any damage to a manifest', async () => {
  const plans = await Promise.all(
    manifests().map(async ({ text, module }) => {
      const manifest = JSON.parse(text);
      for (const input of manifest.inputs) {
        const now = module.get(input.name.split('/').at(-1));
        if (now !== undefined) Object.assign(input, { bytes: now.length, sha256: await sha256(now) });
      }
      return { manifest, module };
    }),
  );

  it('verifying and choosing never throw, and say what is amiss', async () => {
    const seen = { refused: 0, read: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...plans),
        fc.nat(),
        fc.option(odd, { nil: undefined }),
        fc.oneof({ arbitrary: fc.constant(null), weight: 3 }, { arbitrary: damage, weight: 1 }),
        async ({ manifest, module }, at, value, blows) => {
          const changed = JSON.stringify(replaced(manifest, at % countOf(manifest), value)) ?? '';
          const encoded = new TextEncoder().encode(changed);
          const bytes = blows === null ? encoded : strike(encoded, blows);
          const { manifest: found, diagnostics, madeAgain } = await verifyAgain(bytes, module);
          seen[found === undefined ? 'refused' : 'read']++;
          expect(madeAgain === 'interrupted' || diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
          const chosen = await chooseBest(async (name) => (name.startsWith('a/') ? bytes : 'missing'), ['a', 'b']);
          // The files of a plan are not there: only one that has none can be chosen.
          expect(chosen.best?.manifest.outputs ?? []).toEqual([]);
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(Math.min(seen.refused, seen.read)).toBeGreaterThan(0);
  });
});
