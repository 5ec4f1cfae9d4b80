/** Where a fact was read: what every error about it names. */
export interface Source {
  /** Name of the file as the user gave it; `-` for standard input. */
  readonly file: string;
  /** Line in the file, from 1; absent when the whole file is meant. */
  readonly line?: number;
  /** Position of the cell in its line, from 1; absent when the whole line is meant. */
  readonly field?: number;
  /** Header of the column as it is typed in the file, or a key of the settings. */
  readonly column?: string;
}
