import type { OnStage, Stage } from '../domain/stage.js';
import type { StageRecord } from '../report/stage-table.js';

/** What tells a clock the time and the memory: the process's own, or a test's. */
export interface Meter {
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  /** The most memory that the process has held so far, in bytes. */
  readonly peakBytes: () => number;
}

export const PROCESS_METER: Meter = {
  now: () => performance.now(),
  peakBytes: () => process.resourceUsage().maxRSS * 1024,
};

/** Measures the stages of a run; a stage that comes again is added to. */
export interface StageClock {
  readonly enter: OnStage;
  /** The stages so far, in the order of their first coming; the last one ends here. */
  readonly records: () => readonly StageRecord[];
}

export function createStageClock({ now, peakBytes }: Meter): StageClock {
  const records = new Map<Stage, StageRecord>();
  let current: Stage | undefined;
  let begun = 0;
  const close = () => {
    if (current === undefined) return;
    const seconds = (now() - begun) / 1000 + (records.get(current)?.seconds ?? 0);
    records.set(current, { stage: current, seconds, peakBytes: peakBytes() });
    current = undefined;
  };
  return {
    enter: (stage) => {
      close();
      current = stage;
      begun = now();
    },
    records: () => {
      close();
      return [...records.values()];
    },
  };
}
