import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { carryInputs } from '../../src/cli/carried-inputs.js';
import { makeFolder } from '../e2e/workspace.js';

const bytes = new Uint8Array();
const ALL = { pseudonyms: false };
const IDS = { pseudonyms: true };

/** The copies that files of a plan's folder get, and those of other places. */
async function copiesOf(names: readonly string[], at: (folder: string, name: string) => string = join) {
  const folder = join(await makeFolder(), 'out');
  const inputs = names.map((name) => ({ name: at(folder, name), bytes }));
  return (await carryInputs(folder, inputs, ALL)).inputs.map(({ copy }) => copy);
}

describe('inputs that a run replaces', () => {
  it('get a copy under their name in its folder, others none', async () => {
    const names = ['timetable.csv', 'calendars/rooms/Oak.ics', '../rooms.csv', '../out-2/timetable.csv'];
    expect(await copiesOf(names)).toEqual([
      'before/timetable.csv',
      'before/calendars/rooms/Oak.ics',
      undefined,
      undefined,
    ]);
    expect(await copiesOf(['-'], (_folder, name) => name)).toEqual([undefined]);
  });

  it('do not nest where they were carried along before', async () => {
    expect(await copiesOf(['before/timetable.csv', 'before/calendars/a.ics'])).toEqual([
      'before/timetable.csv',
      'before/calendars/a.ics',
    ]);
  });

  it('keep apart what would have one name', async () => {
    const copies = await copiesOf(['timetable.csv', 'before/timetable.csv', 'groups.csv']);
    expect(copies).toEqual(['before/timetable.csv', 'before/before/timetable.csv', 'before/groups.csv']);
  });

  it('are found by where they were read, through links too', async () => {
    const folder = await makeFolder();
    const out = join(folder, 'out');
    await mkdir(out);
    await writeFile(join(out, 'timetable.csv'), '');
    await symlink(out, join(folder, 'link'));
    const input = { name: 'timetable.csv', place: join(folder, 'link', 'timetable.csv'), bytes };
    const { inputs } = await carryInputs(out, [input], ALL);
    expect(inputs).toEqual([{ ...input, copy: 'before/timetable.csv' }]);
  });

  it('stay behind where names must not be in the new plan and the one replaced may show some', async () => {
    const out = join(await makeFolder(), 'out');
    const { inputs, diagnostics } = await carryInputs(out, [{ name: join(out, 'groups.csv'), bytes }], IDS);
    expect(inputs.map(({ copy }) => copy)).toEqual([undefined]);
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'verify.not-carried', params: { files: 1 } }]);
    expect((await carryInputs(out, [{ name: join(out, '..', 'a.csv'), bytes }], IDS)).diagnostics).toEqual([]);
    const forAll = { pseudonyms: false, readership: 'participants' } as const;
    const posted = await carryInputs(out, [{ name: join(out, 'groups.csv'), bytes }], forAll);
    expect(posted.diagnostics).toMatchObject([{ code: 'verify.not-carried' }]);
  });
});
