import type { PlanDocument } from '../../report/plan-document/plan-document.js';
import { balanceSheet } from './balance-sheet.js';
import { groupSheet } from './group-sheet.js';
import { encodeWorkbook } from './hucre-workbook.js';
import { nameSheet } from './name-sheet.js';
import { noteSheet } from './note-sheet.js';
import { noticeSheet } from './notice-sheet.js';
import { timetableSheet } from './timetable-sheet.js';
import type { Workbook } from './workbook.js';
import { workbookWordsOf } from './workbook-words.js';

/** `plan.xlsx`: a plan as a workbook, the same bytes for the same plan on any machine. */
export async function writePlanWorkbook(document: PlanDocument): Promise<Uint8Array> {
  return encodeWorkbook(layOutWorkbook(document));
}

/** The sheets of a plan: those that have nothing to show are left out. */
export function layOutWorkbook(document: PlanDocument): Workbook {
  const { title, language, timetable } = document;
  const words = workbookWordsOf(language);
  const sheets = [
    groupSheet(document),
    noticeSheet(document),
    nameSheet(document),
    timetable && timetableSheet(words.byGroup, timetable.byGroup, language),
    timetable && timetableSheet(words.byRoom, timetable.byRoom, language),
    timetable && timetableSheet(words.byWitness, timetable.byWitness, language),
    balanceSheet(document),
    noteSheet(document),
  ];
  return {
    title: title === '' ? words.plan : title,
    creator: 'brassage',
    language,
    sheets: sheets.filter((sheet) => sheet !== undefined),
  };
}
