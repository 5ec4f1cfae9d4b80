import { Worker } from 'node:worker_threads';
import { toCloneable } from '../domain/cloneable-module.js';
import type { Module } from '../domain/module.js';
import type { StartOutcome, StartRunner } from '../engine/start-runner.js';
import type { Control } from '../engine/stopping.js';
import { CUTS, type StartOrder, type ThreadData, type ThreadMessage } from './thread-messages.js';

/** Milliseconds between two looks at signals and the clock on behalf of the threads. */
const WATCH = 10;

/**
 * Runs the starts of a search in worker threads, each of which compiles the module once. What cuts a search short is seen
 * here and told to all through shared memory, since a thread that searches hears no message.
 */
export function createThreadRunner(module: Module, seed: string, threads: number, control: Control): StartRunner {
  const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: ThreadData = { module: toCloneable(module), seed, flag };
  const workers: Worker[] = [];
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const watch = setInterval(() => {
    const cut = control.cut?.();
    if (cut !== undefined) Atomics.store(flag, 0, CUTS.indexOf(cut) + 1);
  }, WATCH);

  const hire = async (): Promise<Worker> => {
    const free = idle.pop();
    if (free !== undefined) return free;
    if (workers.length >= threads) return new Promise((resolve) => waiting.push(resolve));
    const worker = new Worker(new URL('./start-thread.js', import.meta.url), { workerData });
    workers.push(worker);
    return worker;
  };
  const dismiss = (worker: Worker) => {
    const next = waiting.shift();
    if (next === undefined) idle.push(worker);
    else next(worker);
  };

  return {
    threads,
    run: async (start, proposals, progress, until) => {
      const worker = await hire();
      try {
        return await new Promise<StartOutcome>((resolve, reject) => {
          const hear = (message: ThreadMessage) => {
            if (message.kind === 'progress') progress?.(message.made, message.best);
            else {
              worker.off('message', hear).off('error', reject);
              resolve(message.outcome);
            }
          };
          worker.on('message', hear).once('error', reject);
          worker.postMessage({ start, proposals, ...(until === undefined ? {} : { until }) } satisfies StartOrder);
        });
      } finally {
        dismiss(worker);
      }
    },
    close: async () => {
      clearInterval(watch);
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
