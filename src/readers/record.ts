const LINE_FEED = 0x0a;

/** The cells of one record and the line, from 1, on which it begins. */
export interface RawRecord {
  readonly line: number;
  /** How many cells it has. */
  readonly width: number;
  readonly cells: readonly string[];
  /** One of the cells; `''` where it has none there. */
  readonly cell: (index: number) => string;
  /** Some neighbouring cells as they stand in the text, delimiters between them; `undefined` where they are not one text. */
  readonly span: (first: number, last: number) => string | undefined;
  /** With {@link at}, where {@link cellAt} finds the cells again: what to keep of a record instead of a string for each. */
  readonly kept: KeptCells;
  /** Where the record begins in kept text; 0 where its cells are kept. */
  readonly at: number;
  /** Whether it is one line of its file whatever line breaks its cells hold, as in a sheet; absent: each of them begins another. */
  readonly isOneLine?: boolean;
}

/** The cells of a record, or text without any quote that has them. */
export type KeptCells = string | readonly string[];

/** A record in a text without any quote: its cells are cut out when they are asked for. */
export class TextRecord implements RawRecord {
  readonly line: number;
  readonly kept: string;
  readonly at: number;
  /** Where each cell ends. */
  readonly #ends: readonly number[];
  #cells: readonly string[] | undefined;

  constructor(line: number, text: string, at: number, ends: readonly number[]) {
    this.line = line;
    this.kept = text;
    this.at = at;
    this.#ends = ends;
  }

  get width(): number {
    return this.#ends.length;
  }

  get cells(): readonly string[] {
    return (this.#cells ??= this.#ends.map((_, index) => this.cell(index)));
  }

  cell(index: number): string {
    return index < this.#ends.length ? this.kept.slice(this.#beginOf(index), this.#ends[index]) : '';
  }

  span(first: number, last: number): string {
    return this.kept.slice(this.#beginOf(first), this.#ends[last]);
  }

  #beginOf(index: number): number {
    return index === 0 ? this.at : this.#ends[index - 1] + 1;
  }
}

/** A record whose cells are more than pieces of a text. */
export class CellRecord implements RawRecord {
  readonly line: number;
  readonly cells: readonly string[];
  readonly at = 0;

  constructor(line: number, cells: readonly string[]) {
    this.line = line;
    this.cells = cells;
  }

  get width(): number {
    return this.cells.length;
  }

  get kept(): readonly string[] {
    return this.cells;
  }

  cell(index: number): string {
    return this.cells[index] ?? '';
  }

  span(): undefined {
    return undefined;
  }
}

/** A cell of a record that was kept; `''` where it has none there. Of text alone does it matter where it begins and what parts its cells. */
export function cellAt(kept: KeptCells, at: number, delimiter: string, index: number): string {
  if (typeof kept !== 'string') return kept[index] ?? '';
  const mark = delimiter.charCodeAt(0);
  let from = at;
  let column = 0;
  for (let to = at; to < kept.length; to++) {
    const letter = kept.charCodeAt(to);
    if (letter !== mark && letter !== LINE_FEED) continue;
    if (column === index) return kept.slice(from, to);
    if (letter === LINE_FEED) return '';
    column++;
    from = to + 1;
  }
  return column === index ? kept.slice(from) : '';
}
