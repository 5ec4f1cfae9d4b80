import { compareText, fold } from './fold.js';

/** Whether a relative name, `/` between folders, stays inside the folder that it is relative to, on any system. */
export function staysInside(name: string): boolean {
  return (
    !/^[A-Za-z]:|[\\\0]/.test(name) && name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/** Names that Windows keeps for devices, whatever the ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** Room for a number and an ending below the 255 bytes of most file systems. */
const LONGEST = 100;

/**
 * A name for a file, without its ending, that says what the text says: ASCII letters, digits, `.`, `_` and `-` alone, so that no file
 * system changes its bytes and no address needs escapes. `Salle d’Été` is `Salle-d-Ete`; letters of other scripts are `u` and their
 * code point. Two texts may have one name: see {@link nameEach}.
 */
export function fileStem(text: string): string {
  const plain = Array.from(text.normalize('NFC'), plainLetters)
    .join('')
    .replace(/[^\w.]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^[.-]+|[.-]+$/g, '');
  if (plain === '') return '_';
  return DEVICES.test(plain) ? `_${plain}` : plain;
}

function plainLetters(letter: string): string {
  if (/^[ -~]$/.test(letter) || !/^[\p{L}\p{N}]$/u.test(letter)) return letter;
  const plain = fold(letter);
  if (!/^[a-z0-9]+$/.test(plain)) return `u${(letter.codePointAt(0) ?? 0).toString(16)}`;
  return /^\p{Lu}$/u.test(letter) ? plain.toUpperCase() : plain;
}

/**
 * A name for each text, no two the same even where case does not count: the plain name for the first in order of code units, then
 * `name-2`… So it depends on the set of texts alone.
 */
export function nameEach(texts: Iterable<string>, nameOf: (text: string) => string): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const text of [...new Set(texts)].sort(compareText)) {
    const plain = nameOf(text);
    let name = plain;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plain}-${number}`;
    taken.add(name.toLowerCase());
    names.set(text, name);
  }
  return names;
}
