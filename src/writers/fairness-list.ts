import type { GroupFairness } from '../domain/timetable-figures.js';
import type { CsvDialect } from '../domain/csv-dialect.js';
import type { Group } from '../domain/group.js';
import type { Language } from '../domain/settings.js';
import { writeCsv } from './csv.js';
import { headerOf, type HeaderKey } from './headers.js';

export interface FairnessListRequest {
  readonly groups: readonly Group[];
  readonly fairness: readonly GroupFairness[];
  readonly dialect: CsvDialect;
  /** Of the header words. */
  readonly language: Language;
}

const COLUMNS = [
  'group',
  'theme',
  'strand',
  'people',
  'mornings',
  'afternoons',
  'rooms',
  'site_changes',
  'ranks',
] as const satisfies readonly HeaderKey[];

/** `fairness.csv`: one line a group, in group order, to be compared with the others; ranks of presentations in order of time. */
export function writeFairness({ groups, fairness, dialect, language }: FairnessListRequest): string {
  const rows = fairness.map(({ group: label, mornings, afternoons, rooms, siteChanges, ranks }, at) => {
    const { theme, strand, size } = groups[at];
    return [label, theme, strand, size, mornings, afternoons, rooms, siteChanges, ranks.join('|')];
  });
  return writeCsv([COLUMNS.map((column) => headerOf(column, language)), ...rows], dialect);
}
