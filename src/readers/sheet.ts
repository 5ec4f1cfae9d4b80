import { CellRecord } from './record.js';

/** Why a cell has no text that means anything. */
export interface CellFault {
  /** Position in the row, from 0. */
  readonly index: number;
  readonly kind: 'workbook.formula-without-value' | 'workbook.error-cell';
}

/** A row of a sheet. Its line is its number in the sheet, whatever line breaks its cells hold. */
export class SheetRow extends CellRecord {
  readonly isOneLine = true;
  readonly faults: readonly CellFault[];

  constructor(line: number, cells: readonly string[], faults: readonly CellFault[]) {
    super(line, cells);
    this.faults = faults;
  }
}

/** The sheet of a workbook as texts, one a cell; every row is as wide as the widest. */
export interface Sheet {
  readonly rows: readonly SheetRow[];
}
