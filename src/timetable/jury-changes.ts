import type { AvailabilityState } from '../domain/availability.js';
import type { TimetableChange } from '../domain/diagnostics/timetable-change.js';
import type { Session } from '../domain/session.js';
import type { Witness } from '../domain/witness.js';
import { attendAsGuest } from './attendance-changes.js';
import { isForTheme, type TimetableModel } from './model.js';
import { jurySlots, type Panel } from './panels.js';
import { presenceOf } from './presence.js';

/**
 * Changes each of which gives every panel of a slot a member without taking the last one from another panel: a jury member in a session
 * more, in more sessions, or for a theme more; or so many more members.
 *
 * @param slot see {@link jurySlots}.
 * @param panels those that are still to come.
 * @param form the panels of a changed programme, likewise.
 */
export function proposeJury(
  model: TimetableModel,
  panels: readonly Panel[],
  slot: number,
  form: (model: TimetableModel) => readonly Panel[],
): readonly TimetableChange[] {
  const slotOf = jurySlots(model);
  const isOfSlot = ({ session }: Panel) => slotOf[session] === slot;
  const empty = panels.filter(isEmpty);
  const lacking = empty.filter(isOfSlot);
  const does = (changed: TimetableModel): boolean => {
    const left = form(changed).filter(isEmpty);
    return !left.some(isOfSlot) && left.length <= empty.length - lacking.length;
  };
  const { availability } = model.programme;
  const sessions = [...new Set(lacking.map(({ session }) => session))].map((session) => model.sessions[session]);
  const themes = [...new Set(lacking.map(({ theme }) => theme))];

  const presences = model.jury.flatMap((guest): readonly TimetableChange[] => {
    const doing = sessions.filter(
      (session) => presenceOf(guest, session, availability) === 'no' && does(withPresence(model, guest, session)),
    );
    return attendAsGuest(guest, doing);
  });
  const limits = model.jury.flatMap((guest): readonly TimetableChange[] => {
    const { maxSessions } = guest;
    if (maxSessions === undefined || !does(withGuest(model, guest, { maxSessions: maxSessions + 1 }))) return [];
    return [{ kind: 'max-sessions', who: guest.id, sessions: maxSessions + 1 }];
  });
  const wider = model.jury.flatMap((guest) =>
    themes.flatMap((theme): readonly TimetableChange[] => {
      if (isForTheme(guest, theme) || !does(withGuest(model, guest, { themes: [...guest.themes, theme] }))) return [];
      return [{ kind: 'serve-theme', who: guest.id, theme, source: guest.source }];
    }),
  );
  const [session, ...others] = sessions;
  const more: readonly TimetableChange[] =
    others.length > 0
      ? []
      : [{ kind: 'more-people', role: 'jury', people: lacking.length, themes, session: session.id }];
  return [...presences, ...limits, ...wider, ...more];
}

function isEmpty({ members }: Panel): boolean {
  return members.length === 0;
}

function withGuest(model: TimetableModel, guest: Witness, changed: Partial<Witness>): TimetableModel {
  return { ...model, jury: model.jury.map((other) => (other === guest ? { ...guest, ...changed } : other)) };
}

/** The guest can come to one session more, and to no other, whatever arrival, departure and poll say. */
function withPresence(model: TimetableModel, guest: Witness, session: Session): TimetableModel {
  const { availability } = model.programme;
  const { arrival: _arrival, departure: _departure, ...always } = guest;
  const stateOf = (one: Witness, at: Session): AvailabilityState =>
    one === guest && at === session ? 'yes' : presenceOf(one, at, availability);
  const poll = new Map(
    model.jury.map((one) => [one.id, new Map(model.sessions.map((at) => [at.id, stateOf(one, at)]))]),
  );
  return {
    ...model,
    programme: { ...model.programme, availability: poll },
    jury: model.jury.map((one) => (one === guest ? always : one)),
  };
}
