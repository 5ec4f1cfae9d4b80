import { compareText } from '../../domain/fold.js';
import type { Violation } from '../violation.js';
import { checkBreaks, longestPresentation } from './breaks.js';
import { partition, type Case, type Entry } from './case.js';
import { violate } from './violation.js';

/**
 * In every session the groups of a theme present one after another before one panel, in the order of their ranks, for as long as asked, with the breaks that the session has. Where two halves
 * of the cohort present at two sites, each of them has a panel of the theme.
 */
export function checkPresentations({ programme, entries }: Case): readonly Violation[] {
  const presenting = entries.filter(({ row }) => row.kind === 'presentation');
  const hasJury = programme.witnesses.some((witness) => witness.role === 'jury');
  const panels = partition(presenting, ({ session, group, row }) => {
    const site = session.audience.kind === 'halves' && session.sites.length > 1 ? row.site : '';
    return JSON.stringify([session.id, group.theme, site]);
  });
  return [...panels.values()].flatMap((panel) => [...checkPanel(panel, hasJury), ...checkOrder(panel)]);
}

function checkPanel(panel: readonly Entry[], hasJury: boolean): readonly Violation[] {
  const [{ session, group, row: first }] = panel;
  const where = { session: session.id, theme: group.theme };
  const membersOf = (entry: Entry): string => entry.row.witnesses.toSorted(compareText).join('|');
  const isOne = panel.every((entry) => entry.row.room === first.room && membersOf(entry) === membersOf(panel[0]));
  return [
    ...(isOne ? [] : [violate('timetable.panel-split', where)]),
    ...(hasJury && panel.some(({ row }) => row.witnesses.length === 0)
      ? [violate('timetable.jury-missing', where)]
      : []),
  ];
}

function checkOrder(panel: readonly Entry[]): readonly Violation[] {
  const inTime = panel.toSorted((a, b) => a.row.start - b.row.start || a.row.end - b.row.end);
  const { session } = panel[0];
  const minutesEach = session.minutesEach ?? longestPresentation(session, panel.length);
  const found = inTime.flatMap(({ row, group }, index) => {
    const where = { session: session.id, group: group.label };
    const found: Violation[] = [];
    const minutes = row.end - row.start;
    if (minutes !== minutesEach)
      found.push(violate('timetable.presentation-length', { ...where, minutes, expected: minutesEach }));
    const order = row.order ?? 0;
    if (order !== index + 1) found.push(violate('timetable.order', { ...where, order, expected: index + 1 }));
    const before = inTime[index - 1];
    if (before !== undefined && before.row.end > row.start) {
      found.push(violate('timetable.presentation-overlap', { ...where, other: before.group.label }));
    }
    return found;
  });
  return [...found, ...checkBreaks(inTime)];
}
