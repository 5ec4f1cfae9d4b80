import type { Source } from './source.js';

/** A part of a theme on which some groups work. A theme without strands has one, of id `''`. */
export interface Strand {
  /** `''` for the only strand of a theme without strands. */
  readonly id: string;
  readonly title: string;
  /** How many groups work on it; absent when the groups are shared out evenly over strands. */
  readonly groupCount?: number;
  /** Least and most people in each of its groups; absent: the settings' group size. */
  readonly minSize?: number;
  readonly maxSize?: number;
  readonly source: Source;
}

/** A subject of the module. Strand ids are unique within a theme only. */
export interface Theme {
  readonly id: string;
  readonly title: string;
  readonly strands: readonly Strand[];
}
