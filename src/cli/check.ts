import { hasError } from '../domain/diagnostic.js';
import { cohortOverview } from '../report/cohort-overview.js';
import { checkModule } from '../usecases/check-module.js';
import { cohortJson, toJson } from '../usecases/json-result.js';
import { EXIT } from './exit-codes.js';
import { readModuleOf } from './module-input.js';
import type { Run } from './program.js';
import { refuseInput } from './refusal.js';
import { withConsole } from './with-console.js';

/** `check`: reads everything, solves nothing. The overview is the command's data; diagnostics go to standard error. */
export const run: Run = withConsole(async (folder, flags, console) => {
  const { module, diagnostics } = await readModuleOf(folder, flags, console, { tellsNotes: true });
  if (module === undefined) return refuseInput('check', diagnostics, flags, console);
  const { groupObstacles, timetableObstacles, notes } = checkModule(module, console.stage);
  const obstacles = [...groupObstacles, ...timetableObstacles];
  const isPossible = !hasError(obstacles);
  const all = [...diagnostics, ...notes, ...obstacles];
  if (flags.json) {
    await console.print(toJson('check', isPossible ? 'done' : 'impossible', all, console.language, cohortJson(module)));
  } else {
    await console.report([...diagnostics, ...notes]);
    const next = isPossible ? (folder ?? '') : undefined;
    if (!console.isQuiet) await console.show(cohortOverview(module, console.language, console.outStyle, next));
    await console.report(obstacles);
  }
  return isPossible ? EXIT.done : EXIT.impossible;
});
