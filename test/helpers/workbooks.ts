import { deflateRawSync } from 'node:zlib';
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';

/** A workbook as the package writes it: each sheet from its rows, or more of it. */
export async function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[] | Omit<WriteSheet, 'name'>>>,
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, sheet]) =>
      'length' in sheet ? { name, rows: sheet.map((row) => [...row]) } : { name, ...sheet },
    ),
  });
}

/** What a part of a zip file says of itself beside what it is. */
export interface ZipPartText {
  readonly text: string;
  /** Absent: as many bytes as it has. */
  readonly unpacked?: number;
}

/** A zip file made by hand. Checksums are 0, which says nothing. */
export function zipOf(parts: Readonly<Record<string, string | ZipPartText>>): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, part] of Object.entries(parts)) {
    const { text, unpacked = Buffer.byteLength(text) } = typeof part === 'string' ? { text: part } : part;
    const packed = deflateRawSync(text);
    const path = Buffer.from(name);
    const sizes = Buffer.alloc(26);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(8, 4);
    sizes.writeUInt32LE(packed.length, 14);
    sizes.writeUInt32LE(unpacked, 18);
    sizes.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), sizes, path, packed]);
    const place = Buffer.alloc(16);
    place.writeUInt32LE(at, 12);
    const made = Buffer.from([20, 0]);
    entries.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), made, sizes, place.subarray(2), path]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface RawWorkbook {
  /** The rows of each sheet as XML. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Number formats; style `n` of a cell is the one at position `n - 1`. */
  readonly formats?: readonly string[];
  /** Shared strings as XML. */
  readonly strings?: readonly string[];
  readonly date1904?: boolean;
  /** What stands after the rows of the first sheet. */
  readonly after?: string;
  /** Names of sheets that are charts. */
  readonly charts?: readonly string[];
}

/** The parts of a workbook made by hand, for what the package does not write. */
export function rawParts({
  sheets,
  formats = [],
  strings = [],
  date1904 = false,
  after = '',
  charts = [],
}: RawWorkbook): Record<string, string> {
  const names = Object.keys(sheets);
  const list = names.map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('');
  const kindOf = (name: string) => (charts.includes(name) ? 'chartsheet' : 'worksheet');
  const relations = names.map(
    (name, n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/${kindOf(name)}" Target="sheet${n + 1}.xml"/>`,
  );
  const numFmts = formats.map((code, n) => `<numFmt numFmtId="${200 + n}" formatCode="${escape(code)}"/>`).join('');
  const xfs = formats.map((_, n) => `<xf numFmtId="${200 + n}" applyNumberFormat="1"/>`).join('');
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relations.join('')}<Relationship Id="s" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="t" Type="${OFFICE}/sharedStrings" Target="strings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${numFmts}</numFmts><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`,
    'xl/strings.xml': `<sst xmlns="${MAIN}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      Object.values(sheets).map((rows, n) => [
        `xl/sheet${n + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${n === 0 ? after : ''}</worksheet>`,
      ]),
    ),
  };
}

export function rawWorkbook(workbook: RawWorkbook): Uint8Array {
  return zipOf(rawParts(workbook));
}

/** A row of texts, the first cells of a sheet's row. */
export function textRow(row: number, ...texts: readonly string[]): string {
  const cells = texts.map(
    (text, n) => `<c r="${String.fromCharCode(65 + n)}${row}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`,
  );
  return `<row r="${row}">${cells.join('')}</row>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
