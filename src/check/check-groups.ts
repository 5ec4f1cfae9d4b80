import { add, fraction, scale, ZERO, type Fraction } from '../domain/fraction.js';
import type { Grouping, GroupList } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { isWished, wishRank } from '../domain/wish.js';
import { judgeAttribute, type AttributeFigure } from './attribute-figure.js';
import { aimsOf } from '../domain/role.js';
import type { MeetingFigure } from '../domain/meeting-figure.js';
import { judgeMeetings } from './meeting-figure.js';
import { once } from './once.js';
import { placeGrouping, placePeople, type PlacedPeople } from './placed-people.js';
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
  /** People of each group. */
  readonly sizes: readonly number[];
  /** Violations of hard rules, one per person, pair or group concerned. */
  readonly hard: number;
  /** Who meets whom again; absent where no earlier module is known. */
  readonly meetings?: MeetingFigure;
  /** Weighted squared deviations, roles, weighted rules, wishes and earlier meetings together. */
  readonly soft: Fraction;
  /** The part of `soft` that wishes and observed themes make. */
  readonly wishPenalty: number;
}

/** Judges any group list or grouping of a module. Knows nothing of how it was made. */
export function checkGroups(module: Module, list: GroupList | Grouping): GroupsReport {
  const placed = 'placements' in list ? placePeople(module.cohort, list) : placeGrouping(module.cohort, list);
  const structure = [...placed.violations, ...checkSizes(module, placed), ...checkCounts(module, list)];
  const attributes = [...module.balance].map(([key, weight]) =>
    judgeAttribute(module.cohort, key, weight, placed, module.roles),
  );
  const roles = aimsOf(module).map((aim) => judgeAim(module.cohort, aim, list.groups, placed.membersOf()));
  const rules = module.rules.map((rule) => judgeRule(module.cohort, rule, list.groups, placed.labelOf()));
  const wishPenalty = priceWishes(module, placed);
  const meetings = judgeMeetings(module, placed);
  const again = meetings === undefined ? 0 : meetings.weight * meetings.penalty;
  const weighted = [
    ...attributes.map(({ deviation, weight }) => scale(deviation, weight)),
    ...roles.map(({ penalty, aim }) => scale(penalty, aim.weight)),
  ];
  const softRules = rules.reduce((sum, { rule, units }) => sum + units * (rule.weight ?? 0), 0);
  // A list alone asks for neither: in a large cohort they take longer than all else.
  const people = once(() => judgePeople(module, placed, attributes));
  const groups = once(() => judgeEachGroup(placed, attributes));
  return {
    structure,
    attributes,
    roles,
    rules,
    get people() {
      return people();
    },
    get groups() {
      return groups();
    },
    sizes: [...placed.sizes],
    hard: rules.reduce((sum, { rule, units }) => sum + (rule.weight === undefined ? units : 0), 0),
    ...(meetings === undefined ? {} : { meetings }),
    soft: [...weighted, fraction(softRules + wishPenalty + again)].reduce(add, ZERO),
    wishPenalty,
  };
}

function judgeEachGroup(
  { groups, sizes }: PlacedPeople,
  attributes: readonly AttributeFigure[],
): readonly GroupFigure[] {
  return groups.map(({ label }, g) => ({
    label,
    size: sizes[g],
    deviation: attributes.reduce(
      (sum, { groupDeviations, weight }) => add(sum, scale(groupDeviations[g], weight)),
      ZERO,
    ),
    unfair: attributes.filter(({ isFair }) => !isFair[g]).map(({ key }) => key),
  }));
}

/** Group sizes against the settings and the strands' own limits. */
function checkSizes({ settings, themes }: Module, { groups, sizes }: PlacedPeople): readonly Violation[] {
  const { groupSize } = settings;
  const strands = new Map(themes.map(({ id, strands }) => [id, new Map(strands.map((strand) => [strand.id, strand]))]));
  return groups.flatMap(({ label, theme, strand }, g) => {
    const limits = strands.get(theme)?.get(strand);
    const min = limits?.minSize ?? Math.min(groupSize?.min ?? 1, limits?.maxSize ?? Infinity);
    const max = limits?.maxSize ?? Math.max(groupSize?.max ?? Infinity, min);
    const size = sizes[g];
    return size >= min && size <= max ? [] : [{ rule: 'groups.size', facts: { group: label, size, min, max } }];
  });
}

/**
 * Numbers of groups against those that the settings or the strands fix. Strands are looked at one by one where the list says
 * of each of its groups on which it works; the list as a whole where it does not, or where no strand is to blame.
 */
function checkCounts({ settings, themes }: Module, { groups }: Pick<GroupList, 'groups'>): Violation[] {
  const places = themes.flatMap((theme) => theme.strands.map((strand) => ({ ...strand, theme: theme.id })));
  const counts = new Map<string, number>();
  const nameOf = (theme: string, strand: string) => `${theme}\0${strand}`;
  for (const { theme, strand } of groups)
    counts.set(nameOf(theme, strand), (counts.get(nameOf(theme, strand)) ?? 0) + 1);
  const at = (place: { theme: string; id: string }) => counts.get(nameOf(place.theme, place.id)) ?? 0;
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

function priceWishes({ cohort, themes, settings }: Module, { groups, groupOf }: PlacedPeople): number {
  if (themes.length === 0) return 0;
  const { wishWeight, observedWeight } = settings;
  const longest = cohort.participants.reduce((most, { wishes }) => Math.max(most, wishes.length), 0);
  let penalty = 0;
  cohort.participants.forEach(({ wishes, observed }, p) => {
    if (groupOf[p] < 0) return;
    const place = groups[groupOf[p]];
    if (wishes.length > 0) penalty += wishWeight * (wishRank(wishes, place) ?? longest);
    if (observed.length > 0 && !isWished(observed, place)) penalty += observedWeight;
  });
  return penalty;
}

function judgePeople(
  { cohort }: Module,
  { groups, groupOf }: PlacedPeople,
  attributes: readonly AttributeFigure[],
): readonly PersonFigure[] {
  const indices = attributes.map(({ levels }) => new Map(levels.map((level, index) => [level, index])));
  return cohort.participants.map((person, p): PersonFigure => {
    const g = groupOf[p];
    if (g < 0) return { key: person.key, group: '', aloneIn: [] };
    const group = groups[g];
    const wish = wishRank(person.wishes, group);
    const aloneIn = attributes.filter(({ key, counts }, index) =>
      (person.levels.get(key) ?? []).some((level) => counts[g][indices[index].get(level) ?? -1] === 1),
    );
    return {
      key: person.key,
      group: group.label,
      ...(wish === undefined ? {} : { wish }),
      ...(person.observed.length === 0 ? {} : { isObserved: isWished(person.observed, group) }),
      aloneIn: aloneIn.map(({ key }) => key),
    };
  });
}
