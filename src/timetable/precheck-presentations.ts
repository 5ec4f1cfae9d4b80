import { findHallViolation } from '../algorithms/bipartite-matching.js';
import { append } from '../domain/append.js';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { TimetableChange } from '../domain/diagnostics/timetable-change.js';
import { leastOf } from '../domain/extremes.js';
import type { Session } from '../domain/session.js';
import type { Source } from '../domain/source.js';
import { linesOf, pollLines } from './evidence.js';
import { proposeJury } from './jury-changes.js';
import { isForTheme, type TimetableModel } from './model.js';
import { jurySlots, type Panel } from './panels.js';
import { breakMinutes, passagesFit } from './passages.js';
import { minutesOf } from './presentation-order.js';
import { presenceOf } from './presence.js';

/** 23:59. */
const LAST_MINUTE = 1439;

/**
 * Presentations that do not fit in their session, and panels without anybody.
 *
 * @param panels those that are still to come.
 * @param form the panels of a changed programme, likewise.
 */
export function precheckPresentations(
  model: TimetableModel,
  panels: readonly Panel[],
  form: (model: TimetableModel) => readonly Panel[],
): readonly Diagnostic[] {
  const found = panels.flatMap((panel) => checkMinutes(model, panels, panel));
  if (model.jury.length === 0) return found;
  const empty = panels.filter((panel) => panel.members.length === 0);
  const slotOf = jurySlots(model);
  const slots = [...new Set(empty.map((panel) => slotOf[panel.session]))];
  for (const slot of slots) {
    const together = panels.filter((panel) => slotOf[panel.session] === slot);
    append(found, explainEmptyPanels(model, together, proposeJury(model, panels, slot, form)));
  }
  return found;
}

function checkMinutes(model: TimetableModel, panels: readonly Panel[], panel: Panel): readonly Diagnostic[] {
  if (isInTime(model, panel)) return [];
  const session = model.sessions[panel.session];
  const { id, start, end, minutesEach, source } = session;
  const groups = panel.groups.length;
  const breaks = breakMinutes(session, groups);
  const facts = { session: id, theme: panel.theme, groups, length: end - start, ...(breaks > 0 ? { breaks } : {}) };
  const params = minutesEach === undefined ? facts : { ...facts, minutes: minutesEach };
  const beside = panels.filter((other) => other.session === panel.session);
  return [diagnose('error', 'timetable.minutes-too-long', params, { source, changes: proposeMinutes(model, beside) })];
}

function isInTime(model: TimetableModel, panel: Panel): boolean {
  const minutes = minutesOf(model, panel);
  return minutes >= 1 && passagesFit(model.sessions[panel.session], panel.groups.length, minutes);
}

/** The most minutes with which all panels of one session are in time, and the first end by which they are, where nothing else begins before. */
function proposeMinutes(model: TimetableModel, panels: readonly Panel[]): readonly TimetableChange[] {
  const [{ session }] = panels;
  const { id, date, end, minutesEach = 1 } = model.sessions[session];
  const isEnough = (changed: Partial<Session>): boolean => {
    const sessions = model.sessions.map((other, index) => (index === session ? { ...other, ...changed } : other));
    return panels.every((panel) => isInTime({ ...model, sessions }, panel));
  };
  const changes: TimetableChange[] = [];
  for (let minutes = minutesEach - 1; minutes >= 1; minutes--) {
    if (!isEnough({ minutesEach: minutes })) continue;
    changes.push({ kind: 'minutes', session: id, minutes });
    break;
  }
  const later = model.sessions.filter((other) => other.date === date && other.start >= end).map((other) => other.start);
  const latest = leastOf([LAST_MINUTE, ...later]);
  for (let time = end + 1; time <= latest; time++) {
    if (!isEnough({ end: time })) continue;
    changes.push({ kind: 'end', session: id, time });
    break;
  }
  return changes;
}

/** Why some panels of one slot have no member: nobody, too few for several panels, or people who sit elsewhere already. */
function explainEmptyPanels(
  model: TimetableModel,
  panels: readonly Panel[],
  changes: readonly TimetableChange[],
): readonly Diagnostic[] {
  const membersOf = panels.map((panel) => possibleMembers(model, panel));
  const tell = (
    code: 'timetable.no-jury' | 'timetable.jury-limit',
    panel: Panel,
    members: readonly number[],
  ): Diagnostic =>
    diagnose('error', code, placeOf(model, panel), { sources: juryLines(model, [panel], members), changes });
  const found = panels.flatMap((panel, index) => {
    if (membersOf[index].length > 0) return [];
    const absent = model.jury.flatMap((guest, member) => (isForTheme(guest, panel.theme) ? [member] : []));
    return [tell('timetable.no-jury', panel, absent)];
  });
  if (found.length > 0) return found;
  const violation = findHallViolation(membersOf, model.jury.length);
  if (violation !== undefined) {
    const { session } = placeOf(model, panels[violation.left[0]]);
    const themes = violation.left.map((index) => panels[index].theme);
    const members = violation.right.map((member) => model.jury[member].id);
    const lacking = violation.left.map((index) => panels[index]);
    const details = { sources: juryLines(model, lacking, violation.right), changes };
    return [diagnose('error', 'timetable.jury-short', { session, themes, members }, details)];
  }
  return panels.flatMap((panel, index) =>
    panel.members.length > 0 ? [] : [tell('timetable.jury-limit', panel, membersOf[index])],
  );
}

/** Lines of the sessions, of jury members, and of what the poll says of these then. */
function juryLines(model: TimetableModel, panels: readonly Panel[], members: readonly number[]): readonly Source[] {
  const sessions = [...new Set(panels.map(({ session }) => session))].map((session) => model.sessions[session]);
  const guests = members.map((member) => model.jury[member]);
  return linesOf(
    sessions,
    guests,
    pollLines(
      model,
      guests.map(({ id }) => id),
      sessions,
    ),
  );
}

function possibleMembers(model: TimetableModel, panel: Panel): readonly number[] {
  return model.jury.flatMap((guest, member) =>
    isForTheme(guest, panel.theme) &&
    presenceOf(guest, model.sessions[panel.session], model.programme.availability) !== 'no'
      ? [member]
      : [],
  );
}

function placeOf(model: TimetableModel, panel: Panel): { session: string; theme: string } {
  return { session: model.sessions[panel.session].id, theme: panel.theme };
}
