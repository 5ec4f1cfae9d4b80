import { indexGroups } from '../../domain/assignment.js';
import type { Grouping } from '../../domain/group.js';
import { summariseMeetings, type MeetingFigure, type MeetingSummary } from '../../domain/meeting-figure.js';
import type { Module } from '../../domain/module.js';
import type { DocumentGroup } from './document-group.js';

/** Who has met whom, over this module and the earlier ones. */
export interface DocumentMeetings {
  /** How many others each person has met, this module counted. */
  readonly summary: MeetingSummary;
  /** Pairs that share a group now, and those of them who had met before. */
  readonly pairs: number;
  readonly repeats: number;
  /** Keys of the people of all groups, in the order of the document. */
  readonly people: readonly string[];
  /** By module, the oldest first and this one last; by person: a number of the group, −1 for whoever was not there. */
  readonly modules: readonly Int32Array[];
}

/** `undefined` where no earlier module is known. */
export function describeMeetings(
  { cohort, history = [] }: Pick<Module, 'cohort' | 'history'>,
  grouping: Grouping,
  groups: readonly DocumentGroup[],
  meetings: MeetingFigure | undefined,
): DocumentMeetings | undefined {
  if (meetings === undefined) return undefined;
  const people = groups.flatMap(({ members }) => members.map(({ key }) => key));
  const placeOf = new Map(cohort.participants.map(({ key }, place) => [key, place]));
  const inOrder = (groupOf: Int32Array) => Int32Array.from(people, (key) => groupOf[placeOf.get(key) ?? -1] ?? -1);
  const earlier = history.map(({ assignment }) => {
    const labels = [...new Set(assignment.values())].map((label) => ({ label, theme: '', strand: '', size: 0 }));
    return inOrder(indexGroups(cohort, { groups: labels, assignment }));
  });
  return {
    summary: summariseMeetings(meetings),
    pairs: meetings.pairs,
    repeats: meetings.repeats.length,
    people,
    modules: [...earlier, inOrder(indexGroups(cohort, grouping))],
  };
}
