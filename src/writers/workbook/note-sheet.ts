import { mostOf } from '../../domain/extremes.js';
import type { PlanDocument } from '../../report/plan-document/plan-document.js';
import { textWidth } from './text-width.js';
import type { Sheet, SheetRow } from './workbook.js';
import { workbookWordsOf } from './workbook-words.js';

/** Of the second column: sentences stand over both. */
const TEXT_WIDTH = { least: 100, most: 180 };

/** Rows that one page can hold and still be read. */
const ONE_PAGE = 60;
/** In points; of titles more. */
const LINE_HEIGHT = 12.5;

/** What the plan is, what it is worth, where it comes from and how it is made again; `undefined` for readers who judge nothing. */
export function noteSheet({
  title,
  headline,
  verdicts,
  timetable,
  notes,
  language,
  readership,
}: PlanDocument): Sheet | undefined {
  if (readership !== 'coordinator') return undefined;
  const words = workbookWordsOf(language);
  const blank: SheetRow = { cells: [] };
  const heading = (value: string): SheetRow => ({ cells: [{ value, style: 'heading' }], height: 18 });
  const lines = [verdicts, timetable?.verdicts ?? []].filter((block) => block.length > 0);
  const rows: readonly SheetRow[] = [
    { cells: [{ value: title === '' ? words.plan : title, style: 'title' }], height: 24 },
    { cells: [{ value: headline.join(' · '), style: 'text' }] },
    ...(lines.length === 0 ? [] : [blank, heading(words.verdicts)]),
    ...lines.flatMap((block, index): readonly SheetRow[] => [
      ...(index === 0 ? [] : [blank]),
      ...block.map((value): SheetRow => ({ cells: [{ value, style: 'verbatim' }] })),
    ]),
    ...(notes.length === 0 ? [] : [blank, heading(words.provenance)]),
    ...notes.map(({ term, text }): SheetRow => ({
      cells: [
        { value: term, style: 'muted' },
        { value: text, style: 'wrapped' },
      ],
    })),
    blank,
    heading(words.again),
    { cells: [{ value: words.howAgain, style: 'text' }] },
  ];
  const termWidth = Math.ceil(mostOf([20, ...notes.map(({ term }) => textWidth(term))]) + 1.5);
  const longest = mostOf([0, ...lines.flat().map(({ length }) => length)]) - termWidth;
  return {
    name: words.notes,
    widths: [termWidth, Math.min(Math.max(longest, TEXT_WIDTH.least), TEXT_WIDTH.most)],
    rows: rows.map((row) => ({ height: LINE_HEIGHT, ...row })),
    frozen: { rows: 0, columns: 0 },
    isFiltered: false,
    isOnePage: rows.length <= ONE_PAGE,
  };
}
