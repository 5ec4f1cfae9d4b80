import type { Language } from '../../domain/settings.js';
import type { Readership } from '../../domain/readership.js';
import type { BalanceTable } from './balance-table.js';
import type { DocumentGroup } from './document-group.js';
import type { DocumentMeetings } from './document-meetings.js';
import type { DocumentNote } from './document-note.js';
import type { DocumentTimetable } from './document-timetable.js';

/**
 * A plan as it is laid out for people, in a workbook or on a page: every word chosen, and nothing in it that its readers may not see. Texts of the inputs stand as
 * typed: whoever lays them out guards them.
 */
export interface PlanDocument {
  /** Of the module; `''` where it has none. */
  readonly title: string;
  readonly language: Language;
  readonly readership: Readership;
  /** Ids stand for names: those are `''` everywhere. */
  readonly isPseudonymous: boolean;
  /** People, schools and groups, a phrase each. */
  readonly headline: readonly string[];
  /** Names of the attributes that each member is shown with beside the school, in the order of their `levels`. */
  readonly attributes: readonly string[];
  readonly groups: readonly DocumentGroup[];
  /** The mix, heaviest attribute first; empty where nothing is balanced, and for readers who do not judge it. */
  readonly balance: readonly BalanceTable[];
  /** What the plan is worth, a line each: roles, wishes, rules, score with its proof; empty for readers who do not judge it. */
  readonly verdicts: readonly string[];
  /** Absent where nobody has met before, and for readers who do not judge the plan. */
  readonly meetings?: DocumentMeetings;
  /** Absent where the module has none. */
  readonly timetable?: DocumentTimetable;
  /** Where the plan comes from, and what is proved of it; empty for readers who do not judge it. */
  readonly notes: readonly DocumentNote[];
}
