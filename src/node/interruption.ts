import type { Control } from '../engine/stopping.js';

/** Turns signals and a time limit into what a search asks between two steps. */
export interface Interruption {
  readonly control: Control;
  /** Whether a signal has come. */
  readonly isInterrupted: () => boolean;
  /** Gives the signals back to the system. */
  readonly release: () => void;
}

/**
 * Listens for Ctrl-C (SIGINT) and SIGTERM: the first asks the search to stop with the best found, the second leaves at
 * once with exit code 130.
 *
 * @param timeLimit Seconds from now; absent: none.
 */
export function listenForInterruption(timeLimit?: number): Interruption {
  let interrupted = false;
  const onSignal = () => {
    if (interrupted) process.exit(130);
    interrupted = true;
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  const until = timeLimit === undefined ? Infinity : performance.now() + timeLimit * 1000;
  return {
    control: {
      cut: () => (interrupted ? 'interrupted' : performance.now() >= until ? 'time-limit' : undefined),
      pause: () => new Promise((resolve) => setImmediate(resolve)),
    },
    isInterrupted: () => interrupted,
    release: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
