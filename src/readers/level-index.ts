import { otherGenderWords } from '../domain/gender-words.js';
import type { Cohort } from '../domain/roster.js';
import { createReferenceIndex, type ReferenceIndex, type ReferenceMatch } from './references.js';
import { attributeKeyOf } from './roster-columns.js';

/** Finds the attributes of a cohort, and the levels of one, by the words that people type. */
export interface LevelIndex {
  /** Key of an attribute, by its word in either language, its key or its header. */
  readonly findAttribute: (word: string) => ReferenceMatch<string>;
  readonly findLevel: (attribute: string, text: string) => ReferenceMatch<string>;
}

export function indexLevels(cohort: Cohort): LevelIndex {
  const byKey = new Map(cohort.attributes.map((attribute) => [attribute.key, attribute]));
  const attributes = createReferenceIndex(
    'attribute',
    cohort.attributes.flatMap(({ key, label }) => [
      { text: key, value: key },
      { text: label, value: key, isSecondary: true },
    ]),
  );
  const levelsOf = new Map<string, ReferenceIndex<string>>();
  const levelsIn = (attribute: string): ReferenceIndex<string> => {
    const known = levelsOf.get(attribute);
    if (known !== undefined) return known;
    const levels = byKey.get(attribute)?.levels ?? [];
    const index = createReferenceIndex(
      'level',
      levels.flatMap((level) => [
        { text: level, value: level },
        ...(attribute === 'gender' ? otherGenderWords(level) : []).map((text) => ({
          text,
          value: level,
          isSecondary: true as const,
        })),
      ]),
    );
    levelsOf.set(attribute, index);
    return index;
  };
  return {
    findAttribute: (word) => {
      const key = attributeKeyOf(word);
      return byKey.has(key) ? { status: 'found', value: key } : attributes.find(word);
    },
    findLevel: (attribute, text) => levelsIn(attribute).find(text),
  };
}
