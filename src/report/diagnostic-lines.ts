import type { Diagnostic, Severity } from '../domain/diagnostic.js';
import type { Language } from '../domain/settings.js';
import { sentenceOf } from './messages/index.js';
import { gatherRepeated } from './repeated-diagnostics.js';
import { shortLines, shortPlaces, tidyPaths } from './messages/place.js';
import type { Style } from './style.js';
import { visible } from './visible-text.js';
import { wordsOf } from './words.js';

/**
 * One line per diagnostic: `file:line:field [column] "value": sentence Maybe "…"? See also file:lines.`, the severity before warnings and
 * notes. The parts that a diagnostic does not have are left out.
 */
export function diagnosticLine(diagnostic: Diagnostic, language: Language, style: Style): string {
  const words = wordsOf(language);
  const { source, value, suggestion, severity } = diagnostic;
  const position = [source?.file, source?.line, source?.line === undefined ? undefined : source.field].filter(
    (part) => part !== undefined,
  );
  const place = source === undefined ? '' : style.strong(tidyPaths(position.map(String).map(visible).join(':')));
  const column = source?.column === undefined ? '' : `[${visible(source.column)}]`;
  const shown = value === undefined ? '' : words.quote(visible(shorten(value)));
  const label = {
    error: style.bad(words.error),
    warning: style.doubtful(words.warning),
    note: style.faint(words.note),
  }[severity];
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const head = [place, column, shown].filter((part) => part !== '').join(' ');
  const maybe = suggestion === undefined ? '' : ` ${words.maybe(visible(suggestion))}`;
  const sentence = tidyPaths(visible(sentenceOf(diagnostic, language)));
  const others = shortPlaces((diagnostic.sources ?? []).filter((one) => one !== source)).map(visible);
  const also = others.length === 0 ? '' : ` ${words.seeAlso(others)}`;
  const text = `${label}${colon} ${sentence}${maybe}${also}`;
  return head === '' ? text : `${head}${colon} ${text}`;
}

/** Where each severity stands: what matters most is nearest to the prompt, and after it only the way out. */
const ORDER: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

/** {@link diagnosticLine} for each, notes first and errors last, one mistake on many lines of a file as one. */
export function diagnosticLines(
  diagnostics: readonly Diagnostic[],
  language: Language,
  style: Style,
): readonly string[] {
  const rankOf = ({ severity, code }: Diagnostic): number => (code === 'guess.unnamed-files' ? 3 : ORDER[severity]);
  const ordered = diagnostics.toSorted((a, b) => rankOf(a) - rankOf(b));
  return gatherRepeated(ordered).map(({ diagnostic, lines }) => {
    const line = diagnosticLine(diagnostic, language, style);
    return lines.length === 0 ? line : `${line} ${wordsOf(language).sameOn(lines.length, shortLines(lines))}`;
  });
}

/** Long cells are shown by their beginning. */
function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= 60 ? text : `${characters.slice(0, 59).join('')}…`;
}
