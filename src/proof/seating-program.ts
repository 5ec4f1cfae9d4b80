import { allowedRange, isConvex, spreadTable, type CountTable } from './count-table.js';
import { draftProgram, type IntegerProgram, type ProgramDraft } from './integer-program.js';
import { findProfiles, type Block, type Profile } from './profiles.js';
import type { PricedSet, Statement } from './statement.js';

/** A statement, or a part of it, as an integer programme: how many of each profile sit in each block. */
export interface SeatingProgram {
  readonly program: IntegerProgram;
  /** The price of the statement, its constant aside, is `constant` plus so many times its unit as the programme's cost. */
  readonly constant: number;
  /** The columns of a seating, given as the block of each person. */
  readonly startFrom: (blockOf: Int32Array) => ReadonlyMap<number, number>;
  /** The block of each person in a solution; people of one profile fill the blocks in their own order. -1 for others. */
  readonly seat: (values: Float64Array) => Int32Array;
}

/**
 * The programme of some people in some blocks with as many seats. A block of one group is priced exactly. A block of several
 * is priced as if its members were then split at the least cost for each set on its own: no split costs less, so the
 * programme of the blocks bounds the one of the groups, and has none of its symmetry.
 */
export function writeSeatingProgram(
  statement: Statement,
  people: readonly number[],
  blocks: readonly Block[],
): SeatingProgram {
  const profiles = findProfiles(statement, people, blocks);
  const draft = draftProgram();
  const seats = blocks.map((block) => block.length * statement.groupSizes[block[0]]);
  const columns = profiles.map(({ people: alike, costs }) =>
    costs.map((cost, block) =>
      cost === Infinity
        ? draft.addColumn(0, 0, true)
        : draft.addColumn(cost, Math.min(alike.length, seats[block]), true),
    ),
  );
  const ones = (list: readonly unknown[]) => list.map(() => 1);
  profiles.forEach(({ people: alike }, profile) =>
    draft.addRow(alike.length, alike.length, columns[profile], ones(blocks)),
  );
  seats.forEach((count, block) =>
    draft.addRow(
      count,
      count,
      columns.map((own) => own[block]),
      ones(profiles),
    ),
  );
  let constant = 0;
  for (const set of statement.sets) {
    const inside = profilesIn(set, profiles);
    const holders = inside.reduce((sum, profile) => sum + profiles[profile].people.length, 0);
    blocks.forEach((block, index) => {
      const table = tableOf(set, statement.groupSizes[block[0]], block.length).subarray(0, holders + 1);
      constant += priceCount(
        draft,
        inside.map((profile) => columns[profile][index]),
        table,
        block.length === 1,
      );
    });
  }
  return {
    program: { ...draft.program, cost: draft.program.cost.map((cost) => cost / statement.unit) },
    constant,
    startFrom: (blockOf) =>
      new Map(
        profiles.flatMap(({ people: alike }, profile) =>
          columns[profile].map((column, block): [number, number] => [
            column,
            alike.filter((person) => blockOf[person] === block).length,
          ]),
        ),
      ),
    seat: (values) => {
      const blockOf = new Int32Array(statement.peopleCount).fill(-1);
      profiles.forEach(({ people: alike }, profile) => {
        let next = 0;
        columns[profile].forEach((column, block) => {
          for (let seated = Math.round(values[column]); seated > 0; seated--) blockOf[alike[next++]] = block;
        });
      });
      return blockOf;
    },
  };
}

/** Adds the price of a count, the sum of some columns; returns the part of it that does not vary. */
function priceCount(
  { addColumn, addRow }: ProgramDraft,
  counted: readonly number[],
  table: CountTable,
  isExact: boolean,
): number {
  const range = allowedRange(table);
  const plus = counted.map(() => 1);
  if (range === undefined) {
    // No count is allowed: a row that nothing can keep says so.
    addRow(1, 1, [], []);
    return 0;
  }
  const { least, most } = range;
  if (table.every((price) => price === table[0])) return table[0];
  if (!isConvex(table, range)) {
    // A column for each allowed count, one of which is chosen: without whole numbers this is the convex envelope of the
    // table, the tightest statement of it. A block is not worth branching on: its price is a bound already.
    const counts = [...table.keys()].filter((count) => table[count] !== Infinity);
    const base = counts.reduce((cheapest, count) => Math.min(cheapest, table[count]), Infinity);
    const chosen = counts.map((count) => addColumn(table[count] - base, 1, isExact));
    addRow(
      1,
      1,
      chosen,
      chosen.map(() => 1),
    );
    addRow(0, 0, [...counted, ...chosen], [...plus, ...counts.map((count) => -count)]);
    return base;
  }
  let cheapest = least;
  while (cheapest < most && table[cheapest + 1] <= table[cheapest]) cheapest++;
  const slopes: number[] = [];
  const signs: number[] = [];
  for (const sign of [1, -1]) {
    const end = sign > 0 ? most : least;
    for (let count = cheapest; count !== end;) {
      const step = table[count + sign] - table[count];
      let width = 0;
      while (count !== end && table[count + sign] - table[count] === step) {
        count += sign;
        width++;
      }
      slopes.push(addColumn(step, width, false));
      signs.push(-sign);
    }
  }
  addRow(cheapest, cheapest, [...counted, ...slopes], [...plus, ...signs]);
  return table[cheapest];
}

function tableOf({ priceOf }: PricedSet, size: number, groups: number): CountTable {
  return spreadTable(
    Float64Array.from({ length: size + 1 }, (_, count) => priceOf(size, count)),
    groups,
  );
}

function profilesIn({ members }: PricedSet, profiles: readonly Profile[]): readonly number[] {
  const inside = new Set(members);
  return [...profiles.keys()].filter((profile) => inside.has(profiles[profile].people[0]));
}
