import type { TimetableChange } from '../domain/diagnostics/timetable-change.js';
import { leastOf } from '../domain/extremes.js';
import { attendAsGroup, attendAsGuest } from './attendance-changes.js';
import { occasionsOf, shortage } from './hearing-counts.js';
import type { HearingModel } from './hearing-model.js';
import { findSeveral } from './hearing-several.js';
import {
  absencesOf,
  sessionsAt,
  groupAbsencesOf,
  tryGroupIn,
  tryHearIn,
  tryJoint,
  tryMaxSessions,
  tryWitnessIn,
  workSessions,
  type HearingTrial,
} from './hearing-trials.js';

/** What a reason lacks, and whose changes may help. */
export interface HearingAim {
  readonly groups: readonly number[];
  readonly witnesses: readonly number[];
  /** Hearings that each group needs of these witnesses. */
  readonly asked: number;
  /** How many hearings are lacking; 0: the reason is gone. */
  readonly lacking: (trial: HearingTrial) => number;
}

/** What may be spent on the changes of all reasons together, which keeps a large module fast. */
export interface ChangeBudget {
  /** Options of groups, times their hearings: what a flow takes. */
  steps: number;
}

/** What holds for the changes of all reasons. */
export interface ChangeContext {
  /** Whether a session is still to come. */
  readonly isOpen: (session: number) => boolean;
  readonly budget: ChangeBudget;
}

/**
 * Changes each of which makes a reason go away by itself, as counting shows, the smallest first: somebody in one session more, another
 * `max_sessions`, more groups at once, hearings where there was work alone. Where no single one does, several half-days that do together,
 * or as many groups at once for all witnesses; else fewer hearings.
 */
export function proposeHearingChanges(
  hearings: HearingModel,
  aim: HearingAim,
  { isOpen, budget }: ChangeContext,
): readonly TimetableChange[] {
  const { model, asked } = hearings;
  const { witnesses, groups } = aim;
  const { options } = placesOf({ hearings }, aim);
  const price = options * aim.asked * groups.length;
  // Half of what is left stays for several changes at once.
  let steps = budget.steps / 2;
  const spend = (cost: number): boolean => {
    budget.steps -= cost;
    steps -= cost;
    return steps >= 0;
  };
  const lacking = (trial: HearingTrial): number => (spend(price) ? aim.lacking(trial) : Infinity);
  const does = (trial: HearingTrial): boolean =>
    spend(options) &&
    placesOf(trial, aim).places >= Math.min(aim.asked, trial.hearings.asked) * groups.length &&
    lacking(trial) === 0;
  const idOf = (witness: number): string => model.witnesses[witness].id;

  const presences = witnesses.flatMap((witness) => {
    const sessions = absencesOf(hearings, witness).filter((session) => does(tryWitnessIn(hearings, witness, session)));
    return attendAsGuest(model.witnesses[witness], sessionsAt(hearings, sessions));
  });
  const limits = witnesses.flatMap((witness): readonly TimetableChange[] => {
    const sessions = least(hearings.maxSessions[witness] + 1, hearings.sessions.length, (count) =>
      does(tryMaxSessions(hearings, witness, count)),
    );
    return sessions === undefined ? [] : [{ kind: 'max-sessions', who: idOf(witness), sessions }];
  });
  const joint = (together: readonly number[]): readonly TimetableChange[] => {
    const from = leastOf(together.map((witness) => hearings.perHearing[witness])) + 1;
    const trial = tryJoint(hearings, together);
    const most = least(from, groups.length, (count) => does(trial(count)));
    if (most === undefined) return [];
    const needed = together.reduce((kept, witness) => {
      const rest = kept.filter((other) => other !== witness);
      return rest.length > 0 && does(tryJoint(hearings, rest)(most)) ? rest : kept;
    }, together);
    return [{ kind: 'joint', witnesses: needed.map(idOf), groups: most }];
  };
  const groupPresences = groups.flatMap((group) => {
    const sessions = groupAbsencesOf(hearings, group).filter((session) => does(tryGroupIn(hearings, group, session)));
    return attendAsGroup(model.groups[group].label, sessionsAt(hearings, sessions));
  });
  const opened = workSessions(model, isOpen).filter((session) => does(tryHearIn(hearings, session)));
  const single = [...presences, ...limits, ...witnesses.flatMap((witness) => joint([witness])), ...groupPresences];
  if (opened.length > 0)
    single.push({ kind: 'hear-in', sessions: opened.map((session) => model.sessions[session].id) });
  if (single.length > 0) return single;

  steps = budget.steps;
  const together = [...findSeveral(hearings, witnesses, lacking), ...(witnesses.length > 1 ? joint(witnesses) : [])];
  if (together.length > 0) return together;
  // This changes what all groups hear, so that it has to do for all.
  const fewer = mostBelow(asked, (count) => areServed({ ...hearings, asked: count }, budget));
  return fewer === undefined ? [] : [{ kind: 'hearings-per-group', hearings: fewer }];
}

function mostBelow(most: number, isEnough: (count: number) => boolean): number | undefined {
  for (let count = most - 1; count >= 1; count--) if (isEnough(count)) return count;
  return undefined;
}

function least(from: number, to: number, isEnough: (count: number) => boolean): number | undefined {
  for (let count = from; count <= to; count++) if (isEnough(count)) return count;
  return undefined;
}

/** Whether no count stands against the hearings of any group. */
function areServed(hearings: HearingModel, budget: ChangeBudget): boolean {
  const all = hearings.options.map((_, group) => group);
  budget.steps -= hearings.options.reduce((sum, own) => sum + own.length, 0) * hearings.asked * all.length;
  if (budget.steps < 0) return false;
  return all.every((group) => occasionsOf(hearings, group) >= hearings.asked) && shortage({ hearings }, all) === 0;
}

/** Options of the groups with the witnesses of an aim, and how many hearings the sessions of these give at most: what a glance tells. */
function placesOf(
  { hearings, seatsAt }: HearingTrial,
  { groups, witnesses }: HearingAim,
): { readonly options: number; readonly places: number } {
  const sessionsOf = new Map(witnesses.map((witness) => [witness, new Set<number>()]));
  let options = 0;
  for (const group of groups) {
    for (const { witness, session } of hearings.options[group]) {
      options++;
      sessionsOf.get(witness)?.add(session);
    }
  }
  let places = 0;
  for (const [witness, sessions] of sessionsOf) {
    const seats = [...sessions].map((session) => seatsAt?.(witness, session) ?? hearings.perHearing[witness]);
    const largest = seats.sort((a, b) => b - a).slice(0, hearings.maxSessions[witness]);
    places += largest.reduce((sum, count) => sum + count, 0);
  }
  return { options, places };
}
