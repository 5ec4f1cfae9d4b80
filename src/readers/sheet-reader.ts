import { diagnose, type Diagnostic, type DiagnosticDetails } from '../domain/diagnostic.js';
import { fold } from '../domain/fold.js';
import { splitSheetName } from '../domain/sheet-name.js';
import { identify } from './container.js';
import { nearest } from './nearest.js';
import type { InputFile, Reading } from './reading.js';
import type { Sheet } from './sheet.js';
import { SpreadError, openWorkbook, type ListedSheet, type OpenWorkbook } from './workbook.js';

/** A sheet, and where it stands. */
interface FoundSheet {
  readonly index: number;
  readonly sheet: Sheet;
}

/** Sheets of the workbooks that we write: of those the first, the group list, is what is meant. */
const OUR_NOTICE_BOARDS: ReadonlySet<string> = new Set(['Affichage', 'Notice board']);

/**
 * Makes a file ready for the readers of tables: of a workbook, whatever it is called, the sheet that its name names after `#` is read, else
 * the first visible one, with a warning where another has something in it too. Text is given back as it is. The value is `undefined`, with an
 * error, for a workbook that cannot be read, or another file that is no text.
 *
 * The name of what is read, as diagnostics say it, has that of the sheet where the workbook has several.
 */
export async function readSheet(input: InputFile): Promise<Reading<InputFile | undefined>> {
  const { file, sheet: sought } = splitSheetName(input.name);
  const container = identify(input.bytes, file);
  const refuse = (...diagnostics: readonly Diagnostic[]) => ({ value: undefined, diagnostics });
  const details = { source: { file } };
  if (container === 'text') {
    if (sought === undefined) return { value: input, diagnostics: [] };
    return refuse(diagnose('error', 'workbook.sheet-of-text', {}, { ...details, value: sought }));
  }
  if (container !== 'workbook') return refuse(container);
  try {
    const workbook = await openWorkbook(input.bytes);
    const found = await findSheet(workbook, sought, details);
    if ('code' in found) return refuse(found);
    const { index, sheet } = found;
    const { sheets } = workbook;
    const others = sheets.flatMap(({ isVisible }, other) => (isVisible && other !== index ? [other] : []));
    const name = sheets.length === 1 ? file : `${file}#${sheets[index].name}`;
    const isOurs = sheets.some((other) => OUR_NOTICE_BOARDS.has(other.name));
    const filled = sought === undefined && !isOurs ? await workbook.findFilled(others) : [];
    const facts = { sheet: sheets[index].name, others: filled.map((other) => sheets[other].name) };
    return {
      value: { ...input, name, sheet },
      diagnostics: filled.length === 0 ? [] : [diagnose('warning', 'workbook.sheet-taken', facts, details)],
    };
  } catch (error) {
    if (error instanceof SpreadError) {
      const { rows, columns } = error;
      return refuse(diagnose('error', 'workbook.too-spread', { rows, columns }, details));
    }
    // The package throws whatever it stumbles over, in words for programmers.
    return refuse(diagnose('error', 'workbook.damaged', {}, details));
  }
}

async function findSheet(
  { sheets, read }: OpenWorkbook,
  sought: string | undefined,
  details: DiagnosticDetails,
): Promise<FoundSheet | Diagnostic> {
  const names = sheets.map(({ name }) => name);
  for (const index of candidates(sheets, sought)) {
    const sheet = await read(index);
    if (sheet !== undefined) return { index, sheet };
  }
  if (sought === undefined) return diagnose('error', 'workbook.no-visible-sheet', { sheets: names }, details);
  const suggestion = nearest(sought, names);
  return diagnose('error', 'workbook.no-sheet', { sheets: names }, { ...details, value: sought, suggestion });
}

/** Positions of the sheets that may be meant, the likeliest first. */
function candidates(sheets: readonly ListedSheet[], sought: string | undefined): readonly number[] {
  const all = [...sheets.keys()];
  if (sought === undefined) return all.filter((index) => sheets[index].isVisible);
  const like = all.filter((index) => fold(sheets[index].name) === fold(sought));
  return like.toSorted((a, b) => Number(sheets[b].name === sought) - Number(sheets[a].name === sought));
}
