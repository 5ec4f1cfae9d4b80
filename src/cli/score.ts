import { scoreReport } from '../report/score-report.js';
import type { GroupList } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { listenForInterruption } from '../node/interruption.js';
import { improveList } from '../usecases/improve-list.js';
import { improvementsJson } from '../usecases/improvements-json.js';
import { proveList, scoreList, type ScoreResult } from '../usecases/score.js';
import { DEFAULT_EFFORT } from '../usecases/search-options.js';
import { scoreJson, toJson } from '../usecases/json-result.js';
import type { Console } from './console.js';
import { EXIT } from './exit-codes.js';
import { readGroupListOf, USUAL_LIST } from './group-list-input.js';
import { readModuleOf } from './module-input.js';
import type { Flags } from './flags.js';
import type { Run } from './program.js';
import { refuseInput } from './refusal.js';
import { startProof } from './search-run.js';
import { withConsole } from './with-console.js';

/** `score`: judges any group list. The judgement is the command's data; exit 5 where something hard is broken. */
export const run: Run = withConsole(async (folder, flags, console) => {
  const { module, diagnostics, source } = await readModuleOf(folder, flags, console);
  if (module === undefined) return refuseInput('score', diagnostics, flags, console);
  const list = await readGroupListOf(module, flags, source, { isTolerant: true });
  const read = [...diagnostics, ...list.diagnostics];
  if (list.value === undefined) return refuseInput('score', read, flags, console);

  console.stage('judge');
  const judged = scoreList(module, list.value);
  const { result, isInterrupted } = await proveIfAsked(module, list.value, judged, flags, console);
  const improvements = isInterrupted ? undefined : improveList(module, list.value, result.certificate);
  if (flags.json) {
    await console.print(
      toJson('score', isInterrupted ? 'interrupted' : result.isBroken ? 'broken' : 'done', read, console.language, {
        ...scoreJson(module, result),
        ...improvementsJson(module, improvements),
      }),
    );
  } else {
    await console.report(read);
    const known = {
      module,
      ...result,
      ...(flags.groups === undefined ? { list: USUAL_LIST } : {}),
      ...(improvements === undefined ? {} : { improvements }),
    };
    const lines = scoreReport(known, console.language, console.outStyle, flags.verbose ?? false);
    await console.show(lines);
  }
  if (isInterrupted) return EXIT.interrupted;
  return result.isBroken ? EXIT.broken : EXIT.done;
});

/** The judgement with what `--prove` adds to it. */
async function proveIfAsked(module: Module, list: GroupList, judged: ScoreResult, flags: Flags, console: Console) {
  if (flags.prove !== true) return { result: judged, isInterrupted: false };
  const interruption = listenForInterruption();
  const result = await proveList(module, list, judged, startProof({ effort: DEFAULT_EFFORT }, interruption, console));
  interruption.release();
  return { result, isInterrupted: interruption.isInterrupted() };
}
