import type { AvailabilityState } from '../domain/availability.js';
import { groupPresenceOf, presenceOf } from './presence.js';
import { hearingUnit, mayHold } from './housing.js';
import type { Kept } from './kept.js';
import { createReach, type Reach } from './reach.js';
import { isForHearersAlone, isForTheme, sitesOf, type TimetableModel } from './model.js';

/** One way for a group to hear a witness. `session` counts the sessions with hearings only. */
export interface HearingOption {
  readonly group: number;
  readonly witness: number;
  readonly session: number;
  /** 1 when the witness or the group said "if needed", 2 when both did, else 0. */
  readonly ifNeeded: number;
}

/** A group in a session with hearings. */
export type HearingPlace = Pick<HearingOption, 'group' | 'session'>;

/** Who can hear whom when: the hearings of a programme by numbers. */
export interface HearingModel {
  readonly model: TimetableModel;
  /** Witnesses that each group hears. */
  readonly asked: number;
  readonly groupCount: number;
  readonly witnessCount: number;
  /** Position in the timetable model of each session with hearings, ascending. */
  readonly sessions: readonly number[];
  /** Whether each group can hear anybody in each session: a seat, and time. What is past or locked is not open. */
  readonly open: readonly (readonly AvailabilityState[])[];
  /** Options of each group, by witness then session. */
  readonly options: readonly (readonly HearingOption[])[];
  /** Those of them that are past or locked, per group. */
  readonly fixed: readonly (readonly HearingOption[])[];
  /** Witnesses of its theme, per group, whether or not they can come; ascending. */
  readonly eligible: readonly (readonly number[])[];
  /** Most groups at once, per witness. */
  readonly perHearing: readonly number[];
  /** Most sessions, per witness. */
  readonly maxSessions: readonly number[];
  /** Other hearing sessions at the same time, per hearing session. */
  readonly overlaps: readonly (readonly number[])[];
  /** Other hearing sessions of the same day from which there is not always time enough to come, per hearing session; empty where no travel time is known. */
  readonly nearby: readonly (readonly number[])[];
  /** Whether nobody can be at both, for lack of time on the way. */
  readonly isOutOfReach: (a: HearingPlace, b: HearingPlace) => boolean;
  /** Number of the date of each hearing session, from 0, and how many dates there are. */
  readonly dayOf: readonly number[];
  readonly dayCount: number;
}

/**
 * Numbers the hearings. Only options for which some room is large enough are kept; without rooms in the module, all are. What a group
 * does in a session that is past, or locked, is the only thing that it can do then.
 */
export function compileHearings(model: TimetableModel, kept?: Kept): HearingModel {
  // A hearing that is past counts, whatever the session is for today.
  const hasTakenPlace = (index: number) =>
    kept?.isPast(index) === true && model.groups.some((_, group) => kept.witnessAt(group, index) >= 0);
  const sessions = model.sessions.flatMap((session, index) =>
    (model.forms[index] === 'work' && session.kinds.includes('hearing')) || hasTakenPlace(index) ? [index] : [],
  );
  const days = [...new Set(sessions.map((session) => model.sessions[session].date))];
  // Whom a group has heard counts, whatever theme the witness is for today.
  const hasHeard = (group: number, witness: number) =>
    sessions.some((index) => kept?.isFixed(group, index) === true && kept.witnessAt(group, index) === witness);
  const eligible = model.groups.map(({ theme }, group) =>
    model.witnesses.flatMap((witness, index) => (hasHeard(group, index) || isForTheme(witness, theme) ? [index] : [])),
  );
  const reach = createReach(model);
  const open = model.groups.map((_, group) =>
    sessions.map((session) =>
      kept?.isFixed(group, session) === true || kept?.isPast(session) === true
        ? 'no'
        : opennessOf(model, reach, session, group),
    ),
  );
  const options = model.groups.map((_, group) => optionsOf(model, sessions, group, eligible[group], open[group], kept));
  return {
    model,
    asked: model.programme.hearingsPerGroup,
    groupCount: model.groups.length,
    witnessCount: model.witnesses.length,
    sessions,
    open,
    options,
    fixed: options.map((own, group) => own.filter(({ session }) => kept?.isFixed(group, sessions[session]) === true)),
    eligible,
    perHearing: model.witnesses.map((witness) => witness.maxGroupsPerHearing),
    maxSessions: model.witnesses.map((witness) => witness.maxSessions ?? Infinity),
    overlaps: sessions.map((session) =>
      model.overlaps[session].map((other) => sessions.indexOf(other)).filter((other) => other >= 0),
    ),
    nearby: sessions.map((session, at) =>
      reach.isNeeded
        ? [...sessions.keys()].filter((other) => {
            const isSameDay = model.sessions[sessions[other]].date === model.sessions[session].date;
            return other !== at && isSameDay && !model.overlaps[session].includes(sessions[other]);
          })
        : [],
    ),
    isOutOfReach: (a, b) => reach.isOutOfReach(sessions[a.session], a.group, sessions[b.session], b.group),
    dayOf: sessions.map((session) => days.indexOf(model.sessions[session].date)),
    dayCount: days.length,
  };
}

