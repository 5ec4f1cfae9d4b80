import { stageTable } from '../report/stage-table.js';
import { createConsole, type Console } from './console.js';
import type { ExitCode } from './exit-codes.js';
import type { Flags } from './flags.js';
import type { Run } from './program.js';

/** A command's work with the three streams; with `--verbose` what its stages took comes last, however it ended. */
export function withConsole<Place = string | undefined>(
  work: (place: Place, flags: Flags, console: Console) => Promise<ExitCode>,
): Run<Place> {
  return async (place, flags) => {
    const console = createConsole(flags);
    try {
      const code = await work(place, flags, console);
      if (console.isVerbose) await console.say(stageTable(console.stages(), console.language, console.errorStyle));
      return code;
    } finally {
      // What a failure says goes to standard error by another way.
      console.clearProgress();
    }
  };
}
