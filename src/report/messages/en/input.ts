import type {
  InputDiagnosticParams,
  ReferenceKind,
  SettingsType,
  TableName,
} from '../../../domain/diagnostics/input.js';
import { formatNumber } from '../../number-format.js';
import type { Catalogue } from '../catalogue.js';
import { enumerated } from '../enumerated.js';
import { counted } from '../plural.js';

const REFERENCES: Readonly<Record<ReferenceKind, string>> = {
  theme: 'theme',
  'theme-or-strand': 'theme or strand',
  session: 'session',
  person: 'person',
  'witness-or-group': 'witness, jury member or group',
  site: 'site of a session or room',
  attribute: 'attribute',
  level: 'value of that attribute',
  target: 'group, theme or strand',
};

const EMPTY_TABLES: Readonly<Record<TableName, string>> = {
  roster: 'This roster lists nobody; below the header, one line per person was expected.',
  themes: 'This file lists no theme; below the header, one line per theme or strand was expected.',
  sessions: 'This file lists no session; below the header, one line per session was expected.',
  rooms: 'This file lists no room. Leave it out of module.toml if rooms need not be given.',
  witnesses: 'This file lists no witness. Leave it out of module.toml if there are none.',
  availability: 'This file says nothing of anyone. Leave it out of module.toml if everyone is always available.',
  travel: 'This file names no two sites. Leave it out of module.toml if nobody needs time from one to another.',
  'group-list': 'This list places nobody; below the header, one line per person was expected.',
};

const TYPES: Readonly<Record<SettingsType, string>> = {
  text: 'a text between quotes',
  texts: 'a text between quotes, or several: ["…", "…"]',
  'whole-number': 'a whole number, without quotes',
  number: 'a number, 0 or more, without quotes and with a full stop: 13.5',
  table: 'a table, headed by a line such as [groups]',
  tables: 'one or more tables, each headed by a line such as [[roster]]',
};

const place = ({ otherFile, otherLine }: { otherFile: string; otherLine: number }): string =>
  `${otherFile}, line ${otherLine}`;
const either = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' or $1');
const listed = (words: readonly string[], count: number): string =>
  count > words.length ? `${words.join(', ')}… (${count} in all)` : words.join(', ');
const cells = (count: number): string => counted('en', count, 'cell', 'cells');
const times = (count: number): string => counted('en', count, 'time', 'times');

