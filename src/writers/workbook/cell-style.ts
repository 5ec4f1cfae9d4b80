import type { Language } from '../../domain/settings.js';

/** How a cell looks, whatever spreadsheet shows it. Colours are `RRGGBB`. */
export interface CellLook {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isMonospaced?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly isMiddle?: boolean;
  readonly wraps?: boolean;
  /** Letters as small as the width of the cell asks for. */
  readonly shrinks?: boolean;
  readonly indent?: number;
  /** Lines all round. */
  readonly isBoxed?: boolean;
  /** Code of the number format, in the notation of spreadsheets, which show it as their own language writes numbers. */
  readonly format?: string;
}

/** Of all cells. Arial has a twin of the same widths wherever it is missing. */
export const FONT = { name: 'Arial', size: 10, monospaced: 'Courier New' } as const;

export const COLORS = {
  dark: '1F4E5F',
  muted: '5F6B73',
  band: 'EEF3F6',
  line: 'AEBBC2',
  strongLine: '1F4E5F',
} as const;

const FIGURE = { align: 'center', isMiddle: true, isBoxed: true } as const;

/** Counts say by a mark too how far they are from fair share: not everybody sees the colours. */
const LOOKS = {
  text: {},
  wrapped: { wraps: true },
  strong: { isBold: true },
  small: { size: 8, color: COLORS.muted, wraps: true },
  muted: { color: COLORS.muted },
  integer: { align: 'center', format: '0' },
  date: { align: 'left' },
  time: { align: 'center', format: 'hh:mm' },
  header: { isBold: true, color: 'FFFFFF', fill: COLORS.dark, wraps: true, isMiddle: true },
  headerFigure: { isBold: true, color: 'FFFFFF', fill: COLORS.dark, wraps: true, isMiddle: true, align: 'center' },
  title: { size: 14, isBold: true, color: COLORS.dark },
  heading: { size: 11, isBold: true, color: COLORS.dark },
  remark: { isItalic: true, color: COLORS.muted, wraps: true },
  verbatim: { isMonospaced: true, size: 9 },
  noticeLabel: {
    size: 16,
    isBold: true,
    color: 'FFFFFF',
    fill: COLORS.dark,
    align: 'center',
    isMiddle: true,
    wraps: true,
    isBoxed: true,
  },
  noticeLongLabel: {
    size: 12,
    isBold: true,
    color: 'FFFFFF',
    fill: COLORS.dark,
    indent: 1,
    isMiddle: true,
    wraps: true,
    isBoxed: true,
  },
  noticeTitle: { fill: COLORS.band, align: 'center', isMiddle: true, wraps: true, isBoxed: true },
  noticeName: { size: 11, isMiddle: true, shrinks: true, indent: 1, isBoxed: true },
  listed: { isMiddle: true, shrinks: true },
  listedMuted: { isMiddle: true, color: COLORS.muted },
  listedStrong: { isMiddle: true, isBold: true, shrinks: true },
  level: { indent: 1, isMiddle: true, isBoxed: true, wraps: true },
  total: { ...FIGURE, isBold: true, format: '0' },
  share: { ...FIGURE, color: COLORS.muted, isItalic: true, format: '0.00' },
  count: { ...FIGURE, format: '0' },
  fair: { ...FIGURE, fill: 'E4F1E8', format: '0' },
  above: { ...FIGURE, fill: 'FDEBC8', format: '0" ▲"' },
  below: { ...FIGURE, fill: 'FDEBC8', format: '0" ▼"' },
  farAbove: { ...FIGURE, isBold: true, fill: 'F2A978', format: '0" ▲▲"' },
  farBelow: { ...FIGURE, isBold: true, fill: 'F2A978', format: '0" ▼▼"' },
} as const satisfies Readonly<Record<string, CellLook>>;

export type StyleName = keyof typeof LOOKS;

/** By language: `lun. 12/02/2018`, `Mon 12 Feb 2018`, each with the code of its language, lest the spreadsheet's own name the days. */
const DATES: Readonly<Record<Language, string>> = {
  fr: '[$-40C]ddd dd/mm/yyyy',
  en: '[$-809]ddd d mmm yyyy',
};

export function lookOf(style: StyleName, language: Language): CellLook {
  return style === 'date' ? { ...LOOKS.date, format: DATES[language] } : LOOKS[style];
}
