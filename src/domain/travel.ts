import type { Source } from './source.js';

/** How long it takes from one site to another. */
export interface TravelTime {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly source: Source;
}

/**
 * Minutes from one site to another, both ways unless the way back has a line of its own; 0 between sites that no line names, within
 * one site, and where a site is not known (`''`).
 */
export function createTravel(times: readonly TravelTime[] = []): (from: string, to: string) => number {
  const minutes = new Map<string, number>();
  const keyOf = (from: string, to: string) => JSON.stringify([from, to]);
  for (const { from, to, minutes: time } of times) minutes.set(keyOf(from, to), time);
  return (from, to) => (from === to ? 0 : (minutes.get(keyOf(from, to)) ?? minutes.get(keyOf(to, from)) ?? 0));
}
