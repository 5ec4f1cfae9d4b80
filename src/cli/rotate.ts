import { rotationFolder, type RotationKind } from '../domain/rotation-kind.js';
import { listenForInterruption } from '../node/interruption.js';
import { checkFolderWritable, writeFolderWhole } from '../node/output-folder.js';
import { rotationLines } from '../report/rotation-report.js';
import { rotationWordsOf } from '../report/rotation-words.js';
import { visible } from '../report/visible-text.js';
import { wordsOf } from '../report/words.js';
import { writtenFiles } from '../report/written-files.js';
import { countRepeats, countWanted } from '../usecases/form-rotation.js';
import { outputJson, toJson } from '../usecases/json-result.js';
import { withoutRepeats } from '../usecases/manifest-inputs.js';
import { rotate } from '../usecases/rotate.js';
import { rotationJson } from '../usecases/rotation-json.js';
import { carryInputs } from './carried-inputs.js';
import { EXIT, UsageError } from './exit-codes.js';
import type { Flags } from './flags.js';
import { findNameless } from './groups.js';
import { manifestOptionsOf } from './manifest-options.js';
import { readModuleOf } from './module-input.js';
import type { Run } from './program.js';
import { createSearchProgress } from './progress.js';
import { outputOf } from './publish-plan.js';
import { refuseImpossible, refuseInput } from './refusal.js';
import { VERSION } from './version.js';
import { withConsole } from './with-console.js';

/** `rotate`: the groups of several modules, or rounds of one day, at once. All outputs are written, or none. */
export const run: Run = withConsole(async (folder, flags, console) => {
  const { kind, count } = askedOf(flags);
  const out = flags.out ?? 'rotation';
  const force = flags.force ?? false;
  const { module, diagnostics: read, inputs } = await readModuleOf(folder, flags, console);
  if (module === undefined) return refuseInput('rotate', read, flags, console);
  const nameless = flags.pseudonyms ? findNameless(module.cohort) : [];
  if (nameless.length > 0) return refuseInput('rotate', [...read, ...nameless], flags, console);
  const output = outputOf(flags, module);
  const carried = await carryInputs(out, withoutRepeats(inputs), output);
  const diagnostics = [...read, ...carried.diagnostics];
  if (!flags.dryRun) await checkFolderWritable(out, { force });

  const interruption = listenForInterruption(flags.timeLimit);
  const result = await rotate({
    module,
    kind,
    count,
    seed: module.settings.seed,
    search: { effort: flags.effort },
    control: interruption.control,
    onStage: console.stage,
    ...(console.showsProgress
      ? { observe: createSearchProgress(console, flags.timeLimit, () => performance.now()) }
      : {}),
    output,
    inputs: carried.inputs,
    version: VERSION,
    options: manifestOptionsOf(flags, output, module.cohort.participants.length),
  });
  interruption.release();
  const isInterrupted = interruption.isInterrupted();
  if (result.status === 'impossible') {
    await console.report(flags.json ? [] : diagnostics);
    return refuseImpossible('rotate', result.reasons, flags, console, isInterrupted);
  }
  const { formed, files } = result;
  if (!flags.dryRun) await writeFolderWhole(out, files, { force });
  const code = isInterrupted ? EXIT.interrupted : EXIT.done;
  if (flags.json) {
    const own = {
      ...rotationJson(module, kind, formed, output),
      ...outputJson(out, [...files.keys()], flags.dryRun ?? false),
    };
    await console.print(toJson('rotate', isInterrupted ? 'interrupted' : 'done', diagnostics, console.language, own));
    return code;
  }
  const words = wordsOf(console.language);
  const own = rotationWordsOf(console.language, kind);
  const { modules, repeatsBound } = formed;
  const repeats = { count: countRepeats(modules), wanted: countWanted(modules), bound: repeatsBound };
  await console.say(rotationLines({ module, kind, ...formed, repeats }, console.language, console.errorStyle));
  if (formed.stopped === 'time-limit') await console.say(words.timeLimitReached);
  if (isInterrupted) await console.say(own.interrupted);
  await console.report(diagnostics);
  const names = writtenFiles([...files.keys()], words);
  const where = visible(out.endsWith('/') ? out : `${out}/`);
  await console.say('', flags.dryRun ? words.wouldWrite(where, names) : words.written(where, names));
  if (!flags.dryRun)
    await console.say(
      own.next(where, rotationFolder(kind, 1), folder ?? '', {
        hasTimetable: module.programme !== undefined,
        hasMeetings: files.has('meetings.csv'),
      }),
    );
  return code;
});

/** @throws UsageError unless exactly one of the two is given. */
function askedOf({ modules, rounds }: Flags): { kind: RotationKind; count: number } {
  if (modules !== undefined && rounds === undefined) return { kind: 'module', count: modules };
  if (rounds !== undefined && modules === undefined) return { kind: 'round', count: rounds };
  throw new UsageError((words) => words.modulesOrRounds);
}
