import { rangeText, toRanges } from '../domain/start-range.js';
import { checkFolderWritable, writeFolderWhole } from '../node/output-folder.js';
import { bestTable } from '../report/best-report.js';
import { runWordsOf } from '../report/run-words.js';
import { visible } from '../report/visible-text.js';
import { wordsOf } from '../report/words.js';
import { writtenFiles } from '../report/written-files.js';
import { chooseBest, type RankedPlan } from '../usecases/best.js';
import { bestJson, toJson } from '../usecases/json-result.js';
import { EXIT } from './exit-codes.js';
import { createFileSource } from './file-source.js';
import type { Run } from './program.js';
import { refuseInput } from './refusal.js';
import { withConsole } from './with-console.js';

/** `best`: the best of the plans that parts of one search wrote: its folder on standard output, or its files in a folder of their own. */
export const run: Run<readonly string[]> = withConsole(async (folders, flags, console) => {
  const { out } = flags;
  const force = flags.force ?? false;
  console.stage('read');
  const { best, diagnostics } = await chooseBest(createFileSource(console), folders);
  if (best === undefined) return refuseInput('best', diagnostics, flags, console);
  console.stage('write');
  if (out !== undefined && !flags.dryRun) {
    await checkFolderWritable(out, { force });
    await writeFolderWhole(out, best.files, { force });
  }
  if (flags.json) {
    const target = out === undefined ? undefined : { folder: out, isDryRun: flags.dryRun ?? false };
    await console.print(toJson('best', 'done', diagnostics, console.language, bestJson(best, target)));
    return EXIT.done;
  }
  const { winner, manifest, asked } = best;
  const lines = bestTable(best.ranking.map(lineOf), console.language, console.errorStyle, console.isVerbose);
  const place = visible(winner.folder);
  const said = runWordsOf(console.language).chosen(
    manifest.search.starts.length,
    asked.count,
    winner.best.start,
    place,
  );
  await console.say(lines, '', said);
  await console.report(diagnostics);
  if (out === undefined) {
    await console.print(`${winner.folder}\n`);
    return EXIT.done;
  }
  const words = wordsOf(console.language);
  const names = writtenFiles([...best.files.keys()], words);
  const where = visible(out.endsWith('/') ? out : `${out}/`);
  await console.say(flags.dryRun ? words.wouldWrite(where, names) : words.written(where, names));
  return EXIT.done;
});

function lineOf({ folder, manifest, best }: RankedPlan) {
  const starts = toRanges(manifest.search.starts.map(({ start }) => start)).map(rangeText);
  return { folder, starts, start: best.start, score: manifest.score };
}
