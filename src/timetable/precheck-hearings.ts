import { findHallViolation, matchBipartite } from '../algorithms/bipartite-matching.js';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { mostHearings } from './hearing-flow.js';
import type { HearingModel, HearingOption } from './hearing-model.js';
import { hearingUnit, roomsFor } from './housing.js';
import { groupsByTheme } from './model.js';

/**
 * Why the hearings cannot all take place, from the simplest reason to the most involved; a group that one reason names is left out of the later ones:
 * too few witnesses of a theme, rooms too small, one witness whom too many groups must hear, one group with too few occasions, several groups that share too few hearings.
 */
export function precheckHearings(hearings: HearingModel): readonly Diagnostic[] {
  if (hearings.asked === 0) return [];
  const found: Diagnostic[] = [];
  const isExplained = hearings.options.map(() => false);
  const explain = (reasons: readonly Reason[]): void => {
    for (const { diagnostic, groups } of reasons) {
      found.push(diagnostic);
      for (const group of groups) isExplained[group] = true;
    }
  };
  const open = (): readonly number[] => hearings.options.flatMap((_, group) => (isExplained[group] ? [] : [group]));
  explain(findThemesWithoutWitnesses(hearings));
  explain(findGroupsWithoutRoom(hearings, open()));
  explain(findBlockedWitnesses(hearings, open()));
  explain(findBlockedGroups(hearings, open()));
  explain(findShortWitnesses(hearings, open()));
  return found;
}

interface Reason {
  readonly diagnostic: Diagnostic;
  readonly groups: readonly number[];
}

function findThemesWithoutWitnesses({ model, asked, eligible }: HearingModel): readonly Reason[] {
  return [
    ...groupsByTheme(
      model,
      model.groups.map((_, group) => group),
    ),
  ].flatMap(([theme, groups]) => {
    const witnesses = eligible[groups[0]].map((witness) => model.witnesses[witness].id);
    if (witnesses.length >= asked) return [];
    const diagnostic =
      witnesses.length === 0
        ? diagnose('error', 'timetable.theme-without-witness', { theme, groups: groups.length, asked })
        : diagnose('error', 'timetable.too-few-witnesses', { theme, asked, witnesses });
    return [{ diagnostic, groups }];
  });
}

/** Groups that attend hearings and find no room to hear anybody in; those of one size make one reason. */
function findGroupsWithoutRoom({ model, sessions }: HearingModel, groups: readonly number[]): readonly Reason[] {
  if (model.rooms.length === 0) return [];
  const bySize = new Map<string, { needed: number; largest: number; groups: number[] }>();
  for (const group of groups) {
    const units = sessions
      .filter((session) => model.attending[session].includes(group))
      .map((session) => hearingUnit(model, session, [group]));
    if (units.length === 0 || units.some((unit) => roomsFor(model, unit).length > 0)) continue;
    const seats = units.flatMap((unit) =>
      roomsFor(model, { ...unit, leastSeats: 0 }).map((room) => model.rooms[room].capacity),
    );
    const largest = Math.max(0, ...seats);
    const key = `${units[0].leastSeats}|${largest}`;
    const entry = bySize.get(key) ?? { needed: units[0].leastSeats, largest, groups: [] };
    entry.groups.push(group);
    bySize.set(key, entry);
  }
  return [...bySize.values()].map(({ needed, largest, groups: members }) => ({
    diagnostic: diagnose('error', 'timetable.no-hearing-room', { groups: labels(model, members), needed, largest }),
    groups: members,
  }));
}