/** Whether two groups are at the same place in a hearing session: in `halves`, one witness cannot be at both sites. */
export function areTogether(hearings: HearingModel, session: number, a: number, b: number): boolean {
  const index = hearings.sessions[session];
  if (hearings.model.sessions[index].audience.kind !== 'halves') return true;
  return sitesOf(hearings.model, index, a).join('|') === sitesOf(hearings.model, index, b).join('|');
}

/** Whether a group that comes for a hearing alone has no time for the way from or to what it attends anyway. */
export function isCutOff(model: TimetableModel, reach: Reach, session: number, group: number): boolean {
  if (!reach.isNeeded || !isForHearersAlone(model.sessions[session])) return false;
  return model.sessions.some(
    (other, at) =>
      at !== session &&
      model.attending[at].includes(group) &&
      !isForHearersAlone(other) &&
      reach.isOutOfReach(session, group, at, group),
  );
}

/** Whether some room seats a group with a witness in a session of the model, and it has time for the way. */
export function isSeated(model: TimetableModel, reach: Reach, session: number, group: number): boolean {
  if (isCutOff(model, reach, session, group)) return false;
  if (model.rooms.length === 0) return true;
  const unit = hearingUnit(model, session, [group]);
  return model.rooms.some((_, room) => mayHold(model, unit, room));
}

/** Whether a group can hear anybody in a session of the model: it attends, is seated, and has said nothing against it. */
export function opennessOf(model: TimetableModel, reach: Reach, session: number, group: number): AvailabilityState {
  if (!model.attending[session].includes(group) || !isSeated(model, reach, session, group)) return 'no';
  return groupPresenceOf(model.groups[group].label, model.sessions[session], model.programme.availability);
}

function optionsOf(
  model: TimetableModel,
  sessions: readonly number[],
  group: number,
  eligible: readonly number[],
  open: readonly AvailabilityState[],
  kept: Kept | undefined,
): readonly HearingOption[] {
  const { availability } = model.programme;
  const fixed = sessions.flatMap((index, session): readonly HearingOption[] => {
    const witness = kept?.isFixed(group, index) === true ? kept.witnessAt(group, index) : -1;
    return witness < 0 ? [] : [{ group, witness, session, ifNeeded: 0 }];
  });
  const free = eligible.flatMap((witness) =>
    sessions.flatMap((index, session) => {
      if (open[session] === 'no') return [];
      const presence = presenceOf(model.witnesses[witness], model.sessions[index], availability);
      if (presence === 'no') return [];
      const ifNeeded = (presence === 'if_needed' ? 1 : 0) + (open[session] === 'if_needed' ? 1 : 0);
      return [{ group, witness, session, ifNeeded }];
    }),
  );
  return fixed.length === 0 ? free : [...fixed, ...free].sort((a, b) => a.witness - b.witness || a.session - b.session);
}
