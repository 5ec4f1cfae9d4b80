const PLAIN = /^[\p{L}\p{N}_@%+=:,./-]+$/u;

/** A file name as one word of a command that is to be copied: between quotation marks, which all shells know, where it has blanks or the like. */
export function shellWord(text: string): string {
  return PLAIN.test(text) ? text : `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}
