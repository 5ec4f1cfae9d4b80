import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublishedCalendars } from '../../../src/domain/calendar.js';
import { compareText } from '../../../src/domain/fold.js';
import type { SessionKind } from '../../../src/domain/session.js';
import type { PublishedRow, TimetableRow } from '../../../src/domain/timetable.js';
import { publishAfter } from '../../../src/timetable/publication.js';
import { runs } from '../../helpers/runs.js';
import {
  calendarModule,
  calendarsOf,
  eventBlocks,
  programme,
  publishedOf,
  readCalendar,
  row,
  witness,
  withPeople,
} from './calendar-cases.js';

const SESSIONS = ['S1', 'S2', 'R1'];
const NAMES = ['Kerdoncuff', 'Quillévéré'];
const GROUPS = ['VILLE-A1', 'VILLE-A2', 'VILLE-B1'];

/** What a group does in a session; `undefined`: it is not there. */
const cell = fc.option(
  fc.record({
    kind: fc.constantFrom<SessionKind>('work', 'hearing', 'presentation'),
    room: fc.constantFrom('R1', 'R2', ''),
    site: fc.constantFrom('INET', 'ENA'),
    witnesses: fc.constantFrom<readonly string[]>([], ['T1'], ['T2'], ['J1', 'J2']),
    start: fc.constantFrom(540, 600),
  }),
  { nil: undefined, freq: 4 },
);
const day = fc.constantFrom('2018-02-12', '2018-02-14');

interface Step {
  /** Cells of the programme that change, and the days of its sessions. */
  readonly changes: readonly (readonly [number, ReturnType<typeof cellOf>])[];
  readonly days: readonly string[];
  readonly today: string;
  /** A list that is made and published by nobody; else what is known of the calendars that are out. */
  readonly kind: 'list' | 'kept' | 'lost';
  /** Group of each person. */
  readonly people: readonly number[];
  /** Of a witness, as somebody corrects it. */
  readonly name: string;
}

type Cell = typeof cell extends fc.Arbitrary<infer Value> ? Value : never;
const cellOf = (value: Cell): Cell => value;

/** Most steps change little, so that most events stay. */
function steps(...kinds: readonly Step['kind'][]): fc.Arbitrary<readonly Step[]> {
  return fc.array(
    fc.record({
      changes: fc.array(fc.tuple(fc.nat({ max: SESSIONS.length * GROUPS.length - 1 }), cell), { maxLength: 3 }),
      days: fc.oneof(
        { weight: 4, arbitrary: fc.constant(['2018-02-12', '2018-02-12', '2018-02-14']) },
        { weight: 1, arbitrary: fc.tuple(day, day, day) },
      ),
      today: fc.constantFrom('', '2018-02-01', '2018-02-05', '2018-02-13'),
      kind: fc.constantFrom(...kinds),
      name: fc.constantFrom(...NAMES),
      people: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 })),
    }),
    { minLength: 2, maxLength: 6 },
  );
}

/** An event as it was last published, in one calendar. */
interface Told {
  readonly sequence: number;
  readonly isCancelled: boolean;
  /** What it says, whatever revision. */
  readonly text: string;
  /** The same, but for a name that may be corrected. */
  readonly said: string;
  readonly block: string;
  readonly date: string;
}

interface Published {
  /** By calendar and UID. */
  readonly events: ReadonlyMap<string, Told>;
  readonly today: string;
}

