import { leastOf, mostOf } from '../../domain/extremes.js';
import { fold } from '../../domain/fold.js';
import type { Module, Programme } from '../../domain/module.js';
import type { Language } from '../../domain/settings.js';
import type { TimetableRow } from '../../domain/timetable.js';
import type { Witness } from '../../domain/witness.js';
import { kindWord } from '../../report/kind-words.js';

import { calendarWords } from './calendar-words.js';

/** Groups that a summary names one by one. */
const MOST_NAMED = 4;

export interface EventTextsRequest {
  readonly module: Module;
  readonly programme: Programme;
  readonly language: Language;
  /** Ids instead of names of people, and nothing of what they are. */
  readonly pseudonyms: boolean;
}

/** What an event says, for its readers. */
export interface EventTexts {
  /** Of what a group does: its session, or whom it hears. */
  readonly summaryForGroup: (row: TimetableRow) => string;
  /** Of what takes place in a room or on a site: the same, with the groups. */
  readonly summaryForPlace: (rows: readonly TimetableRow[]) => string;
  /** Of what a person from outside comes for: with the module's name, for calendars of other things too. */
  readonly summaryForWitness: (rows: readonly TimetableRow[]) => string;
  readonly location: (row: TimetableRow) => string;
  /** Of rows that are one event: at least one. */
  readonly description: (rows: readonly TimetableRow[]) => string;
  /** Form of address and name, or the id. */
  readonly witnessName: (id: string) => string;
}

/** The words of every event of a module. */
export function eventTexts({ module, programme, language, pseudonyms }: EventTextsRequest): EventTexts {
  const words = calendarWords(language);
  const titleOf = new Map(programme.sessions.map(({ id, title }) => [id, title]));
  const breaksOf = new Map(programme.sessions.map(({ id, breaks = [] }) => [id, breaks]));
  const witnessOf = new Map(programme.witnesses.map((witness) => [witness.id, witness]));
  const said = (word: string, text: string): string => `${word}${words.colon}${text}`;

  const known = (id: string): Witness | undefined => (pseudonyms ? undefined : witnessOf.get(id));
  const witnessName = (id: string): string => {
    const witness = known(id);
    return witness === undefined ? id : joined([witness.title, witness.givenName, witness.familyName], ' ') || id;
  };
  const witnessLine = (id: string): string => {
    const witness = known(id);
    return joined([witnessName(id), witness?.position ?? '', witness?.organisation ?? ''], ', ');
  };

  const sessionSubject = ({ kind, session }: TimetableRow): string => {
    const title = titleOf.get(session) || session;
    const word = kindWord(kind, language);
    return fold(title).startsWith(fold(word)) ? title : said(capitalised(word), title);
  };
  const isOfWitness = ({ kind, witnesses }: TimetableRow): boolean => kind === 'hearing' && witnesses.length > 0;
  const subject = (row: TimetableRow): string =>
    isOfWitness(row)
      ? said(capitalised(kindWord(row.kind, language)), row.witnesses.map(witnessName).join(', '))
      : sessionSubject(row);
  const groupsOf = (rows: readonly TimetableRow[]): string =>
    rows.length > MOST_NAMED ? words.groupCount(rows.length) : rows.map(({ group }) => group).join(', ');

  const themeTitle = (id: string): string => module.themes.find((theme) => theme.id === id)?.title || id;
  const strandText = ({ theme, strand }: TimetableRow): string => {
    const own = module.themes.find(({ id }) => id === theme)?.strands.find(({ id }) => id === strand);
    const name = strand === '' ? '' : `${words.strand} ${strand}`;
    return own === undefined || own.title === '' ? name : name === '' ? own.title : said(name, own.title);
  };
  const subjectLines = (rows: readonly TimetableRow[]): readonly string[] => {
    const [first] = rows;
    if (first.theme === '' || rows.some(({ theme }) => theme !== first.theme)) return [];
    const isOneStrand = rows.every(({ strand }) => strand === first.strand);
    return [said(words.theme, themeTitle(first.theme)), ...(isOneStrand ? [strandText(first)] : [])];
  };
  const groupLines = (rows: readonly TimetableRow[]): readonly string[] => {
    if (rows.length === 1) return [said(words.group, rows[0].group)];
    if (rows[0].kind !== 'presentation') return [said(words.groups, rows.map(({ group }) => group).join(', '))];
    const passages = rows.toSorted((a, b) => a.start - b.start);
    const line = (row: TimetableRow): string =>
      `${clock(row.start)}–${clock(row.end)} ${joined([row.group, strandText(row)], ', ')}`;
    return [said(words.order, '').trimEnd(), ...passages.map(line)];
  };
  const witnessLines = ({ kind, witnesses }: TimetableRow): readonly string[] => {
    if (witnesses.length === 0) return [];
    const isJury = kind === 'presentation';
    const word = isJury ? words.jury : witnesses.length > 1 ? words.witnesses : words.witness;
    if (witnesses.length === 1) return [said(word, witnessLine(witnesses[0]))];
    return [said(word, '').trimEnd(), ...witnesses.map((id) => `- ${witnessLine(id)}`)];
  };
  const rankLines = (rows: readonly TimetableRow[]): readonly string[] =>
    rows.length === 1 && rows[0].order !== undefined ? [said(words.order, String(rows[0].order))] : [];

  /** Those that the event goes around: a group's own presentation is over before, or begins after. */
  const breakLines = (rows: readonly TimetableRow[]): readonly string[] => {
    const start = leastOf(rows.map((row) => row.start));
    const end = mostOf(rows.map((row) => row.end));
    const times = (breaksOf.get(rows[0].session) ?? []).flatMap((each) =>
      each.kind === 'times' && start <= each.start && each.end <= end
        ? [`${clock(each.start)}–${clock(each.end)}`]
        : [],
    );
    return times.length === 0 ? [] : [said(words.break, times.join(', '))];
  };

  return {
    summaryForGroup: subject,
    summaryForPlace: (rows) => `${subject(rows[0])} (${groupsOf(rows)})`,
    summaryForWitness: (rows) =>
      joined([module.settings.title, `${sessionSubject(rows[0])} (${groupsOf(rows)})`], ' – '),
    location: ({ room, site }) => joined([room, site], ', '),
    description: (rows) => {
      const [first] = rows;
      const title = titleOf.get(first.session) ?? '';
      const lines = [
        title === '' ? '' : said(words.session, title),
        ...groupLines(rows),
        ...rankLines(rows),
        ...breakLines(rows),
        ...subjectLines(rows),
        ...witnessLines(first),
        module.settings.title === '' ? '' : said(words.module, module.settings.title),
      ];
      return joined(lines, '\n');
    },
    witnessName,
  };
}

function joined(parts: readonly string[], between: string): string {
  return parts.filter((part) => part !== '').join(between);
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

function clock(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
