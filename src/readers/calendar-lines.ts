/** A property as it stands in a calendar, unfolded. */
export interface CalendarLine {
  /** In capitals. */
  readonly name: string;
  /** With its first semicolon: `;TZID=Europe/Paris`; `''` for none. */
  readonly parameters: string;
  readonly value: string;
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
}

/**
 * The properties of a calendar (RFC 5545 section 3.1), or the number of the first line that is none.
 *
 * @param text Its lines ended by LF.
 */
export function readCalendarLines(text: string): readonly CalendarLine[] | number {
  const unfolded: { text: string; readonly line: number }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const last = unfolded.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) last.text += line.slice(1);
    else if (line !== '') unfolded.push({ text: line, line: index + 1 });
  }
  const lines: CalendarLine[] = [];
  for (const { text: property, line } of unfolded) {
    const parts = /^(?<name>[A-Za-z0-9-]+)(?<parameters>(?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(?<value>.*)$/s.exec(
      property,
    )?.groups;
    if (parts === undefined) return line;
    lines.push({ name: parts['name'].toUpperCase(), parameters: parts['parameters'], value: parts['value'], line });
  }
  return lines;
}

/** What a value of type TEXT says (RFC 5545 section 3.3.11). */
export function unescapeText(value: string): string {
  return value.replace(/\\(?<mark>[\\;,nN])/g, (_, mark: string) => (mark === 'n' || mark === 'N' ? '\n' : mark));
}
