import { add, fraction, scale, ZERO, type Fraction } from '../domain/fraction.js';
import type { GroupList } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { isWished, wishRank } from '../domain/wish.js';
import { judgeAttribute, type AttributeFigure } from './attribute-figure.js';
import { aimsOf } from '../domain/role.js';
import { judgeAim, type RoleFigure } from './role-figure.js';
import { judgeRule, type RuleFigure } from './rule-figure.js';
import type { Violation } from './violation.js';

/** What one person got. */
export interface PersonFigure {
  readonly key: string;
  /** `''` when the person is in no group. */
  readonly group: string;
  /** Position of the wish fulfilled, from 0; absent when none was, or none was made. */
  readonly wish?: number;
  /** Whether the theme is one the person observed; absent when none was observed. */
  readonly isObserved?: boolean;
  /** Balanced attributes of which the person holds a level that nobody else in the group holds. */
  readonly aloneIn: readonly string[];
}

/** One group against fair share. */
export interface GroupFigure {
  readonly label: string;
  readonly size: number;
  /** Weighted squared deviations of this group's counts from fair share. */
  readonly deviation: Fraction;
  /** Attributes with a count outside the floor and ceiling of its share. */
  readonly unfair: readonly string[];
}

/** Everything that can be said of a group list, recomputed from the domain alone. */
export interface GroupsReport {
  /** People in no group or in several, groups of a wrong size, more or fewer groups than the settings fix. */
  readonly structure: readonly Violation[];
  readonly attributes: readonly AttributeFigure[];
  /** In the order of `aimsOf`; empty where everything has its fair share. */
  readonly roles: readonly RoleFigure[];
  readonly rules: readonly RuleFigure[];
  readonly people: readonly PersonFigure[];
  readonly groups: readonly GroupFigure[];
  /** Violations of hard rules, one per person, pair or group concerned. */
  readonly hard: number;
  /** Weighted squared deviations, roles, weighted rules and wishes together. */
  readonly soft: Fraction;
  /** The part of `soft` that wishes and observed themes make. */
  readonly wishPenalty: number;
}

/** Judges any group list of a module. Knows nothing of how the list was made. */
export function checkGroups(module: Module, list: GroupList): GroupsReport {
  const groupOf = new Map<string, string>();
  const membersOf = new Map<string, string[]>(list.groups.map((group) => [group.label, []]));
  const structure: Violation[] = [];
  const twice = new Set<string>();
  for (const { participant, group } of list.placements) {
    const before = groupOf.get(participant);
    if (before !== undefined) {
      if (!twice.has(participant))
        structure.push({ rule: 'groups.twice', facts: { person: participant, first: before, second: group } });
      twice.add(participant);
      continue;
    }
    groupOf.set(participant, group);
    membersOf.get(group)?.push(participant);
  }
  for (const { key } of module.cohort.participants) {
    if (!groupOf.has(key)) structure.push({ rule: 'groups.missing', facts: { person: key } });
  }
  structure.push(...checkSizes(module, list, membersOf), ...checkCounts(module, list));

  const attributes = [...module.balance].map(([key, weight]) =>
    judgeAttribute(module.cohort, key, weight, list.groups, membersOf, module.roles),
  );
  const roles = aimsOf(module).map((aim) => judgeAim(module.cohort, aim, list.groups, membersOf));
  const rules = module.rules.map((rule) => judgeRule(module.cohort, rule, list.groups, groupOf));
  const wishPenalty = priceWishes(module, list, groupOf);
  const weighted = [
    ...attributes.map(({ deviation, weight }) => scale(deviation, weight)),
    ...roles.map(({ penalty, aim }) => scale(penalty, aim.weight)),
  ];
  const softRules = rules.reduce((sum, { rule, units }) => sum + units * (rule.weight ?? 0), 0);
  return {
    structure,
    attributes,
    roles,
    rules,
    people: judgePeople(module, list, groupOf, attributes),
    groups: list.groups.map((group, g) => ({
      label: group.label,
      size: membersOf.get(group.label)?.length ?? 0,
      deviation: attributes.reduce(
        (sum, { groupDeviations, weight }) => add(sum, scale(groupDeviations[g], weight)),
        ZERO,
      ),
      unfair: attributes.filter(({ isFair }) => !isFair[g]).map(({ key }) => key),
    })),
    hard: rules.reduce((sum, { rule, units }) => sum + (rule.weight === undefined ? units : 0), 0),
    soft: [...weighted, fraction(softRules + wishPenalty)].reduce(add, ZERO),
    wishPenalty,
  };
}

