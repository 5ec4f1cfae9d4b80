import { parentPort, workerData } from 'node:worker_threads';
import { compileProblem } from '../engine/problem.js';
import { createLocalRunner } from '../engine/start-runner.js';
import { CUTS, type StartOrder, type ThreadData, type ThreadMessage } from './thread-messages.js';

// A thread of its own: compiles the module, then runs the starts that it is asked for.
const { module, seed, flag } = workerData as ThreadData;
const runner = createLocalRunner(compileProblem(module), seed, { cut: () => CUTS[Atomics.load(flag, 0) - 1] });
const tell = (message: ThreadMessage) => parentPort?.postMessage(message);

async function carryOut({ start, proposals }: StartOrder): Promise<void> {
  const outcome = await runner.run(start, proposals, (made, { hard, soft }) =>
    tell({ kind: 'progress', made, best: { hard, soft } }),
  );
  tell({ kind: 'outcome', outcome });
}

parentPort?.on('message', (order: StartOrder) => void carryOut(order));
