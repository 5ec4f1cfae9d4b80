/**
 * A text that a spreadsheet could take for a formula: after any apostrophes and then any white space, an equals, plus, minus or at sign
 * (or its full-width twin, which some Asian versions of Excel take for it), or white space that is a tab, CR or LF. The apostrophes are
 * there so that a text which looks guarded already is guarded once more and comes back as it was.
 */
const DANGEROUS = /^'*\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * Makes a text cell safe in every spreadsheet: one apostrophe before what could run as a formula, nothing else changed.
 * Only for text: numbers and dates of ours never need it.
 *
 * Its exact inverse, for every text: a cell that is an apostrophe followed by a {@link DANGEROUS} text loses that apostrophe, and only
 * that one. So `=1` is written `'=1`, `'=1` is written `''=1`, and `'s-Hertogenbosch` stays as it is both ways.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function guardCell(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}