/** The calendars of each publication of a sequence of steps. */
function publish(sequence: readonly Step[], { isWithPeople }: { isWithPeople: boolean }): readonly Published[] {
  const cells: Cell[] = Array.from({ length: SESSIONS.length * GROUPS.length }, () =>
    cellOf({ kind: 'hearing', room: 'R1', site: 'INET', witnesses: ['T1'], start: 540 }),
  );
  const publications: Published[] = [];
  let rows: readonly PublishedRow[] = [];
  let out: PublishedCalendars | undefined;
  const current: string[] = [];
  for (const { changes, days, today, kind, people, name } of sequence) {
    for (const [at, value] of changes) cells[at] = value;
    // Nobody moves what is past, nor into the past.
    for (const [s, date] of days.entries()) if ((current.at(s) ?? today) >= today && date >= today) current[s] = date;
    const wanted = cells.flatMap((value, at): readonly TimetableRow[] => {
      const s = Math.floor(at / GROUPS.length);
      if (value === undefined) return [];
      return [
        row({
          session: SESSIONS[s],
          group: GROUPS[at % GROUPS.length],
          date: current.at(s) ?? '2018-02-14',
          ...value,
          end: value.start + 60,
        }),
      ];
    });
    const next = publishAfter(wanted.sort(compareMoments), { rows, today });
    if (kind !== 'list') {
      const calendars = kind === 'kept' && out !== undefined ? { calendars: out } : {};
      const [module, grouping] = withPeople(calendarModule(), [{ id: 'E1' }, { id: 'E2' }]);
      const keys = [...grouping.assignment.keys()];
      const files = calendarsOf(next, {
        module,
        grouping: { ...grouping, assignment: new Map(keys.map((key, p) => [key, GROUPS[people[p]]])) },
        programme: programme({ witnesses: [witness('T1', { familyName: name })] }),
        people: isWithPeople,
        published: { rows, today, ...calendars },
      });
      out = publishedOf(files);
      publications.push({ events: toldBy(files), today });
    }
    rows = next.map((each) => ({ ...each, source: { file: 'timetable.csv' } }));
  }
  return publications;
}

/** As a timetable stands: groups of one moment and session in their own order, which is that in which they come. */
function compareMoments(a: TimetableRow, b: TimetableRow): number {
  return compareText(a.date, b.date) || a.start - b.start || compareText(a.session, b.session);
}

function toldBy(files: ReadonlyMap<string, string>): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  for (const [name, text] of files) {
    const blocks = eventBlocks(text);
    for (const { sequence, stamp: _stamp, ...said } of readCalendar(text)) {
      const block = blocks.get(said.uid) ?? '';
      const isCancelled = said.status === 'CANCELLED';
      told.set(`${name} ${said.uid}`, {
        sequence,
        isCancelled,
        text: JSON.stringify(said),
        said: JSON.stringify(said).replaceAll(new RegExp(NAMES.join('|'), 'g'), 'NAME'),
        block,
        date: said.localStart.slice(0, 10),
      });
    }
  }
  return told;
}

/** Against whatever was published of the event last, however long ago. */
function expectMonotone(publications: readonly Published[]): void {
  const last = new Map<string, Told>();
  for (const { events } of publications) {
    for (const [key, now] of events) {
      const before = last.get(key);
      if (before !== undefined) {
        expect(now.sequence).toBeGreaterThanOrEqual(before.sequence);
        if (now.said !== before.said) expect(now.sequence).toBeGreaterThan(before.sequence);
      }
      last.set(key, now);
    }
  }
}

describe('for any sequence of publications', () => {
  it('no sequence falls, and every change raises it, whether the calendars were kept or lost', () => {
    fc.assert(
      fc.property(steps('kept', 'lost', 'list'), (sequence) => {
        expectMonotone(publish(sequence, { isWithPeople: false }));
      }),
      { numRuns: runs(7) },
    );
  });

  it('an event that says the same is the same bytes where the calendars were kept each time, even a person’s who changes groups', () => {
    fc.assert(
      fc.property(steps('kept'), (sequence) => {
        const publications = publish(sequence, { isWithPeople: true });
        expectMonotone(publications);
        for (const [index, { events, today }] of publications.slice(1).entries()) {
          for (const [key, before] of publications[index].events) {
            const now = events.get(key);
            if (now !== undefined && now.text === before.text) expect(now.block).toBe(before.block);
            // What is gone is cancelled, once, unless it has taken place.
            if (before.isCancelled) expect(now?.isCancelled ?? false).toBe(false);
            else if (before.date >= today) expect(now).toBeDefined();
          }
        }
      }),
      { numRuns: runs(7) },
    );
  });
});
