import type { Language } from '../domain/settings.js';

/** The language of messages when nobody asks for one: the locale's, by POSIX precedence; French or else English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale =
    [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '') ?? '';
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** The language of `--lang`, wherever it stands, read before the flags are, which may be wrong; else the locale's. */
export function languageAsked(words: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const end = words.indexOf('--');
  const flags = end < 0 ? words : words.slice(0, end);
  const asked = flags
    .findLast((word, index) => word.startsWith('--lang=') || flags[index - 1] === '--lang')
    ?.replace('--lang=', '');
  return asked === 'fr' || asked === 'en' ? asked : languageOf(env);
}
