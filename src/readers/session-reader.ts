import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { compareText, fold } from '../domain/fold.js';
import type { Audience, Session, SessionKind } from '../domain/session.js';
import type { Theme } from '../domain/theme.js';
import { readBreaks } from './breaks-reader.js';
import { splitValues } from './cells.js';
import type { ColumnWords } from './columns.js';
import { readTable, reporterOf } from './delimited-table.js';
import { createIdRegister } from './duplicates.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { indexThemes, type ReferenceIndex } from './references.js';
import { findValue, notOneOf, readRow, type RowCells, type ValueWords } from './row-cells.js';
import { settleSpellingsOf } from './spelling.js';

type SessionColumn =
  | 'session'
  | 'date'
  | 'start'
  | 'end'
  | 'kind'
  | 'title'
  | 'audience'
  | 'site'
  | 'minutes_each'
  | 'break';

/** Header words of `sessions.csv`. */
export const SESSION_COLUMNS: ColumnWords<SessionColumn> = {
  session: ['session', 'séance'],
  date: ['date', 'date', 'jour', 'day'],
  start: ['start', 'début', 'heure de début', 'start time'],
  end: ['end', 'fin', 'heure de fin', 'end time'],
  kind: ['kind', 'type', 'nature'],
  title: ['title', 'titre', 'intitulé'],
  audience: ['audience', 'public'],
  site: ['site', 'site', 'lieu'],
  minutes_each: ['minutes_each', 'minutes', 'minutes par groupe'],
  break: ['break', 'pause', 'breaks', 'pauses'],
};

/** Words of the kinds of session. */
export const KIND_WORDS: ValueWords<SessionKind> = {
  plenary: ['plenary', 'plénière', 'séance plénière'],
  work: ['work', 'travail', 'travaux', 'work session', 'séance de travail'],
  hearing: ['hearing', 'audition'],
  presentation: ['presentation', 'restitution', 'présentation'],
  visit: ['visit', 'visite'],
};

const AUDIENCE_WORDS: ValueWords<'all' | 'groups' | 'halves'> = {
  all: ['all', 'tous', 'everyone', 'toutes et tous', 'tout le monde'],
  groups: ['groups', 'groupes', 'group', 'groupe'],
  halves: ['halves', 'moitiés', 'half', 'moitié', 'demi-promotions'],
};

/** What separates kinds in a cell. */
export const KIND_SEPARATOR = /[+|&]|\s(?:et|and)\s/i;

/**
 * Sessions sorted by date, start, then id: the order of lines means nothing. An empty audience is everybody for plenaries and
 * visits, each group for the rest. No session at all is an error. A session with an error is kept, so that what refers to it is
 * not called unknown.
 */
export function readSessions(
  file: InputFile,
  columns: ColumnNames,
  { themes }: { readonly themes: readonly Theme[] },
): Reading<readonly Session[]> {
  const required: readonly (readonly SessionColumn[])[] = [['session'], ['date'], ['start'], ['end'], ['kind']];
  const { value: table, diagnostics: found } = readTable(file, {
    words: SESSION_COLUMNS,
    required,
    columns,
    needsRows: 'sessions',
  });
  const diagnostics: Diagnostic[] = [...found];
  if (table === undefined) return { value: [], diagnostics };
  const isNew = createIdRegister();
  const themeIndex = indexThemes(themes);
  const sessions: Session[] = [];
  for (const row of table.rows) {
    const report = reporterOf(row, diagnostics);
    const cells = readRow(table, row, report);
    const id = cells.requiredText('session');
    const date = cells.date('date');
    const start = cells.time('start');
    const end = cells.time('end');
    const kinds = cells.valuesOf('kind', KIND_WORDS, KIND_SEPARATOR);
    cells.requiredText('kind');
    const audience = readAudience(cells, kinds, themeIndex, report);
    const sites = splitValues(cells.text('site'));
    if (audience.kind === 'halves' && new Set(sites.map(fold)).size !== 2) {
      const typed = cells.text('site');
      const source = cells.sourceOf(typed === '' ? 'audience' : 'site');
      report(diagnose('error', 'session.halves-sites', {}, { source, value: typed || cells.text('audience') }));
    }
    const minutesEach = cells.wholeNumber('minutes_each', 1);
    if (start !== undefined && end !== undefined && end <= start) {
      const details = { source: cells.sourceOf('end'), value: cells.text('end') };
      report(diagnose('error', 'session.end-before-start', { start: cells.text('start') }, details));
    }
    const breaks = readBreaks(
      cells.text('break'),
      {
        session: start === undefined || end === undefined || end <= start ? undefined : { start, end },
        typed: { start: cells.text('start'), end: cells.text('end') },
        // An unreadable kind has been reported by itself.
        hasPresentations: kinds.length === 0 || kinds.includes('presentation'),
        source: cells.sourceOf('break'),
      },
      report,
    );
    if (id === undefined || !isNew(id, cells.sourceOf('session'), report)) continue;
    sessions.push({
      id,
      date: date ?? '',
      start: start ?? 0,
      end: end ?? 0,
      kinds,
      title: cells.text('title'),
      audience,
      sites,
      ...(minutesEach === undefined ? {} : { minutesEach }),
      ...(breaks.length === 0 ? {} : { breaks }),
      source: cells.source,
    });
  }
  const spelling = settleSpellingsOf(sessions.flatMap((session) => session.sites));
  const settled = sessions.map((session) => ({
    ...session,
    sites: session.sites.map((site) => spelling.get(site) ?? site),
  }));
  return {
    value: settled.toSorted((a, b) => compareText(a.date, b.date) || a.start - b.start || compareText(a.id, b.id)),
    diagnostics,
  };
}

function readAudience(
  cells: RowCells<SessionColumn>,
  kinds: readonly SessionKind[],
  themes: ReferenceIndex<string>,
  report: (diagnostic: Diagnostic) => void,
): Audience {
  const text = cells.text('audience');
  if (text === '')
    return {
      kind: kinds.every((kind) => kind === 'plenary' || kind === 'visit') ? 'all' : 'groups',
    };
  const theme = themes.find(text);
  if (theme.status === 'found') return { kind: 'theme', theme: theme.value };
  const word = findValue(text, AUDIENCE_WORDS);
  if (word !== undefined) return { kind: word };
  const wrong = notOneOf(text, AUDIENCE_WORDS, cells.sourceOf('audience'));
  const { suggestion } = theme.diagnose({});
  report({
    ...wrong,
    code: 'session.unknown-audience',
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  return { kind: 'groups' };
}
