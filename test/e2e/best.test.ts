import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROGRAM, ROOT, runShell } from './run-cli.js';
import { runCli, runWell } from './warm-cli.js';
import { edit, filesIn, fixture, makeFolder, namesIn, textOf } from './workspace.js';

const MODULE = fixture('regards-croises-2018');
const TINY = fixture('tiny');
const QUICK = ['--effort', '0', '--quiet'];

/** Every file of a plan, by name. */
async function filesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = await filesIn(folder);
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await textOf(folder, name)])));
}

describe('best', () => {
  it('of all shards writes what one machine writes', async () => {
    const folder = await makeFolder();
    const whole = join(folder, 'whole');
    await runWell(['plan', MODULE, ...QUICK, '--starts', '3', '--out', whole]);
    const shards = [1, 2].map((index) => join(folder, 'shards', String(index)));
    const args = ['plan', MODULE, ...QUICK, '--starts', '0..2'];
    for (const [index, out] of shards.entries()) await runWell([...args, '--shard', `${index + 1}/2`, '--out', out]);
    const best = join(folder, 'best');
    const { stdout, stderr } = await runWell(['best', ...shards, '--out', best]);
    expect(await filesOf(best)).toEqual(await filesOf(whole));
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^3 of 3 starts in these plans; the best is start \d/m);
    expect(JSON.parse(await textOf(shards[1], 'manifest.json'))).toMatchObject({
      options: { starts: 3, shard: { index: 2, of: 2 } },
      search: { starts: [{ start: 2 }] },
    });

    const [winner] = stderr.split('\n')[1].split('  ');
    expect((await runWell(['best', ...shards])).stdout).toBe(`${winner}\n`);
    expect(await textOf(winner, 'groups.csv')).toBe(await textOf(whole, 'groups.csv'));
    const json = JSON.parse((await runWell(['best', ...shards, '--json'])).stdout);
    expect(json).toMatchObject({ command: 'best', status: 'done', winner: { folder: winner }, starts: { done: 3 } });
    expect(json.plans).toHaveLength(2);
  });

  it('follows the rules of plan for the folder to write', async () => {
    const folder = await makeFolder();
    const [shard, out] = [join(folder, 'shard'), join(folder, 'out')];
    await runWell(['plan', TINY, '--out', shard, '--quiet']);
    const dry = await runWell(['best', shard, '--out', out, '--dry-run']);
    expect(dry.stderr).toContain('Would be written to');
    expect(await namesIn(folder)).toEqual(['shard']);
    await runWell(['best', shard, '--out', out]);
    const again = await runCli(['best', shard, '--out', out]);
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('Give --force');
    await runWell(['best', shard, '--out', out, '--force']);
    await writeFile(join(out, 'notes.txt'), 'mine');
    expect(await runCli(['best', shard, '--out', out, '--force'])).toMatchObject({ code: 2 });
    expect(await textOf(out, 'notes.txt')).toBe('mine');
  });

  it('refuses plans of different searches with exit 3, naming folder and field, in both languages', async () => {
    const folder = await makeFolder();
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    await runWell(['plan', TINY, '--out', one, '--quiet']);
    await runWell(['plan', TINY, '--out', two, '--quiet', '--seed', 'another']);
    const english = await runCli(['best', one, two, '--out', join(folder, 'out')]);
    expect(english).toMatchObject({ code: 3, stdout: '' });
    expect(english.stderr).toContain(`${two}/manifest.json: error: Not a part of the same search as ${one}: seed is`);
    expect(await namesIn(folder)).toEqual(['one', 'two']);
    const french = await runCli(['best', one, two, '--lang', 'fr', '--json']);
    expect(french.code).toBe(3);
    expect(JSON.parse(french.stdout)).toMatchObject({ command: 'best', status: 'input-wrong' });
    expect(french.stdout).toContain('Ne fait pas partie de la même recherche');
  });

  it('refuses a plan that somebody changed, and says when there is none', async () => {
    const folder = await makeFolder();
    const shard = join(folder, 'shard');
    await runWell(['plan', TINY, '--out', shard, '--quiet']);
    await edit(join(shard, 'groups.csv'), (text) => text.replace(/\r?\n$/, ''));
    const changed = await runCli(['best', shard]);
    expect(changed).toMatchObject({ code: 3, stdout: '' });
    expect(changed.stderr).toContain(`${shard}/groups.csv: error: This file was changed since brassage wrote it.`);
    const none = await runCli(['best', join(folder, 'a'), join(folder, 'b')]);
    expect(none).toMatchObject({ code: 3, stdout: '' });
    expect(none.stderr).toContain('exit code 4');
  });
});

