/** A broken rule, as numbers and names without words: what an independent judge found by recomputing a result. */
export interface Violation {
  /** Code of the rule, `timetable.…` or `groups.…`. */
  readonly rule: string;
  /** What the sentence about it needs: ids, labels, numbers; never a name of a person. */
  readonly facts: Readonly<Record<string, string | number>>;
}
