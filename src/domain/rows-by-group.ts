/** The rows of each group, in the order given; groups in the order of their first rows. */
export function rowsByGroup<Row extends { readonly group: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const rowsOf = new Map<string, Row[]>();
  for (const row of rows) {
    const own = rowsOf.get(row.group);
    if (own === undefined) rowsOf.set(row.group, [row]);
    else own.push(row);
  }
  return rowsOf;
}