/** What is wrong in a file, in English. */
export const input: Catalogue<InputDiagnosticParams> = {
  'file.workbook': () => 'This is a workbook, or another packed file; a text file was expected here.',
  'file.unknown-encoding': () =>
    'There is no encoding of that name; utf-8, windows-1252 and utf-16le are the usual ones.',
  'file.undecodable': ({ encoding }) =>
    `The file holds bytes that are no letters in the encoding ${encoding}. Save it as CSV UTF-8.`,
  'file.too-large': () =>
    'The file is above 512 MB, and a quote in it stays open, blanks stand beside a quote, or a line never ends: it cannot be read so. Export it again with quotes only where they are needed, or cut it into several files.',
  'file.nul-byte': () => 'A zero byte stands here, so this is no text file that can be read. Save it as CSV UTF-8.',
  'file.empty': () => 'The file is empty; a header line and the lines below it were expected.',
  'file.spoiled-letters': () =>
    'Some letters here were already spoiled when the file was made (wrong encoding). Export it again as CSV UTF-8, or correct them.',

  'table.open-quote': () =>
    'A quotation mark opens here and is never closed. Close it, or double it if it belongs to the text.',
  'table.row-short': ({ cells: count, columns }) =>
    `The line has ${cells(count)} where the header has ${columns}: it is cut short, or a separator is missing.`,
  'table.row-long': ({ cells: count, columns }) =>
    `The line has ${cells(count)} where the header has ${columns}. A text that holds the separator must stand between quotation marks.`,
  'table.no-rows': ({ table }) => EMPTY_TABLES[table],

  'column.missing': ({ accepted }) =>
    `No column ${either(accepted)} was found. Rename a header, or say in [columns] of module.toml which one it is.`,
  'column.twice': ({ first, firstField }) =>
    `This column means the same as "${first}" (column ${firstField}). Rename or remove one of them.`,
  'column.nameless': ({ header }) => `This column has no header on line ${header}. Give it one, or empty it.`,
  'column.ignored': () => 'This column is not used.',

  'cell.empty': () => 'This cell is empty; it must be filled.',
  'cell.not-a-whole-number': ({ least }) => `A whole number, ${least} or more, was expected.`,
  'cell.ambiguous-number': () =>
    'A comma and a point stand in one number, so it can be read in two ways. Write it without thousands separators.',
  'cell.not-a-date': () => 'This is no date; write it like 12/02/2018 (day first) or 2018-02-12.',
  'cell.no-such-day': () => 'There is no such day in the calendar.',
  'cell.not-a-time': () => 'This is no time of day; write it like 09:00, 9h or 9h30.',
  'cell.not-a-moment': () => 'A date, a time or both were expected, like 12/02/2018, 9h30 or 12/02/2018 9h30.',
  'cell.not-one-of': ({ expected }) => `Expected: ${either(expected)}.`,

  'reference.unknown': ({ kind, known, count }) =>
    `There is no such ${REFERENCES[kind]}.${known.length === 0 ? '' : ` Known: ${listed(known, count)}.`}`,
  'reference.ambiguous': ({ kind, candidates }) =>
    `This can be more than one ${REFERENCES[kind]}: ${either(candidates)}. Write ${kind === 'person' ? 'the id' : 'one of these'}.`,
  'id.twice': (other) => `This stands already in ${place(other)}. Rename or remove one of them.`,

  'theme.title-differs': ({ theme, title, ...other }) =>
    `Theme ${theme} is called "${title}" in ${place(other)}; that title is kept.`,
  'theme.strand-twice': ({ theme, ...other }) =>
    `This part of theme ${theme} stands already in ${place(other)}. Rename or remove one of them.`,
  'theme.strand-nameless': ({ theme }) =>
    `Theme ${theme} has several lines, so each needs a strand; this one has none.`,
  'theme.min-above-max': ({ min, max }) => `The least group size, ${min}, exceeds the largest, ${max}.`,

  'session.end-before-start': ({ start }) => `The session ends before it begins, or as it begins (${start}).`,
  'session.halves-sites': () =>
    'Halves are at two sites at once: two different sites were expected in the column site, such as Assemblée|Sénat.',
  'session.unknown-audience': ({ expected }) => `Expected: ${either(expected)}, or the id of a theme.`,
  'session.not-a-break': () => 'Expected: the times of a break, like 10h30-10h45, or a whole number of minutes.',
  'session.break-outside': ({ start, end }) => `The session has no such time: it lasts from ${start} to ${end}.`,
  'session.breaks-overlap': ({ other }) => `This break overlaps another of the session, ${other}.`,
  'session.break-untimed': () =>
    'Minutes alone are a break after half of the presentations, and this session has none: give its times, like 10h30-10h45.',
  'session.break-twice': () =>
    'Minutes alone are a break after half of the presentations, and there is one already: give the times of this one, like 10h30-10h45.',
  'travel.same-site': () => 'From a site to itself takes no time; another site was expected.',
  'travel.twice': (other) => `These two sites stand already in ${place(other)}. Remove one of the lines.`,
  'room.site-near': () => 'No session takes place at this site, and one has a very similar name.',
  'witness.departure-before-arrival': ({ arrival }) =>
    `The person leaves before arriving, or as they arrive (${arrival}).`,

  'availability.unknown-state': () => 'Expected: yes, if_needed or no; in a grid also x, ? or nothing.',
  'availability.contradiction': ({ who, session, ...other }) =>
    `${who} has another answer for session ${session} in ${place(other)}. Keep one of the two.`,
  'availability.witness-missing': ({ witness }) =>
    `Nothing is said of ${witness}, who therefore counts as never available.`,

  'roster.none': () => 'There is no roster: name one with [[roster]] in module.toml, or with --roster SCHOOL=FILE.',
  'roster.nameless': () => 'This line has neither a name nor an id, so nobody can tell who it is.',
  'roster.lines-in-name': ({ spans }) =>
    `This name goes over ${spans} lines and holds the separator: two lone quotation marks may have swallowed a line between them. Take them off, or double each.`,
  'roster.school-differs': ({ school }) =>
    `The settings say that this is the roster of ${school}. Correct the cell, or leave the school out of the settings.`,
  'roster.person-twice': ({ name, ...other }) =>
    `${name} stands already in ${place(other)}. Remove one of the two lines.`,
  'roster.id-shared': ({ id, name, otherName, ...other }) =>
    `${name} has the id ${id} of ${otherName} (${place(other)}). Give each their own.`,
  'roster.homonyms': ({ name, school, ...other }) =>
    `Two people${school === '' ? '' : ` of ${school}`} are called ${name} (the other: ${place(other)}). Add an id column so that they can be told apart, or remove one if they are one person.`,
  'roster.same-name': ({ name, school, otherSchool, ...other }) =>
    `Someone of this name is in ${place(other)} too (${otherSchool === school || otherSchool === '' ? 'the same school' : otherSchool}). Remove one of the two lines if they are one person; if they are two, add the name at the top of module.toml: namesakes = [${JSON.stringify(name)}].`,
  'roster.same-name-more': ({ count }) =>
    `${counted('en', count, 'more name stands', 'more names stand')} in two rosters or schools.`,
  'roster.gender-words': ({ attribute, levels, level }) =>
    `${enumerated(levels, 'and')} are taken for one value of ${attribute}: "${level}".`,
  'roster.values-unsplit': ({ attribute, people, separator }) =>
    `These look like several values of ${attribute} in one cell (${counted('en', people, 'person', 'people')}), and are read as one. Separate them by |, or give separator = ${JSON.stringify(separator)} to this [[roster]] in module.toml.`,
  'roster.column-near': () =>
    'This column is read as an attribute of its own. If it is another, correct its header or name it in [columns].',
  'roster.count-line': () => 'This line counts people, and is left out.',
  'roster.total-differs': ({ total, people }) =>
    `This line counts ${total}, and ${counted('en', people, 'person was', 'people were')} read: somebody may be missing, or be one too many.`,
  'roster.no-family-names': ({ people }) =>
    `Nobody in this roster has a family name: its ${counted('en', people, 'person', 'people')} will be posted by given name alone. Correct the header of the column (family_name), or name it in [columns].`,
  'roster.level-near': ({ attribute, count, usualCount }) =>
    `This value of ${attribute} stands ${times(count)}; a very similar one stands ${times(usualCount)}. They are counted apart.`,

  'rule.value-missing': ({ rule }) =>
    rule === 'at_least' || rule === 'at_most'
      ? `The rule ${rule} needs a number of people per group in the value column.`
      : `The rule ${rule} needs a group, theme or strand in the value column.`,
  'rule.value-unused': ({ rule }) => `The rule ${rule} needs no value; this one is not used.`,
  'rule.needs-two': ({ rule }) => `The rule ${rule} needs two people at least.`,
  'group-list.no-group': ({ name }) => `${name} has no group in this list.`,
  'group-list.no-header': ({ person }) =>
    `A header was expected here, and this line names ${person}. Put one above, such as group;id or group;name.`,
  'group-list.filled-down': ({ groups, people }) =>
    `Each of ${counted('en', groups, 'group', 'groups')} is named on one line alone; ${counted('en', people, 'person', 'people')} on the lines below, without a group, ${people === 1 ? 'was' : 'were'} taken to be of the group above.`,
  'group-list.labels-read': ({ pairs, count }) =>
    `Groups are written otherwise than in the module: ${listed(pairs, count)}.`,
  'group-list.unknown-label': ({ people }) =>
    `The module has no group of this label: it is read as one of its own, of ${counted('en', people, 'person', 'people')}.`,
  'group-list.board': ({ groups, people }) =>
    `Read as a notice board: ${counted('en', groups, 'column, a group each', 'columns, a group each')}, and ${counted('en', people, 'person', 'people')} below.`,
  'group-list.count-line': () => 'This line counts people and was left out.',

  'history.unpaired': ({ timetables, groups }) =>
    `${counted('en', timetables, 'earlier timetable', 'earlier timetables')}, and ${counted('en', groups, 'group list', 'group lists')}: each timetable needs the list of its groups, in the same place.`,
  'history.lists-twice': () =>
    'The settings name earlier lists twice, as files and as groups, which mean the same. Keep one of the two.',
  'history.by-name': ({ people, names }) =>
    `${counted('en', people, 'person is', 'people are')} known here by name and school, not by id (${names.join(', ')}${people > names.length ? '…' : ''}). Look whether they are the same people.`,
  'history.other-person': ({ id, earlier, now, taken }) =>
    `The id ${id} was ${earlier}'s in this list and is ${now}'s in the rosters. ${taken === '' ? 'They are taken for two people.' : `The line is taken for ${taken}'s.`}`,
  'history.namesakes': ({ name, candidates }) =>
    `Several people may be meant by ${name}: ${candidates.join(', ')}. The line is left out; an id would tell.`,
  'history.nobody': () => 'Nobody in this earlier list is in the rosters. People are known by their ids, else by name.',
  'history.no-group': ({ timetable }) =>
    `No group of this list is in ${timetable}. Maybe the earlier lists stand in another order than the timetables.`,

  'settings.syntax': () =>
    'This line is not valid TOML. A text wants quotes, so does a key with accents or spaces; a key stands once; tables begin with a line such as [groups].',
  'settings.key-twice': ({ key, firstLine }) =>
    `The key ${key} stands on line ${firstLine} already. Keep one of the two, or write this one below the header of the table that it belongs to.`,
  'settings.unknown-key': ({ table, known }) =>
    `${table === '' ? 'The settings have' : `Section [${table}] has`} no such key. Known: ${known.join(', ')}.`,
  'settings.missing-key': ({ key }) => `The key ${key} is missing here.`,
  'settings.wrong-type': ({ expected }) => `Expected: ${TYPES[expected]}.`,
  'settings.unknown-timezone': () => 'There is no such time zone; write it like Europe/Paris.',
  'settings.namesake-unmet': ({ people }) =>
    people === 0
      ? 'Nobody in the rosters is called so: there are no two people to tell apart.'
      : 'Only one person in the rosters is called so: there are no two people to tell apart.',
  'settings.unknown-column': ({ header }) => `No table has such a column, so "${header}" cannot mean it.`,
  'settings.not-a-separator': () => 'What separates values is one of | ; , / + or "\\n" for a line break in the cell.',
  'settings.not-a-size': () =>
    'Group sizes are one whole number or two, the least first: 9 or [9, 10] in module.toml, 9 or 9..10 on the command line.',
  'settings.not-a-weight': () => 'A weight is a whole number, 0 or more.',
  'settings.not-a-timetable-weight': ({ most }) =>
    `The weight of a wish is a whole number from 0 to ${formatNumber('en', most, 0)}.`,
  'settings.not-a-balance': () => 'Attributes and their weights were expected, such as school=100,internships=60.',
  'settings.not-a-roster': () => 'A file name was expected, such as ENA=ena.csv.',
  'settings.attribute-twice': ({ first }) => `This is the same attribute as "${first}". Keep one of the two.`,
};
