import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './warm-cli.js';
import { copyFixture, edit, fixture, makeFolder, namesIn } from './workspace.js';

interface Defect {
  readonly name: string;
  /** `file`, `file:line` or `file:line:field`. */
  readonly places: readonly string[];
  readonly suggestion?: string;
}

const DEFECTS = parseReadme(await readFile(fixture('broken/README.md'), 'utf8'));

describe('every broken module', () => {
  it('is listed in the README, and the other way round', async () => {
    const entries = await readdir(fixture('broken'), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(DEFECTS.map(({ name }) => name).sort()).toEqual(folders.sort());
  });

  for (const { name, places, suggestion } of DEFECTS) {
    it(`${name}: is refused with exit 3, its place named, nothing written`, async () => {
      const folder = await makeFolder();
      const module = fixture(`broken/${name}`);
      const { code, stdout, stderr } = await runCli(['plan', module, '--out', join(folder, 'out')]);
      expect(stderr).toMatch(/^\d+ errors?\. Nothing was written\.$/m);
      expect(code).toBe(3);
      expect(stdout).toBe('');
      expect(await namesIn(folder)).toEqual([]);
      for (const place of places) {
        const line = stderr
          .split('\n')
          .find((text) => text.includes(': error: ') && text.startsWith(`${module}/${place}`));
        // `south.csv:5` must not be met by `south.csv:50`.
        expect(line?.slice(`${module}/${place}`.length) ?? `${place} is not in:\n${stderr}`).toMatch(
          /^(?::\d+)? |^: error/,
        );
      }
      if (suggestion !== undefined) expect(stderr).toContain(`Maybe "${suggestion}"?`);
    });
  }
});

describe('several errors', () => {
  it('come in one report, each once, in every command that reads the module', async () => {
    const module = fixture('broken/several-at-once');
    const commands = [
      ['check', module],
      ['groups', module],
      ['timetable', module],
      ['score', module],
    ];
    for (const args of commands) {
      const { code, stdout, stderr } = await runCli(args);
      expect(stderr.match(/: error: /g)).toHaveLength(7);
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    }
  });

  it('do not follow from one another: a themes file that is missing is one error, not one for every wish', async () => {
    for (const [flag, file] of [
      ['--themes', 'none.csv'],
      ['--sessions', 'none.csv'],
      ['--witnesses', 'none.csv'],
    ]) {
      const { code, stderr } = await runCli(['check', fixture('regards-croises-2018'), flag, file]);
      expect(code).toBe(3);
      expect(stderr.split('\n').filter((line) => line.includes('error: '))).toEqual([
        'none.csv: error: There is no such file. Check the name in module.toml or in the command.',
      ]);
    }
  });

  it('do not follow from one another: a rule about somebody whose line is cut short, or about a group, is no error yet', async () => {
    const module = await copyFixture('tiny');
    await edit(join(module, 'north.csv'), (text) => text.replace('A3,Carrow,Iris,commune,WATER|BUS', 'A3,Carrow'));
    await edit(join(module, 'rules.csv'), (text) => `${text}together,A3|A4,,,\nfixed,A2,BUS-G1,,\nfixed,A4,WATRE,,\n`);
    const { code, stderr } = await runCli(['check', module]);
    expect(code).toBe(3);
    const places = stderr
      .split('\n')
      .filter((line) => line.includes('error: '))
      .map((line) => line.split(' ')[0].slice(module.length));
    expect(places).toEqual(['/north.csv:4:', '/rules.csv:6:3']);
  });

  it('are said in French to who asks for French', async () => {
    const { code, stderr } = await runCli(['check', fixture('broken/several-at-once'), '--lang', 'fr']);
    expect(code).toBe(3);
    expect(stderr).toContain('7 erreurs');
    expect(stderr.match(/\u00a0: erreur\u00a0: /g)).toHaveLength(7);
    expect(stderr).not.toMatch(/error|expected|Maybe/);
    expect(stderr).not.toMatch(/ [:;?!»]|« /);
  });
});

function parseReadme(text: string): readonly Defect[] {
  const rows = [...text.matchAll(/^\| \[([\w-]+)\]\([\w-]+\) \| (.*?) \| (.*) \|$/gm)];
  return rows.map(([, name, where, said]) => {
    const suggestion = /Maybe `([^`]+)`/.exec(said)?.[1];
    const places = [...where.matchAll(/`([^`]+)`/g)].map((match) => match[1]);
    return { name, places, ...(suggestion === undefined ? {} : { suggestion }) };
  });
}
