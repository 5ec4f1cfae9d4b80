import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** The repository, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const PROGRAM = `${ROOT}bin/brassage.js`;

/** A path, English and a time zone: nothing else of the tests' own environment. */
export const BASE_ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  LC_ALL: 'C.UTF-8',
  TZ: 'Europe/Paris',
};

export interface Ended {
  /** Exit code; `null` when a signal ended the program. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  /** Added to an environment that holds nothing but a path and English. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** A program that runs, and how it will have ended. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts the real program with nothing of the tests' own environment. */
export function startCli(args: readonly string[], options: RunOptions = {}): Running {
  return start(process.execPath, [PROGRAM, ...args], options);
}

/**
 * How far a program has come: it listens for signals; a thread of its search has groups that break no hard rule; a proof in a thread has
 * told what it knows so far.
 */
export type Sign = 'listening' | 'settled' | 'proving';

/** Starts the real program and returns once it gives a sign; throws where it ends without. */
export async function startUntil(sign: Sign, args: readonly string[], options: RunOptions = {}): Promise<Running> {
  const announcer = new URL('announce.js', import.meta.url).href;
  const running = start(process.execPath, ['--import', announcer, PROGRAM, ...args], options);
  const channel = running.child.stdio[3] as Readable;
  for await (const given of createInterface({ input: channel })) {
    if (given !== sign) continue;
    // The process counts as ended once all its streams are read to their ends.
    channel.resume();
    return running;
  }
  const { code, stderr } = await running.ended;
  throw new Error(`brassage ${args.join(' ')} exits ${code} and was never ${sign}:\n${stderr}`);
}

/** Starts the real program and returns once it listens for signals. */
export function startUntilListening(args: readonly string[], options: RunOptions = {}): Promise<Running> {
  return startUntil('listening', args, options);
}

/** Runs the real program to its end. */
export function runCli(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return startCli(args, options).ended;
}

/** Runs the real program, which must exit 0. */
export async function runWell(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const ended = await runCli(args, options);
  if (ended.code !== 0) throw new Error(`brassage ${args.join(' ')} exits ${ended.code}:\n${ended.stderr}`);
  return ended;
}

/** Runs a line of bash, in which `$BRASSAGE` is the program; a pipeline fails when any of its parts does. */
export function runShell(line: string, options: RunOptions = {}): Promise<Ended> {
  const brassage = `"${process.execPath}" "${PROGRAM}"`;
  return start('bash', ['-o', 'pipefail', '-c', line.replaceAll('$BRASSAGE', brassage)], options).ended;
}

function start(program: string, args: readonly string[], { stdin = '', env = {}, cwd = ROOT }: RunOptions): Running {
  const stdio = ['pipe', 'pipe', 'pipe', 'pipe'] as const;
  const child = spawn(program, [...args], { cwd, env: { ...BASE_ENVIRONMENT, ...env }, stdio: [...stdio] });
  const collect = (stream: NodeJS.ReadableStream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString('utf8');
  };
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  child.stdio[3]?.on('error', () => undefined);
  // A program that ends without having read its input closes the pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout: stdout(), stderr: stderr() }));
  });
  return { child, ended };
}
