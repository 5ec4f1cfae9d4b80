import { toCloneable } from '../domain/cloneable-module.js';
import { Worker } from 'node:worker_threads';
import type { Control } from '../engine/stopping.js';
import type { ProofTrace, Prover } from '../proof/prover.js';
import type { ProofMessage, ProofOrder } from './proof-messages.js';

/** Milliseconds between two looks at signals and the clock. */
const WATCH = 10;

/**
 * Proves in a worker thread, which alone loads the solver. What cuts the proof short ends the thread, and what it had told
 * by then is kept.
 *
 * @param trace Where to end although nothing cuts it short, as another run did; absent: it goes on.
 */
export function createThreadProver(control: Control, trace?: ProofTrace): Prover {
  return async (module, groupOf, limits) => {
    if (trace?.told === 0) return { cut: trace.cut, told: 0 };
    const workerData: ProofOrder = { module: toCloneable(module), groupOf, limits };
    const worker = new Worker(new URL('./proof-thread.js', import.meta.url), { workerData });
    let known: ProofMessage['finding'] | undefined;
    let told = 0;
    let watch: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        worker.once('error', reject).on('message', ({ isLast, finding }: ProofMessage) => {
          known = finding;
          told++;
          if (told === trace?.told) resolve({ cut: trace.cut, finding, told });
          else if (isLast) resolve({ finding });
        });
        watch = setInterval(() => {
          const cut = control.cut?.();
          if (cut !== undefined) resolve({ cut, told, ...(known === undefined ? {} : { finding: known }) });
        }, WATCH);
      });
    } finally {
      clearInterval(watch);
      await worker.terminate();
    }
  };
}
