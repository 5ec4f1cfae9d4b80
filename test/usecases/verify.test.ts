import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InputDigest, Manifest } from '../../src/domain/manifest.js';
import { compileProblem } from '../../src/engine/problem.js';
import { solveWithHighs } from '../../src/proof/highs-solver.js';
import { prove, type ProofFinding } from '../../src/proof/prove.js';
import type { Prover } from '../../src/proof/prover.js';
import type { OutputFiles } from '../../src/usecases/files.js';
import { plan, type PlanRequest } from '../../src/usecases/plan.js';
import { readModule } from '../../src/usecases/read-module.js';
import { proofLimitsOf } from '../../src/usecases/search-options.js';
import { verify, type VerifyRequest } from '../../src/usecases/verify.js';
import { writeManifest } from '../../src/writers/manifest.js';
import { encodeUtf8 } from '../../src/writers/utf8.js';
import { fixture } from '../e2e/workspace.js';

type Files = ReadonlyMap<string, Uint8Array>;

const filesOf = (folder: string): Files =>
  new Map(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name))]),
  );
const ROLES = filesOf(fixture('roles'));

/** A plan of some inputs, with the manifest that the command line writes. */
async function planOf(inputs: Files, details: Partial<PlanRequest> = {}): Promise<OutputFiles> {
  const source = async (name: string) => inputs.get(name) ?? ('missing' as const);
  const read = await readModule(source, { settingsFile: 'module.toml', folder: '' });
  if (read.module === undefined) throw new Error(JSON.stringify(read.diagnostics));
  const { language, seed } = read.module.settings;
  const result = await plan({
    module: read.module,
    seed,
    search: { effort: 1, starts: 1 },
    output: { language, dialect: 'rfc4180', pseudonyms: false },
    inputs: read.inputs,
    version: '1.2.3',
    ...details,
    options: {
      effort: 1,
      starts: 1,
      timeLimit: null,
      language,
      csv: 'rfc4180',
      pseudonyms: false,
      flags: {},
      ...details.options,
    },
  });
  if (result.status !== 'planned') throw new Error(JSON.stringify(result.reasons));
  return result.files;
}

function check(outputs: Files, inputs: Files = ROLES, details: Partial<VerifyRequest> = {}) {
  return verify({
    folder: 'out/',
    outputs: async (name) => outputs.get(name) ?? 'missing',
    present: [...outputs.keys()],
    findInput: async ({ name }: InputDigest) => ({ place: `m/${name}`, bytes: inputs.get(name) ?? 'missing' }),
    version: '1.2.3',
    ...details,
  });
}

const said = ({ diagnostics }: Awaited<ReturnType<typeof check>>) =>
  diagnostics.map(({ severity, code, source }) => `${severity} ${code} ${source?.file ?? ''}`);
const manifestIn = (files: Files): Manifest => JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
const withManifest = (files: Files, change: (manifest: Manifest) => Manifest): Files =>
  new Map([...files, ['manifest.json', encodeUtf8(writeManifest(change(manifestIn(files))))]]);
const withText = (files: Files, name: string, change: (text: string) => string): Files =>
  new Map([...files, [name, encodeUtf8(change(new TextDecoder().decode(files.get(name))))]]);

