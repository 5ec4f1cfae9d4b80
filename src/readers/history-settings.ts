import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { EarlierFiles } from '../domain/settings.js';
import { showValue, type TomlReader } from './toml-table.js';

/** Reads `[history]`: earlier timetables and their group lists, in pairs by position; as many of the one as of the other. */
export function readHistoryTable(
  top: TomlReader,
  report: (diagnostic: Diagnostic) => void,
): readonly EarlierFiles[] | undefined {
  const table = top.table('history', ['timetables', 'groups']);
  if (table === undefined) return undefined;
  const timetables = readNames(table, 'timetables', report);
  const groups = readNames(table, 'groups', report);
  if (timetables === undefined || groups === undefined) return undefined;
  if (timetables.length !== groups.length) {
    const counts = { timetables: timetables.length, groups: groups.length };
    const source = table.source(table.has('groups') ? 'groups' : 'timetables');
    report(diagnose('error', 'history.unpaired', counts, { source }));
    return undefined;
  }
  return timetables.map((timetable, index) => ({ timetable, groups: groups[index] }));
}

/** The file names of a key; `undefined`, with a report, for anything else. */
function readNames(
  table: TomlReader,
  key: string,
  report: (diagnostic: Diagnostic) => void,
): readonly string[] | undefined {
  const value = table.value(key) ?? [];
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (names.every((name) => typeof name === 'string')) return names;
  const details = { source: table.source(key), value: showValue(value) };
  report(diagnose('error', 'settings.wrong-type', { expected: 'texts' }, details));
  return undefined;
}
