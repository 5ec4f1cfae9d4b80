import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './warm-cli.js';
import { makeFolder } from './workspace.js';

const lines = (header: string, count: number, line: (index: number) => string) =>
  `${[header, ...Array.from({ length: count }, (_, index) => line(index))].join('\n')}\n`;

/** A module of so many people, one to a group, with a timetable of so many sessions and rooms. */
async function write(people: number, sessions: number, rooms: number): Promise<string> {
  const folder = await makeFolder();
  const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
  await writeFile(
    join(folder, 'module.toml'),
    '[[roster]]\nschool = "North"\nfile = "north.csv"\n[groups]\nsize = 1\n[timetable]\nsessions = "sessions.csv"\nrooms = "rooms.csv"\n',
  );
  await writeFile(
    join(folder, 'north.csv'),
    lines('id', people, (index) => `p${index}`),
  );
  await writeFile(
    join(folder, 'rooms.csv'),
    lines('room,capacity', rooms, (index) => `R${index},9`),
  );
  await writeFile(
    join(folder, 'sessions.csv'),
    lines(
      'session,date,start,end,kind,audience',
      sessions,
      (index) => `S${index},${day(index)},9:00,12:00,work,groups`,
    ),
  );
  return folder;
}

describe('a module beyond what can be done', () => {
  it('is refused with what there is and what is taken, and nothing is written', async () => {
    const folder = await write(4, 2_001, 10_001);
    const english = await runCli(['plan', folder, '--out', join(folder, 'out'), '--lang', 'en']);
    expect(english.code).toBe(3);
    expect(english.stderr).toContain('error: 2,001 sessions; at most 2,000 are taken.');
    expect(english.stderr).toContain('error: 10,001 rooms; at most 10,000 are taken.');
    const french = await runCli(['check', folder, '--lang', 'fr']);
    expect(french.code).toBe(3);
    expect(french.stderr).toMatch(/2\s001 séances\s; le plus admis est 2\s000\./);
    expect(await readdir(folder)).not.toContain('out');
  });

  it('has no timetable, though it has groups', async () => {
    const folder = await write(1_001, 1, 1);
    const planned = await runCli(['plan', folder, '--out', join(folder, 'out'), '--lang', 'en']);
    expect(planned.code).toBe(4);
    expect(planned.stderr).toContain('1,001 groups with a timetable; at most 1,000 are taken.');
    expect((await runCli(['groups', folder, '--lang', 'en'])).code).toBe(0);
  });
});
