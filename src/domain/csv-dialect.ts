/** The shapes in which a table of ours is written; `writers/csv-dialect` says what each of them means. */
export const CSV_DIALECTS = ['excel-fr', 'excel', 'rfc4180'] as const;
export type CsvDialect = (typeof CSV_DIALECTS)[number];
