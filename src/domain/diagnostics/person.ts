/**
 * What was assumed of a row that names a person, beyond what it says:
 *
 * - `other-name`: the id is right, and the name beside it is somebody else's;
 * - `name-differs`: the id is right, and the name beside it has nothing of the person's;
 * - `other-school`: the name is right, and the school is another;
 * - `unknown-id`: the name is right, and nobody has the id;
 * - `zeros`: the id has lost, or got, zeros in front, as spreadsheets do;
 * - `left-out`: words of the name are missing, or there are more;
 * - `initials`: given or family name by initials;
 * - `slip`: one or two letters are otherwise;
 * - `namesake`: several are called so, and the others stand on lines of their own.
 */
export type PersonDoubt =
  | 'other-name'
  | 'name-differs'
  | 'other-school'
  | 'unknown-id'
  | 'zeros'
  | 'left-out'
  | 'initials'
  | 'slip'
  | 'namesake';

/** What can be said of the people that a list names. */
export interface PersonDiagnosticParams {
  /** The value was taken for `person`; `other` is whose name it is with `other-name`, else `''`. */
  'person.in-doubt': { readonly person: string; readonly doubt: PersonDoubt; readonly other: string };
  /** The value could only be `person`, whom line `otherLine` names for certain. */
  'person.taken': { readonly person: string; readonly otherLine: number };
  /** This line, or the other, names `person` in doubt, and both have been taken for the same one. */
  'person.two-rows': { readonly person: string; readonly otherLine: number };
}
