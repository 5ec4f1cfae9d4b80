import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli as runAlone, runShell } from './run-cli.js';
import { parseTable } from './tables.js';
import { runCli } from './warm-cli.js';
import { fixture, makeFolder, namesIn, textOf } from './workspace.js';

const TINY = fixture('tiny');
const MODULE = fixture('regards-croises-2018');

async function groupsOf(module: string): Promise<string> {
  return (await runCli(['groups', module])).stdout;
}

describe('standard output', () => {
  it('carries the group list and nothing else; the summary goes to standard error', async () => {
    const { stdout, stderr } = await runAlone(['groups', TINY]);
    const rows = parseTable(stdout);
    expect(rows.map((row) => `${row['group']} ${row['id']}`)).toEqual([
      'WATER-G1 A1',
      'WATER-G1 A4',
      'WATER-G1 B1',
      'WATER-G1 B4',
      'BUS-G1 A2',
      'BUS-G1 A3',
      'BUS-G1 B2',
      'BUS-G1 B3',
    ]);
    expect(stderr).toContain('8 people');
    expect(stderr).toContain('Score 31.0 · optimal (proved)');
  });

  it('stays empty for plan, whose data are files', async () => {
    const out = join(await makeFolder(), 'out');
    const { code, stdout, stderr } = await runAlone(['plan', TINY, '--out', out]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain(
      `Written to ${out}/: groups.csv, timetable.csv, fairness.csv, calendars/ (7 files), plan.xlsx, report.html, manifest.json\nOpen ${out}/report.html\n`,
    );
  });

  it('carries the timetable as plain CSV', async () => {
    const { code, stdout } = await runCli(['timetable', TINY, '--groups', '-'], { stdin: await groupsOf(TINY) });
    expect(code).toBe(0);
    const rows = parseTable(stdout).map((row) => `${row['start']} ${row['group']} ${row['kind']} ${row['witness']}`);
    expect(rows).toEqual([
      '09:00 WATER-G1 plenary ',
      '09:00 BUS-G1 plenary ',
      '10:30 WATER-G1 hearing W1',
      '10:30 BUS-G1 hearing W2',
      '14:00 WATER-G1 presentation ',
      '14:00 BUS-G1 presentation ',
    ]);
  });
});

describe('a pipe that is closed early', () => {
  const lines = [
    `$BRASSAGE groups "${MODULE}" --effort 0 | head -3`,
    `$BRASSAGE groups "${MODULE}" --effort 0 --json | head -3`,
    `$BRASSAGE groups "${MODULE}" --effort 0 --json | true`,
    `$BRASSAGE check "${MODULE}" --json | true`,
    '$BRASSAGE --help | true',
  ];
  for (const line of lines) {
    it(`ends the program silently: ${line.replace(MODULE, '')}`, async () => {
      const { code, stderr } = await runShell(line);
      expect(code).toBe(0);
      expect(stderr).not.toMatch(/EPIPE|Error|\n\s+at |bug/);
    });
  }

  it('gives head its three lines', async () => {
    const { stdout } = await runShell(`$BRASSAGE groups "${MODULE}" --effort 0 --quiet | head -3`);
    expect(stdout.split('\r\n')).toHaveLength(4);
    expect(stdout).toMatch(/^groupe,thème,volet,/);
  });

  it('lets groups flow into score and timetable', async () => {
    const { code, stdout } = await runShell(
      `$BRASSAGE groups "${TINY}" | $BRASSAGE score "${TINY}" --groups - && $BRASSAGE groups "${TINY}" | $BRASSAGE timetable "${TINY}" --groups -`,
    );
    expect(code).toBe(0);
    expect(stdout).toContain('Score 31.0 · optimal (proved)');
    expect(stdout).toContain('uid,version,session');
  });
});

describe('standard output that cannot be written', () => {
  const lines = [
    `$BRASSAGE groups "${TINY}" > /dev/full`,
    `$BRASSAGE groups "${TINY}" --json > /dev/full`,
    `$BRASSAGE check "${TINY}" --json > /dev/full`,
  ];
  for (const line of lines) {
    it.skipIf(process.platform !== 'linux')(`is said in one sentence: ${line.replace(TINY, '')}`, async () => {
      expect(await runShell(line)).toMatchObject({
        code: 2,
        stderr: 'error: standard output cannot be written (ENOSPC).\n',
      });
    });
  }

  it.skipIf(process.platform !== 'linux')('is said in French', async () => {
    const { code, stderr } = await runShell(`$BRASSAGE groups "${TINY}" --lang fr > /dev/full`);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'erreur\u00a0: la sortie standard ne peut pas être écrite (ENOSPC).\n',
    });
  });
});

