import type { GroupsReport } from '../check/check-groups.js';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { Module } from '../domain/module.js';
import { participantName } from '../domain/participant.js';
import { describeSelectors } from '../domain/rule.js';

/** People and groups that a message names; of the others it says how many there are. */
const MOST_NAMES = 6;

/** The hard rules that a list breaks: for each the line that asked, the people concerned and their groups. */
export function describeBroken({ cohort }: Module, { rules }: GroupsReport): readonly Diagnostic[] {
  const nameOf = new Map(cohort.participants.map((person) => [person.key, participantName(person)]));
  return rules
    .filter(({ rule, units }) => rule.weight === undefined && units > 0)
    .map(({ rule, units, groups, people }) => {
      const facts = {
        kind: rule.kind,
        who: describeSelectors(cohort, rule.who),
        units,
        groups: groups.slice(0, MOST_NAMES),
        otherGroups: Math.max(0, groups.length - MOST_NAMES),
        people: people.slice(0, MOST_NAMES).map((key) => nameOf.get(key) ?? key),
        otherPeople: Math.max(0, people.length - MOST_NAMES),
      };
      return diagnose('error', 'rule.broken', facts, { source: rule.source });
    });
}
