import type { RoleKind } from '../role.js';

/** What can be said of roles: the settings that give them, the numbers that they need, what opposes what. */
export interface RoleDiagnosticParams {
  /** `at_least` or `at_most` without a number. */
  'role.count-missing': { readonly role: RoleKind };
  /** An attribute that nothing gives a weight; the value is it, as typed. */
  'role.unweighted': { readonly attribute: string };
  /** The value names what another line of `[roles]` names as well. */
  'role.twice': { readonly first: string };
  /** `mean` or `spread` of a single level. */
  'role.not-of-a-level': { readonly role: RoleKind; readonly attribute: string };
  /** A level of an attribute whose numbers are wanted; the value is it. */
  'role.not-a-number': { readonly role: RoleKind; readonly attribute: string };
  'role.ambiguous-number': { readonly attribute: string };
  /** A person with more than one number; the value is all of them. */
  'role.several-numbers': { readonly role: RoleKind; readonly attribute: string; readonly name: string };
  /** How many more errors there are of the kinds about numbers. */
  'role.more-numbers': { readonly attribute: string; readonly count: number };
  /** People without a number, who count as the mean. */
  'role.missing-numbers': { readonly attribute: string; readonly people: number; readonly of: number };
  /** What `--roles` holds is no list of roles. */
  'role.not-a-list': object;

  /** Levels (`level (holders)`) that fair share spreads thin and something wants never alone. */
  'roles.shared-not-alone': Opposed;
  /** Levels that fair share spreads and something wants together. */
  'roles.shared-together': Opposed;
  /** Levels of which a group is to have one at most and somebody wants several: together, or nobody alone. */
  'roles.distinct-gathered': Opposed & { readonly gathered: 'together' | 'not_alone' };
  /** Levels of which every group is to have `least` or more, and `most` or fewer. */
  'roles.least-above-most': Opposed & { readonly least: number; readonly most: number };
}

/** Two wishes about the same levels of one attribute that cannot both come true. */
export interface Opposed {
  readonly attribute: string;
  /** How the settings name the first of the levels: `internships=ambassade`. */
  readonly example: string;
  readonly levels: readonly string[];
  /** Lines of the rules that want one of the two, ascending: `2, 5`; `''` where roles alone oppose. */
  readonly lines: string;
}
