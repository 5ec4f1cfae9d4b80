import { readXlsx } from 'hucre/xlsx';

/** Every sheet of a workbook as text, its name first and then a line a row, tabs between cells: what a difference shows at a glance. */
export async function dumpWorkbook(bytes: Uint8Array): Promise<string> {
  const { sheets } = await readXlsx(bytes);
  return sheets
    .map(({ name, rows }) => {
      const lines = rows.map((row) =>
        row
          .map((cell) => (cell === null ? '' : cellText(cell)))
          .join('\t')
          .trimEnd(),
      );
      return `# ${name}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

function cellText(cell: string | number | boolean | Date): string {
  if (!(cell instanceof Date)) return String(cell);
  const text = cell.toISOString();
  return text.startsWith('1899') ? text.slice(11, 16) : text.slice(0, 10);
}
