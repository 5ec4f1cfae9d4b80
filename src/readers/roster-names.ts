import { fold } from '../domain/fold.js';
import { cleanText } from './cells.js';
import { scatter } from './pair-numbers.js';

/** A family or given name; shared by everyone whose cell has the same text. */
export interface NameCell {
  readonly text: string;
  readonly folded: string;
  /** Polynomial hash of the folded text, and its base to the power of the text's length: {@link hashOf} joins two. */
  readonly hash: number;
  readonly power: number;
}

/** Whole numbers modulo 2^32. */
const BASE = 0x01000193;
const SPACE = 0x20;

/** Reads cells of names, each different text once: a large cohort has many bearers of every given name. */
export function createNameReader(): (cell: string) => NameCell {
  const known = new Map<string, NameCell>();
  return (cell) => {
    let name = known.get(cell);
    if (name === undefined) known.set(cell, (name = createName(cleanText(cell))));
    return name;
  };
}

function createName(text: string): NameCell {
  const folded = fold(text);
  let hash = 0;
  let power = 1;
  for (let at = 0; at < folded.length; at++) {
    hash = (Math.imul(hash, BASE) + folded.charCodeAt(at)) | 0;
    power = Math.imul(power, BASE);
  }
  return { text, folded, hash, power };
}

/** Family and given name together, folded. */
export function foldedName(family: NameCell, given: NameCell): string {
  return `${family.folded} ${given.folded}`.trim();
}

/**
 * The first of each set of namesakes, in any order of asking that goes from the first person to the last.
 *
 * @returns for each person the first who bears the same folded name: the person itself where nobody came before, or it has none
 */
export function createNamesakeFinder(
  families: readonly NameCell[],
  givens: readonly NameCell[],
): (p: number) => number {
  let size = 1024;
  while (size < 2 * families.length) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const hashes = new Int32Array(families.length);
  const isNamesake = (p: number, q: number): boolean =>
    (families[p] === families[q] && givens[p] === givens[q]) ||
    foldedName(families[p], givens[p]) === foldedName(families[q], givens[q]);
  return (p) => {
    if (families[p].folded === '' && givens[p].folded === '') return p;
    const hash = hashOf(families[p], givens[p]);
    hashes[p] = hash;
    let slot = scatter(hash) & (size - 1);
    for (; slots[slot] >= 0; slot = (slot + 1) & (size - 1)) {
      const first = slots[slot];
      if (hashes[first] === hash && isNamesake(first, p)) return first;
    }
    slots[slot] = p;
    return p;
  };
}

/** The hash of {@link foldedName}, without making that text. */
function hashOf(family: NameCell, given: NameCell): number {
  if (given.folded === '') return family.hash;
  if (family.folded === '') return given.hash;
  const before = (Math.imul(family.hash, BASE) + SPACE) | 0;
  return (Math.imul(before, given.power) + given.hash) | 0;
}
