/** What a number format makes of a number that is a moment. */
interface MomentFormat {
  readonly hasDate: boolean;
  readonly hasTime: boolean;
  readonly hasSeconds: boolean;
  /** Hours count on beyond a day: `[h]:mm`. */
  readonly isElapsed: boolean;
}

/** A calendar date, a time of day or both, without a place. */
export interface Serial {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Seconds after midnight. */
  readonly second: number;
  /** Whether it is a time of day alone: a number below 1. */
  readonly isTime: boolean;
  /** Days since the first that the workbook knows, for hours that count on. */
  readonly days: number;
}

/** What the number 1 is: 1 January 1900, or 2 January 1904. */
export type DateSystem = '1900' | '1904';

/** The day 0, in days since 1970-01-01. */
const FIRST_DAYS: Readonly<Record<DateSystem, number>> = { '1900': -25_568, '1904': -24_107 };
const DAY = 86_400;
/** 9999-12-31, in days since 1970-01-01. */
const LAST_DAY = 2_932_896;
/** Digits that a spreadsheet keeps of a number; what lies beyond is the error of its binary fraction. */
const DIGITS = 15;

/** What of a moment a number format shows; nothing of it where it is one for other numbers. */
function momentFormat(format: string): MomentFormat {
  const isElapsed = /\[(?:h+|m+|s+)\]/i.test(format);
  const section = firstSection(format);
  const letters = /^(?:general|standard)$/i.test(section) ? '' : section.replace(/am\/pm|a\/p/gi, 'h').toLowerCase();
  const hasTime = isElapsed || /[hs]/.test(letters);
  const hasDate = /[yd]/.test(letters) || /m{3,}/.test(letters) || (!hasTime && letters.includes('m'));
  return { hasDate, hasTime, hasSeconds: letters.includes('s') || /\[s+\]/i.test(format), isElapsed };
}

/** The moment that a number of days is for a system of dates; `undefined` for one that no spreadsheet shows. */
export function serialOf(days: number, system: DateSystem): Serial | undefined {
  const first = FIRST_DAYS[system];
  // The older system has a 29 February 1900, number 60, which never was.
  const lag = system === '1900' && days >= 60 ? 1 : 0;
  const seconds = Math.round((days - lag) * DAY);
  const passed = Math.floor(seconds / DAY);
  const day = first + passed;
  if (!(passed >= 0 && day <= LAST_DAY)) return undefined;
  return { day, second: seconds - passed * DAY, isTime: passed === 0, days: passed + lag };
}

/** The number of days that a moment is, in milliseconds since 1970: the inverse of {@link serialOf}. */
export function daysOf(milliseconds: number, system: DateSystem): number {
  const days = milliseconds / (1000 * DAY) - FIRST_DAYS[system];
  return system === '1900' && days >= 60 ? days + 1 : days;
}

/**
 * A moment as `YYYY-MM-DD`, `HH:MM` or both, as far as its format shows it; midnight says nothing beside a date. Seconds where they are
 * shown and are not 0. A format that nobody knows shows whatever is there.
 */
export function writeMoment(serial: Serial, format: string | undefined): string {
  const { hasDate, hasTime, hasSeconds, isElapsed } =
    format === undefined
      ? { hasDate: !serial.isTime, hasTime: true, hasSeconds: true, isElapsed: false }
      : momentFormat(format);
  const second = hasSeconds ? serial.second : serial.second - (serial.second % 60);
  const hours = Math.floor(second / 3600) + (isElapsed && !hasDate ? 24 * serial.days : 0);
  const seconds = second % 60 === 0 ? '' : `:${two(second % 60)}`;
  const time = `${two(hours)}:${two(Math.floor(second / 60) % 60)}${seconds}`;
  if (!hasDate) return time;
  const date = new Date(serial.day * DAY * 1000).toISOString().slice(0, 10);
  return hasTime && second !== 0 ? `${date} ${time}` : date;
}

/** Whether a number format shows moments. */
export function showsMoments(format: string): boolean {
  const { hasDate, hasTime } = momentFormat(format);
  return hasDate || hasTime;
}

/** A number as somebody would type it: with all its digits and no exponent; `0000` keeps the zeros before it. */
export function writeNumber(number: number, format: string | undefined): string {
  const rounded = Number(number.toPrecision(DIGITS));
  const zeros = format === undefined ? '' : firstSection(format);
  if (/^0{2,}$/.test(zeros) && Number.isInteger(rounded))
    return `${rounded < 0 ? '-' : ''}${wholeText(Math.abs(rounded)).padStart(zeros.length, '0')}`;
  return Number.isInteger(rounded) ? wholeText(rounded) : decimalText(rounded);
}

/** The part of a number format that positive numbers get, without colours, countries and quoted letters. */
function firstSection(format: string): string {
  const plain = format.replace(/\[[^\]]*\]|"[^"]*"|\\.|[*_]./gs, '');
  return plain.split(';', 1)[0].trim();
}

function wholeText(whole: number): string {
  return Number.isSafeInteger(whole) ? String(whole) : BigInt(whole).toString();
}

/** `String` writes very small numbers with an exponent. */
function decimalText(number: number): string {
  const text = String(number);
  const [, sign, first, others = '', power] = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text) ?? [];
  return power === undefined ? text : `${sign}0.${'0'.repeat(Number(power) - 1)}${first}${others}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
