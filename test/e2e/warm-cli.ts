import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { BASE_ENVIRONMENT, PROGRAM, ROOT, type Ended, type RunOptions } from './run-cli.js';

/** A process of the test worker's own that has run the program before, and the end of what it was last given. */
let warm: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the built program to its end in a process that has run it before: several times as fast as `runCli` of `run-cli.js`, and the same
 * for whatever does not depend on the process. Signals, terminals, pipes, the start and the bundle are not to be tested with it.
 */
export function runCli(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const ended = last.then(() => run(args, options));
  last = ended.catch(() => undefined);
  return ended;
}

/** The same of a run that must exit 0. */
export async function runWell(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const ended = await runCli(args, options);
  if (ended.code !== 0) throw new Error(`brassage ${args.join(' ')} exits ${ended.code}:\n${ended.stderr}`);
  return ended;
}

async function run(args: readonly string[], { stdin = '', env = {}, cwd = ROOT }: RunOptions): Promise<Ended> {
  const program = (warm ??= start());
  program.send({ program: PROGRAM, args, stdin, env, cwd });
  const end = new AbortController();
  const died = once(program, 'exit', { signal: end.signal }).then(() => {
    warm = undefined;
    throw new Error(`brassage ${args.join(' ')} ended its process`);
  });
  const [told] = (await Promise.race([once(program, 'message', { signal: end.signal }), died])) as [Ended];
  end.abort();
  return { ...told, signal: null };
}

function start(): ChildProcess {
  const program = fork(new URL('warm-program.js', import.meta.url), {
    env: BASE_ENVIRONMENT,
    execArgv: [],
    serialization: 'advanced',
  });
  // It ends when the worker does, and keeps it from nothing.
  program.unref();
  program.channel?.unref();
  return program;
}
