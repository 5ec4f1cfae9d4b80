import type { Language } from '../../domain/settings.js';

/** Made when the first number is said: they load the language data of the host, which takes as long as reading a roster. */
const formats = new Map<Language, { readonly rules: Intl.PluralRules; readonly numbers: Intl.NumberFormat }>();
const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** A whole number with its noun: `1 personne`, `2 personnes`, thousands grouped as the language does. */
export function counted(language: Language, count: number, one: string, other: string): string {
  const locale = LOCALES[language];
  const format = formats.get(language) ?? {
    rules: new Intl.PluralRules(locale),
    numbers: new Intl.NumberFormat(locale),
  };
  formats.set(language, format);
  return `${format.numbers.format(count)} ${format.rules.select(count) === 'one' ? one : other}`;
}
