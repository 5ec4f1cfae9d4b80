import { isFirst, isLast, type EarlierRanks, type PresentationRank } from '../../domain/presentation-rank.js';
import type { RankFigures } from '../../domain/timetable-figures.js';
import { partition, type Case } from './case.js';

/**
 * Counts who was first, or last, every time, before this module and with it; `undefined` where nobody presents in it. A group of which
 * nothing is known has nobody.
 */
export function countRanks({ groups, entries }: Case, earlierRanks: EarlierRanks): RankFigures | undefined {
  const presenting = entries.filter(({ row }) => row.kind === 'presentation');
  if (presenting.length === 0) return undefined;
  const panels = partition(presenting, ({ session, group }) => JSON.stringify([session.id, group.theme]));
  const own = new Map<string, PresentationRank[]>(groups.map(({ label }) => [label, []]));
  for (const panel of panels.values()) {
    for (const { group, row } of panel) own.get(group.label)?.push({ rank: row.order ?? 0, of: panel.length });
  }
  const people = groups.flatMap(({ label }) =>
    (earlierRanks.get(label) ?? []).map((before) => ({ before, all: [...before, ...(own.get(label) ?? [])] })),
  );
  return {
    earlier: countExtremes(people.map(({ before }) => before)),
    total: countExtremes(people.map(({ all }) => all)),
  };
}

function countExtremes(people: readonly (readonly PresentationRank[])[]): RankFigures['total'] {
  const several = people.filter((ranks) => ranks.length > 1);
  return {
    people: several.length,
    alwaysFirst: several.filter((ranks) => ranks.every(isFirst)).length,
    alwaysLast: several.filter((ranks) => ranks.every(isLast)).length,
  };
}
