import { join } from 'node:path';
import { append } from '../domain/append.js';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { GroupList } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { participantName } from '../domain/participant.js';
import { compareReport } from '../report/compare-report.js';
import { readTimetable } from '../readers/timetable-reader.js';
import { compareJson } from '../usecases/compare-json.js';
import { comparePlans, type ComparedPlan } from '../usecases/compare.js';
import type { FileSource } from '../usecases/files.js';
import { toJson } from '../usecases/json-result.js';
import { openInput } from '../usecases/open-input.js';
import { EXIT } from './exit-codes.js';
import { readGroupListNamed } from './group-list-input.js';
import { readModuleOf } from './module-input.js';
import type { Run } from './program.js';
import { refuseInput } from './refusal.js';
import { withConsole } from './with-console.js';

/** People who are named. */
const MOST_NAMES = 5;

/** The two plans, and the folder of the module. */
export type ComparePlace = readonly [a: string, b: string, module: string | undefined];

/** `compare`: two plans or group lists side by side. It judges neither: the exit code is 0 also where a hard rule is broken. */
export const run: Run<ComparePlace> = withConsole<ComparePlace>(async ([nameA, nameB, folder], flags, console) => {
  const { module, diagnostics, source } = await readModuleOf(folder, flags, console);
  if (module === undefined) return refuseInput('compare', diagnostics, flags, console);
  const [a, b] = [await readPlan(module, nameA, source), await readPlan(module, nameB, source)];
  const read = [...diagnostics, ...a.diagnostics, ...b.diagnostics];
  if (a.plan === undefined || b.plan === undefined || hasError(read))
    return refuseInput('compare', read, flags, console);

  console.stage('judge');
  const found = comparePlans(module, a.plan, b.plan);
  const names = { a: nameA, b: nameB };
  if (flags.json) {
    await console.print(toJson('compare', 'done', read, console.language, compareJson(module, names, found)));
    return EXIT.done;
  }
  await console.report(read);
  const lines = compareReport({ module, names, ...found }, console.language, console.outStyle, flags.verbose ?? false);
  await console.show(lines);
  return EXIT.done;
});

/** Reads a plan's folder, or a group list alone. */
async function readPlan(
  module: Module,
  name: string,
  source: FileSource,
): Promise<{ readonly plan?: ComparedPlan; readonly diagnostics: readonly Diagnostic[] }> {
  const isFolder = name !== '-' && (await source(name)) === 'is-directory';
  const list = await readGroupListNamed(module, isFolder ? join(name, 'groups.csv') : name, source, {
    isTolerant: true,
    letsStrangersPass: true,
  });
  if (list.value === undefined) return { diagnostics: list.diagnostics };
  const diagnostics = [...list.diagnostics, ...findStrangers(list.value, name)];
  const timetable = join(name, 'timetable.csv');
  const opened = isFolder ? await openInput(source, timetable) : undefined;
  if (opened === undefined || opened.failure === 'missing') return { plan: { list: list.value }, diagnostics };
  append(diagnostics, opened.diagnostics);
  if (opened.file === undefined) return { diagnostics };
  const rows = readTimetable(opened.file, module.settings.columns);
  return { plan: { list: list.value, rows: rows.value }, diagnostics: [...diagnostics, ...rows.diagnostics] };
}

/** A warning where a list has people who are not in the rosters any more: they are in neither plan, as far as figures go. */
function findStrangers({ strangers = [] }: GroupList, list: string): readonly Diagnostic[] {
  if (strangers.length === 0) return [];
  const names = strangers.slice(0, MOST_NAMES).map((person) => participantName(person));
  return [diagnose('warning', 'list.strangers', { people: strangers.length, names }, { source: { file: list } })];
}
