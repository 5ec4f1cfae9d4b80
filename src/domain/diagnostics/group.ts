/** What can be said of groups: layout, rules, feasibility. */
export interface GroupDiagnosticParams {
  /** A file that settings or flags name gives no bytes. */
  'file.unreadable': { reason: 'missing' | 'is-directory' | 'not-readable' };
  /** Neither a size nor a number of groups is given. */
  'groups.no-size': object;
  /** No number of groups within the asked sizes holds everyone. */
  'groups.size-impossible': { people: number; min: number; max: number; below: number; above: number };
  /** The groups hold from `min` to `max` people together, not `people`. */
  'groups.count-impossible': { people: number; groups: number; min: number; max: number };
  'groups.more-than-people': { people: number; groups: number };
  /** Strands name numbers of groups that do not agree with the settings' count. */
  'groups.count-mismatch': { strands: number; settings: number };
  /** `[balance]` names an attribute that no roster has. */
  'balance.unknown': { attribute: string; known: string };
  /** Nothing can be mixed: everybody holds the same level. */
  'balance.single-level': { attribute: string; level: string };
  /** People without any level of a balanced attribute. */
  'balance.missing-values': { attribute: string; people: number; of: number };
  /** Levels with fewer holders than groups (`level (holders)`): not every group can have one. */
  'balance.fewer-than-groups': { attribute: string; levels: readonly string[]; groups: number };
  /** `groups` groups need `wanted` each, and there are `holders`. */
  'impossible.at-least': { who: string; wanted: number; groups: number; needed: number; holders: number };
  /** A group of `size` cannot hold the `wanted` people that every group is to have. */
  'impossible.group-too-small': { who: string; wanted: number; group: string; size: number };
  'impossible.at-most': { who: string; wanted: number; groups: number; room: number; holders: number };
  'impossible.not-alone': { who: string };
  'impossible.apart': { who: string; people: number; groups: number };
  'impossible.together': { who: string; people: number; largest: number };
  /** Two people whom one rule wants together and another apart. */
  'impossible.together-and-apart': { first: string; second: string; line: number };
  /** People fixed somewhere with fewer seats. */
  'impossible.fixed': { target: string; people: number; seats: number; lines: string };
  /** One person fixed and kept from the same place by rules of several lines. */
  'impossible.nowhere': { person: string; lines: string };
  /** Each rule can be kept alone, but these cannot be kept all at once. */
  'impossible.rules': { lines: string; short: number };
  /** The search ended with this rule broken, without a proof that it must be. */
  'rule.broken': { kind: string; who: string; units: number; groups: string };
}
