import { scoreReport } from '../report/score-report.js';
import { scoreList } from '../usecases/score.js';
import { scoreJson, toJson } from '../usecases/json-result.js';
import { EXIT } from './exit-codes.js';
import { readGroupListOf } from './group-list-input.js';
import { readModuleOf } from './module-input.js';
import type { Run } from './program.js';
import { refuseInput } from './refusal.js';
import { withConsole } from './with-console.js';

/** `score`: judges any group list. The judgement is the command's data; exit 5 where something hard is broken. */
export const run: Run = withConsole(async (folder, flags, console) => {
  const { module, diagnostics, source } = await readModuleOf(folder, flags, console);
  if (module === undefined) return refuseInput('score', diagnostics, flags, console);
  const list = await readGroupListOf(module, flags, source);
  const read = [...diagnostics, ...list.diagnostics];
  if (list.value === undefined) return refuseInput('score', read, flags, console);

  console.stage('judge');
  const result = scoreList(module, list.value);
  if (flags.json) {
    await console.print(
      toJson('score', result.isBroken ? 'broken' : 'done', read, console.language, scoreJson(module, result)),
    );
  } else {
    await console.report(read);
    const lines = scoreReport({ module, ...result }, console.language, console.outStyle, flags.verbose ?? false);
    await console.print(`${lines.join('\n')}\n`);
  }
  return result.isBroken ? EXIT.broken : EXIT.done;
});
