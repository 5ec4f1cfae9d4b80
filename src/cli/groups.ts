import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { compareText } from '../domain/fold.js';
import type { Cohort } from '../domain/roster.js';
import { hintLines } from '../report/hint-lines.js';
import { stack, summaryLines } from '../report/plan-summary.js';
import { formGroups } from '../usecases/form-groups.js';
import { listGroupsInParts } from '../usecases/list-groups.js';
import { groupsJson, toJson } from '../usecases/json-result.js';
import { EXIT } from './exit-codes.js';
import { readModuleOf } from './module-input.js';
import { checkTarget, dialectOf, writeData } from './output-target.js';
import type { Run } from './program.js';
import { refuseImpossible, refuseInput } from './refusal.js';
import { concludeSearch, startSearchRun } from './search-run.js';
import { startsOf } from './start-flags.js';
import { withConsole } from './with-console.js';

/** `groups`: the group list alone, what a pipe uses. */
export const run: Run = withConsole(async (folder, flags, console) => {
  const starts = startsOf(flags);
  const { module, diagnostics } = await readModuleOf(folder, flags, console);
  if (module === undefined) return refuseInput('groups', diagnostics, flags, console);
  await checkTarget(flags);
  const nameless = flags.pseudonyms ? findNameless(module.cohort) : [];
  if (nameless.length > 0) return refuseInput('groups', [...diagnostics, ...nameless], flags, console);

  const { language, seed } = module.settings;
  const { request, interruption } = await startSearchRun(flags, starts, console);
  const result = await formGroups({ module, seed, ...request });
  if (result.status === 'impossible') {
    await console.report(flags.json ? [] : diagnostics);
    interruption.release();
    return refuseImpossible('groups', result.reasons, flags, console, interruption.isInterrupted());
  }
  const { formed } = result;
  const code = await concludeSearch(formed, interruption, console);
  console.stage('write');
  const text = flags.json
    ? toJson(
        'groups',
        code === EXIT.done ? 'done' : 'interrupted',
        diagnostics,
        console.language,
        groupsJson(module, formed, { pseudonyms: flags.pseudonyms ?? false }),
      )
    : listGroupsInParts(module, formed.grouping, {
        language,
        dialect: dialectOf(flags, language),
        pseudonyms: flags.pseudonyms ?? false,
        ...(flags.for === undefined ? {} : { readership: flags.for }),
      });
  await writeData(text, flags, console);
  if (!console.isQuiet) {
    const summary = summaryLines(
      { module, ...formed, pseudonyms: flags.pseudonyms ?? false },
      console.language,
      console.errorStyle,
    );
    await console.say(stack([summary, hintLines({ module, ...formed, effort: flags.effort }, console.language)]));
  }
  await console.report(flags.json ? [] : diagnostics);
  return code;
});

/** The rosters with people who have no id, and would have an empty row in a list without names: an error each. */
export function findNameless({ participants }: Cohort): readonly Diagnostic[] {
  const files = [...new Set(participants.map(({ source }) => source.file))].sort(compareText);
  return files.flatMap((file) => {
    const listed = participants.filter(({ source }) => source.file === file);
    const people = listed.filter(({ id }) => id === '').length;
    return people === 0
      ? []
      : [diagnose('error', 'pseudonyms.no-id', { people, of: listed.length }, { source: { file } })];
  });
}
