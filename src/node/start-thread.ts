import { parentPort, workerData } from 'node:worker_threads';
import { compileProblem } from '../engine/problem.js';
import { createLocalRunner } from '../engine/start-runner.js';
import type { Score } from '../engine/state.js';
import { CUTS, type StartOrder, type ThreadData, type ThreadMessage } from './thread-messages.js';

// A thread of its own: compiles the module, then runs the starts that it is asked for.
const { module, seed, flag } = workerData as ThreadData;
const runner = createLocalRunner(compileProblem(module), seed, { cut: () => CUTS[Atomics.load(flag, 0) - 1] });
const tell = (message: ThreadMessage) => parentPort?.postMessage(message);

async function carryOut({ start, proposals, until }: StartOrder): Promise<void> {
  const report = (made: number, { hard, soft }: Score) => tell({ kind: 'progress', made, best: { hard, soft } });
  const outcome = await runner.run(start, proposals, report, until);
  tell({ kind: 'outcome', outcome });
}

parentPort?.on('message', (order: StartOrder) => void carryOut(order));
