import type { Diagnostic } from '../domain/diagnostic.js';
import type { Cohort } from '../domain/roster.js';
import { isCounting, type RuleKind, type Selector } from '../domain/rule.js';
import type { Source } from '../domain/source.js';
import { cleanText, splitValues } from './cells.js';
import { indexLevels } from './level-index.js';
import { indexPeople } from './people-index.js';

/** Reads the `who` cell of a rule. */
export type SelectorReader = (
  cell: string,
  kind: RuleKind,
  source: Source,
  report: (diagnostic: Diagnostic) => void,
) => readonly Selector[];

/**
 * Ids, names and `attribute=value`, separated by `|`; for `together` and the rules that count also a bare attribute, each of
 * whose levels is meant. Attribute words may be of either language. What refers to nothing is reported and left out.
 */
export function createSelectorReader(cohort: Cohort): SelectorReader {
  const people = indexPeople(cohort);
  const { findAttribute, findLevel } = indexLevels(cohort);
  const readLevel = (part: string, source: Source, report: (diagnostic: Diagnostic) => void): Selector | undefined => {
    const equals = part.indexOf('=');
    const word = cleanText(part.slice(0, equals));
    const value = cleanText(part.slice(equals + 1));
    const attribute = findAttribute(word);
    if (attribute.status !== 'found') {
      report(attribute.diagnose({ source, value: word }));
      return undefined;
    }
    const level = findLevel(attribute.value, value);
    if (level.status === 'found') return { kind: 'level', attribute: attribute.value, level: level.value };
    report(level.diagnose({ source, value }));
    return undefined;
  };
  return (cell, kind, source, report) => {
    const selectors: Selector[] = [];
    for (const part of splitValues(cell)) {
      const person = people.find(part);
      const attribute = takesAttribute(kind) && person.status !== 'found' ? findAttribute(part) : undefined;
      if (person.status === 'found') selectors.push({ kind: 'participant', key: person.value.key });
      else if (attribute?.status === 'found') selectors.push({ kind: 'attribute', attribute: attribute.value });
      else if (part.includes('=')) {
        const selector = readLevel(part, source, report);
        if (selector !== undefined) selectors.push(selector);
      } else report(person.diagnose({ source, value: part }));
    }
    return selectors;
  };
}

/** Whether a rule may be about each level of an attribute in turn. */
function takesAttribute(kind: RuleKind): boolean {
  return kind === 'together' || isCounting(kind);
}
