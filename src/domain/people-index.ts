import type { Cohort } from './roster.js';
import type { Selector } from './rule.js';

/** People by what a rule may name them by, as indices in the cohort, ascending. */
export interface PeopleIndex {
  /** Whom the selectors mean together, each once. */
  readonly peopleOf: (who: readonly Selector[]) => readonly number[];
  /** The holders of each level of an attribute, in the attribute's order; empty where no roster has it. */
  readonly holdersOf: (attribute: string) => ReadonlyMap<string, readonly number[]>;
}

/** Indexes a cohort; an attribute costs one pass over the people, when it is first asked for, however many rules name it. */
export function indexPeople({ participants, attributes }: Cohort): PeopleIndex {
  let byKey: ReadonlyMap<string, number> | undefined;
  const byAttribute = new Map<string, ReadonlyMap<string, readonly number[]>>();
  const holdersOf = (attribute: string) => {
    const known = byAttribute.get(attribute);
    if (known !== undefined) return known;
    const levels = attributes.find(({ key }) => key === attribute)?.levels ?? [];
    const holders = new Map(levels.map((level): [string, number[]] => [level, []]));
    participants.forEach(({ levels: held }, person) => {
      for (const level of held.get(attribute) ?? []) holders.get(level)?.push(person);
    });
    byAttribute.set(attribute, holders);
    return holders;
  };
  const selected = (selector: Selector): readonly number[] => {
    if (selector.kind === 'level') return holdersOf(selector.attribute).get(selector.level) ?? [];
    if (selector.kind === 'attribute') return [...holdersOf(selector.attribute).values()].flat();
    byKey ??= new Map(participants.map(({ key }, person) => [key, person]));
    const person = byKey.get(selector.key);
    return person === undefined ? [] : [person];
  };
  return {
    holdersOf,
    peopleOf: (who) => [...new Set(who.flatMap(selected))].sort((a, b) => a - b),
  };
}
