import { append } from '../domain/append.js';
import { hasError } from '../domain/diagnostic.js';
import { checkFolderWritable } from '../node/output-folder.js';
import { plan } from '../usecases/plan.js';
import { withoutRepeats } from '../usecases/manifest-inputs.js';
import type { EarlierPlaces } from '../usecases/read-groups-beside.js';
import { readPublished } from '../usecases/read-published.js';
import { carryInputs, refuseCoordinators } from './carried-inputs.js';
import { UsageError } from './exit-codes.js';
import { findNameless } from './groups.js';
import { readModuleOf } from './module-input.js';
import { manifestOptionsOf } from './manifest-options.js';
import type { Run } from './program.js';
import { outputOf, publishPlan } from './publish-plan.js';
import { readCalendarsBeside } from './published-calendars.js';
import { carriedOnIn, findPublishedAnew, findRegrouped, findReplaced, readReplaced } from './published-timetable.js';
import { refuseImpossible, refuseInput } from './refusal.js';
import { startSearchRun } from './search-run.js';
import { VERSION } from './version.js';
import { startsOf } from './start-flags.js';
import { withConsole } from './with-console.js';

/** `plan`: the main job. All outputs are written, or none. */
export const run: Run = withConsole(async (folder, flags, console) => {
  const starts = startsOf(flags);
  const out = flags.out ?? 'out';
  const force = flags.force ?? false;
  if (flags.calendars === false && flags.personCalendars) throw new UsageError((words) => words.calendarsExclude);
  if ((flags.for ?? 'coordinator') !== 'coordinator' && flags.personCalendars)
    throw new UsageError((words) => words.personCalendarsPosted);
  const { module, diagnostics: read, inputs, source } = await readModuleOf(folder, flags, console);
  if (module === undefined) return refuseInput('plan', read, flags, console);
  if (flags.personCalendars && module.programme === undefined)
    throw new UsageError((words) => words.noTimetable('--person-calendars'));
  const published = await readPublished(module, flags, source);
  const beside = await readCalendarsBeside(flags, source);
  const { before, earlier } = published;
  const diagnostics = [...read, ...published.diagnostics, ...beside.diagnostics];
  if (hasError(diagnostics)) return refuseInput('plan', diagnostics, flags, console);
  const nameless = flags.pseudonyms ? findNameless(module.cohort) : [];
  if (nameless.length > 0) return refuseInput('plan', [...diagnostics, ...nameless], flags, console);

  const used = withoutRepeats([...inputs, ...published.inputs, ...beside.inputs]);
  const output = outputOf(flags, module);
  const carried = await carryInputs(out, used, output);
  append(diagnostics, carried.diagnostics);
  const carriedOn = carriedOnIn(out, flags, published.inputs);
  let replaced: EarlierPlaces | undefined;
  if (!flags.dryRun) {
    if (!force) await refuseCoordinators(out, output);
    const state = await checkFolderWritable(out, { force, carriedOn });
    append(diagnostics, findPublishedAnew(out, state, module, flags));
    if (flags.keep === undefined) replaced = await readReplaced(out, state, module, source);
  }
  const { request, interruption } = await startSearchRun(flags, starts, console);
  const result = await plan({
    module,
    seed: module.settings.seed,
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
  const { assignment } = result.formed.grouping;
  append(diagnostics, [...findRegrouped(assignment, earlier), ...findReplaced(assignment, replaced, out)]);
  const news = flags.keep === undefined ? {} : { published };
  const where = { out, force, carriedOn, output };
  return publishPlan({ command: 'plan', module, result, ...news, diagnostics, ...where, interruption }, flags, console);
});
