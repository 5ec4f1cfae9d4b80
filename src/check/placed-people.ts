import { indexGroups } from '../domain/assignment.js';
import type { Grouping, GroupList } from '../domain/group.js';
import { indexPlaces, type Cohort } from '../domain/roster.js';
import { once } from './once.js';
import type { Violation } from './violation.js';

/** A group list in numbers: a line that repeats a person is left out, and said to be a violation. */
export interface PlacedPeople {
  readonly groups: GroupList['groups'];
  /** By person, in cohort order: the index of the group, or -1 for people in none of the list's groups. */
  readonly groupOf: Int32Array;
  /** By group. */
  readonly sizes: Int32Array;
  /** Group label to the keys of its members, in the order of the list. */
  readonly membersOf: () => ReadonlyMap<string, readonly string[]>;
  /** Key to group label. */
  readonly labelOf: () => ReadonlyMap<string, string>;
  /** People in several groups, then people in none. */
  readonly violations: readonly Violation[];
}

/**
 * Finds the people and groups of a list by their place in cohort and list. Maps of all keys are made only when they are
 * asked for.
 */
export function placePeople(cohort: Cohort, { groups, placements }: GroupList): PlacedPeople {
  const indexOf = new Map(groups.map(({ label }, g) => [label, g]));
  const { participants } = cohort;
  const placeOf = indexPlaces(cohort);
  const lineOf = new Int32Array(participants.length).fill(-1);
  const lineOfStranger = new Map<string, number>();
  const sizes = new Int32Array(groups.length);
  const groupOf = new Int32Array(participants.length).fill(-1);
  const repeated = new Set<number>();
  const twice = new Set<string>();
  const violations: Violation[] = [];
  placements.forEach(({ participant, group }, line) => {
    const p = placeOf(participant);
    const before = p !== undefined ? lineOf[p] : (lineOfStranger.get(participant) ?? -1);
    if (before >= 0) {
      repeated.add(line);
      if (twice.has(participant)) return;
      twice.add(participant);
      const facts = { person: participant, first: placements[before].group, second: group };
      violations.push({ rule: 'groups.twice', facts });
      return;
    }
    const g = indexOf.get(group);
    if (g !== undefined) sizes[g]++;
    if (p === undefined) lineOfStranger.set(participant, line);
    else {
      lineOf[p] = line;
      groupOf[p] = g ?? -1;
    }
  });
  participants.forEach(({ key }, p) => {
    if (lineOf[p] < 0) violations.push(missing(key));
  });
  const first = () => placements.filter((_, line) => !repeated.has(line));
  return {
    groups,
    groupOf,
    sizes,
    membersOf: once(() => {
      const membersOf = new Map<string, string[]>(groups.map(({ label }) => [label, []]));
      for (const { participant, group } of first()) membersOf.get(group)?.push(participant);
      return membersOf;
    }),
    labelOf: once(() => new Map(first().map(({ participant, group }) => [participant, group]))),
    violations,
  };
}

/** {@link placePeople} of a grouping, in which nobody can stand twice. People whose group it does not list are missing; keys of strangers are not looked at. */
export function placeGrouping(cohort: Cohort, grouping: Grouping): PlacedPeople {
  const { groups, assignment } = grouping;
  const groupOf = indexGroups(cohort, grouping);
  const sizes = new Int32Array(groups.length);
  const violations: Violation[] = [];
  for (let p = 0; p < groupOf.length; p++) {
    if (groupOf[p] < 0) violations.push(missing(cohort.participants[p].key));
    else sizes[groupOf[p]]++;
  }
  return {
    groups,
    groupOf,
    sizes,
    membersOf: once(() => {
      const membersOf = new Map<string, string[]>(groups.map(({ label }) => [label, []]));
      cohort.participants.forEach(({ key }, p) => {
        if (groupOf[p] >= 0) membersOf.get(groups[groupOf[p]].label)?.push(key);
      });
      return membersOf;
    }),
    labelOf: () => assignment,
    violations,
  };
}

function missing(person: string): Violation {
  return { rule: 'groups.missing', facts: { person } };
}
