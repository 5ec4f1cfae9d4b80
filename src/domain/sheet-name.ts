/** A file as settings and flags name it, which may be one sheet of a workbook. */
export interface SheetName {
  /** Name of the file itself. */
  readonly file: string;
  /** Name of the sheet as typed; absent: none is named. */
  readonly sheet?: string;
}

/** Takes `inet.xlsx#Feuil1` apart. Only after `.xlsx` or `.xlsm` does `#` name a sheet: elsewhere it belongs to the file's name. */
export function splitSheetName(name: string): SheetName {
  const [, file, sheet] = /^(.*?\.xls[xm])#(.+)$/is.exec(name) ?? [];
  return file === undefined || sheet === undefined ? { file: name } : { file, sheet };
}

/** The name of the file itself, without that of a sheet. */
export function withoutSheet(name: string): string {
  return splitSheetName(name).file;
}
