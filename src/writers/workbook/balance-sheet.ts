import { mostOf } from '../../domain/extremes.js';
import type { BalanceCell, BalanceLevel, BalanceTable } from '../../report/plan-document/balance-table.js';
import type { PlanDocument } from '../../report/plan-document/plan-document.js';
import { formatNumber } from '../../report/number-format.js';
import { wordsOf } from '../../report/words.js';
import type { StyleName } from './cell-style.js';
import { rowHeight, textWidth, wrappedLines } from './text-width.js';
import type { Cell, Sheet, SheetRow } from './workbook.js';
import { workbookWordsOf } from './workbook-words.js';

/** Groups side by side; more stand below in further blocks. */
const MOST_ABREAST = 20;
/** Bold letters for as much room as plain ones. */
const BOLD = 1.1;
/** Beside the text: the margins of a cell. */
const MARGIN = 1.5;
const LABEL_MARGIN = 2.5;
/** What is left of a label is wrapped. */
const MOST_LABEL = 12;
/** Rows that one page can hold and still be read. */
const ONE_PAGE = 60;
/** In points. */
const LEVEL_HEIGHT = 17;
const LEAST_HEADER = 28;
const HEADER_MARGIN = 3;
const LEVEL_WIDTH = { least: 14, most: 30 };
/** Of the sheet at least: sentences stand in it too. */
const LEAST_WIDE = 120;

/** How many of each group hold each level, beside the fair share, attribute by attribute; `undefined` where there is nothing to show. */
export function balanceSheet(document: PlanDocument): Sheet | undefined {
  const { balance, groups, language, verdicts } = document;
  if (balance.length === 0) return undefined;
  const words = workbookWordsOf(language);
  const labels = groups.map(({ label }) => label);
  const abreast = Math.min(labels.length, MOST_ABREAST);
  const levelWidth = mostOf(balance.flatMap(({ levels }) => levels.map(({ level }) => textWidth(level))));
  const labelWidth = mostOf(labels.map((label) => Math.min(labelPart(label), MOST_LABEL)));
  const tableWidths = [
    Math.min(Math.max(Math.ceil(levelWidth + MARGIN), LEVEL_WIDTH.least), LEVEL_WIDTH.most),
    ...Array.from({ length: abreast }, () => Math.max(Math.ceil(labelWidth + LABEL_MARGIN), 7)),
    9,
    12,
  ];
  const left = LEAST_WIDE - tableWidths.reduce((sum, width) => sum + width, 0);
  const widths = left > 0 ? [...tableWidths, left] : tableWidths;
  const rows: SheetRow[] = [
    { cells: [{ value: words.balance, style: 'title' }], height: 24 },
    remarkRow(words.marks, widths),
    ...balance.flatMap((table) => [{ cells: [] }, ...tableRows(table, labels, document, widths)]),
    ...(verdicts.length === 0
      ? []
      : [{ cells: [] }, { cells: [{ value: words.verdicts, style: 'heading' as const }] }]),
    ...verdicts.map((line): SheetRow => ({ cells: [{ value: line, style: 'verbatim' }] })),
  ];
  return {
    name: words.balance,
    widths,
    rows,
    frozen: { rows: 0, columns: 1 },
    isFiltered: false,
    isOnePage: rows.length <= ONE_PAGE,
  };
}

/** Title with what is proved, then for so many groups at once: their labels, and a row a level with the people of the cohort and the share of a mean group. */
function tableRows(
  table: BalanceTable,
  labels: readonly string[],
  { language }: PlanDocument,
  widths: readonly number[],
): readonly SheetRow[] {
  const words = workbookWordsOf(language);
  const rows: SheetRow[] = [{ cells: [{ value: titleOf(table, language), style: 'heading' }], height: 18 }];
  for (let from = 0; from < labels.length; from += MOST_ABREAST) {
    const to = Math.min(from + MOST_ABREAST, labels.length);
    const headers = [words.level, ...labels.slice(from, to), words.total, words.fairShare];
    const lines = headers.map((header, column) => wrappedLines(header, (widths[column] - MARGIN) / BOLD));
    rows.push({
      cells: headers.map((value, column): Cell => ({ value, style: column === 0 ? 'header' : 'headerFigure' })),
      height: Math.max(LEAST_HEADER, rowHeight(mostOf(lines)) + HEADER_MARGIN),
    });
    for (const level of table.levels) rows.push(levelRow(level, from, to, labels.length));
  }
  if (table.levels.some(({ isShared }) => !isShared)) rows.push(remarkRow(`* ${words.otherRole}`, widths));
  return rows;
}

/** A sentence over the whole sheet, on as many lines as it needs. */
function remarkRow(value: string, widths: readonly number[]): SheetRow {
  const room = widths.reduce((sum, width) => sum + width, 0) - MARGIN;
  return { cells: [{ value, style: 'remark', span: widths.length }], height: rowHeight(wrappedLines(value, room)) };
}

function levelRow(
  { level, holders, isShared, cells }: BalanceLevel,
  from: number,
  to: number,
  groups: number,
): SheetRow {
  return {
    height: LEVEL_HEIGHT,
    cells: [
      { value: isShared ? level : `${level} *`, style: 'level' },
      ...cells.slice(from, to).map((cell): Cell => ({ value: cell.count, style: isShared ? styleOf(cell) : 'count' })),
      { value: holders, style: 'total' },
      { value: isShared ? holders / groups : '', style: 'share' },
    ],
  };
}

/** By how many people a count is off the nearer of the two whole numbers next to its share. */
function styleOf({ count, share, isFair }: BalanceCell): StyleName {
  if (isFair) return 'fair';
  const off = count > share ? count - Math.ceil(share) : count - Math.floor(share);
  if (off > 0) return off === 1 ? 'above' : 'farAbove';
  return off === -1 ? 'below' : 'farBelow';
}

function titleOf(table: BalanceTable, language: PlanDocument['language']): string {
  const { name, weight, deviation, least, isOptimal } = table;
  const words = wordsOf(language);
  const { colon } = workbookWordsOf(language);
  const number = (value: number) => formatNumber(language, value, 2);
  return [
    name,
    `${words.weight}${colon}${formatNumber(language, weight, 0)}`,
    `${words.deviation}${colon}${number(deviation)}`,
    ...(least === undefined ? [] : [`${words.leastPossible}${colon}${number(least)}`]),
    ...(isOptimal ? [words.optimal] : []),
  ].join(' · ');
}

/** How wide the widest part of a label is: it may be wrapped between words and after a hyphen. */
function labelPart(label: string): number {
  return mostOf(label.split(/ |(?<=-)/).map(textWidth)) * BOLD;
}
