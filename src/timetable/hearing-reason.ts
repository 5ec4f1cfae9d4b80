import type { Diagnostic } from '../domain/diagnostic.js';
import type { TimetableChange } from '../domain/diagnostics/timetable-change.js';
import { pollLines } from './evidence.js';
import type { HearingAim } from './hearing-changes.js';
import type { HearingModel } from './hearing-model.js';

/** Why some groups cannot have their hearings. */
export interface Reason {
  readonly diagnostic: Diagnostic;
  readonly groups: readonly number[];
}

/** Changes for the first of some aims, from the most that could be wished, for which there are any. */
export type Propose = (...aims: readonly HearingAim[]) => readonly TimetableChange[];

/** Witnesses that any of the groups may hear, ascending. */
export function witnessesOf({ eligible }: HearingModel, groups: readonly number[]): readonly number[] {
  return [...new Set(groups.flatMap((group) => eligible[group]))].sort((a, b) => a - b);
}

/** Lines of the poll about witnesses, and about groups that cannot come, in sessions with hearings. */
export function pollOf(
  hearings: HearingModel,
  witnesses: readonly number[],
  groups: readonly number[],
): ReturnType<typeof pollLines> {
  const { model } = hearings;
  const sessions = hearings.sessions.map((index) => model.sessions[index]);
  const ids = witnesses.map((witness) => model.witnesses[witness].id);
  return [...pollLines(model, ids, sessions), ...pollLines(model, labels(model, groups), sessions, 'no')];
}

export function labels(model: HearingModel['model'], groups: readonly number[]): readonly string[] {
  return groups.map((group) => model.groups[group].label);
}
