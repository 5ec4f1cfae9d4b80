import { toCloneable } from '../domain/cloneable-module.js';
import { Worker } from 'node:worker_threads';
import type { Control } from '../engine/stopping.js';
import type { Prover } from '../proof/prover.js';
import type { ProofMessage, ProofOrder } from './proof-messages.js';

/** Milliseconds between two looks at signals and the clock. */
const WATCH = 10;

/**
 * Proves in a worker thread, which alone loads the solver. What cuts the proof short ends the thread, and what it had told
 * by then is kept.
 */
export function createThreadProver(control: Control): Prover {
  return async (module, groupOf, limits) => {
    const workerData: ProofOrder = { module: toCloneable(module), groupOf, limits };
    const worker = new Worker(new URL('./proof-thread.js', import.meta.url), { workerData });
    let known: ProofMessage['finding'] | undefined;
    let watch: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        worker.once('error', reject).on('message', ({ isLast, finding }: ProofMessage) => {
          known = finding;
          if (isLast) resolve({ finding });
        });
        watch = setInterval(() => {
          const cut = control.cut?.();
          if (cut !== undefined) resolve({ cut, ...(known === undefined ? {} : { finding: known }) });
        }, WATCH);
      });
    } finally {
      clearInterval(watch);
      await worker.terminate();
    }
  };
}
