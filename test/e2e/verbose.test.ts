import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runShell } from './run-cli.js';
import { runCli, runWell } from './warm-cli.js';
import { fixture, makeFolder } from './workspace.js';

const TINY = fixture('tiny');

/** The names of the stages in the table that ends standard error. */
function stagesIn(stderr: string): readonly string[] {
  const lines = stderr.trimEnd().split('\n');
  const header = lines.findIndex((line) => /^(stage|étape) /.test(line));
  return lines.slice(header + 1).map((line) => line.split(/ {2,}/)[0]);
}

describe('--verbose', () => {
  it('tells time and memory of each stage last, on standard error, in every command that reads a module', async () => {
    const out = join(await makeFolder(), 'out');
    const list = ['--groups', join(out, 'groups.csv')];
    const search = ['obstacles', 'preparation', 'search', 'judgement'];
    for (const [args, stages] of [
      [
        ['plan', TINY, '--out', out],
        ['reading', 'timetable', ...search, 'writing'],
      ],
      [
        ['check', TINY],
        ['reading', 'obstacles', 'timetable'],
      ],
      [
        ['groups', TINY],
        ['reading', ...search, 'writing'],
      ],
      [
        ['score', TINY, ...list],
        ['reading', 'judgement'],
      ],
      [
        ['timetable', TINY, ...list],
        ['reading', 'timetable', 'writing'],
      ],
    ] as const) {
      const { stdout, stderr } = await runWell([...args, '--verbose']);
      expect(stagesIn(stderr)).toEqual([...stages, 'total']);
      expect(stderr).toMatch(/^total +\d+\.\d{3} s +\d+ MiB$/m);
      expect(stdout).not.toContain('MiB');
    }
  });

  it('tells them after a refusal too, in French, and with the starts of a search', async () => {
    const refused = await runCli(['groups', fixture('impossible/apart-more-than-groups'), '--verbose', '--lang', 'fr']);
    expect(refused.code).toBe(4);
    expect(stagesIn(refused.stderr)).toEqual(['lecture', 'obstacles', 'total']);
    const { stderr } = await runWell(['groups', TINY, '--verbose', '--lang', 'fr']);
    expect(stderr).toMatch(/^départ 0\u00a0: \d+ propositions, strict 0, pondéré \d+$/m);
    expect(stderr).toContain('fin par minimum atteint');
  });

  it('is the only way to them, and --quiet wins', async () => {
    expect((await runWell(['groups', TINY])).stderr).not.toMatch(/^total/m);
    expect((await runWell(['groups', TINY, '--verbose', '--quiet'])).stderr).toBe('');
  });
});

describe('progress', () => {
  const search = `$BRASSAGE groups ${fixture('regards-croises-2018')} --effort 0 --starts 1 --output - >/dev/null`;
  // A terminal for the program, by the script command of util-linux; skipped with its name in the report where it is not.
  const onTerminal = (line: string, env: Record<string, string> = {}) =>
    runShell(`script --quiet --return --command '${line}' /dev/null`, { env: { TERM: 'xterm', ...env } });

  it('is for terminals only', async () => {
    const { stderr } = await runShell(search);
    expect(stderr).not.toMatch(/[\r\u001b█]/);
  });

  it.skipIf(!hasScript())('is a bar that is gone when the command has ended', async () => {
    const { code, stdout } = await onTerminal(search, { NO_COLOR: '1' });
    expect(code).toBe(0);
    expect(stdout).toMatch(/search {2}[█░]{8,}  .*% {2}gap /);
    const last = stdout.slice(stdout.lastIndexOf('█'));
    expect(last).toContain('\r\u001b[2K');
    // Nothing but the clearing of the line: no colour.
    expect(stdout.replaceAll('\u001b[2K', '')).not.toContain('\u001b');
  });

  it.skipIf(!hasScript())(
    'is a bar for every command that searches, and for a proof how long it has been',
    async () => {
      const folder = await makeFolder();
      const at = (name: string) => join(folder, name);
      await runWell(['groups', fixture('roles'), '--effort', '0', '--output', at('d.csv')]);
      for (const [command, shown] of [
        [`plan ${TINY} --out ${at('a')}`, /search {2}[█░]{8,} {2}/],
        [`repair ${TINY} --keep ${at('a')} --out ${at('b')}`, /search {2}[█░]{8,} {2}/],
        [`rotate ${TINY} --modules 2 --out ${at('c')}`, /search {2}[█░]{8,} {2}/],
        [`verify ${at('a')} ${TINY}`, /search {2}[█░]{8,} {2}/],
        [`score ${fixture('roles')} --groups ${at('d.csv')} --prove`, /Proof {2}for \d+ s/],
      ] as const) {
        const { code, stdout } = await onTerminal(`$BRASSAGE ${command}`, { NO_COLOR: '1' });
        expect([command, code]).toEqual([command, 0]);
        expect(stdout).toMatch(shown);
      }
    },
  );

  it.skipIf(!hasScript())('is silenced by --quiet, and by a terminal that cannot clear a line', async () => {
    const quick = `$BRASSAGE groups ${TINY} >/dev/null`;
    expect((await onTerminal(quick)).stdout).toContain('search…');
    expect((await onTerminal(`${quick} --quiet`)).stdout).toBe('');
    expect((await onTerminal(quick, { TERM: 'dumb' })).stdout).not.toMatch(/\u001b|search…/);
  });

  it.skipIf(!hasScript())('goes before an error is told', async () => {
    const { code, stdout } = await onTerminal('$BRASSAGE groups nowhere');
    expect(code).toBe(3);
    expect(stdout).toMatch(/reading…\r\u001b\[2K.*nowhere\/module.toml/);
  });
});

function hasScript(): boolean {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
}
