import { scatter } from '../algorithms/pair-numbers.js';
import { fold } from '../domain/fold.js';

/** What a person is called. */
export interface Named {
  readonly familyName: string;
  readonly givenName: string;
}

/** Family and given name together, folded. */
export function foldedName({ familyName, givenName }: Named): string {
  return fold(`${familyName} ${givenName}`);
}

/**
 * Finds who bears a name already. To be asked from the first person to the last.
 *
 * @param hashes of their names, from one {@link createNameHash}
 * @returns for each person the first who bears the same folded name: the person itself where nobody came before, or it has none
 */
export function createNamesakeFinder(people: readonly Named[], hashes: readonly number[]): (p: number) => number {
  // Open addressing (Knuth, The Art of Computer Programming, vol. 3, 6.4): a map of a million names takes five times as long.
  let size = 1024;
  while (size < 2 * people.length) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  return (p) => {
    const hash = hashes[p];
    if (hash === 0 && foldedName(people[p]) === '') return p;
    let slot = scatter(hash) & (size - 1);
    for (; slots[slot] >= 0; slot = (slot + 1) & (size - 1)) {
      const first = slots[slot];
      if (hashes[first] === hash && isNamesake(people[first], people[p])) return first;
    }
    slots[slot] = p;
    return p;
  };
}

function isNamesake(a: Named, b: Named): boolean {
  return (a.familyName === b.familyName && a.givenName === b.givenName) || foldedName(a) === foldedName(b);
}

/**
 * A hash of {@link foldedName} without its spaces, so that it does not matter where a name is parted; 0 where it is empty, and
 * rarely where it is not. Most names are plain letters, which need not be folded for it; each other is folded once.
 */
export function createNameHash(): (familyName: string, givenName: string) => number {
  const folded = new Map<string, string>();
  const goOn = (name: string, from: number): number => {
    const plain = hashLetters(name, from);
    if (plain !== undefined) return plain;
    let text = folded.get(name);
    if (text === undefined) folded.set(name, (text = fold(name)));
    let hash = from;
    for (let at = 0; at < text.length; at++) {
      const letter = text.charCodeAt(at);
      if (letter !== SPACE) hash = step(hash, letter);
    }
    return hash;
  };
  return (familyName, givenName) => goOn(givenName, goOn(familyName, 0));
}

const SPACE = 0x20;

/** Goes on with a hash through the lower-case letters of a text of ASCII letters; `undefined` for any other text. */
function hashLetters(text: string, from: number): number | undefined {
  let hash = from;
  for (let at = 0; at < text.length; at++) {
    const lower = text.charCodeAt(at) | 0x20;
    if (lower < 0x61 || lower > 0x7a) return undefined;
    hash = step(hash, lower);
  }
  return hash;
}

/** A polynomial modulo 2^32. */
function step(hash: number, letter: number): number {
  return (Math.imul(hash, 0x01000193) + letter) | 0;
}
