import ICAL from 'ical.js';
import type { PublishedCalendars } from '../../../src/domain/calendar.js';
import type { Grouping } from '../../../src/domain/group.js';
import type { Module, Programme } from '../../../src/domain/module.js';
import type { Participant } from '../../../src/domain/participant.js';
import type { Session } from '../../../src/domain/session.js';
import type { TimetableRow } from '../../../src/domain/timetable.js';
import type { Witness } from '../../../src/domain/witness.js';
import { readCalendar as readPublished } from '../../../src/readers/calendar-reader.js';
import type { CalendarsRequest } from '../../../src/writers/calendar/calendar-drafts.js';
import { writeCalendars } from '../../../src/writers/calendar/calendars.js';
import { moduleOf } from '../../helpers/modules.js';

const source = { file: 'test.csv' };

/** A row of a hearing of T1 by VILLE-A1 in R1, unless told otherwise; its UID as the timetable makes it. */
export function row(draft: Partial<TimetableRow> = {}): TimetableRow {
  const { session = 'S1', group = 'VILLE-A1' } = draft;
  return {
    uid: `rc-2018-${session}-${group}`.toLowerCase(),
    version: 0,
    session,
    date: '2018-02-12',
    start: 540,
    end: 750,
    kind: 'hearing',
    group,
    theme: 'VILLE',
    strand: 'A',
    room: 'R1',
    site: 'INET',
    witnesses: ['T1'],
    status: 'new',
    changed: '',
    isLocked: false,
    ...draft,
  };
}

export function session(id: string, title: string): Session {
  const audience = { kind: 'groups' } as const;
  return { id, date: '2018-02-12', start: 540, end: 750, kinds: ['work'], title, audience, sites: [], source };
}

export function witness(id: string, draft: Partial<Witness> = {}): Witness {
  return {
    id,
    title: 'Mme',
    familyName: 'Kerdoncuff',
    givenName: 'Anne-Laure',
    position: 'maire',
    organisation: 'ville de Bellefontaine-sur-Ill',
    role: 'witness',
    themes: [],
    maxGroupsPerHearing: 2,
    email: 'alk@example.org',
    source,
    ...draft,
  };
}

export function room(id: string, site: string) {
  return { id, site, capacity: 20, uses: [], unavailable: [], source };
}

export function programme(draft: Partial<Programme> = {}): Programme {
  return {
    sessions: [session('S1', 'Rencontres'), session('S2', 'Reprise'), session('R1', 'Restitution : ville')],
    rooms: [room('R1', 'INET'), room('R2', 'INET')],
    witnesses: [
      witness('T1'),
      witness('J1', { role: 'jury', familyName: 'Boisgontier', givenName: 'Fulgence', title: 'M.' }),
      witness('J2', { role: 'jury', familyName: 'Hirtzmann', givenName: 'Eugène', title: 'M.', organisation: '' }),
    ],
    hearingsPerGroup: 1,
    ...draft,
  };
}

/** A module of two strands of one theme, called `RC 2018`. */
export function calendarModule({ timezone = 'Europe/Paris', title = 'RC 2018' } = {}): Module {
  const module = moduleOf({ places: { 'VILLE/A': [1, 1], 'VILLE/B': [1] }, people: 3 });
  const [theme] = module.themes;
  const titles = new Map([
    ['A', 'accès à l’emploi'],
    ['B', 'conseils de quartiers'],
  ]);
  const strands = theme.strands.map((strand) => ({ ...strand, title: titles.get(strand.id) ?? '' }));
  return {
    ...module,
    settings: { ...module.settings, title, timezone, language: 'fr' },
    themes: [{ ...theme, title: 'Politique de la ville', strands }],
    groups: ['VILLE-A1', 'VILLE-A2', 'VILLE-B1'].map((label) => ({
      label,
      theme: 'VILLE',
      strand: label.charAt(6),
      size: 1,
    })),
  };
}

/** The module with other people, and where they are: one after the other in the groups. */
export function withPeople(module: Module, people: readonly Partial<Participant>[]): [Module, Grouping] {
  const [plain] = module.cohort.participants;
  const participants = people.map((draft, index) => ({ ...plain, key: `k${index}`, id: '', ...draft }));
  const assignment = new Map(participants.map(({ key }, p) => [key, module.groups[p % module.groups.length].label]));
  return [
    { ...module, cohort: { ...module.cohort, participants } },
    { groups: module.groups, assignment },
  ];
}

/** Calendars of some rows, in French, of nobody. */
export function calendarsOf(
  rows: readonly TimetableRow[],
  draft: Partial<CalendarsRequest> = {},
): ReadonlyMap<string, string> {
  const module = draft.module ?? calendarModule();
  return writeCalendars({
    module,
    programme: programme(),
    grouping: { groups: module.groups, assignment: new Map() },
    timetable: { rows },
    language: 'fr',
    pseudonyms: false,
    people: false,
    ...draft,
  });
}

/** What ical.js reads of an event; times in UTC by the calendar's own VTIMEZONE. */
export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly status: string;
  readonly start: string;
  readonly end: string;
  readonly localStart: string;
  readonly localEnd: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
}

/** @throws when ical.js finds something wrong. */
export function readCalendar(text: string): readonly ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((component) => {
      const zone = new ICAL.Timezone(component);
      return [zone.tzid, zone];
    }),
  );
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const time = (name: string): ICAL.Time => {
      const property = component.getFirstProperty(name);
      const value = property?.getFirstValue() as ICAL.Time;
      const tzid = property?.getFirstParameter('tzid');
      if (tzid !== undefined) value.zone = zones.get(tzid) as ICAL.Timezone;
      return value;
    };
    const text = (name: string): string => String(component.getFirstPropertyValue(name) ?? '');
    return {
      uid: text('uid'),
      sequence: Number(text('sequence')),
      stamp: text('dtstamp'),
      status: text('status'),
      start: time('dtstart').toJSDate().toISOString(),
      end: time('dtend').toJSDate().toISOString(),
      localStart: time('dtstart').toString(),
      localEnd: time('dtend').toString(),
      summary: text('summary'),
      location: text('location'),
      description: text('description'),
    };
  });
}

/** The VEVENT blocks of a file, by UID, as they stand. */
export function eventBlocks(text: string): ReadonlyMap<string, string> {
  const blocks = text.match(/BEGIN:VEVENT\r\n[\s\S]*?END:VEVENT\r\n/g) ?? [];
  return new Map(blocks.map((block) => [/^UID:(.*)\r$/m.exec(block.replaceAll('\r\n ', ''))?.[1] ?? '', block]));
}

/** Calendars as the next publication reads them. @throws when one is refused. */
export function publishedOf(files: ReadonlyMap<string, string>): PublishedCalendars {
  return new Map(
    [...files].map(([name, text]) => {
      const { value } = readPublished({ name, bytes: new TextEncoder().encode(text) });
      if (value === undefined) throw new Error(`${name} is refused`);
      return [name, value] as const;
    }),
  );
}
