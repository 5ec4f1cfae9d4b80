import { toNumber } from '../domain/fraction.js';
import type { Control } from '../engine/stopping.js';
import { listenForInterruption, type Interruption } from '../node/interruption.js';
import type { ProofTrace, Prover } from '../proof/prover.js';
import { runWordsOf } from '../report/run-words.js';
import { wordsOf } from '../report/words.js';
import type { FormedGroups, GroupsRequest } from '../usecases/form-groups.js';
import type { ReplayMeans } from '../usecases/replays.js';
import { proofLimitsOf, type SearchOptions } from '../usecases/search-options.js';
import type { ProofRequest } from '../usecases/strengthen.js';
import type { Console } from './console.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { Flags } from './flags.js';
import { createSearchProgress, startProofProgress } from './progress.js';

/** What the flags say of the search, of which `starts` are to be made, with signals, time limit and progress attached. */
export async function startSearchRun(
  flags: Flags,
  starts: Pick<SearchOptions, 'starts' | 'first'>,
  console: Console,
): Promise<{
  request: Required<Pick<GroupsRequest, 'search'>> &
    Pick<GroupsRequest, 'control' | 'observe' | 'onStage' | 'createRunner' | 'proof'>;
  interruption: Interruption;
}> {
  const threads = flags.threads ?? 1;
  // Threads are loaded by those who ask for them alone.
  const runner = threads > 1 ? await import('../node/thread-runner.js') : undefined;
  const interruption = listenForInterruption(flags.timeLimit);
  return {
    interruption,
    request: {
      search: { effort: flags.effort, ...starts },
      control: interruption.control,
      ...(flags.prove === true ? { proof: startProof(flags, interruption, console) } : {}),
      ...(runner === undefined
        ? {}
        : {
            createRunner: (module, seed) => runner.createThreadRunner(module, seed, threads, interruption.control),
          }),
      onStage: console.stage,
      ...(console.showsProgress
        ? { observe: createSearchProgress(console, flags.timeLimit, () => performance.now()) }
        : {}),
    },
  };
}

/** How a run is made again, with signals, threads and progress attached. */
export async function startReplay(
  { threads = 1 }: Pick<Flags, 'threads'>,
  console: Console,
): Promise<{ means: ReplayMeans; interruption: Interruption }> {
  const runner = threads > 1 ? await import('../node/thread-runner.js') : undefined;
  const interruption = listenForInterruption();
  const { control } = interruption;
  return {
    interruption,
    means: {
      control,
      onStage: console.stage,
      ...(runner === undefined
        ? {}
        : { createRunner: (module, seed) => runner.createThreadRunner(module, seed, threads, control) }),
      createProver: (trace) => createProver(control, console, trace),
      ...(console.showsProgress ? { observe: createSearchProgress(console, undefined, () => performance.now()) } : {}),
    },
  };
}

/** What `--prove` asks for: a thread of its own, which signals and the time limit end. */
export function startProof(flags: Pick<Flags, 'effort'>, { control }: Interruption, console: Console): ProofRequest {
  return { limits: proofLimitsOf(flags.effort), prover: createProver(control, console) };
}

function createProver(control: Control, console: Console, trace?: ProofTrace): Prover {
  return async (...request) => {
    const { createThreadProver } = await import('../node/thread-prover.js');
    const progress = startProofProgress(console, () => performance.now());
    try {
      return await createThreadProver(control, trace)(...request);
    } finally {
      progress.end();
    }
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
    const run = runWordsOf(console.language);
    const { value, bound } = certificate.total;
    await console.say(
      ...starts.map(({ start, proposals, hard, soft }) => run.startLine(start, proposals, hard, soft)),
      run.stoppedBy(stopped, toNumber(value), toNumber(bound)),
    );
  }
  if (stopped === 'time-limit') await console.say(words.timeLimitReached);
  if (!interruption.isInterrupted()) return EXIT.done;
  await console.say(words.interrupted);
  return EXIT.interrupted;
}
