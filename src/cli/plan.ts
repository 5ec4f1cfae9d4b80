import { hasError } from '../domain/diagnostic.js';
import { checkFolderWritable, writeFolderWhole } from '../node/output-folder.js';
import { newsLines } from '../report/news-lines.js';
import { partialLine } from '../report/partial-line.js';
import { summaryLines } from '../report/plan-summary.js';
import { wordsOf } from '../report/words.js';
import { writtenFiles } from '../report/written-files.js';
import { plan } from '../usecases/plan.js';
import { defaultDialect } from '../writers/csv-dialect.js';
import { newsJson, planJson, toJson } from '../usecases/json-result.js';
import { listNews } from '../usecases/list-news.js';
import { withoutRepeats } from '../usecases/manifest-inputs.js';
import { readPublished } from '../usecases/read-published.js';
import { carryInputs } from './carried-inputs.js';
import { EXIT, UsageError } from './exit-codes.js';
import { findNameless } from './groups.js';
import { readModuleOf } from './module-input.js';
import { manifestOptionsOf } from './manifest-options.js';
import type { Run } from './program.js';
import { readCalendarsBeside } from './published-calendars.js';
import { carriedOnIn, findPublishedAnew, findRegrouped } from './published-timetable.js';
import { refuseImpossible, refuseInput } from './refusal.js';
import { concludeSearch, startSearchRun } from './search-run.js';
import { VERSION } from './version.js';
import { startsOf } from './start-flags.js';
import { withConsole } from './with-console.js';

const STATUS_OF: Readonly<Record<number, 'done' | 'impossible'>> = {
  [EXIT.done]: 'done',
  [EXIT.impossible]: 'impossible',
};

/** `plan`: the main job. All outputs are written, or none. */
export const run: Run = withConsole(async (folder, flags, console) => {
  const starts = startsOf(flags, console.language);
  const words = wordsOf(console.language);
  const out = flags.out ?? 'out';
  const force = flags.force ?? false;
  if (flags.calendars === false && flags.personCalendars)
    throw new UsageError('--no-calendars and --person-calendars exclude each other.');
  const { module, diagnostics: read, inputs, source } = await readModuleOf(folder, flags, console);
  if (module === undefined) return refuseInput('plan', read, flags, console);
  if (flags.personCalendars && module.programme === undefined)
    throw new UsageError('--person-calendars: this module has no [timetable]: give --sessions FILE.');
  const published = await readPublished(module, flags, source);
  const beside = await readCalendarsBeside(flags, source);
  const { before, earlier } = published;
  const diagnostics = [...read, ...published.diagnostics, ...beside.diagnostics];
  if (hasError(diagnostics)) return refuseInput('plan', diagnostics, flags, console);
  const nameless = flags.pseudonyms ? findNameless(module.cohort) : [];
  if (nameless.length > 0) return refuseInput('plan', [...diagnostics, ...nameless], flags, console);

  const used = withoutRepeats([...inputs, ...published.inputs, ...beside.inputs]);
  const carried = await carryInputs(out, used, flags.pseudonyms ?? false);
  diagnostics.push(...carried.diagnostics);
  const carriedOn = carriedOnIn(out, flags, published.inputs);
  if (!flags.dryRun) {
    const state = await checkFolderWritable(out, { force, carriedOn });
    diagnostics.push(...findPublishedAnew(out, state, module, flags));
  }
  const { language, seed } = module.settings;
  const output = {
    language,
    dialect: flags.csv ?? defaultDialect(language, { toStdout: false }),
    pseudonyms: flags.pseudonyms ?? false,
  };
  const { request, interruption } = await startSearchRun(flags, starts, console);
  const result = await plan({
    module,
    seed,
    ...request,
    output,
    ...(flags.calendars === false
      ? {}
      : { calendars: { people: flags.personCalendars ?? false, ...beside.calendars } }),
    inputs: carried.inputs,
    ...(before === undefined ? {} : { before }),
    ...(earlier === undefined ? {} : { earlier: earlier.assignment }),
    listsChanges: flags.keep !== undefined,
    isPartial: flags.partial === true,
    version: VERSION,
    options: manifestOptionsOf(flags, output, module.cohort.participants.length),
  });
  if (result.status === 'impossible') {
    await console.report(flags.json ? [] : diagnostics);
    interruption.release();
    return refuseImpossible('plan', result.reasons, flags, console, interruption.isInterrupted());
  }
  const { formed, timetable, files } = result;
  diagnostics.push(...findRegrouped(formed.grouping.assignment, earlier));
  if (!flags.dryRun) await writeFolderWhole(out, files, { force, carriedOn });
  const searched = await concludeSearch(formed, interruption, console);
  const lacking = timetable?.lacking;
  const code = lacking === undefined || searched !== EXIT.done ? searched : EXIT.impossible;
  const all = [...diagnostics, ...(timetable?.warnings ?? []), ...(lacking?.reasons ?? [])];
  const rows = timetable?.timetable.rows ?? [];
  const people = { ...formed.grouping, cohort: module.cohort, pseudonyms: output.pseudonyms };
  const news = flags.keep === undefined ? undefined : listNews({ ...people, rows, published });
  if (flags.json) {
    await console.print(
      toJson('plan', STATUS_OF[code] ?? 'interrupted', all, console.language, {
        ...planJson(module, result, output, out, flags.dryRun ?? false),
        ...newsJson(news, output),
      }),
    );
    return code;
  }
  const summary = {
    module,
    ...formed,
    ...(timetable === undefined ? {} : { timetable: timetable.figures, jointDays: timetable.jointDays }),
  };
  await console.say(...summaryLines(summary, console.language, console.errorStyle));
  const guests = module.programme?.witnesses ?? [];
  if (news !== undefined) await console.say(...newsLines(news, guests, console.language, output.pseudonyms));
  if (lacking !== undefined) await console.say(console.errorStyle.bad(partialLine(lacking, console.language)));
  await console.report(all);
  const names = writtenFiles([...files.keys()], words);
  const where = out.endsWith('/') ? out : `${out}/`;
  await console.say('', flags.dryRun ? words.wouldWrite(where, names) : words.written(where, names));
  return code;
});
