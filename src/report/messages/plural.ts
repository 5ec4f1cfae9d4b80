import type { Language } from '../../domain/settings.js';

const RULES = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') };
const NUMBERS = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') };

/** A whole number with its noun: `1 personne`, `2 personnes`, thousands grouped as the language does. */
export function counted(language: Language, count: number, one: string, other: string): string {
  return `${NUMBERS[language].format(count)} ${RULES[language].select(count) === 'one' ? one : other}`;
}
