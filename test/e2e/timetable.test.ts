import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTable } from './tables.js';
import { runCli, runWell } from './warm-cli.js';
import { copyFixture, edit, fixture } from './workspace.js';

const NORTH = ['WATER-G1,A1', 'WATER-G1,A4', 'BUS-G1,A2', 'BUS-G1,A3'];
const SOUTH = ['WATER-G1,B1', 'WATER-G1,B4', 'BUS-G1,B2', 'BUS-G1,B3'];

async function timetableOf(lines: readonly string[], ...args: readonly string[]): ReturnType<typeof runCli> {
  return runCli(['timetable', fixture('tiny'), '--groups', '-', ...args], {
    stdin: `group,id\n${lines.join('\n')}\n`,
  });
}

describe('timetable', () => {
  it('exits 3 where somebody stands twice in the list, with the line of the second', async () => {
    const { code, stdout, stderr } = await timetableOf([...NORTH, ...SOUTH, 'BUS-G1,A1', 'BUS-G1,A2']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain(
      '-:10: error: Ashcombe Nora is in two groups: WATER-G1 and BUS-G1. Remove one of the two lines.',
    );
    expect(stderr).toContain('-:11: error: Brindle Tom stands twice in BUS-G1. Remove one of the two lines.');
  });

  it('warns of people whom the list leaves out, and is made all the same', async () => {
    const { code, stdout, stderr } = await timetableOf(['WATER-G1,B1', 'BUS-G1,B2']);
    expect(code).toBe(0);
    expect(parseTable(stdout)).toHaveLength(6);
    expect(stderr).toMatch(/^warning: 6 of 8 people are in no group: (?:[^,]+, ){5}…\.$/m);
    const french = await timetableOf([...NORTH, ...SOUTH.slice(1)], '--lang', 'fr');
    expect(french.stderr).toMatch(/^attention\u00a0: 1 sur 8 personnes n’est dans aucun groupe\u00a0: [^,…]+\.$/m);
  });

  it('says nothing of a list that holds everybody once', async () => {
    const { stderr } = await timetableOf([...NORTH, ...SOUTH]);
    expect(stderr).not.toMatch(/no group|two groups|error/);
  });
});

it('warns of a group that is hardly there, in timetable and in plan', async () => {
  const module = await copyFixture('tiny');
  await edit(join(module, 'north.csv'), (text) =>
    text.replace('wishes\n', 'wishes,absences\n').replace(/^(A\d.*)$/gm, '$1,HEAR|OPEN'),
  );
  const lists = [
    ['WATER-G1,A1', 'WATER-G1,A4', 'WATER-G1,A2', 'WATER-G1,B2'],
    ['BUS-G1,A3', 'BUS-G1,B1', 'BUS-G1,B3', 'BUS-G1,B4'],
  ];
  const stdin = `group,id\n${lists.flat().join('\n')}\n`;
  const { stderr } = await runWell(['timetable', module, '--groups', '-'], { stdin });
  expect(stderr).toContain('warning: HEAR: 3 of the 4 members of WATER-G1 are absent.');
  expect(stderr).not.toMatch(/OPEN:|BUS-G1/);
  await edit(join(module, 'south.csv'), (text) =>
    text.replace('wishes\n', 'wishes,absences\n').replace(/^(B\d.*)$/gm, '$1,SHOW'),
  );
  await edit(join(module, 'north.csv'), (text) => text.replaceAll('HEAR|OPEN', 'SHOW'));
  const out = join(module, 'out');
  const plan = await runWell(['plan', module, '--out', out, '--lang', 'fr']);
  expect(plan.stderr.match(/SHOW\u00a0: 4 sur 4 membres de .* sont absents/g)).toHaveLength(2);
  expect(plan.stderr).not.toContain('signalent des absences');
});
