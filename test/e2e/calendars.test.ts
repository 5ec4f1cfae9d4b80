import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventBlocks, readCalendar } from '../writers/calendar/calendar-cases.js';
import { parseTable } from './tables.js';
import { runCli, runWell } from './warm-cli.js';
import { copyFixture, edit, filesIn, fixture, makeFolder, namesIn, textOf } from './workspace.js';

const MODULE = fixture('regards-croises-2018');
const TINY = fixture('tiny');

async function planOf(module: string, ...args: readonly string[]): Promise<string> {
  const out = join(await makeFolder(), 'out');
  await runWell(['plan', module, '--out', out, '--effort', '0', ...args]);
  return out;
}

/** Every `.ics` of a plan, by name below `calendars/`. */
async function calendarsIn(out: string): Promise<ReadonlyMap<string, string>> {
  const root = join(out, 'calendars');
  return new Map(
    await Promise.all((await filesIn(root)).map(async (name) => [name, await textOf(root, name)] as const)),
  );
}

describe('the calendars of the 2018 module', () => {
  it('are all read by ical.js, and say what the timetable says', async () => {
    const out = await planOf(MODULE, '--csv', 'rfc4180', '--lang', 'en');
    const rows = parseTable(await textOf(out, 'timetable.csv'));
    const files = await calendarsIn(out);
    const folders = [...files.keys()].map((name) => name.split('/')[0]);
    expect(new Set(folders)).toEqual(new Set(['groups', 'witnesses', 'rooms', 'sites']));
    expect(folders.filter((folder) => folder === 'groups')).toHaveLength(16);

    const read = new Map([...files].map(([name, text]) => [name, readCalendar(text)]));
    const ofGroups = [...read].filter(([name]) => name.startsWith('groups/')).flatMap(([, events]) => events);
    const local = (row: (typeof rows)[number], time: string) => `${row['date']}T${row[time]}:00`;
    expect(ofGroups.map(({ uid, localStart, localEnd }) => `${uid} ${localStart} ${localEnd}`).toSorted()).toEqual(
      rows.map((row) => `${row['uid']} ${local(row, 'start')} ${local(row, 'end')}`).toSorted(),
    );
    // The module lies on both sides of 25 March 2018: the zone that the file brings along must tell them apart.
    const paris = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Paris',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const seasons = new Set<number>();
    for (const { start, localStart } of ofGroups) {
      expect(paris.format(new Date(start))).toBe(localStart.replace('T', ' '));
      seasons.add(Date.parse(`${localStart}Z`) - Date.parse(start));
    }
    expect([...seasons].toSorted((a, b) => a - b)).toEqual([3_600_000, 7_200_000]);

    for (const [name, events] of read) {
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
      // Nobody, and no room, is in two places at once.
      if (name.startsWith('sites/')) continue;
      for (const [index, event] of events.slice(1).entries()) expect(event.start >= events[index].end).toBe(true);
    }
  });

  it('hold no name of a person and nothing else of a roster, but ids, with --pseudonyms', async () => {
    const out = await planOf(MODULE, '--pseudonyms', '--person-calendars');
    const files = await calendarsIn(out);
    expect([...files.keys()].filter((name) => name.startsWith('people/'))).toHaveLength(168);
    const text = [...files].flat().join('\n').replaceAll('\r\n ', '');
    const witnesses = parseTable(await textOf(MODULE, 'witnesses.csv'));
    const pupils = parseTable(await textOf(MODULE, 'ena.csv'));
    const names = witnesses.flatMap((row) => [row['nom'], row['prénom'], row['courriel']]);
    const ofPupils = pupils.flatMap((row) => [`${row['nom']} ${row['prénom']}`, row['courriel']]);
    expect(names.length).toBe(54);
    expect(ofPupils.length).toBe(226);
    expect([...names, ...ofPupils].filter((name) => name !== '' && text.includes(name))).toEqual([]);
    expect(text).toContain('Audition\u00a0: T01');
  });
});

