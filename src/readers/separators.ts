/** What separates several values in a cell. */
export const VALUE_SEPARATOR = '|';

/** What may do so instead where the settings of a roster say it: rosters that people have kept by hand. */
export const SEPARATORS = [VALUE_SEPARATOR, ';', ',', '/', '+', '\n'] as const;

/** What parts the values of a cell: the separator of its roster, and line breaks, which hardly mean anything else. */
export function separatorsOf(separator: string): RegExp {
  const known = BREAKS.get(separator) ?? new RegExp(`[${separator === '\n' ? '' : `\\${separator}`}\\n]`);
  BREAKS.set(separator, known);
  return known;
}

const BREAKS = new Map<string, RegExp>();

/** Those that are not ours. */
export const OTHER_SEPARATOR = /[;,/+]/;
