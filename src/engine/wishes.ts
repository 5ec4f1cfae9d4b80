import type { Group } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { isWished, wishRank } from '../domain/wish.js';
import { assertExact } from './exact.js';
import type { Origin } from './terms/term.js';

/** A placement layer before groups are merged into places. */
export interface GroupLayer {
  readonly origin: Origin;
  readonly costOf: (person: number, group: Group) => number;
}

/**
 * Wishes and observed themes as one placement layer: `wishWeight` for each rank below the first wish, and
 * `observedWeight` for a theme that somebody who has observed some has not. No layer when nobody says anything.
 */
export function compileWishes(module: Module, unit: number): readonly GroupLayer[] {
  const { wishWeight, observedWeight } = module.settings;
  const people = module.cohort.participants;
  const longest = people.reduce((most, person) => Math.max(most, person.wishes.length), 0);
  const says = people.some(
    (person) => (wishWeight > 0 && person.wishes.length > 0) || (observedWeight > 0 && person.observed.length > 0),
  );
  if (!says || module.themes.length === 0) return [];
  assertExact(unit * (wishWeight * longest + observedWeight) * people.length, 'wishes');
  const costOf = (p: number, group: Group) => {
    const { wishes, observed } = people[p];
    const missed = wishes.length === 0 ? 0 : (wishRank(wishes, group) ?? longest);
    const unseen = observed.length > 0 && !isWished(observed, group) ? 1 : 0;
    return unit * (wishWeight * missed + observedWeight * unseen);
  };
  return [{ origin: { kind: 'wishes' }, costOf }];
}