describe('the calendars of a timetable that is published again', () => {
  it('are the same bytes where nothing has changed, and raise or cancel what a withdrawal changes', async () => {
    const module = await copyFixture('regards-croises-2018');
    const first = await planOf(module, '--today', '05/02/2018');
    const before = await calendarsIn(first);
    const keep = ['--keep', join(first, 'timetable.csv'), '--today', '2018-02-08'];
    expect(await calendarsIn(await planOf(module, ...keep))).toEqual(before);

    const [heard] = readCalendar(before.get('witnesses/T01.ics') ?? '');
    const session = heard.uid.split('.')[1].toUpperCase();
    await edit(join(module, 'availability.csv'), (poll) => {
      const [header, ...lines] = poll.split('\r\n');
      const column = header.split(';').indexOf(session);
      const withdraw = (line: string) => line.split(';').map((cell, index) => (index === column ? '' : cell));
      return [header, ...lines.map((line) => (line.startsWith('Kerd') ? withdraw(line).join(';') : line))].join('\r\n');
    });
    const after = await calendarsIn(await planOf(module, ...keep));
    const cancelled = readCalendar(after.get('witnesses/T01.ics') ?? '').find(({ uid }) => uid === heard.uid);
    expect(cancelled).toMatchObject({ status: 'CANCELLED', start: heard.start, stamp: '2018-02-08T00:00:00Z' });
    expect(cancelled?.sequence).toBeGreaterThan(heard.sequence);

    for (const [name, text] of before) {
      const blocks = eventBlocks(text);
      const later = new Map(readCalendar(after.get(name) ?? '').map((event) => [event.uid, event]));
      for (const event of readCalendar(text)) {
        const now = later.get(event.uid);
        const isSame = eventBlocks(after.get(name) ?? '').get(event.uid) === blocks.get(event.uid);
        const revision = isSame ? [0, '2018-02-05T00:00:00Z'] : [1, '2018-02-08T00:00:00Z'];
        expect([now?.sequence, now?.stamp]).toEqual(revision);
        // Raised where it says something else, and only there.
        const said = ({ sequence: _sequence, stamp: _stamp, ...rest }: Partial<typeof event> = {}) => rest;
        expect(JSON.stringify(said(now)) === JSON.stringify(said(event))).toBe(isSame);
      }
    }
  });

  it('are inputs of it, but where none is wanted, and one that is damaged is named and counted by the list', async () => {
    const module = await copyFixture('tiny');
    const first = await planOf(module, '--today', '2018-02-05');
    const before = await calendarsIn(first);
    const keep = ['--keep', join(first, 'timetable.csv'), '--today', '2018-02-08', '--lang', 'en'];
    const inputsOf = async (out: string): Promise<readonly { name: string; sha256: string }[]> =>
      JSON.parse(await textOf(out, 'manifest.json')).inputs;
    const isCalendar = ({ name }: { name: string }) => name.endsWith('.ics');
    const own = [...before.keys()].map((name) => join(first, 'calendars', name));
    const kept = await planOf(module, ...keep);
    expect((await inputsOf(kept)).filter(isCalendar).map(({ name }) => name)).toEqual(own);
    const none = await planOf(module, ...keep, '--no-calendars');
    expect((await inputsOf(none)).filter(isCalendar)).toEqual([]);

    const [damaged, foreign] = own.slice(-2);
    await edit(damaged, (text) => text.slice(0, -20));
    await edit(foreign, (text) => text.replace('//brassage//', '//Somebody//'));
    const out = join(await makeFolder(), 'out');
    const { code, stderr } = await runCli(['plan', module, '--out', out, '--effort', '1', ...keep]);
    expect(code).toBe(0);
    expect(stderr).toMatch(new RegExp(`${damaged}:\\d+.*not as brassage wrote it`));
    expect(stderr).toMatch(new RegExp(`${foreign}:3.*written by another program`));
    expect((await inputsOf(out)).filter(isCalendar)).toHaveLength(own.length);
    expect(await calendarsIn(out)).toEqual(before);
  });

  it('keep their UIDs when the title is corrected', async () => {
    const module = await copyFixture('tiny');
    const first = await planOf(module, '--today', '2018-02-05');
    const uidsOf = (files: ReadonlyMap<string, string>) =>
      [...files].map(([name, text]) => [name, readCalendar(text).map(({ uid, sequence }) => `${uid} ${sequence}`)]);
    const before = await calendarsIn(first);
    const keep = ['--keep', join(first, 'timetable.csv'), '--today', '2018-02-08', '--title', 'Another title'];
    const after = await calendarsIn(await planOf(module, ...keep));
    expect(uidsOf(after)).toEqual(uidsOf(before));
    for (const text of after.values())
      for (const { stamp } of readCalendar(text)) expect(stamp).toContain('2018-02-08');
    const anew = await calendarsIn(await planOf(module, '--title', 'Another title'));
    expect(uidsOf(anew)).not.toEqual(uidsOf(before));
  });
});

describe('--no-calendars and --person-calendars', () => {
  it('leave calendars out, and say so in the manifest', async () => {
    const out = await planOf(TINY, '--no-calendars');
    expect(await namesIn(out)).toEqual([
      'fairness.csv',
      'groups.csv',
      'manifest.json',
      'plan.xlsx',
      'report.html',
      'timetable.csv',
    ]);
    expect(JSON.parse(await textOf(out, 'manifest.json')).options.calendars).toBe('none');
  });

  it('add one of each person, named by id, and say so in the manifest', async () => {
    const out = await planOf(TINY, '--person-calendars');
    expect(await namesIn(join(out, 'calendars', 'people'))).toEqual(
      ['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4'].map((id) => `${id}.ics`),
    );
    const manifest = JSON.parse(await textOf(out, 'manifest.json'));
    expect(manifest.options.calendars).toBe('people');
    expect(manifest.outputs.map(({ name }: { name: string }) => name)).toContain('calendars/people/A1.ics');
  });

  it('are replaced with --force like every file of a plan', async () => {
    const out = await planOf(TINY, '--person-calendars');
    await runWell(['plan', TINY, '--out', out, '--effort', '1', '--force', '--no-calendars']);
    expect(await namesIn(out)).toEqual([
      'fairness.csv',
      'groups.csv',
      'manifest.json',
      'plan.xlsx',
      'report.html',
      'timetable.csv',
    ]);
  });

  it('exclude each other, and people need a timetable', async () => {
    const cwd = await makeFolder();
    const both = await runCli(['plan', TINY, '--no-calendars', '--person-calendars'], { cwd });
    expect(both.code).toBe(2);
    expect(both.stderr).toContain('--no-calendars and --person-calendars exclude each other');
    const args = ['plan', '--roster', `N=${TINY}/north.csv`, '--count', '2', '--person-calendars'];
    const { code, stderr } = await runCli(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('this module has no [timetable]');
    expect(await namesIn(cwd)).toEqual([]);
  });
});
