import { dayNumber } from '../domain/day.js';
import type { Language } from '../domain/settings.js';

interface CalendarNames {
  /** Monday first. */
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
}

/** Our own: those of `Intl` change with the language data of the host, and with them would the bytes of what we write. */
const NAMES: Readonly<Record<Language, CalendarNames>> = {
  en: {
    days: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
    shortDays: 'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
    months: 'January February March April May June July August September October November December'.split(' '),
    shortMonths: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  },
  fr: {
    days: 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
    shortDays: 'lun. mar. mer. jeu. ven. sam. dim.'.split(' '),
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
    shortMonths: 'janv. févr. mars avril mai juin juill. août sept. oct. nov. déc.'.split(' '),
  },
};

/** `2018-02-12` as `Monday 12 February 2018`, `lundi 12 février 2018`. */
export function longDate(date: string, language: Language): string {
  return `${dayAndMonth(date, language)} ${Number(date.split('-')[0])}`;
}

/** `2018-02-12` as `Monday 12 February`, `lundi 12 février`. */
export function dayAndMonth(date: string, language: Language): string {
  const { days, months } = NAMES[language];
  return `${days[weekday(date)]} ${dayOfMonth(date, language)}\u00a0${months[Number(date.split('-')[1]) - 1]}`;
}

/** `2018-02-12` as `Mon 12 Feb`, `lun. 12 févr.`. */
export function shortDate(date: string, language: Language): string {
  const { shortDays, shortMonths } = NAMES[language];
  return `${shortDays[weekday(date)]}\u00a0${dayOfMonth(date, language)}\u00a0${shortMonths[Number(date.split('-')[1]) - 1]}`;
}

/** Minutes after midnight as `09:30`, `9 h 30`. */
export function spokenTime(minutes: number, language: Language): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const two = String(rest).padStart(2, '0');
  if (language === 'en') return `${String(hours).padStart(2, '0')}:${two}`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${two}`;
}

/** `09:00–12:30`, `9 h – 12 h 30`. */
export function spokenTimes(start: number, end: number, language: Language): string {
  const dash = language === 'en' ? '–' : '\u00a0–\u00a0';
  return `${spokenTime(start, language)}${dash}${spokenTime(end, language)}`;
}

/** 0 for Monday: 1 January 1970 was a Thursday. */
function weekday(date: string): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7;
}

/** The first of a month is an ordinal in French. */
function dayOfMonth(date: string, language: Language): string {
  const day = Number(date.split('-')[2]);
  return language === 'fr' && day === 1 ? '1er' : String(day);
}
