import { execFileSync } from 'node:child_process';
import { watch } from 'node:fs';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { recoverFolder } from '../../src/node/output-folder.js';
import { startCli, type Running } from './run-cli.js';
import { runCli, runWell } from './warm-cli.js';
import { filesIn, fixture, makeFolder, namesIn, textOf } from './workspace.js';

/** How many runs are killed; more where somebody wants to be surer: BRASSAGE_KILLS=200. */
const KILLS = Number(process.env['BRASSAGE_KILLS'] ?? 5);
/** Of these, milliseconds after the first file of a plan begins to be written, at most. */
const WRITING = 40;

const asked = (out: string, seed: string) => [
  'plan',
  fixture('tiny'),
  '--out',
  out,
  '--seed',
  seed,
  '--force',
  '--quiet',
];

/** Every file of a folder with its bytes, as one text. */
async function contentsOf(folder: string): Promise<string> {
  const names = await filesIn(folder);
  const texts = await Promise.all(names.map((name) => textOf(folder, name)));
  return names.map((name, index) => `${name}\n${texts[index]}`).join('\n');
}

/** Two plans of one module, as folders hold them. */
async function makeTwoPlans(): Promise<{ home: string; out: string; plans: readonly string[] }> {
  const home = await makeFolder();
  const plans: string[] = [];
  for (const seed of ['a', 'b']) {
    const place = join(home, 'apart', seed);
    await runWell(asked(place, seed));
    plans.push(await contentsOf(place));
  }
  const out = join(home, 'here', 'out');
  await runWell(asked(out, 'a'));
  return { home: join(home, 'here'), out, plans };
}

/** Kills a run at a moment of its life, or soon after it begins to write. */
async function killAt(running: Running, home: string, share: number, life: number): Promise<void> {
  if (share < 0.5) await wait(share * 2 * life);
  else {
    const isWriting = new Promise<void>((resolve) => {
      const watcher = watch(home, () => resolve());
      onTestFinished(() => watcher.close());
    });
    await Promise.race([isWriting, running.ended]);
    await wait((share - 0.5) * 2 * WRITING);
  }
  running.child.kill('SIGKILL');
  await running.ended;
}

describe('a run that is killed', () => {
  it(
    `leaves the old plan or the new one whole, at any of ${KILLS} moments`,
    async () => {
      const { home, out, plans } = await makeTwoPlans();
      const begun = performance.now();
      await startCli(asked(out, 'b')).ended;
      const life = performance.now() - begun;
      for (let kill = 0; kill < KILLS; kill++) {
        const running = startCli(asked(out, kill % 2 === 0 ? 'a' : 'b'));
        await killAt(running, home, (kill + 0.5) / KILLS, life);
        // Between two renames the old plan lies beside its place, whole, until the next run.
        await recoverFolder(out);
        expect(plans).toContain(await contentsOf(out));
        expect(await namesIn(home)).toEqual(['out']);
      }
    },
    60_000 + 3_000 * KILLS,
  );

  it('leaves nothing where nothing was, but what the next run clears away', async () => {
    const home = await makeFolder();
    const out = join(home, 'out');
    const running = startCli(asked(out, 'a'));
    await killAt(running, home, 0.5, 0);
    expect((await runCli(asked(out, 'a'))).code).toBe(0);
    expect(await namesIn(home)).toEqual(['out']);
  });
});

describe('two runs at once into one folder', () => {
  it('leave the plan of one of them whole', async () => {
    const { home, out, plans } = await makeTwoPlans();
    const ends = await Promise.all(['a', 'b'].map((seed) => startCli(asked(out, seed)).ended));
    expect(ends.map(({ code }) => code)).toContain(0);
    for (const { stderr } of ends) expect(stderr).not.toMatch(/\n\s+at /);
    await recoverFolder(out);
    expect(plans).toContain(await contentsOf(out));
    expect(await namesIn(home)).toEqual(['out']);
  });
});

describe('a place that takes nothing', () => {
  it.skipIf(process.platform !== 'linux')('is named where it is read-only, before any search', async () => {
    const { code, stdout, stderr } = await runCli(['plan', fixture('tiny'), '--out', '/proc/out', '--lang', 'en']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: \/proc\/out .*\n$/);
  });

  it.skipIf(!canMount())('keeps the old plan where the disk is full, and says so', async () => {
    const home = await makeFolder();
    const disk = join(home, 'disk');
    await mkdir(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk]);
    onTestFinished(() => void execFileSync('umount', [disk]));
    const out = join(disk, 'out');
    await runWell(asked(out, 'a'));
    const before = await contentsOf(out);
    // Room for a part of another plan.
    await writeFile(join(disk, 'ballast'), new Uint8Array(340_000));
    const { code, stderr } = await runCli([...asked(out, 'b'), '--lang', 'en']);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be written (ENOSPC). Nothing was written.');
    expect(await contentsOf(out)).toBe(before);
    expect(await namesIn(disk)).toEqual(['ballast', 'out']);
    await access(join(out, 'manifest.json'));
  });
});

/** Whether this user may make a small disk. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
