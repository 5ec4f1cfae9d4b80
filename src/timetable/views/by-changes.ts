import { createMoveNews, listNotices, type Notice } from '../../domain/notices.js';
import { orderPeople, type Participant } from '../../domain/participant.js';
import { groupBefore } from '../../domain/regrouped.js';
import type { TimetableView, ViewColumn, ViewLine } from '../../domain/timetable-view.js';
import { fullName } from './gathering.js';
import type { ViewInput } from './view-request.js';

const COLUMNS: readonly ViewColumn[] = [
  'recipient',
  'id',
  'title',
  'familyName',
  'givenName',
  'email',
  'group',
  'groupBefore',
  'news',
];
const PERSONAL: ReadonlySet<ViewColumn> = new Set(['title', 'familyName', 'givenName', 'email']);

/**
 * One line for everybody who has to be told of a change, with all that is news to them: the pupils of each group concerned in group
 * order, absent or not, then people from outside by id. A group that is no more has nobody left to tell. Who has changed groups is told
 * what that changes for one person, whatever is news to either group. With `pseudonyms` there are ids alone, also in what is told.
 */
export function viewByChanges(input: ViewInput): TimetableView {
  const { timetable, programme, before = [], earlier, today = '', pseudonyms = false } = input;
  const guests = new Map(programme.witnesses.map((guest) => [guest.id, guest]));
  const nameOf = (id: string): string => {
    const guest = pseudonyms ? undefined : guests.get(id);
    return guest === undefined ? id : fullName(guest);
  };
  const newsOf = { group: new Map<string, Notice[]>(), outside: new Map<string, Notice[]>() };
  for (const notice of listNotices(timetable.rows, before)) {
    const { kind, id } = notice.to;
    const own = newsOf[kind].get(id) ?? [];
    newsOf[kind].set(id, [...own, kind === 'group' ? withNames(notice, nameOf) : notice]);
  }
  const newsOfMove = createMoveNews(timetable.rows, before, today);
  const pupils = pupilsByGroup(input, newsOf.group);
  return {
    by: 'changes',
    columns: COLUMNS.filter((column) => !pseudonyms || !PERSONAL.has(column)),
    // Every pupil of a large cohort may be concerned: no line is kept.
    lines: {
      *[Symbol.iterator](): Generator<ViewLine, void> {
        for (const [group, people] of pupils) {
          const news = newsOf.group.get(group) ?? [];
          for (const { key, id, familyName, givenName, email } of people) {
            const names = pseudonyms ? {} : { title: '', familyName, givenName, email };
            const told = { recipient: 'pupil', id, ...names, group } as const;
            const from = groupBefore(key, group, earlier);
            if (from === undefined) yield { ...told, news };
            else {
              const own = newsOfMove(from, group).map((notice) => withNames(notice, nameOf));
              yield { ...told, groupBefore: from, news: own };
            }
          }
        }
        for (const [id, news] of newsOf.outside) {
          const { title = '', familyName = '', givenName = '', email = '', role } = guests.get(id) ?? {};
          const names = pseudonyms ? {} : { title, familyName, givenName, email };
          yield { recipient: role ?? roleIn(news), id, ...names, group: '', news };
        }
      },
    },
  };
}

/** The pupils who have to be told, in group order, each group's by name: all of a group that has news, of others those who came. */
function pupilsByGroup(
  { groups, cohort, assignment, earlier, pseudonyms = false }: ViewInput,
  newsOf: ReadonlyMap<string, readonly Notice[]>,
): ReadonlyMap<string, readonly Participant[]> {
  const byGroup = new Map<string, Participant[]>(groups.map(({ label }) => [label, []]));
  for (const person of cohort.participants) {
    const label = assignment.get(person.key) ?? '';
    if (newsOf.has(label) || groupBefore(person.key, label, earlier) !== undefined) byGroup.get(label)?.push(person);
  }
  return new Map([...byGroup].map(([label, people]) => [label, orderPeople(people, pseudonyms)]));
}

/** Pupils know those whom they meet by name. */
function withNames({ before, after, ...notice }: Notice, nameOf: (id: string) => string): Notice {
  return {
    ...notice,
    ...(before === undefined ? {} : { before: { ...before, with: before.with.map(nameOf) } }),
    ...(after === undefined ? {} : { after: { ...after, with: after.with.map(nameOf) } }),
  };
}

/** What somebody came for whom the module no longer names. */
function roleIn(news: readonly Notice[]): 'witness' | 'jury' {
  return news.some(({ before, after }) => (before ?? after)?.kind === 'presentation') ? 'jury' : 'witness';
}
