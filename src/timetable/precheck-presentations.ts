import { findHallViolation } from '../algorithms/bipartite-matching.js';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { isForTheme, type TimetableModel } from './model.js';
import { jurySlots, type Panel } from './panels.js';
import { breakMinutes, mostMinutes, passagesFit } from './passages.js';
import { minutesOf } from './presentation-order.js';
import { presenceOf } from './presence.js';

/** Presentations that do not fit in their session, and panels without anybody. */
export function precheckPresentations(model: TimetableModel, panels: readonly Panel[]): readonly Diagnostic[] {
  const found = panels.flatMap((panel) => checkMinutes(model, panel));
  if (model.jury.length === 0) return found;
  const empty = panels.filter((panel) => panel.members.length === 0);
  const slotOf = jurySlots(model);
  const slots = [...new Set(empty.map((panel) => slotOf[panel.session]))];
  for (const slot of slots) {
    const together = panels.filter((panel) => slotOf[panel.session] === slot);
    found.push(...explainEmptyPanels(model, together));
  }
  return found;
}

function checkMinutes(model: TimetableModel, panel: Panel): readonly Diagnostic[] {
  const session = model.sessions[panel.session];
  const { id, start, end, minutesEach, source } = session;
  const groups = panel.groups.length;
  const minutes = minutesOf(model, panel);
  if (minutes >= 1 && passagesFit(session, groups, minutes)) return [];
  const breaks = breakMinutes(session, groups);
  const facts = { session: id, theme: panel.theme, groups, length: end - start, ...(breaks > 0 ? { breaks } : {}) };
  const params =
    minutesEach === undefined ? facts : { ...facts, minutes: minutesEach, possible: mostMinutes(session, groups) };
  return [diagnose('error', 'timetable.minutes-too-long', params, { source })];
}

/** Why some panels of one slot have no member: nobody, too few for several panels, or people who sit elsewhere already. */
function explainEmptyPanels(model: TimetableModel, panels: readonly Panel[]): readonly Diagnostic[] {
  const membersOf = panels.map((panel) => possibleMembers(model, panel));
  const found = panels.flatMap((panel, index) =>
    membersOf[index].length > 0 ? [] : [diagnose('error', 'timetable.no-jury', placeOf(model, panel))],
  );
  if (found.length > 0) return found;
  const violation = findHallViolation(membersOf, model.jury.length);
  if (violation !== undefined) {
    const { session } = placeOf(model, panels[violation.left[0]]);
    const themes = violation.left.map((index) => panels[index].theme);
    const members = violation.right.map((member) => model.jury[member].id);
    return [diagnose('error', 'timetable.jury-short', { session, themes, members })];
  }
  return panels
    .filter((panel) => panel.members.length === 0)
    .map((panel) => diagnose('error', 'timetable.jury-limit', placeOf(model, panel)));
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
