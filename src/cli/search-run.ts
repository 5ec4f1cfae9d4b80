import { toNumber } from '../domain/fraction.js';
import { listenForInterruption, type Interruption } from '../node/interruption.js';
import { createThreadRunner } from '../node/thread-runner.js';
import { wordsOf } from '../report/words.js';
import type { FormedGroups, GroupsRequest } from '../usecases/form-groups.js';
import type { Console } from './console.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { Flags } from './flags.js';
import { startsOf } from './start-flags.js';

/** What the flags say of the search, with signals, time limit and progress attached. */
export function startSearchRun(
  flags: Flags,
  console: Console,
): { request: Pick<GroupsRequest, 'search' | 'control' | 'observe' | 'createRunner'>; interruption: Interruption } {
  const interruption = listenForInterruption(flags.timeLimit);
  const words = wordsOf(console.language);
  let shown = performance.now();
  return {
    interruption,
    request: {
      search: { effort: flags.effort, ...startsOf(flags, console.language) },
      control: interruption.control,
      ...((flags.threads ?? 1) > 1
        ? { createRunner: (module, seed) => createThreadRunner(module, seed, flags.threads ?? 1, interruption.control) }
        : {}),
      observe: ({ spent }) => {
        if (!console.showsProgress || performance.now() - shown < 200) return;
        shown = performance.now();
        console.progress(`${words.mix}… ${words.number(spent * 100, 0)} %`);
      },
    },
  };
}

/** Says how the search ended where it did not end by itself, and what the shell is told. */
export async function concludeSearch(
  { stopped, starts, certificate }: FormedGroups,
  interruption: Interruption,
  console: Console,
): Promise<ExitCode> {
  interruption.release();
  const words = wordsOf(console.language);
  if (console.isVerbose) {
    for (const { start, proposals, hard, soft } of starts)
      await console.say(`start ${start}: ${proposals} proposals, hard ${hard}, soft ${soft}`);
    await console.say(
      `stopped by ${stopped}; ${toNumber(certificate.total.value)} ≥ ${toNumber(certificate.total.bound)}`,
    );
  }
  if (stopped === 'time-limit') await console.say(words.timeLimitReached);
  if (!interruption.isInterrupted()) return EXIT.done;
  await console.say(words.interrupted);
  return EXIT.interrupted;
}
