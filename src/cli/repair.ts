import { basename, dirname, resolve } from 'node:path';
import { append } from '../domain/append.js';
import { diagnose, hasError } from '../domain/diagnostic.js';
import { checkFolderWritable } from '../node/output-folder.js';
import { changeLines } from '../report/repair-lines.js';
import { movesTable } from '../report/moves-table.js';
import type { InputRecord } from '../usecases/files.js';
import { withoutRepeats } from '../usecases/manifest-inputs.js';
import { timetableBeside } from '../usecases/read-groups-beside.js';
import { readPublished } from '../usecases/read-published.js';
import { repair, sizesOf, type Repair } from '../usecases/repair.js';
import { repairJson } from '../usecases/repair-json.js';
import { carryInputs } from './carried-inputs.js';
import type { Console } from './console.js';
import { UsageError } from './exit-codes.js';
import type { Flags } from './flags.js';
import { findNameless } from './groups.js';
import { findEdited, findUnpublished, isSamePlan, listOfPlan, manifestBeside, withPlanOptions } from './kept-plan.js';
import { readModuleOf } from './module-input.js';
import { manifestOptionsOf } from './manifest-options.js';
import type { Run } from './program.js';
import { outputOf, publishPlan } from './publish-plan.js';
import { readCalendarsBeside } from './published-calendars.js';
import { refuseImpossible, refuseInput } from './refusal.js';
import { startSearchRun } from './search-run.js';
import { VERSION } from './version.js';
import { withConsole } from './with-console.js';

/** `repair`: the groups of an earlier plan, and its timetable, for the inputs as they are now. All outputs are written, or none. */
export const run: Run = withConsole(async (folder, given, console) => {
  const list = listOfPlan(given.keep ?? 'out');
  const repaired = manifestBeside(list);
  const flags: Flags = withPlanOptions({ ...given, keep: list }, repaired);
  const out = flags.out ?? 'out';
  if (flags.calendars === false && flags.personCalendars) throw new UsageError((words) => words.calendarsExclude);
  if ((flags.for ?? 'coordinator') !== 'coordinator' && flags.personCalendars)
    throw new UsageError((words) => words.personCalendarsPosted);
  const {
    module,
    kept,
    diagnostics: read,
    inputs,
    source,
  } = await readModuleOf(folder, flags, console, { keep: list });
  if (module === undefined || kept === undefined) return refuseInput('repair', read, flags, console);
  if (given.personCalendars && module.programme === undefined)
    throw new UsageError((words) => words.noTimetable('--person-calendars'));
  const timetable = timetableBeside(list);
  const isPublished = list !== '-' && module.programme !== undefined && typeof (await source(timetable)) !== 'string';
  const { today } = flags;
  const before = { ...(isPublished ? { keep: timetable } : {}), ...(today === undefined ? {} : { today }) };
  const published = await readPublished(module, before, source, { isWanted: false });
  const beside = await readCalendarsBeside({ ...flags, ...(isPublished ? {} : { calendars: false }) }, source);
  const diagnostics = [
    ...read,
    ...(await findEdited(list, inputs, repaired)),
    ...published.diagnostics,
    ...beside.diagnostics,
  ];
  if (isPublished && published.before !== undefined) {
    const labels = kept.layout.flatMap(({ label, isKept }) => (isKept ? [label] : []));
    append(diagnostics, findUnpublished(labels, published.before.rows, timetable));
  } else if (module.programme !== undefined)
    diagnostics.push(diagnose('warning', 'repair.no-timetable', { list }, { source: { file: list } }));
  const nameless = flags.pseudonyms ? findNameless(module.cohort) : [];
  if (hasError(diagnostics) || nameless.length > 0)
    return refuseInput('repair', [...diagnostics, ...nameless], flags, console);

  const used = withoutRepeats([...inputs, ...published.inputs, ...beside.inputs]);
  const output = outputOf(flags, module);
  const carried = await carryInputs(out, used, output);
  append(diagnostics, carried.diagnostics);
  // What is repaired may be replaced, with whatever somebody has changed in its lists by hand: these are what is repaired.
  const isInPlace = list !== '-' && resolve(dirname(list)) === resolve(out);
  const isCarried = carried.diagnostics.length === 0;
  const force = flags.force === true || isInPlace;
  const carriedOn = isInPlace && isCarried ? listsIn(dirname(list), used) : new Map<string, Uint8Array>();
  if (!flags.dryRun) await checkFolderWritable(out, { force, carriedOn });

  const { request, interruption } = await startSearchRun(flags, {}, console);
  const result = await repair({
    module,
    kept,
    seed: module.settings.seed,
    ...request,
    output,
    ...(flags.calendars === false
      ? {}
      : { calendars: { people: flags.personCalendars ?? false, ...beside.calendars } }),
    inputs: carried.inputs,
    ...(published.before === undefined ? {} : { before: published.before }),
    ...(flags.maxMoves === undefined ? {} : { maxMoves: flags.maxMoves }),
    listsChanges: isPublished,
    isPartial: flags.partial === true,
    version: VERSION,
    options: manifestOptionsOf(flags, output, module.cohort.participants.length),
  });
  if (result.status === 'impossible') {
    await console.report(flags.json ? [] : diagnostics);
    interruption.release();
    return refuseImpossible('repair', result.reasons, flags, console, interruption.isInterrupted());
  }
  const { repair: made } = result;
  const earlier = { list, assignment: kept.earlier.assignment };
  return publishPlan(
    {
      command: 'repair',
      module: made.module,
      result,
      // Who goes where is in the lines of the repair; where no timetable was published there is nothing more to tell.
      ...(isPublished ? { published: { ...published, earlier } } : {}),
      diagnostics,
      output,
      out,
      force,
      carriedOn,
      interruption,
      isLeftAlone:
        isInPlace &&
        repaired !== undefined &&
        (await isSamePlan(repaired, result, carried.inputs, published.before?.rows ?? [])),
      isSizeFree: made.isSizeFree,
      json: repairJson(made, module, output),
      lines: repairLines(made, console, output.pseudonyms),
    },
    flags,
    console,
  );
});

/** The lists that were read in a folder itself, by their names in it. */
function listsIn(folder: string, inputs: readonly InputRecord[]): ReadonlyMap<string, Uint8Array> {
  const isHere = ({ name, place = name }: InputRecord) => place !== '-' && resolve(dirname(place)) === resolve(folder);
  return new Map(inputs.filter(isHere).map(({ name, bytes }) => [basename(name), bytes]));
}

function repairLines(
  { module, changes, steps, chosen, fewest, isProved, isSizeFree }: Repair,
  { language, errorStyle }: Console,
  pseudonyms: boolean,
): readonly (readonly string[])[] {
  const table = steps.map((step) => ({
    ...step,
    sizes: sizesOf(step),
    isSizeFree,
    isValid: step.hard === 0,
    broken: step.hard,
    isChosen: step === chosen,
  }));
  return [
    movesTable(table, language, errorStyle),
    changeLines(changes, module, language, pseudonyms, { people: fewest, isProved }),
  ];
}
