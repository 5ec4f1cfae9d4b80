/**
 * Text of a file made fit for a terminal: control characters, which could move the cursor or change colours, and
 * direction overrides are shown as their code points instead of being obeyed.
 */
export function visible(text: string): string {
  return visibleDirections(text).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, codePointOf);
}

/** Direction overrides shown as their code points, where nothing else of a text could do harm: on the page of a report. */
export function visibleDirections(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, codePointOf);
}

/** The same of a text of several lines, which stay lines. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

function codePointOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
