import type { TimetableChange } from '../domain/diagnostics/timetable-change.js';
import { attendAsGroup, attendAsGuest } from './attendance-changes.js';
import type { HearingModel, HearingOption } from './hearing-model.js';
import type { RoomCheck } from './hearing-rooms.js';
import { blockersOf, type HearingState } from './hearing-state.js';
import { absencesOf, groupAbsencesOf, sessionsAt, tryGroupIn, tryMaxSessions, tryWitnessIn } from './hearing-trials.js';

/**
 * Changes each of which gives a group the hearings that it lacks while every other hearing stays where it was placed, the smallest first:
 * a witness in one session more, `max_sessions`, one group more at once, the group in one session more; where several hearings are
 * lacking, as many half-days of witnesses.
 */
export function proposeForMissing(
  state: HearingState,
  roomsLacking: RoomCheck,
  group: number,
  missing: number,
): readonly TimetableChange[] {
  const { hearings } = state;
  const { model, options, maxSessions, perHearing } = hearings;
  const witnesses = hearings.eligible[group].filter((witness) => !state.hasHeard(group, witness));
  const idOf = (witness: number): string => model.witnesses[witness].id;
  const isFree = (trial: HearingModel, option: HearingOption): boolean => {
    if (blockersOf({ ...state, hearings: trial }, option)[0]?.length !== 0) return false;
    const before = roomsLacking(state, option.session);
    state.place(option);
    const after = roomsLacking(state, option.session);
    state.remove(option);
    return after <= before;
  };
  const added = (trial: HearingModel, witness: number, session: number): readonly HearingOption[] =>
    trial.options[group].filter((option) => option.witness === witness && option.session === session);
  const isFreeIn = (witness: number, session: number): boolean => {
    const trial = tryWitnessIn(hearings, witness, session).hearings;
    return added(trial, witness, session).some((option) => isFree(trial, option));
  };
  if (missing > 1) return severalHalfDays();

  const own = options[group].filter(({ witness }) => witnesses.includes(witness));
  const presences = witnesses.flatMap((witness) => {
    const sessions = absencesOf(hearings, witness).filter((session) => isFreeIn(witness, session));
    return attendAsGuest(model.witnesses[witness], sessionsAt(hearings, sessions));
  });
  const limits = witnesses.flatMap((witness): readonly TimetableChange[] => {
    const sessions = maxSessions[witness] + 1;
    const trial = tryMaxSessions(hearings, witness, sessions).hearings;
    const does = own.some((option) => option.witness === witness && isFree(trial, option));
    return does && sessions < Infinity ? [{ kind: 'max-sessions', who: idOf(witness), sessions }] : [];
  });
  const joint = witnesses.flatMap((witness): readonly TimetableChange[] => {
    const groups = perHearing[witness] + 1;
    const trial = { ...hearings, perHearing: perHearing.map((most, index) => (index === witness ? groups : most)) };
    const does = own.some((option) => option.witness === witness && isFree(trial, option));
    return does ? [{ kind: 'joint', witnesses: [idOf(witness)], groups }] : [];
  });
  const sessions = groupAbsencesOf(hearings, group).filter((session) => {
    // The room check only sees groups that attend anyway.
    if (model.rooms.length > 0 && !model.attending[hearings.sessions[session]].includes(group)) return false;
    const trial = tryGroupIn(hearings, group, session).hearings;
    return witnesses.some((witness) => added(trial, witness, session).some((option) => isFree(trial, option)));
  });
  return [
    ...presences,
    ...limits,
    ...joint,
    ...attendAsGroup(model.groups[group].label, sessionsAt(hearings, sessions)),
  ];

  function severalHalfDays(): readonly TimetableChange[] {
    const placed: HearingOption[] = [];
    for (const witness of witnesses) {
      const session = absencesOf(hearings, witness).find((at) => isFreeIn(witness, at));
      if (session === undefined || placed.length === missing) continue;
      const option = { group, witness, session, ifNeeded: 0 };
      state.place(option);
      placed.push(option);
    }
    for (const option of placed) state.remove(option);
    if (placed.length < missing) return [];
    const halfDays = placed.map(({ witness, session }) => ({
      who: idOf(witness),
      session: sessionsAt(hearings, [session])[0].id,
    }));
    return [{ kind: 'several', halfDays, limits: [] }];
  }
}
