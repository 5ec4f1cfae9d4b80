import { headline, mixTable, scoreLines } from '../report/plan-summary.js';
import { formGroups } from '../usecases/form-groups.js';
import { listGroups } from '../usecases/plan.js';
import { groupsJson, toJson } from '../usecases/json-result.js';
import { createConsole } from './console.js';
import { EXIT } from './exit-codes.js';
import { readModuleOf } from './module-input.js';
import { checkTarget, dialectOf, writeData } from './output-target.js';
import type { Run } from './program.js';
import { refuseImpossible, refuseInput } from './refusal.js';
import { concludeSearch, startSearchRun } from './search-run.js';

/** `groups`: the group list alone, what a pipe uses. */
export const run: Run = async (folder, flags) => {
  const console = createConsole(flags);
  await checkTarget(flags);
  const { module, diagnostics } = await readModuleOf(folder, flags, console);
  if (module === undefined) return refuseInput('groups', diagnostics, flags, console);

  const { language, seed } = module.settings;
  const { request, interruption } = startSearchRun(flags, console);
  const result = await formGroups({ module, seed, ...request });
  if (result.status === 'impossible') {
    await console.report(flags.json ? [] : diagnostics);
    interruption.release();
    return refuseImpossible('groups', result.reasons, flags, console, interruption.isInterrupted());
  }
  const { formed } = result;
  const code = await concludeSearch(formed, interruption, console);
  const text = flags.json
    ? toJson(
        'groups',
        code === EXIT.done ? 'done' : 'interrupted',
        diagnostics,
        console.language,
        groupsJson(module, formed),
      )
    : listGroups(module, formed.grouping, {
        language,
        dialect: dialectOf(flags, language),
        pseudonyms: flags.pseudonyms ?? false,
      });
  await writeData(text, flags, console);
  const style = console.errorStyle;
  const summary = {
    module,
    report: formed.report,
    certificate: formed.certificate,
    sizes: module.groups.map(({ size }) => size),
  };
  await console.say(headline(summary, console.language, style), '', ...mixTable(summary, console.language, style), '');
  await console.say(...scoreLines(summary, console.language, style));
  await console.report(flags.json ? [] : diagnostics);
  return code;
};
