// Modules of any size for the benches, as files in a folder: people as bench/cohort.js makes them, and beside them as many levels, rules,
// sessions, rooms, witnesses or earlier modules as asked for. Nobody real is in them.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cohortCsv } from './cohort.js';

/** People of a group, as many as in a working group of such a module. */
export const GROUP_SIZE = 10;

/**
 * Writes a module: `people` of them, and where asked for a column `code` of so many `levels`, `rules` (two people apart each), `wishes`
 * (themes that everybody ranks), `history` (earlier lists), `sessions`, `rooms` and `witnesses` of a timetable.
 */
export function writeModule(folder, { people, levels, rules, wishes, history, ...timetable }) {
  mkdirSync(folder, { recursive: true });
  const width = String(people).length;
  const idOf = (person) => String((person % people) + 1).padStart(width, '0');
  writeRoster(join(folder, 'roster.csv'), people, { levels, wishes });
  const settings = ['title = "Sized"', 'seed = "sized"'];
  const write = (name, lines) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  const balance = ['school = 1000', 'internships = 600', 'gender = 300', 'region = 100'];
  if (levels !== undefined) balance.push('code = 100');
  settings.push('[[roster]]', 'file = "roster.csv"', '[groups]', 'size = [8, 10]', '[balance]', ...balance);
  if (wishes !== undefined) {
    write('themes.csv', ['theme,title', ...Array.from({ length: wishes }, (_, theme) => `T${theme},Theme ${theme}`)]);
    settings.push('[themes]', 'file = "themes.csv"', 'wishes = 1');
  }
  if (rules !== undefined) {
    // Pairs at a distance that grows: nobody is in more than a few of them while there are fewer rules than people.
    const pair = (rule) => `${idOf(rule)}|${idOf(rule + 1 + Math.floor(rule / people))}`;
    write('rules.csv', ['rule,who,value', ...Array.from({ length: rules }, (_, rule) => `apart,${pair(rule)},`)]);
    settings.push('[rules]', 'file = "rules.csv"');
  }
  if (history !== undefined) {
    const files = Array.from({ length: history }, (_, module) => `earlier-${module + 1}.csv`);
    files.forEach((name, module) => write(name, listLines(people, idOf, module)));
    settings.push('[history]', `groups = [${files.map((name) => `"${name}"`).join(', ')}]`);
  }
  if (timetable.sessions !== undefined) settings.push(...writeTimetable(write, { people, ...timetable }));
  write('module.toml', settings);
  write('groups.csv', listLines(people, idOf, 0));
  write('other.csv', listLines(people, idOf, 1));
  write('renamed.csv', listLines(people, idOf, 1, Infinity, 'H'));
  write('incomplete.csv', listLines(people, idOf, 0, 1_000));
}

function writeRoster(file, people, { levels, wishes }) {
  const handle = openSync(file, 'w');
  let person = -1;
  const more = () => {
    const index = person++;
    const cells = [];
    if (levels !== undefined) cells.push(index < 0 ? 'code' : `c${index % levels}`);
    if (wishes !== undefined)
      cells.push(index < 0 ? 'wishes' : [0, 1, 2].map((rank) => `T${(index * 7 + rank) % wishes}`).join('|'));
    return cells.map((cell) => `,${cell}`).join('');
  };
  for (const text of cohortCsv(people)) {
    writeSync(handle, levels === undefined && wishes === undefined ? text : text.replaceAll('\n', () => `${more()}\n`));
  }
  closeSync(handle);
}

/** Groups that are dealt with a stride, another for every `module`, without every `missing`-th person where asked. */
function listLines(people, idOf, module, missing = Infinity, label = 'G') {
  const groups = Math.max(1, Math.round(people / GROUP_SIZE));
  const lines = ['group,id'];
  for (let person = 0; person < people; person++) {
    if (person % missing === missing - 1) continue;
    lines.push(`${label}${((person + module * Math.floor(person / groups)) % groups) + 1},${idOf(person)}`);
  }
  return lines;
}

/** One session in three hears witnesses, who are free in every session; rooms seat a group each, one of them everybody. */
function writeTimetable(write, { people, sessions, rooms, witnesses, hearings = 1 }) {
  const dayOf = (session) =>
    new Date(Date.UTC(2026, 0, 5) + Math.floor(session / 2) * 86_400_000).toISOString().slice(0, 10);
  const hours = (session) => (session % 2 === 0 ? '09:00,12:00' : '14:00,17:00');
  const kindOf = (session) => (session % 3 === 1 ? 'work+hearing' : 'work');
  write('sessions.csv', [
    'session,date,start,end,kind,audience',
    ...Array.from({ length: sessions }, (_, session) =>
      [`S${session + 1}`, dayOf(session), hours(session), kindOf(session), 'groups'].join(','),
    ),
  ]);
  write('rooms.csv', [
    'room,site,capacity',
    `Hall,Site,${people}`,
    ...Array.from({ length: rooms - 1 }, (_, room) => `R${room + 1},Site,12`),
  ]);
  const names = Array.from({ length: witnesses }, (_, witness) => `W${witness + 1}`);
  write('witnesses.csv', ['witness,family_name,role', ...names.map((id) => `${id},Witness ${id},witness`)]);
  const hearingSessions = Array.from({ length: sessions }, (_, session) => session).filter(
    (session) => session % 3 === 1,
  );
  write('availability.csv', [
    ['who', ...hearingSessions.map((session) => `S${session + 1}`)].join(','),
    ...names.map((id) => [id, ...hearingSessions.map(() => 'x')].join(',')),
  ]);
  return [
    '[timetable]',
    ...['sessions', 'rooms', 'witnesses', 'availability'].map((table) => `${table} = "${table}.csv"`),
    `hearings_per_group = ${hearings}`,
  ];
}
