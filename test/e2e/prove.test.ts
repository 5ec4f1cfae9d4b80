import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../src/writers/manifest-parser.js';
import { startUntil } from './run-cli.js';
import { parseTable } from './tables.js';
import { runWell } from './warm-cli.js';
import { fixture, makeFolder, textOf } from './workspace.js';

/** Four people, three attributes that cross: one of them stays uneven, for 4 squared units. */
async function crossing(): Promise<readonly string[]> {
  const file = join(await makeFolder(), 'people.csv');
  await writeFile(file, 'id,name,x,y,z\n1,Ada,u,u,u\n2,Ben,u,v,v\n3,Cleo,v,u,v\n4,Dan,v,v,u\n');
  return ['--roster', file, '--size', '2', '--balance', 'x=1,y=1,z=1'];
}

describe('--prove', () => {
  it('proves groups optimal whose bound was out of reach, and says how', async () => {
    const args = await crossing();
    const plain = await runWell(['groups', ...args]);
    expect(plain.stderr).not.toContain('Proof');
    const { stdout, stderr } = await runWell(['groups', ...args, '--prove']);
    expect(stdout).toBe(plain.stdout);
    expect(stderr).toContain('Score 4.0 · optimal (proved)');
    expect(stderr).toMatch(/Proof {2}bound raised from 0\.00 to 4\.00 · optimum proved by branch and bound/);
    const french = await runWell(['score', ...args, '--groups', '-', '--prove', '--lang', 'fr'], { stdin: stdout });
    expect(french.stdout).toContain('Preuve  borne relevée de 0,00 à 4,00 · optimum prouvé');
  });

  it('is in the JSON and in the manifest, whatever the number of threads', async () => {
    const args = await crossing();
    const { stdout } = await runWell(['groups', ...args, '--prove', '--json', '--threads', '2']);
    expect(JSON.parse(stdout)).toMatchObject({
      score: { value: 4, bound: 4, isOptimal: true },
      proof: { outcome: 'optimal', start: { bound: 0 }, reached: { bound: 4 } },
    });
    const out = join(await makeFolder(), 'out');
    await runWell(['plan', ...args, '--prove', '--out', out]);
    const manifest = parseManifest(await textOf(out, 'manifest.json'));
    const { nodes } = JSON.parse(stdout).proof;
    expect(manifest?.options.prove).toBe(100);
    expect(manifest?.score).toMatchObject({ value: '4', bound: '4' });
    expect(manifest?.search.proof).toEqual({ outcome: 'optimal', nodes });
  });

  it('has no time after a limit that the search has used up', async () => {
    const { stdout } = await runWell(['groups', ...(await crossing()), '--prove', '--time-limit', '0.001', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ hard: 0, proof: { outcome: 'time-limit', nodes: 0 } });
  });

  it('ends at the first signal with exit 130 and the best list so far', async () => {
    const { child, ended } = await startUntil('proving', ['groups', fixture('regards-croises-2018'), '--prove']);
    child.kill('SIGINT');
    const { code, stdout } = await ended;
    expect(code).toBe(130);
    expect(parseTable(stdout)).toHaveLength(168);
  });
});
