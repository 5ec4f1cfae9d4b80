import type { Assignment, Group } from './group.js';
import type { MoveNews, Notice } from './notices.js';
import { orderPeople, type Participant } from './participant.js';
import type { Cohort } from './roster.js';

/** Somebody who is in a group, and was in another before, or in none. */
export interface Regrouped {
  readonly person: Participant;
  /** Label of the group before; `''`: was in none. */
  readonly from: string;
  /** Label of the group now. */
  readonly to: string;
  /** What changes of the sessions, by day and time. */
  readonly news: readonly Notice[];
}

/** Who has to be told of what a publication changes. */
export interface News {
  /** By group and by person from outside. */
  readonly notices: readonly Notice[];
  /** Who changed groups, or came. Absent: the groups from before are not known. */
  readonly regrouped?: readonly Regrouped[];
}

export interface RegroupedRequest {
  /** In group order. */
  readonly groups: readonly Group[];
  readonly cohort: Cohort;
  readonly assignment: Assignment;
  /** Group of each person before; who is not there was in none. */
  readonly earlier: Assignment;
  readonly newsOf: MoveNews;
  /** Order people by id. */
  readonly pseudonyms: boolean;
}

/** Everybody who changed groups or came anew, in the order of the groups now, each group's by name. */
export function listRegrouped(request: RegroupedRequest): readonly Regrouped[] {
  const { groups, cohort, assignment, earlier, newsOf, pseudonyms } = request;
  const byGroup = new Map<string, Participant[]>(groups.map(({ label }) => [label, []]));
  for (const person of cohort.participants) {
    const label = assignment.get(person.key) ?? '';
    if (groupBefore(person.key, label, earlier) !== undefined) byGroup.get(label)?.push(person);
  }
  return [...byGroup].flatMap(([to, people]) =>
    orderPeople(people, pseudonyms).map((person) => {
      const from = earlier.get(person.key) ?? '';
      return { person, from, to, news: newsOf(from, to) };
    }),
  );
}

/** The group that somebody has left for the group `now`: `''` for none; `undefined` for those who stayed. @param earlier Absent: all did. */
export function groupBefore(key: string, now: string, earlier: Assignment | undefined): string | undefined {
  if (earlier === undefined) return undefined;
  const from = earlier.get(key) ?? '';
  return from === now ? undefined : from;
}
