import { fileStem, nameEach } from '../../domain/file-name.js';
import type { Grouping } from '../../domain/group.js';
import { moduleKeyOf } from '../../domain/module-key.js';
import type { Module, Programme } from '../../domain/module.js';
import { participantName, type Participant } from '../../domain/participant.js';
import type { Language } from '../../domain/settings.js';
import { withoutOldNews, type Timetable, type TimetableRow } from '../../domain/timetable.js';
import { writeCalendar } from './calendar-file.js';
import type { CalendarEvent } from './event.js';
import { eventKeys, type EventKeys } from './event-keys.js';
import { eventTexts, type EventTexts } from './event-texts.js';
import { gatherWithFormer, indexRows, type Gathering } from './gathering.js';
import { rowRevision, sessionRevisions, type Revision } from './revision.js';
import { calendarZone } from './time-zone.js';

export interface CalendarsRequest {
  readonly module: Module;
  readonly programme: Programme;
  readonly grouping: Grouping;
  readonly timetable: Timetable;
  /**
   * The list that was published before this one: what a witness, a room or a site had there and has no longer is cancelled, once. Absent:
   * only what the rows themselves say is cancelled.
   */
  readonly published?: Timetable;
  /** Of the texts. */
  readonly language: Language;
  /** No name of a person anywhere: ids alone. */
  readonly pseudonyms: boolean;
  /** Whether each person gets a calendar too. */
  readonly people: boolean;
}

/** A calendar before its zone and its file name. */
interface Draft {
  readonly folder: 'groups' | 'witnesses' | 'rooms' | 'sites' | 'people';
  /** What tells it from others of its folder; its file is named after it. */
  readonly id: string;
  readonly title: string;
  readonly events: readonly CalendarEvent[];
}

/**
 * The `.ics` files of a timetable, name (`groups/VILLE-A1.ics`) to text: of every group, witness, room and site that the module or a row
 * names, the empty ones too, so that who subscribed to one still finds it; of people where they are asked for. A group or person has one
 * event a row; rows that are one thing to a witness, a room or a site are one event there.
 */
export function writeCalendars(request: CalendarsRequest): ReadonlyMap<string, string> {
  const { module, programme, timetable, published } = request;
  const { title, timezone } = module.settings;
  const allRows = [...timetable.rows, ...(published?.rows ?? [])];
  const zone = calendarZone(timezone, yearsOf([...programme.sessions, ...allRows]));
  const texts = eventTexts(request);
  const moduleKey = moduleKeyOf(title, programme.sessions, published?.rows);
  const drafts = [
    ...draftGroups(request, texts),
    ...draftGatherings(request, texts, eventKeys(moduleKey, programme, allRows)),
    ...(request.people ? draftPeople(request, texts) : []),
  ];
  const files = new Map<string, string>();
  for (const folder of ['groups', 'witnesses', 'rooms', 'sites', 'people'] as const) {
    const own = drafts.filter((draft) => draft.folder === folder);
    const names = nameEach(
      own.map(({ id }) => id),
      fileStem,
    );
    for (const draft of own) {
      const name = title === '' ? draft.title : `${title} – ${draft.title}`;
      files.set(`${folder}/${names.get(draft.id) ?? ''}.ics`, writeCalendar({ name, zone, events: draft.events }));
    }
  }
  return files;
}

function yearsOf(dated: readonly { readonly date: string }[]): { readonly first: number; readonly last: number } {
  const years = [...new Set(dated.map(({ date }) => Number(date.slice(0, 4))))];
  return years.length === 0 ? { first: 1970, last: 1970 } : { first: Math.min(...years), last: Math.max(...years) };
}

function draftGroups({ grouping, timetable, published }: CalendarsRequest, texts: EventTexts): readonly Draft[] {
  const rowsOf = indexRows(withoutOldNews(timetable.rows, published?.rows), ({ group }) => [group]);
  const labels = new Set([...grouping.groups.map(({ label }) => label), ...rowsOf.keys()]);
  return [...labels].map((id) => ({
    folder: 'groups',
    id,
    title: id,
    events: (rowsOf.get(id) ?? []).map((row) => rowEvent(row, texts)),
  }));
}

