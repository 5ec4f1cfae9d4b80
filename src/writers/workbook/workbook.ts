import type { Language } from '../../domain/settings.js';
import type { StyleName } from './cell-style.js';

/** A part of a text; what is muted matters less. */
export interface TextRun {
  readonly text: string;
  readonly isMuted: boolean;
}

/** A text, a number, a day `YYYY-MM-DD`, a time in minutes after midnight, or a text in parts. `''`: nothing, but the style shows. */
export type CellValue =
  | string
  | number
  | { readonly date: string }
  | { readonly time: number }
  | { readonly runs: readonly TextRun[] };

export interface Cell {
  readonly value: CellValue;
  readonly style: StyleName;
  /** On the darker of two grounds that take turns. */
  readonly isBanded?: boolean;
  /** Of its letters, in per cent of those of the style; absent: 100. */
  readonly scale?: number;
  readonly isStruck?: boolean;
  /** A line above: between days, or between those whom a list is about. */
  readonly rule?: 'thin' | 'thick' | undefined;
  /** Columns that it takes, those after it being empty; absent: one. */
  readonly span?: number;
}

export interface SheetRow {
  readonly cells: readonly (Cell | undefined)[];
  /** In points; absent: as high as the texts need. */
  readonly height?: number;
}

/** One sheet, printed on A4 landscape. */
export interface Sheet {
  /** At most 31 letters, none of `[]:*?/\`. */
  readonly name: string;
  /** Of each column, in digits of the usual font. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  /** Rows and columns that stay in sight; the rows stand at the top of every printed page too. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Whether the last frozen row heads columns that can be filtered. */
  readonly isFiltered: boolean;
  /** Rows that begin a page, from 0. Absent: pages are as wide as the sheet, and end where they are full; spreadsheets can have only one of the two. */
  readonly pages?: readonly number[];
  /** In per cent, where `pages` says how it is cut; absent: 100. */
  readonly scale?: number;
  /** Whether all of it is to stand on one page. */
  readonly isOnePage?: boolean;
}

export interface Workbook {
  readonly title: string;
  readonly creator: string;
  readonly language: Language;
  readonly sheets: readonly Sheet[];
}
