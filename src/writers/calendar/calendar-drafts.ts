import type { CalendarEvent, PublishedCalendars } from '../../domain/calendar.js';
import type { Grouping } from '../../domain/group.js';
import type { Module, Programme } from '../../domain/module.js';
import { participantName, type Participant } from '../../domain/participant.js';
import type { Language } from '../../domain/settings.js';
import { withoutOldNews, type Timetable, type TimetableRow } from '../../domain/timetable.js';
import { otherSessions, type CountedEvent } from './continuation.js';
import type { EventKeys } from './event-keys.js';
import type { EventTexts } from './event-texts.js';
import { gatherWithFormer, indexRows, type Gathering } from './gathering.js';
import { rowRevision, sessionRevisions } from './revision.js';

/** Where calendars lie, in the order in which they are written. */
export const FOLDERS = ['groups', 'witnesses', 'rooms', 'sites', 'people'] as const;

/** What was published before. */
export interface PublishedList extends Timetable {
  /** Day on which it is published again, `YYYY-MM-DD`; absent or `''`: nobody has said. */
  readonly today?: string;
  /** The calendars that are out; absent: they are not at hand, and the list alone says what has changed. */
  readonly calendars?: PublishedCalendars;
}

export interface CalendarsRequest {
  readonly module: Module;
  readonly programme: Programme;
  readonly grouping: Grouping;
  readonly timetable: Timetable;
  /**
   * The list that was published before this one: what a witness, a room or a site had there and has no longer is cancelled, once. Absent:
   * only what the rows themselves say is cancelled.
   */
  readonly published?: PublishedList;
  /** Of the texts. */
  readonly language: Language;
  /** No name of a person anywhere: ids alone. */
  readonly pseudonyms: boolean;
  /** Whether each person gets a calendar too. */
  readonly people: boolean;
}

/** A calendar before its zone and its file name. */
export interface Draft {
  readonly folder: (typeof FOLDERS)[number];
  /** What tells it from others of its folder; its file is named after it. */
  readonly id: string;
  readonly title: string;
  readonly events: readonly CountedEvent[];
}

/** Calendars of all that the module or a row names, of people where they are asked for. */
export function draftCalendars(request: CalendarsRequest, texts: EventTexts, keys: EventKeys): readonly Draft[] {
  const { timetable, published } = request;
  const revisions = sessionRevisions(timetable.rows);
  const lastRevisions = sessionRevisions(published?.rows ?? []);
  const lastVersions = new Map(published?.rows.map(({ uid, version }) => [uid, version]));
  const others = otherSessions(published?.rows ?? [], published?.calendars ?? new Map());
  const countRow = (row: TimetableRow): CountedEvent => ({
    event: rowEvent(row, texts),
    isRaised: row.version > (lastVersions.get(row.uid) ?? -1),
    isOfList: !others.has(row.session),
  });
  const countGathering = (gathering: Gathering, summaryOf: SummaryOf): CountedEvent => {
    const [{ session }] = gathering.rows;
    const last = lastRevisions.get(session);
    // A session of which not even cancelled rows are left.
    const revision = revisions.get(session) ?? (last && { ...last, sequence: last.sequence + 1 });
    const event = { ...gatheringEvent(gathering, texts, summaryOf), ...revision };
    return { event, isRaised: event.sequence > (last?.sequence ?? -1), isOfList: !others.has(session) };
  };
  return [
    ...draftGroups(request, countRow),
    ...draftGatherings(request, texts, keys, countGathering),
    ...(request.people ? draftPeople(request, countRow) : []),
  ];
}

type SummaryOf = (rows: readonly TimetableRow[]) => string;
type CountRow = (row: TimetableRow) => CountedEvent;

function draftGroups({ grouping, timetable, published }: CalendarsRequest, countRow: CountRow): readonly Draft[] {
  const rowsOf = indexRows(withoutOldNews(timetable.rows, published?.rows), ({ group }) => [group]);
  const labels = new Set([...grouping.groups.map(({ label }) => label), ...rowsOf.keys()]);
  return [...labels].map((id) => ({
    folder: 'groups',
    id,
    title: id,
    events: (rowsOf.get(id) ?? []).map(countRow),
  }));
}

function draftGatherings(
  { programme, timetable: { rows }, published }: CalendarsRequest,
  texts: EventTexts,
  keys: EventKeys,
  countGathering: (gathering: Gathering, summaryOf: SummaryOf) => CountedEvent,
): readonly Draft[] {
  const { witnesses, rooms } = programme;
  const former = published?.rows.filter(({ status }) => status !== 'cancelled') ?? [];
  const draft = (
    folder: Draft['folder'],
    known: readonly string[],
    idsOf: (row: TimetableRow) => readonly string[],
    keyOf: (row: TimetableRow, id: string) => string,
    summaryOf: SummaryOf,
  ): readonly Draft[] => {
    const rowsOf = indexRows(withoutOldNews(rows, published?.rows), idsOf);
    const formerOf = indexRows(former, idsOf);
    const ids = [...new Set([...known, ...rowsOf.keys(), ...formerOf.keys()])].filter((id) => id !== '');
    return ids.map((id) => ({
      folder,
      id,
      title: folder === 'witnesses' ? texts.witnessName(id) : id,
      events: gatherWithFormer(rowsOf.get(id) ?? [], formerOf.get(id) ?? [], (row) => keyOf(row, id)).map((gathering) =>
        countGathering(gathering, summaryOf),
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
  countRow: CountRow,
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
        events: rows.map(countRow),
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

function gatheringEvent({ key, rows, isCancelled }: Gathering, texts: EventTexts, summaryOf: SummaryOf): CalendarEvent {
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
