import type { Language } from '../domain/settings.js';

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** A number as the language writes it, with at most so many digits after the mark. */
export function formatNumber(language: Language, value: number, digits: number): string {
  const key = `${language} ${digits}`;
  let format = FORMATS.get(key);
  if (format === undefined) {
    const options = { maximumFractionDigits: digits, minimumFractionDigits: digits };
    format = new Intl.NumberFormat(LOCALES[language], options);
    FORMATS.set(key, format);
  }
  return format.format(value);
}

/** Made once each: that takes a millisecond or two. */
const FORMATS = new Map<string, Intl.NumberFormat>();

/** A number as the language writes it, with no more digits after the mark than it needs, two at most. */
export function formatDecimal(language: Language, value: number): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }).format(value);
}

/** A share as per cent; what is above 0 is never shown as 0. */
export function percent(language: Language, share: number): string {
  if (!Number.isFinite(share)) return '∞';
  const digits = share === 0 || share >= 0.001 ? 1 : 3;
  return `${formatNumber(language, share * 100, digits)}${language === 'fr' ? '\u00a0' : ' '}%`;
}

/** `9`, `9 or 10`, `8, 9 or 10`. */
export function joinList(items: readonly string[], last: string): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')}${last}${items[items.length - 1]}`;
}
