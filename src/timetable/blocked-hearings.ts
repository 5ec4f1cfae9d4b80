import { findHallViolation } from '../algorithms/bipartite-matching.js';
import { diagnose } from '../domain/diagnostic.js';
import { linesOf } from './evidence.js';
import type { HearingAim } from './hearing-changes.js';
import { mostHearings } from './hearing-flow.js';
import type { HearingModel } from './hearing-model.js';
import { occasionsOf, optionsWith, shortage } from './hearing-counts.js';
import { labels, pollOf, witnessesOf, type Propose, type Reason } from './hearing-reason.js';
import { sessionsAt, type HearingTrial } from './hearing-trials.js';

/**
 * A witness whom every group of a set must hear, having no other choice, in fewer sessions than that takes (Hall sets), and one whom
 * more groups beside those sets must hear than `max_sessions` lets.
 */
export function findBlockedWitnesses(
  hearings: HearingModel,
  groups: readonly number[],
  propose: Propose,
): readonly Reason[] {
  const { model, asked, eligible, perHearing, maxSessions } = hearings;
  return model.witnesses.flatMap((guest, index): readonly Reason[] => {
    const { id: witness } = guest;
    const bound = groups.filter(
      (group) =>
        eligible[group].length === asked &&
        eligible[group].includes(index) &&
        !hearings.fixed[group].some((option) => option.witness === index),
    );
    const most = perHearing[index];
    const aimFor = (members: readonly number[]): HearingAim => ({
      groups: members,
      witnesses: [index],
      asked: 1,
      lacking: (trial) => {
        const alone = { ...trial.hearings, asked: 1, eligible: eligible.map(() => [index]) };
        return members.length - mostHearings(alone, members, [], trial.seatsAt);
      },
    });
    const sets = blockedSets(hearings, index, bound);
    const blocked = sets.map(({ groups: members, sessions, explained }): Reason => {
      const at = sessionsAt(hearings, sessions);
      const sources = linesOf([guest], pollOf(hearings, [index], members), at);
      const details = { sources, changes: propose(aimFor(bound), aimFor(members)) };
      const params = {
        witness,
        groups: labels(model, members),
        sessions: at.map(({ id }) => id),
        perHearing: most,
      };
      return { diagnostic: diagnose('error', 'timetable.witness-blocked', params, details), groups: explained };
    });
    const besides = sets.flatMap(({ explained }) => explained).toSorted((a, b) => a - b);
    const others = bound.filter((group) => !besides.includes(group));
    if (others.length <= maxSessions[index] * most) return blocked;
    const params = {
      witness,
      groups: others.length,
      maxSessions: maxSessions[index],
      perHearing: most,
      ...(besides.length > 0 ? { besides: labels(model, besides) } : {}),
    };
    const details = { sources: linesOf([guest]), changes: propose(aimFor(bound), aimFor(others)) };
    return [...blocked, { diagnostic: diagnose('error', 'timetable.witness-limit', params, details), groups: others }];
  });
}

/** Groups that have one place too few with a witness in the sessions that any of them can attend. */
interface BlockedSet {
  readonly groups: readonly number[];
  readonly sessions: readonly number[];
  /** Those and all others who can attend no further session. */
  readonly explained: readonly number[];
}

/** Blocked sets apart from one another, the smallest first. Groups without any place are blocked each by itself, and named together. */
function blockedSets(hearings: HearingModel, witness: number, bound: readonly number[]): readonly BlockedSet[] {
  const { [witness]: most } = hearings.perHearing;
  const places = bound.map((group) => optionsWith(hearings, group, witness).map(({ session }) => session));
  const seats = places.map((own) =>
    own.flatMap((session) => Array.from({ length: most }, (_, seat) => session * most + seat)),
  );
  const violation = findHallViolation(seats, hearings.sessions.length * most);
  if (violation === undefined) return [];
  const sessions = [...new Set(violation.right.map((seat) => Math.floor(seat / most)))];
  const explained = bound.filter((_, at) => places[at].every((session) => sessions.includes(session)));
  const groups = sessions.length === 0 ? explained : violation.left.map((at) => bound[at]);
  const others = bound.filter((group) => !explained.includes(group));
  return [{ groups, sessions, explained }, ...blockedSets(hearings, witness, others)];
}

/** Groups that cannot hear enough witnesses even if nobody else heard any; those with the same occasions make one reason. */
export function findBlockedGroups(
  hearings: HearingModel,
  groups: readonly number[],
  propose: Propose,
): readonly Reason[] {
  const { model, asked } = hearings;
  const byOccasions = new Map<string, { possible: number; sessions: readonly number[]; groups: number[] }>();
  for (const group of groups) {
    const possible = occasionsOf(hearings, group);
    if (possible >= asked) continue;
    const sessions = [...new Set(hearings.options[group].map(({ session }) => session))].sort((a, b) => a - b);
    const key = `${possible}|${sessions.join()}`;
    const entry = byOccasions.get(key) ?? { possible, sessions, groups: [] };
    entry.groups.push(group);
    byOccasions.set(key, entry);
  }
  return [...byOccasions.values()].map(({ possible, sessions, groups: members }) => {
    const params = {
      groups: labels(model, members),
      asked,
      possible,
      sessions: sessionsAt(hearings, sessions).map(({ id }) => id),
    };
    const witnesses = witnessesOf(hearings, members);
    const alone: HearingAim = {
      groups: members,
      witnesses,
      asked,
      lacking: ({ hearings: changed }) =>
        members.reduce((sum, group) => sum + Math.max(0, changed.asked - occasionsOf(changed, group)), 0),
    };
    const together = {
      ...alone,
      lacking: (trial: HearingTrial) => Math.max(shortage(trial, members), alone.lacking(trial)),
    };
    const sources = linesOf(
      witnesses.map((witness) => model.witnesses[witness]),
      pollOf(hearings, witnesses, members),
      sessionsAt(hearings, sessions),
    );
    const details = { sources, changes: propose(together, alone) };
    return { diagnostic: diagnose('error', 'timetable.group-blocked', params, details), groups: members };
  });
}