describe('a plan that is compared', () => {
  it('is the same where nothing was changed', async () => {
    const result = await check(await planOf(ROLES));
    expect(result).toMatchObject({ madeAgain: 'same', added: [], diagnostics: [] });
    expect(new Set([...result.inputs, ...result.outputs].map(({ state }) => state))).toEqual(new Set(['same']));
  });

  it('is not made again of other inputs', async () => {
    const files = await planOf(ROLES);
    const changed = withText(ROLES, 'north.csv', (text) => `${text}\n`);
    expect(said(await check(files, changed))).toEqual([
      'error verify.input-changed m/north.csv',
      'error verify.not-made-again out/manifest.json',
    ]);
    const { 'rules.csv': _gone, ...left } = Object.fromEntries(ROLES);
    const result = await check(files, new Map(Object.entries(left)));
    expect(said(result)[0]).toBe('error verify.input-missing m/rules.csv');
    expect(result.madeAgain).toBe('not-tried');
  });

  it('is made again also where one of its files was changed, to tell what was written there', async () => {
    const files = withText(await planOf(ROLES), 'groups.csv', (text) => text.replace('\r\n', '\r\nx'));
    const result = await check(files);
    expect(result).toMatchObject({
      madeAgain: 'same',
      diagnostics: [
        {
          code: 'verify.output-changed',
          source: { file: 'out/groups.csv', line: 2 },
          params: { difference: { line: 2 } },
        },
      ],
    });
  });

  it('names what is made otherwise, by one of the same line of versions as an error', async () => {
    const files = withText(await planOf(ROLES), 'groups.csv', (text) => text.replace('\r\n', '\r\nx'));
    const groups = files.get('groups.csv') ?? new Uint8Array();
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(groups))).toString('hex');
    const forge = (brassage: string) =>
      withManifest(files, (manifest) => ({
        ...manifest,
        brassage,
        outputs: manifest.outputs.map((output) =>
          output.name === 'groups.csv' ? { ...output, bytes: groups.length, sha256: digest } : output,
        ),
      }));
    // Page and workbook say which version made them, and are others then as they should be.
    const saidOf = async (brassage: string) =>
      said(await check(forge(brassage))).filter((line) => !/(?:report\.html|plan\.xlsx)$/.test(line));
    const other = 'verify.other-result out/groups.csv';
    const itself = 'verify.other-result out/manifest.json';
    expect(await saidOf('1.2.3')).toEqual([`error ${other}`, `error ${itself}`]);
    expect(await saidOf('1.2.9')).toEqual([
      'warning verify.other-version out/manifest.json',
      `error ${other}`,
      `error ${itself}`,
    ]);
    for (const version of ['1.3.0', '2.2.3', '1.2.3-beta', 'unlike any'])
      expect(await saidOf(version)).toEqual([
        'warning verify.other-version out/manifest.json',
        `warning ${other}`,
        `warning ${itself}`,
        'error verify.other-draw out/manifest.json',
      ]);
  });

  it('names files that are made now only, or were made then only', async () => {
    const files = await planOf(ROLES);
    const [groups] = manifestIn(files).outputs;
    const more = withManifest(files, (manifest) => ({ ...manifest, outputs: [groups, { ...groups, name: 'x.csv' }] }));
    expect(said(await check(more))).toContain('error verify.output-missing out/x.csv');
    expect(said(await check(more))).toContain('error verify.other-result out/x.csv');
    const fewer = withManifest(files, (manifest) => ({
      ...manifest,
      outputs: manifest.outputs.filter(({ name }) => name !== groups.name),
    }));
    expect(said(await check(fewer))).toEqual([
      'warning verify.output-added out/groups.csv',
      'error verify.other-result out/groups.csv',
      'error verify.other-result out/manifest.json',
    ]);
  });

  it('of another version is done where the bytes are the same, which name the version that made them', async () => {
    const result = await check(await planOf(ROLES, { version: '1.2.9' }));
    expect(said(result)).toEqual(['warning verify.other-version out/manifest.json']);
    expect(result.madeAgain).toBe('same');
  });

  it('of a command that this version does not know is compared with the manifest alone', async () => {
    const files = withManifest(await planOf(ROLES), (manifest) => ({ ...manifest, command: 'later' }));
    const result = await check(files);
    expect(result.madeAgain).toBe('not-tried');
    expect(result.diagnostics).toMatchObject([{ code: 'verify.not-made-again', params: { why: 'command' } }]);
  });

  it('says so where the same options give no plan', async () => {
    const files = withManifest(await planOf(ROLES), (manifest) => ({
      ...manifest,
      options: { ...manifest.options, flags: { count: '900' } },
    }));
    const result = await check(files);
    expect(result.madeAgain).toBe('failed');
    expect(said(result).at(-1)).toBe('error verify.not-made-again out/manifest.json');
  });

  it('is nothing while it is interrupted', async () => {
    const result = await check(await planOf(ROLES), ROLES, { means: { control: { cut: () => 'interrupted' } } });
    expect(result).toMatchObject({ madeAgain: 'interrupted', diagnostics: [] });
  });

  it('need not tell of its starts, or may be damaged otherwise', async () => {
    const files = await planOf(ROLES);
    const none = withManifest(files, (manifest) => ({ ...manifest, search: { stopped: 'budget', starts: [] } }));
    expect(said(await check(none))).toEqual(['error verify.other-result out/manifest.json']);
    const wild = withManifest(files, (manifest) => ({
      ...manifest,
      options: { ...manifest.options, flags: { lang: 'xx', hearings: 'x', size: 'few', unknown: ['a'] } },
    }));
    expect((await check(wild)).madeAgain).not.toBe('same');
  });
});

describe('a proof that was cut short', () => {
  it('is tried again up to where it was, whatever it knew by then', async () => {
    const limits = proofLimitsOf(1);
    const findings: ProofFinding[] = [];
    const cutAfter =
      (told: number): Prover =>
      async (module, groupOf, asked) => {
        const known: ProofFinding[] = [];
        known.push(await prove(compileProblem(module), groupOf, asked, solveWithHighs, (found) => known.push(found)));
        findings.push(...known);
        const finding = known.at(told - 1);
        return told === 0 || finding === undefined ? { cut: 'interrupted' } : { cut: 'interrupted', told, finding };
      };
    const inputs = CROSSING;
    for (const told of [0, 1, 2]) {
      const options = { prove: limits.nodes } as PlanRequest['options'];
      const files = await planOf(inputs, { proof: { prover: cutAfter(told), limits }, options });
      const { proof } = manifestIn(files).search;
      expect(proof).toMatchObject({ outcome: 'interrupted', ...(told === 0 ? {} : { told }) });
      expect(await check(files, inputs)).toMatchObject({ madeAgain: 'same', diagnostics: [] });
    }
    // One of them is not the last, and knows less.
    expect(findings.length).toBeGreaterThan(3);
  });
});

/** Eight people, three attributes that cross: whoever sits together, two are alike in one of them, which only a proof can tell. */
const CROSSING: Files = new Map(
  Object.entries({
    'module.toml':
      'seed = "x"\n[[roster]]\nschool = ""\nfile = "p.csv"\n[groups]\nsize = [2, 2]\n[balance]\nx = 1\ny = 1\nz = 1\n',
    'p.csv':
      'id,name,x,y,z\n1,P1,u,u,u\n2,P2,u,v,v\n3,P3,v,u,v\n4,P4,v,v,u\n5,P5,u,u,u\n6,P6,u,v,v\n7,P7,v,u,v\n8,P8,v,v,u\n',
  }).map(([name, text]) => [name, encodeUtf8(text)]),
);
