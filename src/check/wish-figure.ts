import type { Module } from '../domain/module.js';
import type { PersonFigure } from './check-groups.js';

/** How many of those who wished or observed something got it. */
export interface WishFigure {
  /** People who made wishes. */
  readonly wishing: number;
  /** How many of them got their first wish, their second…, as many ranks as the longest list has. */
  readonly byRank: readonly number[];
  /** How many of them got none of their wishes. */
  readonly unmet: number;
  /** People who observed themes. */
  readonly observing: number;
  /** How many of them work on one that they observed. */
  readonly onObserved: number;
}

/** Counts the wishes met in a judged list; `undefined` where there are no themes, or nobody says anything of them. */
export function tallyWishes(
  module: Module,
  report: { readonly people: readonly PersonFigure[] },
): WishFigure | undefined {
  if (module.themes.length === 0) return undefined;
  const { participants } = module.cohort;
  const { people } = report;
  const wished = participants.filter(({ wishes }) => wishes.length > 0);
  const observers = people.filter(({ isObserved }) => isObserved !== undefined);
  if (wished.length === 0 && observers.length === 0) return undefined;
  const rankOf = new Map(people.map(({ key, wish }) => [key, wish]));
  const longest = wished.reduce((most, { wishes }) => Math.max(most, wishes.length), 0);
  const ranks = wished.map(({ key }) => rankOf.get(key));
  return {
    wishing: wished.length,
    byRank: Array.from({ length: longest }, (_, rank) => ranks.filter((own) => own === rank).length),
    unmet: ranks.filter((own) => own === undefined).length,
    observing: observers.length,
    onObserved: observers.filter(({ isObserved }) => isObserved).length,
  };
}
