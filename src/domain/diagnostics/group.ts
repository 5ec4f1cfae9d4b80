import type { FileFailure } from '../file-failure.js';

/** What can be said of groups: layout, rules, feasibility. */
export interface GroupDiagnosticParams {
  /** A file that settings or flags name gives no bytes. */
  'file.unreadable': { reason: FileFailure };
  /** The folder of a file is missing; the command that would make it, `''` for none. */
  'folder.missing': { folder: string; makes: 'plan' | 'init' | '' };
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
  /** Levels with fewer holders than groups (`level (holders)`, the first few, and how many more): not every group can have one. */
  'balance.fewer-than-groups': { attribute: string; levels: readonly string[]; otherLevels: number; groups: number };
  /** `groups` groups need `wanted` each, and there are `holders`. */
  'impossible.at-least': { who: string; wanted: number; groups: number; needed: number; holders: number };
  /** A group of `size` cannot hold the `wanted` people that every group is to have. */
  'impossible.group-too-small': { who: string; wanted: number; group: string; size: number };
  'impossible.at-most': { who: string; wanted: number; groups: number; room: number; holders: number };
  'impossible.not-alone': { who: string };
  'impossible.apart': { who: string; people: number; groups: number };
  /** People apart by several rules; one rule alone is `impossible.apart`. */
  'impossible.apart-clique': { names: string; people: number; groups: number; lines: string };
  /** People apart, to whom rules about places leave these groups only: fewer than they are. */
  'impossible.apart-placed': { names: string; people: number; groups: readonly string[]; lines: string };
  /** `lines` are several where rules that share people tie them. */
  'impossible.together': { who: string; people: number; largest: number; lines: string };
  /** Two people whom one rule wants apart and those of `lines` together, directly or through others. */
  'impossible.together-and-apart': { first: string; second: string; lines: string };
  /** Tied people who may nowhere be all at once, though each of them may be somewhere. */
  'impossible.together-nowhere': { names: string; people: number; lines: string };
  /** People fixed somewhere with fewer seats. */
  'impossible.fixed': { target: string; people: number; seats: number; lines: string };
  /** One person fixed and kept from the same place by rules of several lines. */
  'impossible.nowhere': { person: string; lines: string };
  /**
   * These cannot be kept all at once in so many groups of `smallest` to `largest` people; any fewer of them can where
   * `isMinimal`. `rules` are the first few, written out.
   */
  'impossible.rules': {
    lines: string;
    rules: readonly string[];
    groups: number;
    smallest: number;
    largest: number;
    isMinimal: boolean;
  };
  /** A header of `[columns]` that no file has; the value is it, folded. */
  'columns.unmet': object;
  /** Warning: columns that groups do not need, and that are nobody else's business. */
  'columns.private': { columns: readonly string[] };
  /** Several rosters, and nothing says which school each is of. */
  'school.unknown': { rosters: number };
  /** Nobody of one school has a level of a balanced attribute. */
  'balance.school-lacks': { attribute: string; school: string; people: number };
  /** Two schools write a balanced attribute with no level in common. */
  'balance.no-common-level': {
    attribute: string;
    first: string;
    second: string;
    levels: readonly string[];
    others: readonly string[];
  };
  /** People with absences in their roster, in a module without a timetable. */
  'absences.unused': { people: number };
  /** The time limit came before a list was found that keeps every hard rule. */
  'search.time-limit': object;
  /** `--prove` went through every list: none keeps the hard rules. */
  'search.none': object;
  /** The search ended with this rule broken, without a proof that it must be. */
  'rule.broken': {
    kind: string;
    who: string;
    units: number;
    /** Labels of the first few groups where it is broken, and how many more there are. */
    groups: readonly string[];
    otherGroups: number;
    /** Names of the first few people concerned, none where nobody is; and how many more there are. */
    people: readonly string[];
    otherPeople: number;
  };
  /** A list that a timetable is to be made for has this person on an earlier line already, in `first`. */
  'list.twice': { person: string; first: string; second: string };
  /** People of the rosters whom such a list leaves out; `names` are those of the first few. */
  'list.missing': { people: number; of: number; names: readonly string[] };
  /** People of a list, `names` those of the first few, who are not in the rosters: they are left out. */
  'list.strangers': { people: number; names: readonly string[] };
  /** Names are to be left out of the outputs, and people of this roster have nothing else to be known by. */
  'pseudonyms.no-id': { people: number; of: number };
}