describe('docs/many-machines.md', () => {
  /** A folder to work in with a module in it, and `brassage` on the path, whose `srun` runs its command. */
  async function makeCluster(): Promise<{ cwd: string; env: Record<string, string> }> {
    const cwd = await makeFolder();
    await cp(TINY, join(cwd, 'my-module'), { recursive: true });
    await mkdir(join(cwd, 'bin'));
    const programs = {
      brassage: `exec "${process.execPath}" "${PROGRAM}" "$@"`,
      srun: 'while [[ $1 == --* ]]; do shift; done; exec "$@"',
    };
    for (const [name, line] of Object.entries(programs)) {
      await writeFile(join(cwd, 'bin', name), `#!/bin/bash\n${line}\n`);
      await chmod(join(cwd, 'bin', name), 0o755);
    }
    return { cwd, env: { PATH: `${join(cwd, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` } };
  }

  /** The blocks of one language in a section of the page. */
  async function blocksOf(section: string, language: string): Promise<readonly string[]> {
    const page = await textOf(ROOT, 'docs', 'many-machines.md');
    const [text] = page.split(`\n## ${section}\n`)[1].split('\n## ');
    return [...text.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'gm'))].map(([, block]) => block);
  }

  // Skipped with its name in the report where there is no GNU parallel; .ci/run installs it.
  it.skipIf(!hasParallel())('shares a search by GNU parallel, with the bytes of one machine', async () => {
    const cluster = await makeCluster();
    const [block] = await blocksOf('GNU parallel', 'sh');
    const ended = await runShell(block, cluster);
    expect(ended).toMatchObject({ code: 0, stdout: '' });
    await runWell(['plan', 'my-module', '--starts', '1000', '--out', 'whole', '--quiet'], cluster);
    expect(await filesOf(join(cluster.cwd, 'out'))).toEqual(await filesOf(join(cluster.cwd, 'whole')));
    expect(await namesIn(join(cluster.cwd, 'shards'))).toHaveLength(10);
  });

  it('has a Slurm script in which task 3 runs shard 3', async () => {
    const cluster = await makeCluster();
    const [script] = await blocksOf('Slurm', 'bash');
    const env = { ...cluster.env, SLURM_ARRAY_TASK_ID: '3', SLURM_CPUS_PER_TASK: '2' };
    expect(await runShell(script, { ...cluster, env })).toMatchObject({ code: 0 });
    // A task that is queued again finds its own folder.
    expect(await runShell(script, { ...cluster, env })).toMatchObject({ code: 0 });
    const { options } = JSON.parse(await textOf(cluster.cwd, 'shards', '3', 'manifest.json'));
    expect(options).toMatchObject({ starts: 1000, shard: { index: 3, of: 10 } });
  });

  it('has a Kubernetes Job in which index 2 runs shard 3', async () => {
    const cluster = await makeCluster();
    const [job] = await blocksOf('Kubernetes', 'yaml');
    const [, script] = /^ +- >-\n([^]*?)^ +resources:/m.exec(job) ?? [];
    const line = script.replace(/\s+/g, ' ').trim();
    const env = { ...cluster.env, JOB_COMPLETION_INDEX: '2' };
    expect(await runShell(line, { ...cluster, env })).toMatchObject({ code: 0 });
    const { options } = JSON.parse(await textOf(cluster.cwd, 'shards', '3', 'manifest.json'));
    expect(options).toMatchObject({ starts: 1000, shard: { index: 3, of: 10 } });
  });
});

function hasParallel(): boolean {
  try {
    return execFileSync('parallel', ['--version'], { encoding: 'utf8', timeout: 60_000 }).startsWith('GNU parallel');
  } catch {
    return false;
  }
}
