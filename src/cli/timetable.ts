import { append } from '../domain/append.js';
import { hasError } from '../domain/diagnostic.js';
import type { Programme } from '../domain/module.js';
import { withoutOldNews } from '../domain/timetable.js';
import { jointDaysLine } from '../report/joint-days-line.js';
import { newsLines } from '../report/news-lines.js';
import { partialLine } from '../report/partial-line.js';
import { presentationRanksLine } from '../report/presentation-ranks-line.js';
import { timetableTable } from '../report/timetable-table.js';
import { earlierRanksOf } from '../timetable/earlier-ranks.js';
import { viewTimetable } from '../timetable/views/view-timetable.js';
import { makeTimetable } from '../usecases/make-timetable.js';
import { surveyAttendance } from '../usecases/survey-attendance.js';
import { jointDaysJson, newsJson, timetableJson, toJson } from '../usecases/json-result.js';
import { writeTimetable } from '../writers/timetable-list.js';
import { writeViewParts } from '../writers/timetable-view.js';
import { listNews } from '../usecases/list-news.js';
import { readPublished } from '../usecases/read-published.js';
import { EXIT, UsageError } from './exit-codes.js';
import type { Flags } from './flags.js';
import { findMisplaced, readGroupListOf } from './group-list-input.js';
import { findNameless } from './groups.js';
import { readModuleOf } from './module-input.js';
import { checkTarget, dialectOf, writeData } from './output-target.js';
import type { Run } from './program.js';
import { findOtherTimetable, isListBesideKept } from './published-timetable.js';
import { refuseImpossible, refuseInput } from './refusal.js';
import { withConsole } from './with-console.js';

/** `timetable`: the timetable of given groups, whole or as one kind of reader wants it. */
export const run: Run = withConsole(async (folder, flags, console) => {
  const { module, diagnostics, source } = await readModuleOf(folder, flags, console);
  if (module === undefined) return refuseInput('timetable', diagnostics, flags, console);
  await checkTarget(flags);
  const { programme, settings, cohort } = module;
  if (programme === undefined) throw new UsageError((words) => words.noTimetable());
  if (flags.by === 'changes' && flags.keep === undefined) throw new UsageError((words) => words.changesNeedKeep);
  refuseEmptyView(flags, programme);
  const { by, pseudonyms = false } = flags;
  const list = await readGroupListOf(module, flags, source);
  const read = [...diagnostics, ...list.diagnostics];
  if (list.value === undefined) return refuseInput('timetable', read, flags, console);
  append(read, findMisplaced(cohort, list.value, pseudonyms));
  if (pseudonyms) append(read, findNameless(cohort));
  if (hasError(read)) return refuseInput('timetable', read, flags, console);

  const published = await readPublished(module, flags, source, {
    isWanted: !isListBesideKept(flags),
    labels: list.value.groups.map(({ label }) => label),
  });
  append(read, published.diagnostics);
  if (hasError(read)) return refuseInput('timetable', read, flags, console);

  const { groups, placements } = list.value;
  console.stage('timetable');
  const { before, earlier } = published;
  const { title, seed } = settings;
  const isPartial = flags.partial === true;
  const assignment = new Map(placements.map(({ participant, group }) => [participant, group]));
  const earlierRanks = earlierRanksOf(module.history, assignment);
  const known = {
    ...(before === undefined ? {} : { before }),
    ...(earlierRanks === undefined ? {} : { earlierRanks }),
  };
  const result = makeTimetable({ programme, groups, title, seed, isPartial, ...known });
  if (result.status === 'impossible') {
    await console.report(flags.json ? [] : read);
    return refuseImpossible('timetable', result.reasons, flags, console);
  }
  const { timetable, warnings, figures } = result;
  append(read, await findOtherTimetable(timetable.rows, module, flags, source));
  const news = { rows: withoutOldNews(timetable.rows, before?.rows) };
  const listed = { timetable: news, programme, groups, cohort, assignment, pseudonyms };
  const view =
    by &&
    viewTimetable(by, {
      ...listed,
      before: before?.rows ?? [],
      today: before?.today ?? '',
      ...(earlier === undefined ? {} : { earlier: earlier.assignment }),
    });
  const { language } = settings;
  const people = { groups, cohort, assignment, pseudonyms };
  const changes = flags.keep === undefined ? undefined : listNews({ ...people, rows: timetable.rows, published });
  const { jointDays, ...attendance } = surveyAttendance({ module, assignment, timetable, pseudonyms });
  const reasons = result.status === 'partial' ? result.reasons : [];
  const all = [...read, ...warnings, ...attendance.warnings, ...reasons];
  console.stage('write');
  const dialect = dialectOf(flags, language);
  const json = () => ({
    ...timetableJson(result, view),
    ...newsJson(changes, { pseudonyms }),
    ...jointDaysJson(jointDays, { pseudonyms }),
  });
  const csv = () =>
    view === undefined ? writeTimetable({ timetable, dialect, language }) : writeViewParts({ view, dialect, language });
  await writeData(
    flags.json
      ? toJson('timetable', result.status === 'found' ? 'done' : 'impossible', all, console.language, json())
      : csv(),
    flags,
    console,
  );
  // Who asks for the list of one kind of reader has seen what there is to be said of the whole.
  if (!flags.json && view === undefined) {
    const ranks = figures.presentationRanks;
    if (ranks !== undefined) await console.say(presentationRanksLine(ranks, console.language));
    await console.say(timetableTable(figures, programme, console.language, console.errorStyle));
  }
  if (jointDays !== undefined && !flags.json) await console.say(jointDaysLine(jointDays, console.language));
  if (changes !== undefined) await console.say(newsLines(changes, programme.witnesses, console.language, pseudonyms));
  if (result.status === 'partial') await console.say(console.errorStyle.bad(partialLine(result, console.language)));
  await console.report(flags.json ? [] : all);
  return result.status === 'found' ? EXIT.done : EXIT.impossible;
});

/** A list of rooms or of guests that the module does not have would be a header alone. */
function refuseEmptyView({ by }: Flags, { rooms, witnesses }: Programme): void {
  if (by === 'room' && rooms.length === 0) throw new UsageError((words) => words.noRooms);
  if (by === 'witness' && witnesses.length === 0) throw new UsageError((words) => words.noWitnesses);
}
