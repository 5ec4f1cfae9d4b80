import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Control } from '../../src/engine/stopping.js';
import { readModule } from '../../src/usecases/read-module.js';
import { repair, type RepairPlanRequest } from '../../src/usecases/repair.js';
import { verify } from '../../src/usecases/verify.js';
import { fixture } from '../e2e/workspace.js';

const decode = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const encode = (text: string) => new TextEncoder().encode(text);

const ROLES: ReadonlyMap<string, Uint8Array> = new Map(
  readdirSync(fixture('roles'), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => [name, readFileSync(join(fixture('roles'), name))]),
);
const LIST = 'out/groups.csv';
const WITH_LIST = new Map([...ROLES, [LIST, readFileSync(join(fixture('roles'), 'expected', 'groups.csv'))]]);

/** The inputs with one of them changed. */
const edited = (name: string, change: (text: string) => string, inputs = WITH_LIST) => {
  const before = decode(inputs.get(name));
  const after = change(before);
  if (after === before) throw new Error(`the edit changes nothing in ${name}`);
  return new Map([...inputs, [name, encode(after)]]);
};
const without = (id: string) => (text: string) => text.replace(new RegExp(`^${id}[;,].*\\r?\\n`, 'm'), '');

async function repairOf(inputs: ReadonlyMap<string, Uint8Array>, details: Partial<RepairPlanRequest> = {}) {
  const source = async (name: string) => inputs.get(name) ?? ('missing' as const);
  const read = await readModule(source, { settingsFile: 'module.toml', folder: '', keep: LIST });
  if (read.module === undefined || read.kept === undefined) throw new Error(JSON.stringify(read.diagnostics));
  const { language, seed } = read.module.settings;
  return repair({
    module: read.module,
    kept: read.kept,
    seed,
    search: { effort: 1 },
    output: { language, dialect: 'rfc4180', pseudonyms: false },
    inputs: read.inputs,
    version: '1.2.3',
    listsChanges: true,
    ...details,
    options: {
      effort: 1,
      starts: 1,
      timeLimit: null,
      language,
      csv: 'rfc4180',
      pseudonyms: false,
      flags: { keep: LIST, ...(details.maxMoves === undefined ? {} : { maxMoves: String(details.maxMoves) }) },
    },
  });
}

async function planned(inputs: ReadonlyMap<string, Uint8Array>, details: Partial<RepairPlanRequest> = {}) {
  const result = await repairOf(inputs, details);
  if (result.status !== 'planned') throw new Error(JSON.stringify(result.reasons));
  return result;
}

const check = (files: ReadonlyMap<string, Uint8Array>, inputs: ReadonlyMap<string, Uint8Array>) =>
  verify({
    folder: 'next/',
    outputs: async (name) => files.get(name) ?? 'missing',
    present: [...files.keys()],
    findInput: async ({ name }) => ({ place: name, bytes: inputs.get(name) ?? 'missing' }),
    version: '1.2.3',
  });

/** Stops before a piece of work. */
const cutBefore = (piece: number): Control => {
  let asked = 0;
  return { cut: () => (asked++ >= piece ? 'time-limit' : undefined) };
};

describe('a plan that is repaired', () => {
  it('is the same where nothing has changed', async () => {
    const { files, repair: repaired } = await planned(WITH_LIST);
    expect(repaired).toMatchObject({ changes: [], fewest: 0, isProved: true, chosen: { moves: 0 } });
    expect(decode(files.get('groups.csv')).replaceAll('\r\n', '\n').trim()).toBe(
      decode(WITH_LIST.get(LIST)).replace('\uFEFF', '').replaceAll('\r\n', '\n').trim(),
    );
  });

  it('can be made again, however far it came, whatever was allowed', async () => {
    const inputs = edited('north.csv', without('N05'));
    for (const details of [
      {},
      { maxMoves: 5 },
      ...[3, 6, 9].map((piece) => ({ maxMoves: 9, control: cutBefore(piece) })),
    ]) {
      const { files, formed } = await planned(inputs, details);
      expect(formed.stopped).toBe('control' in details ? 'time-limit' : 'budget');
      expect(await check(files, inputs)).toMatchObject({ madeAgain: 'same', diagnostics: [] });
    }
  });

  it('has nobody moved where somebody has left and the sizes allow it, and tells who left', async () => {
    const { repair: repaired, formed } = await planned(edited('north.csv', without('N05')));
    expect(repaired.changes).toMatchObject([{ gone: { id: 'N05' }, to: '', reason: { kind: 'left' } }]);
    expect(formed.grouping.groups.reduce((sum, { size }) => sum + size, 0)).toBe(formed.grouping.assignment.size);
  });

  it('is cut too soon where no groups are known yet', async () => {
    const inputs = edited('north.csv', without('N05'));
    const result = await repairOf(inputs, { control: cutBefore(0) });
    expect(result).toMatchObject({ status: 'impossible', reasons: [{ code: 'repair.cut' }] });
  });
});
