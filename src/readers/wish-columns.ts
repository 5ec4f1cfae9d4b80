import { foldHeader } from '../domain/fold.js';
import type { Column } from './columns.js';

/** `Vœu 1`, `Choix n° 2`, `1er souhait`, `wish 3`, `2nd choice`: a word of ours or like it, and a rank. */
const RANKED =
  /^(?:voeux?|souhaits?|choix|preferences?|wish|choice)(?:n|no|nr|numero)?(\d{1,2})$|^(\d{1,2})(?:er|ere|e|eme|st|nd|rd|th)?(?:voeu|souhait|choix|preference|wish|choice)$/;

/** The columns that hold one wish each, the best first, and those left. Where a column of wishes is `known`, it is all of them. */
export function splitWishColumns(
  columns: readonly Column[],
  known: Column | undefined,
): { readonly wishes: readonly Column[]; readonly others: readonly Column[] } {
  if (known !== undefined) return { wishes: [known], others: columns };
  const ranked = columns
    .map((column) => ({ column, rank: rankOf(column.header) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => a.rank - b.rank);
  const wishes = ranked.map(({ column }) => column);
  return { wishes, others: columns.filter((column) => !wishes.includes(column)) };
}

/** The rank that a header of one wish names, from 1; 0 for any other header. */
export function rankOf(header: string): number {
  const match = RANKED.exec(foldHeader(header));
  return match === null ? 0 : Number(match[1] ?? match[2]);
}
