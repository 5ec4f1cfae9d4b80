import { fold } from '../domain/fold.js';
import { splitValues } from './cells.js';
import { SEPARATORS, separatorsOf, VALUE_SEPARATOR } from './separators.js';

/** Cells that have to hold a letter for it to be taken for what separates values, and their share of all. */
const LEAST_CELLS = 2;
const LEAST_SHARE = 0.1;
/** Parts recur where a letter separates values, and do not where it belongs to them: a comma in a sentence. */
const MOST_DIFFERENT = 0.7;

/** What separates several values in the cells of columns that may hold several, beside line breaks; `undefined` where `|` does, or nothing seems to. */
export function guessSeparator(columns: readonly (readonly string[])[]): string | undefined {
  const cells = columns.flat();
  if (cells.some((cell) => cell.includes(VALUE_SEPARATOR))) return undefined;
  const likely = SEPARATORS.filter((separator) => separator !== '\n')
    .map((separator) => {
      const several = cells.filter((cell) => cell.includes(separator) && splitValues(cell, separator).length > 1);
      const parts = several.flatMap((cell) => splitValues(cell, separatorsOf(separator)).map(fold));
      const recurs = new Set(parts).size <= MOST_DIFFERENT * parts.length;
      return { separator, count: recurs ? several.length : 0 };
    })
    .toSorted((a, b) => b.count - a.count);
  const [{ separator, count }] = likely;
  return count >= LEAST_CELLS && count >= LEAST_SHARE * cells.length ? separator : undefined;
}
