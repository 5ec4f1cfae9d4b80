import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/domain/manifest.js';
import { digestFile, sha256 } from '../../src/writers/digest.js';
import { parseManifest, readManifestText } from '../../src/writers/manifest-parser.js';
import { writeManifest } from '../../src/writers/manifest.js';
import { ROOT } from '../e2e/run-cli.js';

const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const manifest: Manifest = {
  manifest: 1,
  brassage: '0.1.0',
  command: 'plan',
  title: 'Regards croisés',
  seed: 'clemenceau',
  options: {
    effort: 2,
    starts: 4,
    timeLimit: null,
    language: 'fr',
    csv: 'excel-fr',
    pseudonyms: false,
    flags: { size: '9..10', roster: ['ENA=ena.csv', 'INET=inet.csv'] },
  },
  inputs: [
    { name: 'themes.csv', bytes: 0, sha256: empty },
    { name: 'ena.csv', bytes: 0, sha256: empty },
  ],
  outputs: [{ name: 'groups.csv', bytes: 0, sha256: empty }],
  score: { hard: 0, value: '847/5', bound: '169', gap: '0.002367' },
  search: {
    stopped: 'budget',
    starts: [
      { start: 1, proposals: 10, hard: 0, soft: 9 },
      { start: 0, proposals: 20, hard: 0, soft: 8 },
    ],
  },
};

describe('a manifest', () => {
  it('is written with fixed key order, sorted files, flags and starts, two spaces and one last line feed', () => {
    const text = writeManifest(manifest);
    expect(text.startsWith('{\n  "manifest": 1,\n  "brassage": "0.1.0",\n  "command": "plan",\n')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
    const json = JSON.parse(text) as Manifest;
    expect(json.inputs.map((file) => file.name)).toEqual(['ena.csv', 'themes.csv']);
    expect(Object.keys(json.options.flags)).toEqual(['roster', 'size']);
    expect(json.search.starts.map((start) => start.start)).toEqual([0, 1]);
  });

  it('is the same bytes however its keys and lists were ordered, and without keys of others', () => {
    const shuffled = Object.fromEntries(Object.entries({ ...manifest, user: 'x' }).toReversed()) as unknown as Manifest;
    const reversed = { ...shuffled, inputs: manifest.inputs.toReversed() };
    expect(writeManifest(reversed)).toBe(writeManifest(manifest));
  });

  it('comes back as it was', () => {
    const parsed = parseManifest(writeManifest(manifest));
    expect(parsed && writeManifest(parsed)).toBe(writeManifest(manifest));
  });

  it('keeps the copies of inputs and the findings of a proof that was cut short', () => {
    const inputs = [{ ...manifest.inputs[0], copy: 'before/themes.csv' }];
    const proof = { outcome: 'interrupted', nodes: 4, told: 1 } as const;
    const full: Manifest = { ...manifest, inputs, search: { ...manifest.search, proof } };
    expect(parseManifest(writeManifest(full))).toMatchObject({ inputs, search: { proof } });
  });

  it.each([
    ['no JSON', '{'],
    ['empty', ''],
    ['a list', '[]'],
    ['a web application manifest', '{"name": "x", "icons": []}'],
    ['of a later shape', JSON.stringify({ ...manifest, manifest: 2 })],
    ['without outputs', JSON.stringify({ ...manifest, outputs: undefined })],
    ['with a digest that is none', JSON.stringify({ ...manifest, outputs: [{ name: 'a', bytes: 1, sha256: 'abc' }] })],
    [
      'with an output outside its folder',
      JSON.stringify({ ...manifest, outputs: [{ name: '../a', bytes: 0, sha256: empty }] }),
    ],
    ['with a shard that is a text', JSON.stringify({ ...manifest, options: { ...manifest.options, shard: '1/2' } })],
    ['with a seed that is a number', JSON.stringify({ ...manifest, seed: 7 })],
  ])('is not taken for ours when it is %s', (_, text) => {
    expect(parseManifest(text)).toBeUndefined();
  });

  it('is taken for ours with keys that this version does not know', () => {
    expect(parseManifest(JSON.stringify({ ...manifest, later: 1 }))?.seed).toBe('clemenceau');
  });
});

describe('a manifest of earlier days', () => {
  const folder = join(ROOT, 'fixtures', 'manifests');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

  it('is stored in every shape there was', () => expect(names.length).toBeGreaterThan(3));

  for (const name of names) {
    it(`is read, and is the same bytes when it is written again: ${name}`, () => {
      const text = readFileSync(join(folder, name), 'utf8');
      const parsed = parseManifest(text);
      expect(parsed && writeManifest(parsed)).toBe(text);
    });
  }
});

describe('what is no manifest', () => {
  it('is damaged, or of a later shape with the version that wrote it', () => {
    const later = { ...manifest, manifest: 2, brassage: '3.0.0', options: 'unlike any' };
    expect(readManifestText(JSON.stringify(later))).toEqual({ shape: 2, brassage: '3.0.0' });
    expect(readManifestText('{"manifest": 7}')).toEqual({ shape: 7, brassage: '' });
    for (const text of ['', '{', '{"manifest": 0}', '{"manifest": 1}', '{"manifest": "2"}', '{"manifest": 1.5}'])
      expect(readManifestText(text)).toBe('damaged');
  });

  it('is one whose copies of inputs lie outside the folder', () => {
    const inputs = [{ ...manifest.inputs[0], copy: '../before/a.csv' }];
    expect(readManifestText(JSON.stringify({ ...manifest, inputs }))).toBe('damaged');
  });
});

describe('a digest', () => {
  it('is the SHA-256 of FIPS 180-4', async () => {
    expect(await sha256(new Uint8Array())).toBe(empty);
    expect(await sha256(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('is of the bytes shown, not of the memory behind them', async () => {
    const view = new TextEncoder().encode('xabcx').subarray(1, 4);
    expect(await digestFile('a', view)).toEqual({
      name: 'a',
      bytes: 3,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
  });
});
