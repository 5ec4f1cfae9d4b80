import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTable } from './tables.js';
import { runCli } from './warm-cli.js';
import { fixture, makeFolder, namesIn } from './workspace.js';

/** Rosters of two schools: nobody has an id in the first, one of three has none in the second. */
async function makeRosters(): Promise<{ folder: string; args: readonly string[] }> {
  const folder = await makeFolder();
  await writeFile(join(folder, 'a.csv'), 'family_name,given_name\nArden,Ivy\nBell,Jo\nCole,Kit\n');
  await writeFile(join(folder, 'b.csv'), 'id,family_name,given_name\n1,Dale,Lee\n,Ems,Max\n3,Frost,Ned\n');
  return { folder, args: ['--roster', 'A=a.csv', '--roster', 'B=b.csv', '--count', '2', '--pseudonyms'] };
}

describe('--pseudonyms', () => {
  it('exits 3 where people have no id, and names each roster, for groups and plan', async () => {
    const { folder, args } = await makeRosters();
    for (const command of ['groups', 'plan']) {
      const { code, stdout, stderr } = await runCli([command, ...args], { cwd: folder });
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      const advice = '--pseudonyms leaves the names out. Give everybody an id, or leave --pseudonyms out.';
      expect(stderr).toBe(
        [
          `a.csv: error: 3 of 3 people in this roster have no id, and ${advice}`,
          `b.csv: error: 1 of 3 people in this roster has no id, and ${advice}`,
          '2 errors. Nothing was written.',
          '',
        ].join('\n'),
      );
    }
    expect(await namesIn(folder)).toEqual(['a.csv', 'b.csv']);
  });

  it('says so as data with --json', async () => {
    const { folder, args } = await makeRosters();
    const { code, stdout } = await runCli(['groups', ...args, '--json'], { cwd: folder });
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'input-wrong',
      diagnostics: [
        { severity: 'error', code: 'pseudonyms.no-id', file: 'a.csv' },
        { severity: 'error', code: 'pseudonyms.no-id', file: 'b.csv' },
      ],
    });
  });

  it('gives ids alone where everybody has one', async () => {
    const { code, stdout } = await runCli(['groups', fixture('tiny'), '--pseudonyms']);
    expect(code).toBe(0);
    const rows = parseTable(stdout);
    expect(rows.map(({ id }) => id).sort()).toEqual(['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4']);
    expect(Object.keys(rows[0])).not.toContain('family_name');
  });

  it('gives no name in JSON either', async () => {
    const { stdout } = await runCli(['groups', fixture('tiny'), '--pseudonyms', '--json']);
    expect(JSON.parse(stdout).groups[0].members[0]).toEqual({ id: expect.any(String), school: expect.any(String) });
    expect(stdout).not.toContain('amilyName');
  });
});
