import type { Source } from './source.js';

/** A group to fill: its size is settled before anyone is placed. */
export interface Group {
  /** Unique, and safe in a spreadsheet: `G01`, `VILLE-A1`. */
  readonly label: string;
  /** Theme id; `''` when the module has no themes. */
  readonly theme: string;
  /** Strand id; `''` when the theme has no strands. */
  readonly strand: string;
  readonly size: number;
}

/** Who is in which group: participant key to group label. */
export type Assignment = ReadonlyMap<string, string>;

/** The groups with their members. */
export interface Grouping {
  readonly groups: readonly Group[];
  readonly assignment: Assignment;
}

/** A group list as somebody wrote it: nothing about it is certain but that its people and groups exist. */
export interface GroupList {
  /** The groups that the list names, in the module's order then the list's; `size` is the number of its lines. */
  readonly groups: readonly Group[];
  /** One entry a line: a person may stand twice, or nowhere. */
  readonly placements: readonly { readonly participant: string; readonly group: string; readonly source: Source }[];
  /** People of the list who are not of the cohort, in its order; absent where these are errors. */
  readonly strangers?: readonly Stranger[];
}

/** Somebody of a list who is not of the cohort, as the list has them; `''` where it does not say. */
export interface Stranger {
  readonly id: string;
  /** Both names, where the list has them in one. */
  readonly familyName: string;
  readonly givenName: string;
  readonly school: string;
  /** Label of the group. */
  readonly group: string;
}
