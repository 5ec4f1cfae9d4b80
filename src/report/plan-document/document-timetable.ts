import type { Programme } from '../../domain/module.js';
import type { TimetableFigures } from '../../domain/timetable-figures.js';
import type { Timetable } from '../../domain/timetable.js';
import type { TimetableView } from '../../domain/timetable-view.js';
import type { Language } from '../../domain/settings.js';
import { PLAIN } from '../style.js';
import { timetableTable } from '../timetable-table.js';

/** A timetable for those who read it. */
export interface DocumentTimetable {
  readonly timetable: Timetable;
  readonly programme: Programme;
  readonly byGroup: TimetableView;
  readonly byRoom: TimetableView;
  readonly byWitness: TimetableView;
  /** What is left of its wishes, and what each group has. */
  readonly figures: TimetableFigures;
  /** The same as lines of text; empty for readers who do not judge it. */
  readonly verdicts: readonly string[];
}

/** A timetable with its views. */
export type ViewedTimetable = Omit<DocumentTimetable, 'verdicts'>;

export function describeTimetable(viewed: ViewedTimetable, isJudged: boolean, language: Language): DocumentTimetable {
  const { figures, programme } = viewed;
  return { ...viewed, verdicts: isJudged ? timetableTable(figures, programme, language, PLAIN) : [] };
}
