import type { CsvDialect } from '../domain/csv-dialect.js';
import type { Grouping } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import type { Readership } from '../domain/readership.js';
import type { Language } from '../domain/settings.js';
import { writeGroupList, writeGroupListParts } from '../writers/group-list.js';

/** How the outputs are written. */
export interface OutputOptions {
  readonly language: Language;
  readonly dialect: CsvDialect;
  /** Ids alone, no names. */
  readonly pseudonyms: boolean;
  /** Who reads them; absent: the coordinator, who may see everything. */
  readonly readership?: Readership;
}

/** The group list as text. */
export function listGroups(module: Module, grouping: Grouping, options: OutputOptions): string {
  return writeGroupList({ module, grouping, ...options });
}

/** {@link listGroups} for large cohorts: parts of the text in UTF-8, each of whole lines, made as they are asked for. */
export function listGroupsInParts(module: Module, grouping: Grouping, options: OutputOptions): Iterable<Uint8Array> {
  return writeGroupListParts({ module, grouping, ...options });
}
