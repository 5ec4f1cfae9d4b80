import type { Readership } from '../../../src/domain/readership.js';
import type { ViewLine } from '../../../src/domain/timetable-view.js';
import type { DocumentGroup } from '../../../src/report/plan-document/document-group.js';
import type { PlanDocument } from '../../../src/report/plan-document/plan-document.js';

/** A group of people whose names are given, the school after a slash. */
export function groupOf(label: string, ...people: readonly string[]): DocumentGroup {
  const members = people.map((person, index) => {
    const [name, school = ''] = person.split('/');
    const [givenName, familyName = ''] = name.split(' ');
    return { key: `${label}${index}`, id: `00${index}`, familyName, givenName, school, levels: [['x', 'y']] };
  });
  return { label, theme: label[0], strand: '', themeTitle: `Theme ${label[0]}`, strandTitle: '', members };
}

const LINES: readonly ViewLine[] = [
  {
    group: 'A1',
    date: '2018-02-12',
    start: 540,
    end: 750,
    session: 'S1',
    kind: 'work',
    room: 'R',
    site: 'S',
    status: 'new',
  },
  {
    group: 'A1',
    date: '2018-02-12',
    start: 840,
    end: 1050,
    session: 'S2',
    kind: 'work',
    room: 'R',
    site: 'S',
    status: 'cancelled',
  },
  {
    group: 'A1',
    date: '2018-02-13',
    start: 540,
    end: 750,
    session: 'S3',
    kind: 'visit',
    room: '',
    site: 'S',
    status: 'new',
  },
  {
    group: 'B1',
    date: '2018-02-12',
    start: 540,
    end: 750,
    session: 'S1',
    kind: 'work',
    room: 'R',
    site: 'T',
    status: 'new',
  },
];

/** A plan of two groups; parts of it may be others. */
export function documentOf(parts: Partial<PlanDocument> = {}, readership: Readership = 'coordinator'): PlanDocument {
  return {
    title: 'Module & more',
    language: 'en',
    readership,
    isPseudonymous: false,
    headline: ['4 people', '2 groups'],
    attributes: ['internships'],
    groups: [groupOf('A1', 'Ann Ash/ENA', 'Bob Beech/INET'), groupOf('B1', 'Cid Cedar/ENA', 'Dot Dogwood/INET')],
    balance: [],
    verdicts: ['Score 12'],
    notes: [{ term: 'Seed', text: 'x' }],
    ...parts,
  };
}

/** A timetable of those two groups, in which one row is cancelled; no rooms and no witnesses are listed. */
export function timetableOf(lines = LINES): NonNullable<PlanDocument['timetable']> {
  const columns = [
    'group',
    'date',
    'start',
    'end',
    'session',
    'kind',
    'themes',
    'room',
    'site',
    'order',
    'status',
  ] as const;
  return {
    timetable: { rows: [] },
    programme: { sessions: [], rooms: [], witnesses: [], hearingsPerGroup: 0 },
    byGroup: { by: 'group', columns, lines },
    byRoom: { by: 'room', columns: ['room', 'date'], lines: [] },
    byWitness: { by: 'witness', columns: ['witness', 'date'], lines: [] },
    figures: { rows: 0, hearings: 0, groupsInOneRoom: 0, terms: [], fairness: [] },
    verdicts: ['Rooms 1'],
  };
}
