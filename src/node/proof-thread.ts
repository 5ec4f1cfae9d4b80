import { parentPort, workerData } from 'node:worker_threads';
import { compileProblem } from '../engine/problem.js';
import { solveWithHighs } from '../proof/highs-solver.js';
import { prove } from '../proof/prove.js';
import type { ProofMessage, ProofOrder } from './proof-messages.js';

// A thread of its own: the solver hears nothing while it runs, so whoever wants it to stop ends the thread.
const { module, groupOf, limits } = workerData as ProofOrder;
const tell = (message: ProofMessage) => parentPort?.postMessage(message);

const finding = await prove(compileProblem(module), groupOf, limits, solveWithHighs, (known) =>
  tell({ isLast: false, finding: known }),
);
tell({ isLast: true, finding });
