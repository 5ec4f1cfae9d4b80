import { shuffle, type Random } from '../engine/random.js';
import { createFiniteField, nextPrimePower } from './finite-field.js';

/** People laid in columns of so many places: who is where. */
export interface Columns {
  readonly height: number;
  /** Column after column; the last may be cut. */
  readonly people: Int32Array;
}

/**
 * Lays people in columns, sorted by their levels (the first attribute first, then by number), so that a column is of one kind
 * as far as it can be: every group takes one person of each column, and so its share of each kind.
 *
 * @param height places of a column: the number of groups.
 */
export function layColumns(peopleCount: number, strata: readonly Int32Array[], height: number): Columns {
  const people = Int32Array.from({ length: peopleCount }, (_, person) => person);
  people.sort((one, other) => {
    const attribute = strata.find((levels) => levels[one] !== levels[other]);
    return attribute === undefined ? one - other : attribute[one] - attribute[other];
  });
  return { height, people };
}

/**
 * A resolvable transversal design over GF(q), q the least prime power that is no less than the height of the columns: in
 * module m, block b takes from column i the person at place b + m · i. Two people of different columns meet in at most one of
 * the modules 0 to q − 1, as the two equations in b and m have one solution; people of one column never do (R. C. Bose, S. S.
 * Shrikhande 1960; Colbourn and Dinitz, Handbook of Combinatorial Designs, III.3). That needs no more columns than elements. Of
 * those beyond, column i + j · q goes by m · i + m² · j: two people of different columns then meet in at most two modules, as a
 * quadratic equation has no more solutions (K. A. Bush 1952, orthogonal arrays of strength three). Places beyond the height are empty, so blocks differ in size where q is larger.
 *
 * A module from q on takes the blocks of module m − q with the people of each column in another order, at random: its repeats are
 * left to the search.
 *
 * @param columnShare people of one column who make a group in module q, for nobody has met within a column by then: one more module
 * without repeats, but of groups of one kind each. A divisor of the height; absent: module q is like those after it.
 * @returns by module, by person: the block, from 0 to q − 1.
 */
export function layDesign(
  { height, people }: Columns,
  moduleCount: number,
  random: Random,
  columnShare?: number,
): readonly Int32Array[] {
  const field = createFiniteField(nextPrimePower(height));
  const { order: q, add, multiply } = field;
  const n = people.length;
  const minus = Int32Array.from({ length: q }, () => 0);
  for (let a = 0; a < q; a++) for (let b = 0; b < q; b++) if (add(a, b) === 0) minus[a] = b;
  return Array.from({ length: moduleCount }, (_, module) => {
    const blockOf = new Int32Array(n);
    const places = placesOf(n, height, module < q ? undefined : random);
    for (let seat = 0; seat < n; seat++) {
      const column = Math.floor(seat / height);
      const m = module % q;
      const square = multiply(multiply(m, m), Math.floor(column / q) % q);
      const shift = minus[add(multiply(m, column % q), square)];
      const isShared = module === q && columnShare !== undefined;
      blockOf[people[seat]] = isShared ? Math.floor(seat / columnShare) : add(places[seat], shift);
    }
    return blockOf;
  });
}

/** By seat, its place in its column: in order, or at random within the column. */
function placesOf(n: number, height: number, random: Random | undefined): Int32Array {
  const places = Int32Array.from({ length: n }, (_, seat) => seat % height);
  if (random !== undefined)
    for (let from = 0; from < n; from += height) shuffle(places.subarray(from, from + height), random);
  return places;
}
