import type { ColumnNames } from '../readers/reading.js';

/** The settings' `[columns]`, and which of its headers no file has had. */
export interface WatchedColumns {
  readonly names: ColumnNames;
  /** Folded headers that no reader has met, in the order of the settings. */
  readonly unmet: () => readonly string[];
}

/** Notes which headers are looked up: one that is misspelt in the settings would otherwise lose its column in silence. */
export function watchColumns(columns: ColumnNames): WatchedColumns {
  const met = new Set<string>();
  const names = new Map(columns);
  names.get = (header) => {
    met.add(header);
    return columns.get(header);
  };
  return { names, unmet: () => [...columns.keys()].filter((header) => !met.has(header)) };
}
