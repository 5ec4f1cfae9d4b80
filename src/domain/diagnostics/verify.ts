import type { FileEdits } from '../file-edits.js';
import type { FileFailure } from '../file-failure.js';

/** Where two files begin to differ. */
export type FirstDifference =
  /** In a line, counted from 1; `here` and `there` are what it holds around that point, `undefined` where the file has ended. */
  | {
      readonly kind: 'line';
      readonly line: number;
      readonly here: string | undefined;
      readonly there: string | undefined;
    }
  /** In bytes that are no text: their number before it. */
  | { readonly kind: 'byte'; readonly offset: number };

/** What can be said of a plan that is compared with what it was made from. */
export interface VerifyDiagnosticParams {
  /** A folder without a manifest. */
  'verify.no-plan': object;
  /** No manifest of ours, or a damaged one. */
  'verify.not-a-manifest': object;
  /** A manifest of a later shape; `brassage` is the version that wrote it, `''` where even that cannot be read. */
  'verify.newer-manifest': { shape: number; brassage: string };
  /** An input that is not what it was; sizes in bytes. */
  'verify.input-changed': { bytes: number; was: number };
  'verify.input-missing': { reason: FileFailure };
  /**
   * A file of the plan that is not what was written; `difference` where it is known what that was: `here` is the file; `edits` where
   * that can be said of people, groups and sessions too.
   */
  'verify.output-changed': { difference?: FirstDifference; edits?: FileEdits };
  'verify.output-missing': { reason: FileFailure };
  /** A file in the plan's folder that is none of the plan. */
  'verify.output-added': object;
  /** What is made again is not what was written: `here` is the file, `there` what is made now. */
  'verify.other-result': { which: 'differs' | 'made-then-only' | 'made-now-only'; difference?: FirstDifference };
  /** Another version wrote the plan; `isPromised`: the two are to make the same of the same. */
  'verify.other-version': { brassage: string; version: string; isPromised: boolean };
  /** Another version wrote the plan, and this one makes another one of the same, as it may. */
  'verify.other-draw': { brassage: string; version: string };
  /** The plan could not be made again. */
  'verify.not-made-again': { why: 'inputs' | 'command' | 'failed'; command: string };
  /** Inputs that a plan replaces, of which it keeps no copy, since they may hold names. */
  'verify.not-carried': { files: number };
}
