import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startCli, startUntilListening } from './run-cli.js';
import { column, parseTable } from './tables.js';
import { runCli } from './warm-cli.js';
import { fixture, makeFolder, namesIn, textOf } from './workspace.js';

/** The people of the 2018 module without its rules, so that whatever is found first is valid. */
const MODULE = fixture('regards-croises-2018');
const PEOPLE = ['--roster', `ENA=${MODULE}/ena.csv`, '--roster', `INET=${MODULE}/inet.csv`, '--size', '10..11'];
/** A search of hours. */
const LONG = ['--effort', '5', '--starts', '1000'];

describe('an interruption', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`by ${signal} writes the best list so far, whole and valid, and exits 130`, async () => {
      const { child, ended } = await startUntilListening(['groups', ...PEOPLE, ...LONG]);
      child.kill(signal);
      const { code, stdout, stderr } = await ended;
      expect(code).toBe(130);
      expect(stderr).toContain('Interrupted: the best groups found so far are kept.');
      const ids = column(parseTable(stdout), 'id');
      expect(new Set(ids).size).toBe(ids.length);
      expect((await runCli(['score', ...PEOPLE, '--groups', '-'], { stdin: stdout })).code).toBe(0);
    });
  }

  it('of plan writes the whole folder, and the manifest says so', async () => {
    const out = join(await makeFolder(), 'out');
    const { child, ended } = await startUntilListening(['plan', ...PEOPLE, ...LONG, '--out', out]);
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    expect(await namesIn(out)).toEqual(['groups.csv', 'manifest.json', 'plan.xlsx', 'report.html']);
    expect(JSON.parse(await textOf(out, 'manifest.json')).search.stopped).toBe('interrupted');
    expect(await runCli(['score', ...PEOPLE, '--groups', join(out, 'groups.csv')])).toMatchObject({ code: 0 });
  });

  it('of a search in several threads keeps the best of them', async () => {
    const out = join(await makeFolder(), 'out');
    const { child, ended } = await startUntilListening(['plan', ...PEOPLE, ...LONG, '--threads', '2', '--out', out]);
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    const { search } = JSON.parse(await textOf(out, 'manifest.json'));
    expect(search.stopped).toBe('interrupted');
    expect(search.starts[0]).toMatchObject({ start: 0, cut: true });
    expect(search.starts.some(({ hard }: { hard: number }) => hard === 0)).toBe(true);
    expect(await runCli(['score', ...PEOPLE, '--groups', join(out, 'groups.csv')])).toMatchObject({ code: 0 });
  });

  it('is a status of the JSON', async () => {
    const { child, ended } = await startUntilListening(['groups', ...PEOPLE, ...LONG, '--json']);
    child.kill('SIGINT');
    const { code, stdout } = await ended;
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'interrupted', stopped: 'interrupted', hard: 0 });
  });

  it('that comes twice ends the program at once, with nothing written', async () => {
    const folder = await makeFolder();
    const { child, ended } = await startUntilListening(['plan', ...PEOPLE, ...LONG, '--out', join(folder, 'out')]);
    // Stopped meanwhile, it finds both signals when it wakes up.
    for (const signal of ['SIGSTOP', 'SIGINT', 'SIGTERM', 'SIGCONT'] as const) child.kill(signal);
    expect(await ended).toMatchObject({ code: 130, stdout: '', stderr: '' });
    expect(await namesIn(folder)).toEqual([]);
  });
});

describe('a time limit', () => {
  it('cuts the search short with exit 0 and says so', async () => {
    const { code, stdout, stderr } = await startCli(['groups', ...PEOPLE, ...LONG, '--time-limit', '0.3']).ended;
    expect(code).toBe(0);
    expect(stderr).toContain('Time limit reached: the best groups found so far are kept.');
    expect(parseTable(stdout)).toHaveLength(168);
  });

  it('is a reason to stop in the JSON, with a decimal comma too', async () => {
    const { code, stdout } = await startCli(['groups', ...PEOPLE, ...LONG, '--time-limit', '0,2', '--json']).ended;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'done', stopped: 'time-limit' });
  });
});
