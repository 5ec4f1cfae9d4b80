import type { Session } from '../domain/session.js';
import type { HearingModel, HearingOption } from './hearing-model.js';
import { isSeated, opennessOf } from './hearing-model.js';
import { hearingUnit, roomsFor } from './housing.js';
import type { TimetableModel } from './model.js';
import { groupPresenceOf, presenceOf } from './presence.js';
import { createReach } from './reach.js';

/** The hearings with a change of the programme, as far as counting them goes. */
export interface HearingTrial {
  readonly hearings: HearingModel;
  /** See {@link mostHearings}; absent where no room limits joint hearings. */
  readonly seatsAt?: (witness: number, session: number) => number;
}

/** Sessions with hearings in which a witness is not to be had, and some group that is to hear them is. */
export function absencesOf(
  { model, sessions, options, open, eligible }: HearingModel,
  witness: number,
): readonly number[] {
  const { availability } = model.programme;
  return sessions.flatMap((index, session) => {
    if (presenceOf(model.witnesses[witness], model.sessions[index], availability) !== 'no') return [];
    const isOf = (group: number) => open[group][session] !== 'no' && eligible[group].includes(witness);
    return options.some((_, group) => isOf(group)) ? [session] : [];
  });
}

/** The witness comes to a session more. */
export function tryWitnessIn(hearings: HearingModel, witness: number, session: number): HearingTrial {
  const { options, open, eligible } = hearings;
  return withOptions(
    hearings,
    options.flatMap((_, group) =>
      open[group][session] !== 'no' && eligible[group].includes(witness) ? [optionOf(group, witness, session)] : [],
    ),
  );
}

/** Sessions with hearings in which nothing but the poll is against a group hearing somebody. */
export function groupAbsencesOf({ model, sessions, open }: HearingModel, group: number): readonly number[] {
  const { label, theme } = model.groups[group];
  const reach = createReach(model);
  return sessions.flatMap((index, session) => {
    if (open[group][session] !== 'no') return [];
    const { audience } = model.sessions[index];
    if (groupPresenceOf(label, model.sessions[index], model.programme.availability) !== 'no') return [];
    if (audience.kind === 'theme' && audience.theme !== theme) return [];
    return isSeated(model, reach, index, group) ? [session] : [];
  });
}

/** The group comes to a session more. */
export function tryGroupIn(hearings: HearingModel, group: number, session: number): HearingTrial {
  return withOptions(
    hearings,
    hearings.eligible[group].flatMap((witness) => optionIn(hearings, group, witness, session)),
  );
}

/** So many groups at once with some of the witnesses, where a room has the seats. */
export function tryJoint(hearings: HearingModel, witnesses: readonly number[]): (groups: number) => HearingTrial {
  const seatsOf = new Map(witnesses.map((witness) => [witness, seatsTogether(hearings, witness)]));
  return (groups) => ({
    hearings,
    seatsAt: (witness, session) => {
      const { [witness]: most } = hearings.perHearing;
      return seatsOf.get(witness)?.(session, groups) === true ? Math.max(most, groups) : most;
    },
  });
}

/** The witness takes part in so many sessions. */
export function tryMaxSessions(hearings: HearingModel, witness: number, sessions: number): HearingTrial {
  const maxSessions = hearings.maxSessions.map((most, index) => (index === witness ? sessions : most));
  return { hearings: { ...hearings, maxSessions } };
}

/** Sessions of work, as numbers of the timetable model, that could be for hearings too. */
export function workSessions(model: TimetableModel, isOpen: (session: number) => boolean): readonly number[] {
  return model.sessions.flatMap(({ kinds }, index) =>
    model.forms[index] === 'work' && !kinds.includes('hearing') && isOpen(index) ? [index] : [],
  );
}

/** A session of work is for hearings too; it comes last. */
export function tryHearIn(hearings: HearingModel, index: number): HearingTrial {
  const { model } = hearings;
  const reach = createReach(model);
  const more: HearingModel = {
    ...hearings,
    sessions: [...hearings.sessions, index],
    open: hearings.open.map((own, group) => [...own, opennessOf(model, reach, index, group)]),
    overlaps: [...hearings.overlaps, []],
    nearby: [...hearings.nearby, []],
    dayOf: [...hearings.dayOf, hearings.dayCount],
  };
  const session = hearings.sessions.length;
  return withOptions(
    more,
    more.options.flatMap((_, group) =>
      more.open[group][session] === 'no'
        ? []
        : more.eligible[group].flatMap((witness) => optionIn(more, group, witness, session)),
    ),
  );
}

/** Sessions with hearings by their numbers. */
export function sessionsAt({ model, sessions }: HearingModel, indexes: readonly number[]): readonly Session[] {
  return indexes.map((index) => model.sessions[sessions[index]]);
}

function optionIn(hearings: HearingModel, group: number, witness: number, session: number): readonly HearingOption[] {
  const { model, sessions } = hearings;
  const presence = presenceOf(
    model.witnesses[witness],
    model.sessions[sessions[session]],
    model.programme.availability,
  );
  return presence === 'no' ? [] : [optionOf(group, witness, session)];
}

function optionOf(group: number, witness: number, session: number): HearingOption {
  return { group, witness, session, ifNeeded: 0 };
}

function withOptions(hearings: HearingModel, more: readonly HearingOption[]): HearingTrial {
  const options = hearings.options.map((own, group) => [...own, ...more.filter((option) => option.group === group)]);
  return { hearings: { ...hearings, options } };
}

/** Whether some room seats the largest groups that could hear a witness in a session, so many of them together. */
function seatsTogether(
  { model, sessions, options }: HearingModel,
  witness: number,
): (session: number, count: number) => boolean {
  if (model.rooms.length === 0) return () => true;
  const bySession = sessions.map((): number[] => []);
  for (const { group, witness: other, session } of options.flat())
    if (other === witness) bySession[session].push(group);
  for (const groups of bySession) groups.sort((a, b) => model.groups[b].size - model.groups[a].size || a - b);
  return (session, count) => {
    const largest = bySession[session].slice(0, count);
    return largest.length > 0 && roomsFor(model, hearingUnit(model, sessions[session], largest)).length > 0;
  };
}