/** Group sizes against the settings and the strands' own limits. */
function checkSizes(module: Module, list: GroupList, membersOf: ReadonlyMap<string, readonly string[]>): Violation[] {
  const { groupSize } = module.settings;
  return list.groups.flatMap(({ label, theme, strand }) => {
    const limits = module.themes.find(({ id }) => id === theme)?.strands.find(({ id }) => id === strand);
    const min = limits?.minSize ?? Math.min(groupSize?.min ?? 1, limits?.maxSize ?? Infinity);
    const max = limits?.maxSize ?? Math.max(groupSize?.max ?? Infinity, min);
    const size = membersOf.get(label)?.length ?? 0;
    return size >= min && size <= max ? [] : [{ rule: 'groups.size', facts: { group: label, size, min, max } }];
  });
}

/**
 * Numbers of groups against those that the settings or the strands fix. Strands are looked at one by one where the list says
 * of each of its groups on which it works; the list as a whole where it does not, or where no strand is to blame.
 */
function checkCounts({ settings, themes }: Module, { groups }: GroupList): Violation[] {
  const places = themes.flatMap((theme) => theme.strands.map((strand) => ({ ...strand, theme: theme.id })));
  const at = (place: { theme: string; id: string }) =>
    groups.filter(({ theme, strand }) => theme === place.theme && strand === place.id).length;
  const isPlaced = groups.length === places.reduce((sum, place) => sum + at(place), 0);
  const violations = places.flatMap((place): Violation[] => {
    const { theme, id: strand, groupCount: wanted } = place;
    if (!isPlaced || wanted === undefined || at(place) === wanted) return [];
    return [{ rule: 'groups.count', facts: { theme, strand, groups: at(place), wanted } }];
  });
  if (violations.length > 0) return violations;
  const wanted = settings.groupCount ?? fixedTotal(places);
  if (wanted === undefined || wanted === groups.length) return [];
  return [{ rule: 'groups.count', facts: { groups: groups.length, wanted } }];
}

/** All groups of strands that fix theirs; `undefined` where one leaves it open, or there are no themes. */
function fixedTotal(places: readonly { readonly groupCount?: number }[]): number | undefined {
  const counts = places.flatMap(({ groupCount }) => groupCount ?? []);
  return counts.length < places.length || counts.length === 0
    ? undefined
    : counts.reduce((sum, count) => sum + count, 0);
}

function priceWishes(module: Module, list: GroupList, groupOf: ReadonlyMap<string, string>): number {
  if (module.themes.length === 0) return 0;
  const { wishWeight, observedWeight } = module.settings;
  const placeOf = new Map(list.groups.map((group) => [group.label, group]));
  const longest = Math.max(0, ...module.cohort.participants.map(({ wishes }) => wishes.length));
  let penalty = 0;
  for (const { key, wishes, observed } of module.cohort.participants) {
    const place = placeOf.get(groupOf.get(key) ?? '');
    if (place === undefined) continue;
    if (wishes.length > 0) penalty += wishWeight * (wishRank(wishes, place) ?? longest);
    if (observed.length > 0 && !isWished(observed, place)) penalty += observedWeight;
  }
  return penalty;
}

function judgePeople(
  module: Module,
  list: GroupList,
  groupOf: ReadonlyMap<string, string>,
  attributes: readonly AttributeFigure[],
): readonly PersonFigure[] {
  const indexOf = new Map(list.groups.map((group, g) => [group.label, g]));
  return module.cohort.participants.map((person): PersonFigure => {
    const group = groupOf.get(person.key) ?? '';
    const g = indexOf.get(group);
    if (g === undefined) return { key: person.key, group: '', aloneIn: [] };
    const wish = wishRank(person.wishes, list.groups[g]);
    const aloneIn = attributes.filter(({ key, levels, counts }) =>
      (person.levels.get(key) ?? []).some((level) => counts[g][levels.indexOf(level)] === 1),
    );
    return {
      key: person.key,
      group,
      ...(wish === undefined ? {} : { wish }),
      ...(person.observed.length === 0 ? {} : { isObserved: isWished(person.observed, list.groups[g]) }),
      aloneIn: aloneIn.map(({ key }) => key),
    };
  });
}
