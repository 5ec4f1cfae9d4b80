import type { Diagnostic } from '../domain/diagnostic.js';
import type { Manifest } from '../domain/manifest.js';
import type { Module } from '../domain/module.js';
import type { OnStage } from '../domain/stage.js';
import type { StartRunner } from '../engine/start-runner.js';
import type { Control } from '../engine/stopping.js';
import type { Prover, ProofTrace } from '../proof/prover.js';
import type { FileSource, OutputFiles } from './files.js';
import type { GroupsProgress } from './observed-gap.js';
import { replayPlan } from './replay-plan.js';
import { replayRepair } from './replay-repair.js';
import { replayRotation } from './replay-rotation.js';

/** Where and how a run is made again: nothing of it changes what comes out. */
export interface ReplayMeans {
  /** Stops it from outside: what it gives then is worth nothing. */
  readonly control?: Control;
  readonly observe?: (progress: GroupsProgress) => void;
  readonly onStage?: OnStage;
  /** Runs the starts of a search; absent: one after the other in this thread. */
  readonly createRunner?: (module: Module, seed: string) => StartRunner;
  /** Proves, up to where another proof was cut short if a trace says so; absent: in this thread. */
  readonly createProver?: (trace: ProofTrace | undefined) => Prover;
}

export interface ReplayRequest {
  readonly manifest: Manifest;
  /** The inputs by the names that the manifest gives them. */
  readonly source: FileSource;
  readonly means: ReplayMeans;
}

/** What a run gives when it is made again: every file, the manifest among them, and the module that it was made of; or why there are none. */
export type ReplayResult =
  | { readonly files: OutputFiles; readonly module: Module }
  | { readonly files: undefined; readonly reasons: readonly Diagnostic[] };

export type Replay = (request: ReplayRequest) => Promise<ReplayResult>;

/** How each command that writes a manifest is run again; its name is the manifest's `command`. */
const REPLAYS: ReadonlyMap<string, Replay> = new Map([
  ['plan', replayPlan],
  ['repair', replayRepair],
  ['rotate', replayRotation],
]);

/** How a command is run again; `undefined` for one that this version does not know. */
export function replayOf(command: string): Replay | undefined {
  return REPLAYS.get(command);
}
