import type { FileFailure } from '../file-failure.js';

/** A field of a manifest with what it holds in two folders; `''` where one of them has no such field. */
export interface PlanDifference {
  readonly field: string;
  readonly here: string;
  readonly there: string;
}

/** What can be said of plans that parts of one search have written. */
export interface PlansDiagnosticParams {
  /** None of the folders holds a plan. */
  'plans.none': { folders: number };
  /** A folder without a manifest: nothing was written there. */
  'plans.no-plan': object;
  /** A manifest that is not one of ours, or of a shape that this version does not know. */
  'plans.not-a-manifest': object;
  /** Not a part of the same search as the plan in `other`. */
  'plans.differs': { other: string; fields: readonly PlanDifference[] };
  /** A file of a plan that is gone, or is not what was written. */
  'plans.changed': { reason: FileFailure | 'other-bytes' };
  /** Two plans tell different things of a start, which depends on nothing that differs between them. */
  'plans.disagree': { start: number; other: string };
  /** Starts that were asked for and are in none of the plans, as ranges; `next` is what runs the first of these. */
  'plans.missing-starts': { starts: number; ranges: readonly string[]; next: string };
  /** Starts that are in several plans, as ranges. */
  'plans.repeated-starts': { starts: number; ranges: readonly string[] };
  /** A plan whose search did not come to its end: where it stopped is another place on another machine. */
  'plans.cut': { reason: 'time-limit' | 'interrupted'; start: number };
}