/** A witness whom every group of a set must hear, having no other choice, in fewer sessions than that takes: a Hall set. */
function findBlockedWitnesses(hearings: HearingModel, groups: readonly number[]): readonly Reason[] {
  const { model, asked, eligible, perHearing, maxSessions } = hearings;
  return model.witnesses.flatMap(({ id: witness, source }, index): readonly Reason[] => {
    const bound = groups.filter(
      (group) =>
        eligible[group].length === asked &&
        eligible[group].includes(index) &&
        !hearings.fixed[group].some((option) => option.witness === index),
    );
    const most = perHearing[index];
    const seats = bound.map((group) =>
      optionsWith(hearings, group, index).flatMap(({ session }) =>
        Array.from({ length: most }, (_, seat) => session * most + seat),
      ),
    );
    const violation = findHallViolation(seats, hearings.sessions.length * most);
    if (violation !== undefined) {
      const members = violation.left.map((at) => bound[at]);
      const sessions = [...new Set(violation.right.map((seat) => Math.floor(seat / most)))];
      const params = {
        witness,
        groups: labels(model, members),
        sessions: sessionIds(hearings, sessions),
        perHearing: most,
      };
      return [{ diagnostic: diagnose('error', 'timetable.witness-blocked', params, { source }), groups: members }];
    }
    if (bound.length <= maxSessions[index] * most) return [];
    const params = { witness, groups: bound.length, maxSessions: maxSessions[index], perHearing: most };
    return [{ diagnostic: diagnose('error', 'timetable.witness-limit', params, { source }), groups: bound }];
  });
}

/** Groups that cannot hear enough witnesses even if nobody else heard any; those with the same occasions make one reason. */
function findBlockedGroups(hearings: HearingModel, groups: readonly number[]): readonly Reason[] {
  const { model, asked, eligible } = hearings;
  const byOccasions = new Map<string, { possible: number; sessions: readonly number[]; groups: number[] }>();
  for (const group of groups) {
    const sessionsOf = eligible[group].map((witness) =>
      optionsWith(hearings, group, witness).map(({ session }) => session),
    );
    const possible = matchBipartite(sessionsOf, hearings.sessions.length).size;
    if (possible >= asked) continue;
    const sessions = [...new Set(sessionsOf.flat())].sort((a, b) => a - b);
    const key = `${possible}|${sessions.join()}`;
    const entry = byOccasions.get(key) ?? { possible, sessions, groups: [] };
    entry.groups.push(group);
    byOccasions.set(key, entry);
  }
  return [...byOccasions.values()].map(({ possible, sessions, groups: members }) => {
    const params = { groups: labels(model, members), asked, possible, sessions: sessionIds(hearings, sessions) };
    return { diagnostic: diagnose('error', 'timetable.group-blocked', params), groups: members };
  });
}

/** Groups that together need more hearings than their witnesses can give; leaving any of them out would do. */
function findShortWitnesses(hearings: HearingModel, groups: readonly number[]): readonly Reason[] {
  const { model, asked, eligible } = hearings;
  if (most(hearings, groups) === asked * groups.length) return [];
  let members = groups;
  for (const group of groups) {
    const rest = members.filter((other) => other !== group);
    if (most(hearings, rest) < asked * rest.length) members = rest;
  }
  const witnesses = [...new Set(members.flatMap((group) => eligible[group]))].sort((a, b) => a - b);
  const params = {
    groups: labels(model, members),
    needed: asked * members.length,
    possible: most(hearings, members),
    witnesses: witnesses.map((witness) => model.witnesses[witness].id),
  };
  const reason = { diagnostic: diagnose('error', 'timetable.witnesses-short', params), groups: members };
  return [
    reason,
    ...findShortWitnesses(
      hearings,
      groups.filter((group) => !members.includes(group)),
    ),
  ];
}

/** {@link mostHearings} beside those that are past or locked, whatever limits of today they exceed. */
function most(hearings: HearingModel, groups: readonly number[]): number {
  return mostHearings(
    hearings,
    groups,
    groups.flatMap((group) => hearings.fixed[group]),
  );
}

function optionsWith({ options }: HearingModel, group: number, witness: number): readonly HearingOption[] {
  return options[group].filter((option) => option.witness === witness);
}

function labels(model: HearingModel['model'], groups: readonly number[]): readonly string[] {
  return groups.map((group) => model.groups[group].label);
}

function sessionIds({ model, sessions }: HearingModel, indexes: readonly number[]): readonly string[] {
  return indexes.map((index) => model.sessions[sessions[index]].id);
}
