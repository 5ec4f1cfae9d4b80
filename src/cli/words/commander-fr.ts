import { joinList } from '../../report/number-format.js';

const quote = (text: string) => `«\u00a0${text}\u00a0»`;

/** Messages of commander 14 to ours; what stands in parentheses is given on. */
const SENTENCES: readonly (readonly [pattern: RegExp, ours: (...parts: readonly string[]) => string])[] = [
  [/^missing required argument '(.*)'$/s, (name) => `l’argument ${name} manque.`],
  [/^option '(.*)' argument missing$/s, (flags) => `la valeur de l’option ${quote(flags)} manque.`],
  [/^required option '(.*)' not specified$/s, (flags) => `l’option ${quote(flags)} est nécessaire.`],
  [/^unknown option '(.*)'$/s, (flag) => `option inconnue\u00a0: ${quote(flag)}.`],
  [/^unknown command '(.*)'$/s, (name) => `commande inconnue\u00a0: ${quote(name)}.`],
  [
    /^too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\.$/s,
    (name, expected, got) =>
      `trop d’arguments${name === '' ? '' : ` pour ${name}`}\u00a0: ${expected} au plus, et ${got} sont donnés.`,
  ],
  [
    /^option '(.*?)' argument '(.*)' is invalid\. (.*)$/s,
    (flags, value, expected) => `l’option ${quote(flags)} n’accepte pas ${quote(value)}. ${expectation(expected)}`,
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*?)'\. (.*)$/s,
    (value, name, expected) => `l’argument ${name} n’accepte pas ${quote(value)}. ${expectation(expected)}`,
  ],
];
const CHOICES = /^Allowed choices are (.*)\.$/s;
const SUGGESTION = /\n\(Did you mean (?:one of )?(.*)\?\)$/;

/**
 * A message of commander's in French. The facts are taken out of its sentence, as it gives them in no other way; one that is not known here
 * stays English.
 */
export function commanderInFrench(message: string): string {
  const text = message.trimEnd().replace(/^error: /, '');
  const sentence = text.replace(SUGGESTION, '');
  const suggestion = SUGGESTION.exec(text)?.[1];
  for (const [pattern, ours] of SENTENCES) {
    const found = pattern.exec(sentence);
    if (found === null) continue;
    // A group that takes no part is absent.
    const parts = found.slice(1).map((part: string | undefined) => part ?? '');
    return `erreur\u00a0: ${ours(...parts)}${suggestion === undefined ? '' : ` ${meant(suggestion)}`}\n`;
  }
  return message;
}

function expectation(text: string): string {
  const choices = CHOICES.exec(text)?.[1];
  return choices === undefined ? text : `Valeurs possibles\u00a0: ${choices}.`;
}

function meant(names: string): string {
  return `Vouliez-vous dire ${joinList(names.split(', '), ' ou ')}\u00a0?`;
}
