import type { Assignment } from '../domain/group.js';
import type { EarlierModule } from '../domain/history.js';
import type { EarlierRanks, PresentationRank } from '../domain/presentation-rank.js';

/** What earlier modules tell of the ranks of people who are in groups now; `undefined` where they tell nothing of any. */
export function earlierRanksOf(
  history: readonly EarlierModule[] | undefined,
  assignment: Assignment,
): EarlierRanks | undefined {
  const modules = (history ?? []).map(({ rows, assignment: groupOf }) => {
    const ranksOf = new Map<string, PresentationRank[]>();
    for (const { group, presentation } of rows) {
      if (presentation !== undefined) ranksOf.set(group, [...(ranksOf.get(group) ?? []), presentation]);
    }
    return { groupOf, ranksOf };
  });
  const members = new Map<string, (readonly PresentationRank[])[]>();
  for (const [person, group] of assignment) {
    const own = modules.flatMap(({ groupOf, ranksOf }) => ranksOf.get(groupOf.get(person) ?? '') ?? []);
    const others = members.get(group);
    if (others === undefined) members.set(group, [own]);
    else others.push(own);
  }
  return [...members.values()].flat(2).length === 0 ? undefined : members;
}
