/** What separates several values in a cell. */
export const VALUE_SEPARATOR = '|';

/** What may do so instead where the settings of a roster say it: rosters that people have kept by hand. */
export const SEPARATORS = [VALUE_SEPARATOR, ';', ',', '/', '+', '\n'] as const;

/** Those that are not ours. */
export const OTHER_SEPARATOR = /[;,/+\n]/;
