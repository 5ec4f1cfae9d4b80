import type { StyleName } from './cell-style.js';
import { breakTable } from './page-breaks.js';
import { rowHeight, textWidth, wrappedLines } from './text-width.js';
import type { Cell, CellValue, Sheet, SheetRow } from './workbook.js';

export interface TableColumn<Line> {
  readonly header: string;
  readonly style: StyleName;
  readonly valueOf: (line: Line) => CellValue;
  /** In digits of the usual font; absent: {@link MOST_WIDE}. */
  readonly mostWide?: number;
  /** Whether what was cancelled is not struck through here: the word that says so. */
  readonly isNeverStruck?: boolean;
}

/** How a line stands among the others. */
export interface LineLayout {
  readonly isBanded: boolean;
  readonly rule: Cell['rule'];
  readonly isStruck: boolean;
  /** Whether it begins lines that are to stand on one page. */
  readonly isStart: boolean;
}

export interface TableRequest<Line> {
  readonly name: string;
  readonly columns: readonly TableColumn<Line>[];
  readonly lines: readonly Line[];
  /** Whether rows are as low as their letters, so that more of them stand on a page. */
  readonly isDense?: boolean;
  readonly layoutOf: (line: Line, index: number) => LineLayout;
}

const MOST_WIDE = 30;
const LEAST_WIDE = 6;
/** Beside the text: the margins of a cell; of a header the arrow of its filter too. */
const MARGIN = 1.5;
const ARROW = 2;
/** Beyond, the first column stays in sight while one looks at the others. */
const SCREEN = 110;

/** In points, of a line that has nothing beside its letters. */
const DENSE = { line: 11.7, small: 9.6 };
/** Letters of the small style that take the place of one. */
const SMALLNESS = 1.2;
const CENTRED: ReadonlySet<StyleName> = new Set(['integer', 'time']);

/** A table that can be filtered: one line each, a header that stays. Columns in which nothing ever stands are left out. */
export function tableSheet<Line>({ name, columns, lines, layoutOf, isDense = false }: TableRequest<Line>): Sheet {
  const used = columns
    .map((column) => ({ column, values: lines.map((line) => column.valueOf(line)) }))
    .filter(({ values }) => values.some((value) => value !== ''))
    .map(({ column, values }) => ({ ...column, values, sizes: values.map(valueWidth) }));
  const widths = used.map(({ header, sizes, mostWide = MOST_WIDE }) => {
    const widest = sizes.reduce((most, size) => Math.max(most, size), textWidth(header) + ARROW);
    return Math.min(Math.max(Math.ceil(widest + MARGIN), LEAST_WIDE), mostWide);
  });
  const heightOf = (count: number, isSmall = false) =>
    isDense ? count * (isSmall ? DENSE.small : DENSE.line) : rowHeight(count);
  const starts: number[] = [];
  const rows = lines.map((line, index): SheetRow => {
    const { isBanded, rule, isStruck, isStart } = layoutOf(line, index);
    if (isStart) starts.push(index);
    let height = heightOf(1);
    const cells = used.map(({ style, values, sizes, isNeverStruck = false }, at): Cell => {
      const value = values[index];
      const width = style === 'small' ? widths[at] * SMALLNESS : widths[at];
      if (sizes[index] > width - MARGIN && typeof value === 'string')
        height = Math.max(height, heightOf(wrappedLines(value, width - MARGIN), style === 'small'));
      return { value, style, isBanded, rule, isStruck: isStruck && !isNeverStruck };
    });
    return { height, cells };
  });
  const header: SheetRow = {
    height: 20,
    cells: used.map((column): Cell => ({
      value: column.header,
      style: CENTRED.has(column.style) ? 'headerFigure' : 'header',
    })),
  };
  const width = widths.reduce((sum, own) => sum + own, 0);
  return {
    name,
    widths,
    rows: [header, ...rows],
    frozen: { rows: 1, columns: width > SCREEN ? 1 : 0 },
    isFiltered: true,
    ...breakTable({ width, header, rows, starts }),
  };
}

/** About how wide a value is shown. */
function valueWidth(value: CellValue): number {
  if (typeof value === 'string') return textWidth(value);
  if (typeof value === 'number') return String(value).length;
  if ('date' in value) return 14;
  if ('time' in value) return 6;
  return textWidth(value.runs.map(({ text }) => text).join(''));
}
