import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { EarlierFiles, Settings } from '../domain/settings.js';
import { showValue, type TomlReader } from './toml-table.js';

type Report = (diagnostic: Diagnostic) => void;

/**
 * Reads `[history]`: the group lists of earlier modules (`groups`, or `files`), from the oldest to the latest, and where there are any their
 * timetables, as many as lists, `""` for a module without one. Without a list there is no history.
 */
export function readHistoryTable(top: TomlReader, report: Report): Pick<Settings, 'history' | 'historyWeight'> {
  const table = top.table('history', ['groups', 'timetables', 'files', 'weight']);
  if (table === undefined) return {};
  const historyWeight = table.wholeNumber('weight', 0);
  const weight = historyWeight === undefined ? {} : { historyWeight };
  const key = table.has('files') ? 'files' : 'groups';
  if (table.has('files') && table.has('groups')) {
    report(diagnose('error', 'history.lists-twice', {}, { source: table.source('files') }));
    return weight;
  }
  const timetables = readNames(table, 'timetables', report);
  const groups = readNames(table, key, report);
  if (timetables === undefined || groups === undefined) return weight;
  if (table.has('timetables') && timetables.length !== groups.length) {
    const counts = { timetables: timetables.length, groups: groups.length };
    const source = table.source(table.has(key) ? key : 'timetables');
    report(diagnose('error', 'history.unpaired', counts, { source }));
    return weight;
  }
  const history = groups.map((list, index): EarlierFiles => {
    const timetable = timetables[index] ?? '';
    return { groups: list, ...(timetable === '' ? {} : { timetable }) };
  });
  return { ...weight, ...(history.length === 0 ? {} : { history }) };
}

/** The file names of a key; `undefined`, with a report, for anything else. */
function readNames(table: TomlReader, key: string, report: Report): readonly string[] | undefined {
  const value = table.value(key) ?? [];
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (names.every((name) => typeof name === 'string')) return names;
  const details = { source: table.source(key), value: showValue(value) };
  report(diagnose('error', 'settings.wrong-type', { expected: 'texts' }, details));
  return undefined;
}
