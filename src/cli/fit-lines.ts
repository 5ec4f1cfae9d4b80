import { wrapText } from '../report/wrap-text.js';

/** Blanks before what is left of a line, beside its own. */
const INDENT = '  ';

/** A stream that may be a terminal of so many columns. */
interface LineStream {
  readonly isTTY?: boolean;
  /** 0 where the terminal does not know. */
  readonly columns?: number;
}

/** Lines for a stream: on a terminal broken at words, where they are longer than it is wide; in a file or a pipe, as they are. */
export function fitLines(lines: readonly string[], { isTTY, columns = 0 }: LineStream): readonly string[] {
  if (isTTY !== true || columns <= 0) return lines;
  return lines.flatMap((line) => wrapText(line, columns, `${/^ */.exec(line)?.[0] ?? ''}${INDENT}`));
}
