/** The parts that hold the cells of a sheet, and how each ends. */
const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/i;
const SHEET_END = /<\/(?:[^<>/]+:)?worksheet\s*>\s*$/;
/** Bytes in which that end is looked for. */
const ENDING = 1000;

/** The package takes the rows of a sheet as far as they go: a file that ends before them would be read without a word. @throws where one does */
export async function refuseCutSheets(bytes: Uint8Array): Promise<void> {
  const { unzipSync } = await import('fflate');
  for (const [name, sheet] of Object.entries(unzipSync(bytes, { filter: (part) => SHEET_PART.test(part.name) }))) {
    const end = new TextDecoder().decode(sheet.subarray(-ENDING)).replaceAll('\0', '');
    if (!SHEET_END.test(end)) throw new Error(`${name} is cut`);
  }
}
