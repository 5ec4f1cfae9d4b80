import type { Module } from '../domain/module.js';
import type { Score } from '../engine/state.js';
import type { StartOutcome } from '../engine/start-runner.js';

/** What cuts a search short, in the order of the numbers that stand for it in shared memory; 0 is nothing. */
export const CUTS = ['time-limit', 'interrupted'] as const;

/** What a thread is born with. */
export interface ThreadData {
  readonly module: Module;
  readonly seed: string;
  /** One cell: 0, or 1 + the index in {@link CUTS}. */
  readonly flag: Int32Array;
}

/** What a thread is asked to do. */
export interface StartOrder {
  readonly start: number;
  readonly proposals: number;
  /** Stop once so many of them are made; absent: make them all. */
  readonly until?: number;
}

/** What a thread tells. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly made: number; readonly best: Score }
  | { readonly kind: 'outcome'; readonly outcome: StartOutcome };
