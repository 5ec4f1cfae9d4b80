/** The two names of a person. */
export interface SplitName {
  readonly familyName: string;
  /** `''` where the text does not tell. */
  readonly givenName: string;
}

/** Words that belong to the one after them. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de du des d la le les da do dos di della von van der den ten ter el al ben bin ibn'.split(' '),
);

/**
 * A name in one cell as its two names, where the writing tells which is which: `DUPONT Marie`, `Marie DUPONT`, `Dupont, Marie`. Any other text is
 * the family name as a whole: nobody can say where it parts.
 */
export function splitFullName(text: string): SplitName {
  const comma = text.split(',');
  if (comma.length === 2 && comma.every((part) => part.trim() !== ''))
    return { familyName: comma[0].trim(), givenName: comma[1].trim() };
  const words = text.split(/\s+/);
  const capitals = words.map(
    (word, at) => isCapital(word) || (isParticle(word) && isCapital(words[nextWord(words, at)] ?? '')),
  );
  const first = capitals.indexOf(true);
  const last = capitals.lastIndexOf(true);
  const isRun = first >= 0 && capitals.slice(first, last + 1).every(Boolean);
  if (!isRun || last - first + 1 === words.length || (first > 0 && last < words.length - 1))
    return { familyName: text, givenName: '' };
  const family = words.slice(first, last + 1).join(' ');
  const given = [...words.slice(0, first), ...words.slice(last + 1)].join(' ');
  return { familyName: family, givenName: given };
}

/** The next word that is no particle. */
function nextWord(words: readonly string[], at: number): number {
  let next = at + 1;
  while (next < words.length && isParticle(words[next])) next++;
  return next;
}

function isParticle(word: string): boolean {
  return PARTICLES.has(word.replace(/['’]$/, ''));
}

/** `DUPONT`, `LE-GOFF`, `O'NEIL`; no initial, which may be of either name. */
function isCapital(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