describe('a dash', () => {
  it('is a roster on standard input', async () => {
    const stdin = await readFile(join(TINY, 'north.csv'));
    const args = [
      'groups',
      '--roster',
      'North=-',
      '--roster',
      `South=${TINY}/south.csv`,
      '--count',
      '2',
      '--lang',
      'en',
    ];
    const { code, stdout } = await runAlone(args, { stdin });
    expect(code).toBe(0);
    expect(
      parseTable(stdout)
        .map((row) => row['school'])
        .sort(),
    ).toEqual([...Array(4).fill('North'), ...Array(4).fill('South')]);
  });

  it('is named as such in an error', async () => {
    const { code, stderr } = await runCli(['groups', '--roster', 'North=-', '--count', '2'], {
      stdin: 'id,nom\n1\n',
    });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^-:2: error: /m);
  });

  it('is standard output for --output', async () => {
    const { code, stdout } = await runCli(['groups', TINY, '--output', '-', '--quiet']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: await groupsOf(TINY) });
  });
});

describe('--quiet', () => {
  it('leaves the data alone on standard output and standard error empty', async () => {
    const folder = await makeFolder();
    const { stdout, stderr } = await runAlone(['groups', MODULE, '--quiet', '--effort', '0']);
    expect(stderr).toBe('');
    expect(parseTable(stdout)).toHaveLength(168);
    expect(await runCli(['plan', TINY, '--quiet', '--out', join(folder, 'out')])).toMatchObject({
      stdout: '',
      stderr: '',
    });
    expect(await runCli(['check', TINY, '--quiet'])).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  it('still says errors', async () => {
    const { code, stderr } = await runCli(['plan', fixture('broken/bad-date'), '--quiet']);
    expect(code).toBe(3);
    expect(stderr).toMatch(/sessions\.csv:3:2 .*error: .*\n$/);
    const cwd = await makeFolder();
    const impossible = await runCli(['plan', fixture('impossible/together-and-apart'), '--quiet'], { cwd });
    expect(impossible.stderr).toContain('rules.csv:3: error: ');
  });
});

describe('--json', () => {
  it('parses for every command and says which, how it ended, and what it is about', async () => {
    const folder = await makeFolder();
    const list = join(folder, 'out', 'groups.csv');
    const diagnostics = [
      { severity: 'note', code: 'timetable.if-needed', message: 'W2 is needed in HEAR (offered "if needed").' },
    ];
    const commands: readonly (readonly [string, readonly string[], object])[] = [
      ['init', [join(folder, 'new')], { written: { folder: join(folder, 'new') } }],
      ['check', [TINY], { title: 'Water and buses', people: 8, sessions: 3 }],
      [
        'plan',
        [TINY, '--out', join(folder, 'out')],
        { diagnostics, hard: 0, score: { value: 31, bound: 31, gap: 0, isOptimal: true }, stopped: 'bound' },
      ],
      [
        'groups',
        [TINY],
        {
          hard: 0,
          score: { value: 31 },
          groups: [
            { label: 'WATER-G1', size: 4 },
            { label: 'BUS-G1', size: 4 },
          ],
        },
      ],
      ['timetable', [TINY, '--groups', list], { diagnostics, figures: { hearings: 2 } }],
      ['score', [TINY, '--groups', list], { isBroken: false, score: { value: 31, isOptimal: true }, structure: [] }],
    ];
    for (const [command, args, expected] of commands) {
      const { code, stdout } = await runCli([command, ...args, '--json']);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ command, status: 'done', diagnostics: [], ...expected });
    }
  });

  it('holds the errors with file, line, field and value', async () => {
    const module = fixture('broken/unknown-kind');
    for (const command of ['check', 'plan', 'groups', 'timetable', 'score']) {
      const { code, stdout, stderr } = await runCli([command, module, '--json']);
      expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
      const { status, diagnostics } = JSON.parse(stdout);
      expect(status).toBe('input-wrong');
      const place = { file: `${module}/sessions.csv`, line: 3, field: 5, value: 'haering', suggestion: 'hearing' };
      expect(diagnostics).toMatchObject([{ severity: 'error', code: 'cell.not-one-of', ...place }]);
    }
  });

  it('says of a dry run what would be written, and that nothing was', async () => {
    const folder = await makeFolder();
    for (const args of [
      ['plan', TINY, '--out', join(folder, 'out')],
      ['init', join(folder, 'new')],
    ]) {
      const { code, stdout } = await runCli([...args, '--json', '--dry-run']);
      expect(code).toBe(0);
      const result = JSON.parse(stdout);
      expect(result).not.toHaveProperty('written');
      expect(result.wouldWrite.files).toContain(args[0] === 'plan' ? 'groups.csv' : 'module.toml');
    }
    expect(await namesIn(folder)).toEqual([]);
  });

  it('goes to a file with --output', async () => {
    const file = join(await makeFolder(), 'groups.json');
    const { code, stdout } = await runCli(['groups', TINY, '--json', '--output', file]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(JSON.parse(await textOf(file)).command).toBe('groups');
  });
});

describe('standard error that is no terminal', () => {
  it('shows no progress: no carriage return, no escape, during a search of some length', async () => {
    // Without the rules of the module, so that whatever is found first is valid.
    const people = ['--roster', `ENA=${MODULE}/ena.csv`, '--roster', `INET=${MODULE}/inet.csv`, '--size', '10..11'];
    const long = ['--effort', '5', '--starts', '1000', '--time-limit', '0.7'];
    const { stderr } = await runAlone(['groups', ...people, ...long]);
    expect(stderr).toContain('Time limit reached');
    expect(stderr).not.toMatch(/[\r\u001b]/);
  });
});
