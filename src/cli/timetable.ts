import { hasError } from '../domain/diagnostic.js';
import { listNotices } from '../domain/notices.js';
import { noticeLines } from '../report/notice-lines.js';
import { makeTimetable } from '../usecases/make-timetable.js';
import { noticesJson, timetableJson, toJson } from '../usecases/json-result.js';
import { writeTimetable } from '../writers/timetable-list.js';
import { EXIT, UsageError } from './exit-codes.js';
import { findMisplaced, readGroupListOf } from './group-list-input.js';
import { readModuleOf } from './module-input.js';
import { checkTarget, dialectOf, writeData } from './output-target.js';
import type { Run } from './program.js';
import { readPublishedOf } from './published-timetable.js';
import { refuseImpossible, refuseInput } from './refusal.js';
import { withConsole } from './with-console.js';

/** `timetable`: the timetable of given groups. */
export const run: Run = withConsole(async (folder, flags, console) => {
  const { module, diagnostics, source } = await readModuleOf(folder, flags, console);
  if (module === undefined) return refuseInput('timetable', diagnostics, flags, console);
  await checkTarget(flags);
  const { programme, settings } = module;
  if (programme === undefined) throw new UsageError('this module has no [timetable]: give --sessions FILE.');
  const list = await readGroupListOf(module, flags, source);
  const read = [...diagnostics, ...list.diagnostics];
  if (list.value === undefined) return refuseInput('timetable', read, flags, console);
  read.push(...findMisplaced(module.cohort, list.value));
  if (hasError(read)) return refuseInput('timetable', read, flags, console);

  const published = await readPublishedOf(module, flags, source);
  read.push(...published.diagnostics);
  if (hasError(read)) return refuseInput('timetable', read, flags, console);

  const { groups } = list.value;
  console.stage('timetable');
  const { before } = published;
  const { title, seed } = settings;
  const result = makeTimetable({ programme, groups, title, seed, ...(before === undefined ? {} : { before }) });
  if (result.status === 'impossible') {
    await console.report(flags.json ? [] : read);
    return refuseImpossible('timetable', result.reasons, flags, console);
  }
  const { timetable, warnings } = result;
  const { language } = settings;
  const notices = flags.keep === undefined ? undefined : listNotices(timetable.rows, before?.rows ?? []);
  const all = [...read, ...warnings];
  console.stage('write');
  const text = flags.json
    ? toJson('timetable', 'done', all, console.language, { ...timetableJson(result), ...noticesJson(notices) })
    : writeTimetable({ timetable, dialect: dialectOf(flags, language), language });
  await writeData(text, flags, console);
  await console.say(...noticeLines(notices ?? [], programme.witnesses, console.language));
  await console.report(flags.json ? [] : all);
  return EXIT.done;
});