function draftGatherings(
  { programme, timetable: { rows }, published }: CalendarsRequest,
  texts: EventTexts,
  keys: EventKeys,
): readonly Draft[] {
  const { witnesses, rooms } = programme;
  const former = published?.rows.filter(({ status }) => status !== 'cancelled') ?? [];
  const revisions = sessionRevisions(rows);
  const lastRevisions = sessionRevisions(former);
  const revisionOf = ({ rows: [{ session }] }: Gathering): Revision | undefined => {
    const last = lastRevisions.get(session);
    // A session of which not even cancelled rows are left.
    return revisions.get(session) ?? (last && { ...last, sequence: last.sequence + 1 });
  };
  const draft = (
    folder: Draft['folder'],
    known: readonly string[],
    idsOf: (row: TimetableRow) => readonly string[],
    keyOf: (row: TimetableRow, id: string) => string,
    summaryOf: (rows: readonly TimetableRow[]) => string,
  ): readonly Draft[] => {
    const rowsOf = indexRows(withoutOldNews(rows, published?.rows), idsOf);
    const formerOf = indexRows(former, idsOf);
    const ids = [...new Set([...known, ...rowsOf.keys(), ...formerOf.keys()])].filter((id) => id !== '');
    return ids.map((id) => ({
      folder,
      id,
      title: folder === 'witnesses' ? texts.witnessName(id) : id,
      events: gatherWithFormer(rowsOf.get(id) ?? [], formerOf.get(id) ?? [], (row) => keyOf(row, id)).map(
        (gathering) => ({
          ...gatheringEvent(gathering, texts, summaryOf),
          ...revisionOf(gathering),
        }),
      ),
    }));
  };
  return [
    ...draft(
      'witnesses',
      witnesses.map(({ id }) => id),
      (row) => row.witnesses,
      ({ session }, id) => keys.ofWitness(session, id),
      texts.summaryForWitness,
    ),
    ...draft(
      'rooms',
      rooms.map(({ id }) => id),
      ({ room }) => [room],
      ({ session }, id) => keys.ofRoom(session, id),
      texts.summaryForPlace,
    ),
    ...draft(
      'sites',
      rooms.map(({ site }) => site),
      ({ site }) => [site],
      keys.ofSite,
      texts.summaryForPlace,
    ),
  ];
}

function draftPeople(
  { module, grouping, timetable, published, pseudonyms }: CalendarsRequest,
  texts: EventTexts,
): readonly Draft[] {
  const rowsOf = indexRows(withoutOldNews(timetable.rows, published?.rows), ({ group }) => [group]);
  const { participants } = module.cohort;
  const times = new Map<string, number>();
  for (const { id } of participants) times.set(id, (times.get(id) ?? 0) + 1);
  return participants.flatMap((person, place): readonly Draft[] => {
    const group = grouping.assignment.get(person.key);
    if (group === undefined) return [];
    const rows = (rowsOf.get(group) ?? []).filter(({ session }) => !person.absences.includes(session));
    return [
      {
        folder: 'people',
        id: personFile(person, place, times.get(person.id) === 1),
        title: pseudonyms ? person.id : participantName(person),
        events: rows.map((row) => rowEvent(row, texts)),
      },
    ];
  });
}

/**
 * What the file of a person is named after: the id, with the school where two schools use it; without an id, the place in the order of
 * the cohort, from 1. NUL, which no id holds, becomes a hyphen.
 */
function personFile({ id, school }: Participant, place: number, isUnique: boolean): string {
  if (id === '') return `person\u0000${place + 1}`;
  return isUnique ? id : `${school}\u0000${id}`;
}

function rowEvent(row: TimetableRow, texts: EventTexts): CalendarEvent {
  return {
    uid: row.uid,
    ...rowRevision(row),
    isCancelled: row.status === 'cancelled',
    date: row.date,
    start: row.start,
    end: row.end,
    summary: texts.summaryForGroup(row),
    location: texts.location(row),
    description: texts.description([row]),
  };
}

function gatheringEvent(
  { key, rows, isCancelled }: Gathering,
  texts: EventTexts,
  summaryOf: (rows: readonly TimetableRow[]) => string,
): CalendarEvent {
  const [first] = rows;
  return {
    ...rowEvent(first, texts),
    uid: key,
    isCancelled,
    start: rows.reduce((least, { start }) => Math.min(least, start), first.start),
    end: rows.reduce((most, { end }) => Math.max(most, end), first.end),
    summary: summaryOf(rows),
    description: texts.description(rows),
  };
}
