import type { Diagnostic } from '../domain/diagnostic.js';
import type { Module } from '../domain/module.js';
import type { Interruption } from '../node/interruption.js';
import { writeFolderWhole } from '../node/output-folder.js';
import { hintLines } from '../report/hint-lines.js';
import { newsLines } from '../report/news-lines.js';
import { partialLine } from '../report/partial-line.js';
import { stack, summaryLines } from '../report/plan-summary.js';
import { visible } from '../report/visible-text.js';
import { wordsOf } from '../report/words.js';
import { writtenFiles } from '../report/written-files.js';
import { newsJson, planJson, toJson } from '../usecases/json-result.js';
import { listNews } from '../usecases/list-news.js';
import type { OutputOptions } from '../usecases/list-groups.js';
import { PAGE_NAME, type PlanResult } from '../usecases/plan.js';
import type { PublishedInput } from '../usecases/read-published.js';
import { defaultDialect } from '../writers/csv-dialect.js';
import type { Console } from './console.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { Flags } from './flags.js';
import { concludeSearch } from './search-run.js';

const STATUS_OF: Readonly<Record<number, 'done' | 'impossible'>> = {
  [EXIT.done]: 'done',
  [EXIT.impossible]: 'impossible',
};

/** A plan that is made, and where it goes. */
export interface PlanToPublish {
  readonly command: string;
  /** With the groups of the result. */
  readonly module: Module;
  readonly result: PlanResult & { readonly status: 'planned' };
  /** What was published before; absent: nothing is compared, and nobody has to be told. */
  readonly published?: Pick<PublishedInput, 'before' | 'earlier'>;
  /** What was noticed so far. */
  readonly diagnostics: readonly Diagnostic[];
  readonly output: OutputOptions;
  /** Folder to write. */
  readonly out: string;
  readonly force: boolean;
  /** Files of the folder that may be replaced whatever they hold, by name. */
  readonly carriedOn: ReadonlyMap<string, Uint8Array>;
  readonly interruption: Interruption;
  /** Whether the folder holds this plan already: it is not written again. Absent: no. */
  readonly isLeftAlone?: boolean;
  /** Whether groups could have had other sizes; absent: no. */
  readonly isSizeFree?: boolean;
  /** What the command adds to the JSON, and to what is said after the summary. */
  readonly json?: object;
  readonly lines?: readonly (readonly string[])[];
}

/** How the outputs of a plan are written, as flags and settings say. */
export function outputOf(flags: Flags, { settings: { language } }: Module): OutputOptions {
  return {
    language,
    dialect: flags.csv ?? defaultDialect(language, { toStdout: false }),
    pseudonyms: flags.pseudonyms ?? false,
    ...(flags.for === undefined ? {} : { readership: flags.for }),
  };
}

/** Writes a plan whole, unless the run is dry, and says what it is, whom to tell what, and where it is. */
export async function publishPlan(plan: PlanToPublish, flags: Flags, console: Console): Promise<ExitCode> {
  const { command, module, result, published, output, out, interruption } = plan;
  const { formed, timetable, files } = result;
  const { force, carriedOn, lines = [] } = plan;
  const isLeftAlone = plan.isLeftAlone === true;
  if (!flags.dryRun && !isLeftAlone) await writeFolderWhole(out, files, { force, carriedOn });
  const searched = await concludeSearch(formed, interruption, console);
  const lacking = timetable?.lacking;
  const code = lacking === undefined || searched !== EXIT.done ? searched : EXIT.impossible;
  const all = [...plan.diagnostics, ...(timetable?.warnings ?? []), ...(lacking?.reasons ?? [])];
  const rows = timetable?.timetable.rows ?? [];
  const { pseudonyms } = output;
  const people = { ...formed.grouping, cohort: module.cohort, pseudonyms };
  const news = published === undefined ? undefined : listNews({ ...people, rows, published });
  if (flags.json) {
    const own = {
      ...planJson(module, result, output, out, flags.dryRun === true || isLeftAlone),
      ...newsJson(news, output),
    };
    await console.print(
      toJson(command, STATUS_OF[code] ?? 'interrupted', all, console.language, { ...own, ...plan.json }),
    );
    return code;
  }
  const summary = {
    module,
    ...formed,
    isSizeFree: plan.isSizeFree === true,
    pseudonyms,
    ...(timetable === undefined ? {} : { timetable: timetable.figures, jointDays: timetable.jointDays }),
  };
  const { language } = console;
  const words = wordsOf(language);
  const hints = command === 'plan' ? hintLines({ ...summary, effort: flags.effort }, language) : [];
  await console.say(stack([summaryLines(summary, language, console.errorStyle), ...lines, hints]));
  const guests = module.programme?.witnesses ?? [];
  if (news !== undefined) await console.say(newsLines(news, guests, language, pseudonyms));
  if (lacking !== undefined) await console.say(console.errorStyle.bad(partialLine(lacking, language)));
  await console.report(all);
  const names = writtenFiles([...files.keys()], words);
  const where = visible(out.endsWith('/') ? out : `${out}/`);
  if (isLeftAlone) await console.say('', words.leftAlone(where));
  else if (flags.dryRun) await console.say('', words.wouldWrite(where, names));
  else {
    const toOpen = files.has(PAGE_NAME) ? [words.toOpen(`${where}${PAGE_NAME}`)] : [];
    await console.say('', words.written(where, names), toOpen);
  }
  return code;
}
