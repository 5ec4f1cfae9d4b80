import { leastOf } from '../domain/extremes.js';
import type { Participant } from '../domain/participant.js';
import { indexSlips } from './name-slips.js';
import {
  isInitial,
  isPartOf,
  isWithInitials,
  rotations,
  withoutParticles,
  wordsKey,
  wordsOf,
  type PersonWords,
} from './name-words.js';

/** More words than this have no name looked for among them: it is a sentence. */
const MOST_WORDS = 8;
/** The nearest name is clearly so when the next has so many more slips. */
const CLEARLY = 2;

/** Finds people by the words of a name; each index is made when it is first asked for. Indices are those of the people given. */
export interface NameIndex {
  readonly wordsOf: (person: number) => PersonWords;
  /** Those with these very words, in any order; else with the same letters; else with the same words but for particles. */
  readonly whole: (words: readonly string[]) => readonly number[];
  /** Those of whose name these words are a part, or whose name is a part of these words. */
  readonly partial: (words: readonly string[]) => readonly number[];
  /** Those whose one name is among these words, and the other by initials. */
  readonly initials: (words: readonly string[]) => readonly number[];
  /** Those whose name is these words but for a slip: one where it is clearly nearest. */
  readonly slips: (words: readonly string[]) => readonly number[];
}

type Index = ReadonlyMap<string, readonly number[]>;

const NOBODY: readonly number[] = [];

/** Indexes people by name. */
export function indexNames(people: readonly Participant[]): NameIndex {
  const ownWords: PersonWords[] = [];
  const wordsAt = (p: number) => (ownWords[p] ??= wordsOf(people[p]));
  const allAt = (p: number) => [...wordsAt(p).family, ...wordsAt(p).given];
  const index = (keysOf: (p: number) => Iterable<string>): (() => Index) => {
    let made: Map<string, number[]> | undefined;
    return () => {
      if (made !== undefined) return made;
      made = new Map();
      for (let p = 0; p < people.length; p++) {
        for (const key of new Set(keysOf(p))) {
          const list = made.get(key);
          if (list === undefined) made.set(key, [p]);
          else list.push(p);
        }
      }
      return made;
    };
  };
  const byKey = index((p) => [wordsKey(allAt(p))]);
  const byLetters = index((p) => {
    const { family, given } = wordsAt(p);
    return [[...family, ...given].join(''), [...given, ...family].join('')];
  });
  const byBareKey = index((p) => [wordsKey(withoutParticles(allAt(p)))]);
  const byWord = index(allAt);
  let near: ReturnType<typeof indexSlips> | undefined;

  /** People who have the rarest of these words. */
  const withRarest = (words: readonly string[]): readonly number[] =>
    words
      .map((word) => byWord().get(word) ?? NOBODY)
      .reduce((least, list) => (list.length < least.length ? list : least));

  const whole: NameIndex['whole'] = (words) => {
    if (words.length === 0) return NOBODY;
    return (
      byKey().get(wordsKey(words)) ??
      byLetters().get(words.join('')) ??
      byBareKey().get(wordsKey(withoutParticles(words))) ??
      NOBODY
    );
  };
  const partial: NameIndex['partial'] = (words) => {
    if (words.length === 0 || words.length > MOST_WORDS) return NOBODY;
    const found = new Set(withRarest(words).filter((p) => isPartOf(words, wordsAt(p))));
    for (const part of partsOf(words)) {
      for (const p of byKey().get(wordsKey(part)) ?? NOBODY) if (wordsAt(p).given.length > 0) found.add(p);
    }
    return [...found].sort((a, b) => a - b);
  };
  const initials: NameIndex['initials'] = (words) => {
    const name = withoutParticles(words).filter((word) => !isInitial(word));
    if (name.length === 0 || words.length > MOST_WORDS) return NOBODY;
    return withRarest(name).filter((p) => isWithInitials(words, wordsAt(p)));
  };
  const slips: NameIndex['slips'] = (words) => {
    if (words.length < 2 || words.length > MOST_WORDS) return NOBODY;
    near ??= indexSlips(people.map((_, p) => allAt(p).join('')));
    const least = new Map<number, number>();
    for (const text of rotations(words)) {
      for (const { index: p, slips: count } of near(text)) least.set(p, Math.min(count, least.get(p) ?? count));
    }
    const best = leastOf(least.values());
    return [...least].flatMap(([p, count]) => (count < best + CLEARLY ? [p] : [])).sort((a, b) => a - b);
  };
  return { wordsOf: wordsAt, whole, partial, initials, slips };
}

/** Two words or more, and fewer than all, in every choice. */
function* partsOf(words: readonly string[]): Generator<readonly string[]> {
  for (let chosen = 1; chosen < 2 ** words.length - 1; chosen++) {
    const part = words.filter((_, index) => ((chosen >> index) & 1) === 1);
    if (part.length > 1) yield part;
  }
}
