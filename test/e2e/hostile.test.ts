import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { runs } from '../helpers/runs.js';
import type { Ended } from './run-cli.js';
import { parseCells } from './tables.js';
import { runCli } from './warm-cli.js';
import { filesIn, makeFolder, namesIn } from './workspace.js';

/** Texts that mean something to a spreadsheet, a browser, a calendar, a terminal or a file system, and nothing to people. */
const HOSTILE = [
  '=HYPERLINK("http://x";"y")',
  '+1+cmd|x',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  'x\r\nBEGIN:VEVENT\r\nSUMMARY:pirate\r\nEND:VEVENT',
  'x\nDESCRIPTION:pirate',
  '\u001b[2J\u001b]0;pirate\u0007',
  '\u009b31m',
  '\u202egnp.exe',
  '<script>alert(1)</script>',
  '"onload="alert(1)',
  '</style><img src=x onerror=alert(1)>',
  '../../pirate',
  'CON',
  'con',
  'nul.txt',
  '/etc/pirate',
  'C:\\pirate',
  'x'.repeat(300),
  '\u{1f600}\u0001',
];

type Texts = (what: string) => string;

const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

/** A module in which every text that somebody may choose is one of these. */
async function writeModule(text: Texts): Promise<string> {
  const folder = join(await makeFolder(), 'module');
  await mkdir(folder);
  const table = (name: string, ...rows: readonly (readonly string[])[]) =>
    writeFile(join(folder, name), rows.map((row) => `${quoted(row)}\n`).join(''));
  const [water, bus, hall, oak, elm] = ['water', 'bus', 'hall', 'oak', 'elm'].map(text);
  const people = (school: string) =>
    ['1', '2', '3', '4'].map((n) => [
      school + n,
      text(`family ${school}${n}`),
      text(`given ${school}${n}`),
      text(`level ${n}`),
    ]);
  await table('a.csv', ['id', 'family_name', 'given_name', 'region'], ...people('A'));
  await table('b.csv', ['id', 'family_name', 'given_name', 'region'], ...people('B'));
  await table('themes.csv', ['theme', 'title', 'groups'], [water, text('title'), '1'], [bus, text('other title'), '1']);
  await table('rooms.csv', ['room', 'capacity', 'uses'], [hall, '12', 'plenary'], [oak, '6', ''], [elm, '5', '']);
  await table(
    'witnesses.csv',
    ['witness', 'title', 'family_name', 'given_name', 'position', 'organisation', 'role', 'themes'],
    ['W1', 'Ms', text('guest'), text('guest given'), text('position'), text('organisation'), 'witness', water],
    ['W2', 'Mr', text('guest 2'), 'Amir', text('position'), 'County', 'witness', bus],
  );
  await table(
    'sessions.csv',
    ['session', 'date', 'start', 'end', 'kind', 'title', 'audience', 'minutes_each'],
    ['OPEN', '2018-03-05', '09:00', '10:00', 'plenary', text('welcome'), 'all', ''],
    ['HEAR', '2018-03-05', '10:30', '12:00', 'work+hearing', text('meeting'), 'groups', ''],
    ['SHOW', '2018-03-05', '14:00', '15:00', 'presentation', text('showing'), 'groups', '20'],
  );
  const settings = [
    `title = ${JSON.stringify(text('module'))}`,
    'language = "en"',
    'seed = "hostile"',
    ...['a', 'b'].map((file) => `[[roster]]\nschool = ${JSON.stringify(text(`school ${file}`))}\nfile = "${file}.csv"`),
    '[themes]\nfile = "themes.csv"',
    '[groups]\nsize = 4',
    '[balance]\nschool = 100\nregion = 60',
    '[timetable]\nsessions = "sessions.csv"\nrooms = "rooms.csv"\nwitnesses = "witnesses.csv"\nhearings_per_group = 1',
  ];
  await writeFile(join(folder, 'module.toml'), `${settings.join('\n')}\n`);
  return folder;
}

/** Nothing of a run may do anything but be read. */
async function expectHarmless({ code, stdout, stderr }: Ended, module: string): Promise<void> {
  // A terminal is told nothing but lines.
  expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
  expect([0, 3, 4]).toContain(code);
  const home = dirname(module);
  const names = await namesIn(home);
  expect(names.filter((name) => name !== 'module')).toEqual(code === 0 ? ['out'] : []);
  if (code !== 0) return;
  const out = join(home, 'out');
  const files = await filesIn(out);
  const lower = files.map((name) => name.toLowerCase());
  expect(new Set(lower).size).toBe(lower.length);
  for (const name of files) {
    expect(name).toMatch(/^[\w./-]+$/);
    for (const part of name.split('/')) {
      expect(part.length).toBeLessThan(150);
      expect(part).not.toMatch(/^\.|\.$|^(?:con|nul|aux|prn|com\d|lpt\d)(?:\.|$)/i);
    }
    const text = await readFile(join(out, name), 'utf8');
    if (name.endsWith('.csv')) expectPlainCells(text);
    if (name.endsWith('.ics')) expectOwnEvents(text);
    if (name.endsWith('.html')) expectQuietPage(text);
  }
}

function expectPlainCells(text: string): void {
  for (const row of parseCells(text)) {
    for (const cell of row) {
      if (/^-?[\d.,]+$/.test(cell)) continue;
      expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
  }
}

function expectOwnEvents(text: string): void {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  expect(calendar.getAllSubcomponents('vevent').length).toBeLessThanOrEqual(3);
  for (const event of calendar.getAllSubcomponents('vevent'))
    expect(event.getFirstPropertyValue('uid')).toMatch(/^[\w.@-]+$/);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
}

function expectQuietPage(text: string): void {
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(text.match(/<script\b/g)).toHaveLength(1);
  // Values of attributes left out: no quotation mark of a text ends one.
  expect(text.replace(/"[^"]*"/g, '')).not.toMatch(/<img\b|<[^>]*\son\w+\s*=/i);
  expect(text).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;/);
}

const planned = (module: string) => runCli(['plan', module, '--out', join(dirname(module), 'out'), '--lang', 'en']);

describe('texts that mean something elsewhere', () => {
  it.each(HOSTILE)('do nothing wherever they stand: %j', async (hostile) => {
    const seen = new Map<string, number>();
    // Different where they have to be.
    const text: Texts = (what) => {
      if (!seen.has(what)) seen.set(what, seen.size);
      return `${hostile}${seen.get(what)}`;
    };
    const module = await writeModule(text);
    await expectHarmless(await planned(module), module);
  });

  it('do nothing however they are mixed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...HOSTILE), { minLength: 40, maxLength: 40 }), async (texts) => {
        const seen = new Map<string, string>();
        const text: Texts = (what) => {
          const own = seen.get(what) ?? texts[seen.size % texts.length] + String(seen.size);
          seen.set(what, own);
          return own;
        };
        const module = await writeModule(text);
        await expectHarmless(await planned(module), module);
      }),
      { numRuns: runs(5) },
    );
  });
});
