import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { Role } from '../domain/role.js';
import type { RoleSetting } from '../domain/settings.js';
import type { Source } from '../domain/source.js';
import { cleanText } from './cells.js';
import type { Reading } from './reading.js';
import { checkWholeNumber, findValue, notOneOf } from './row-cells.js';
import { ROLE_WORDS } from './rule-words.js';
import { showValue, type TomlReader } from './toml-table.js';

/** Reads `[roles]`: `language = "together"`, `"school=INET" = ["fair_share", "at_least 2"]`. A line in error is left out. */
export function readRolesTable(
  top: TomlReader,
  report: (diagnostic: Diagnostic) => void,
): readonly RoleSetting[] | undefined {
  const table = top.table('roles');
  return table?.keys.flatMap((word) => {
    const value = table.value(word);
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (texts.length > 0 && texts.every((text) => typeof text === 'string')) {
      return readRoles(word, texts, table.source(word), report);
    }
    const details = { source: table.source(word), value: showValue(value) };
    report(diagnose('error', 'settings.wrong-type', { expected: 'texts' }, details));
    return [];
  });
}

/** Reads `--roles`: `language=together,internships=ambassade=not_alone,school=INET=fair_share+at_least 2`. */
export function parseRoles(text: string, source: Source): Reading<readonly RoleSetting[] | undefined> {
  const diagnostics: Diagnostic[] = [];
  const refuse = (value: string) => diagnostics.push(diagnose('error', 'role.not-a-list', {}, { source, value }));
  const value = text
    .split(/[,;]/)
    .map(cleanText)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const equals = part.lastIndexOf('=');
      const word = cleanText(part.slice(0, Math.max(equals, 0)));
      if (word !== '') {
        return readRoles(word, part.slice(equals + 1).split('+'), source, (found) => diagnostics.push(found));
      }
      refuse(part);
      return [];
    });
  if (value.length === 0 && diagnostics.length === 0) refuse(text);
  return { value: diagnostics.length > 0 ? undefined : value, diagnostics };
}

function readRoles(
  word: string,
  texts: readonly string[],
  source: Source,
  report: (diagnostic: Diagnostic) => void,
): readonly RoleSetting[] {
  const roles = texts.flatMap((text) => readRole(cleanText(text), source, report) ?? []);
  return roles.length < texts.length ? [] : [{ word, roles, source }];
}

/** `at_least 2`, `together`: a number belongs to the kinds that count people, and to no other. */
function readRole(text: string, source: Source, report: (diagnostic: Diagnostic) => void): Role | undefined {
  const match = /^(.*\S)\s+(\d+)$/.exec(text);
  const kind = findValue(match?.[1] ?? text, ROLE_WORDS);
  const isCounting = kind === 'at_least' || kind === 'at_most';
  if (kind === undefined || (match !== null && !isCounting)) {
    report(notOneOf(text, ROLE_WORDS, source));
    return undefined;
  }
  if (!isCounting) return { kind };
  if (match === null) {
    report(diagnose('error', 'role.count-missing', { role: kind }, { source, value: text }));
    return undefined;
  }
  const count = checkWholeNumber(match[2], kind === 'at_least' ? 1 : 0, { source, value: text }, report);
  return count === undefined ? undefined : { kind, count };
}
