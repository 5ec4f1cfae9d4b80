import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { ROOT } from './run-cli.js';
import { runCli } from './warm-cli.js';
import { edit, fixture, makeFolder, textOf } from './workspace.js';

const SCHEMA = JSON.parse(readFileSync(join(ROOT, 'docs/schema/brassage.schema.json'), 'utf8')) as {
  readonly anyOf: readonly { readonly $ref: string }[];
};
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
ajv.addSchema(SCHEMA, 'schema');
const COMMANDS = SCHEMA.anyOf.map(({ $ref }) => $ref.split('/').at(-1) ?? '').filter((name) => name !== 'refusal');
const [TINY, ROLES, YEAR] = [fixture('tiny'), fixture('roles'), fixture('regards-croises-2018')];

type Printed = Readonly<Record<string, unknown>>;

/** What is wrong with what a command printed; as a refusal where it says no more than that. */
function faultsOf(printed: Printed): readonly string[] {
  const kind =
    Object.keys(printed).length === 3 && printed['status'] !== 'done' ? 'refusal' : String(printed['command']);
  const validate = ajv.getSchema(`schema#/$defs/${kind}`);
  if (validate === undefined) return [`no schema for ${kind}`];
  void validate(printed);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

async function print(args: readonly string[], code = 0): Promise<Printed> {
  const ended = await runCli([...args, '--json']);
  expect({ args, code: ended.code }).toEqual({ args, code });
  return JSON.parse(ended.stdout) as Printed;
}

/** Runs every command in ways that print every part, on a folder of its own. */
async function printAll(): Promise<readonly Printed[]> {
  const folder = await makeFolder();
  const at = (name: string) => join(folder, name);
  const all: Printed[] = [];
  const run = async (...args: readonly string[]) => void all.push(await print(args));
  await run('init', at('new'));
  await run('init', at('new-2'), '--dry-run', '--example');
  await run('completion', 'fish');
  await run('check', TINY);
  await run('check', ROLES);
  await run('plan', TINY, '--out', at('plan'), '--prove');
  await run('plan', TINY, '--out', at('dry'), '--dry-run', '--pseudonyms');
  await run(
    'plan',
    TINY,
    '--out',
    at('again'),
    '--seed',
    'b',
    '--keep',
    at('plan/timetable.csv'),
    '--today',
    '2018-01-01',
  );
  await run('plan', ROLES, '--out', at('roles'), '--effort', '0');
  await writeFile(at('fewer.csv'), (await textOf(ROLES, 'north.csv')).replace(/\n[^\n]*\n$/, '\n'));
  const rosters = ['--roster', `North=${at('fewer.csv')}`, '--roster', `South=${ROLES}/south.csv`];
  await run('repair', ROLES, '--keep', at('roles'), '--out', at('repaired'), '--max-moves', '4', ...rosters);
  await run('repair', TINY, '--keep', at('plan'), '--out', at('same'));
  await run('groups', ROLES);
  await run('groups', TINY, '--history', at('plan/groups.csv'));
  await run('rotate', TINY, '--modules', '2', '--out', at('rotation'));
  for (const by of ['group', 'person', 'room', 'witness'])
    await run('timetable', TINY, '--groups', at('plan/groups.csv'), '--by', by);
  await run(
    'timetable',
    TINY,
    '--groups',
    at('again/groups.csv'),
    '--keep',
    at('plan/timetable.csv'),
    '--by',
    'changes',
  );
  await run('timetable', TINY, '--groups', at('plan/groups.csv'));
  await run('score', TINY, '--groups', at('plan/groups.csv'));
  await run('score', TINY, '--groups', at('again/groups.csv'), '--history', at('plan/groups.csv'));
  await run('compare', at('plan'), at('again'), TINY);
  for (const shard of ['1', '2'])
    await run('plan', TINY, '--out', at(`shard-${shard}`), '--starts', '4', '--shard', `${shard}/2`);
  await run('best', at('shard-1'), at('shard-2'));
  await run('best', at('shard-1'), at('shard-2'), '--out', at('best'));
  await run('verify', at('plan'), TINY);
  await cp(at('plan'), at('edited'), { recursive: true });
  await edit(at('edited/groups.csv'), (text) =>
    text.replace(/^G01/m, 'G02').replace(/(?:\r\n.*){2}$/, '\r\nG02,,,X9,New,Person,North,\r\n'),
  );
  await edit(at('edited/timetable.csv'), (text) => text.replace('09:00', '09:15'));
  all.push(await print(['verify', at('edited'), TINY], 5));
  all.push(await print(['verify', folder], 3));
  all.push(await print(['check', fixture('broken/several-at-once')], 3));
  all.push(await print(['plan', fixture('impossible/witness-blocked'), '--out', at('none')], 4));
  all.push(await print(['plan', fixture('impossible/witness-blocked'), '--out', at('part'), '--partial'], 4));
  await writeFile(at('lame.csv'), (await textOf(at('plan'), 'groups.csv')).replace(/\n[^\n]*\r?\n$/, '\n'));
  all.push(await print(['score', TINY, '--groups', at('lame.csv')], 5));
  return all;
}

/** Every object in a value, the value among them. */
function objectsIn(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

describe('the schema of --json', () => {
  it('describes all that every command prints, and lets no other field pass', async () => {
    const all = await printAll();
    expect(new Set(all.map(({ command }) => command))).toEqual(new Set(COMMANDS));
    for (const printed of all) expect([printed['command'], ...faultsOf(printed)]).toEqual([printed['command']]);
    // Facts of a structure fault have names of their own.
    const isOpen = (own: object) => 'rule' in own && !('violations' in own) && !('of' in own);
    let tried = 0;
    for (const printed of all) {
      const seen = new Set<string>();
      for (const own of objectsIn(printed)) {
        // One object of each shape is enough.
        const shape = Object.keys(own).join();
        if (seen.has(shape) || isOpen(own)) continue;
        seen.add(shape);
        own['undescribed'] = 1;
        expect([shape, faultsOf(printed).length > 0]).toEqual([shape, true]);
        delete own['undescribed'];
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(200);
  });

  it('describes what the module of 2018 gives', async () => {
    expect(faultsOf(await print(['groups', YEAR, '--effort', '0']))).toEqual([]);
    expect(faultsOf(await print(['check', YEAR]))).toEqual([]);
  });

  it('says of every field what it is', () => {
    const nameless = objectsIn(SCHEMA).flatMap(({ properties }) =>
      Object.entries((properties ?? {}) as Record<string, { description?: string }>).flatMap(([name, field]) =>
        (field.description ?? '') === '' ? [name] : [],
      ),
    );
    expect(nameless).toEqual([]);
  });

  it('is what docs/json.md is made from: npm run json-doc writes it', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/write-json-doc.js', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
