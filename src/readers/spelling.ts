import { compareText, fold } from '../domain/fold.js';

/**
 * Texts of one key, by default those that differ in case, accents or spaces only, are one: maps each to its most frequent spelling, ties to the smallest by
 * code units. The same whatever the order of the counts.
 *
 * @param counts each text as typed to how often it occurs
 * @param keyOf what texts that are one have in common
 */
export function settleSpellings(
  counts: ReadonlyMap<string, number>,
  keyOf: (text: string) => string = fold,
): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>();
  const keys = new Map<string, string>();
  for (const [text, count] of counts) {
    const key = keyOf(text);
    keys.set(text, key);
    const rival = chosen.get(key);
    const rivalCount = rival === undefined ? 0 : (counts.get(rival) ?? 0);
    if (rival === undefined || count > rivalCount || (count === rivalCount && compareText(text, rival) < 0))
      chosen.set(key, text);
  }
  for (const [text, key] of keys) keys.set(text, chosen.get(key) ?? text);
  return keys;
}

/** Counts the texts and settles their spellings. */
export function settleSpellingsOf(texts: Iterable<string>): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return settleSpellings(counts);
}
