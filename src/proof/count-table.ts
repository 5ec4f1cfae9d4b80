/** Cost by count, from 0: whole numbers, Infinity for a count that is forbidden. */
export type CountTable = Float64Array;

/** Least cost of spreading a count over so many groups that share a table: its infimal convolution with itself, `groups` times. */
export function spreadTable(table: CountTable, groups: number): CountTable {
  let spread = table;
  for (let added = 1; added < groups; added++) spread = convolve(spread, table);
  return spread;
}

function convolve(a: CountTable, b: CountTable): CountTable {
  const sum = new Float64Array(a.length + b.length - 1).fill(Infinity);
  a.forEach((price, i) => {
    if (price === Infinity) return;
    b.forEach((other, j) => {
      if (price + other < sum[i + j]) sum[i + j] = price + other;
    });
  });
  return sum;
}

/** The first and last count that a table allows. */
export interface CountRange {
  readonly least: number;
  readonly most: number;
}

/** `undefined` when no count is allowed. */
export function allowedRange(table: CountTable): CountRange | undefined {
  const least = table.findIndex((price) => price !== Infinity);
  const most = table.findLastIndex((price) => price !== Infinity);
  return least < 0 ? undefined : { least, most };
}

/** Whether each step between the allowed counts costs at least as much as the one before, with no forbidden count between. */
export function isConvex(table: CountTable, { least, most }: CountRange): boolean {
  for (let count = least + 1; count < most; count++) {
    if (!(table[count + 1] - table[count] >= table[count] - table[count - 1])) return false;
  }
  return true;
}
