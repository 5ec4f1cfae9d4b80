import { cellsFor, weighLists } from '../dense/pair-weights.js';
import { assertExact } from '../exact.js';
import type { Meetings } from '../meetings.js';
import { findInvolved, reachOf, weighGroup, weighMove } from '../neighbour-lists.js';
import { leastPairs } from './pair-term.js';
import type { Share, Term, TermModel } from './term.js';

/** People × groups for which the affinity of everyone to every group is kept; beyond, the lists are gone through instead. */
const MOST_CELLS = 16_777_216;

/**
 * The pair term of people who have met before: every pair that shares a group costs its weight times the price. The lists are
 * of a few hundred people at most, so that a swap costs a few look-ups where there is room for the affinity of everyone to
 * every group, else a pass over two lists.
 *
 * @throws ProblemTooLarge when the weights could add up to more than is counted exactly.
 */
export function createMeetingModel(meetings: Meetings, groupSizes: Int32Array): TermModel {
  const { peopleCount: n, price } = meetings;
  const reach = reachOf(meetings);
  assertExact(reach * n * price, 'history');
  const isInvolved = findInvolved(meetings);
  const bound = price * forcedMeetings(meetings, groupSizes);
  const weights = weighLists(meetings);
  const cells = n * groupSizes.length;

  function start(groupOf: Int32Array): Term {
    const affinity = cells > MOST_CELLS ? undefined : cellsFor(reach, cells);
    let twice = 0;
    for (let p = 0; p < n; p++) {
      if (affinity !== undefined) weights.addTo(affinity, groupOf[p] * n, p, 1);
      for (let i = meetings.start[p]; i < meetings.start[p + 1]; i++)
        if (groupOf[meetings.neighbours[i]] === groupOf[p]) twice += meetings.weights[i];
    }

    function delta(p: number, q: number): number {
      const [from, to] = [groupOf[p], groupOf[q]];
      if (affinity === undefined)
        return price * (weighMove(meetings, groupOf, p, q, from, to) + weighMove(meetings, groupOf, q, p, to, from));
      const lost = affinity[from * n + p] + affinity[to * n + q];
      const won = affinity[to * n + p] + affinity[from * n + q];
      return price * (won - lost - (won === 0 ? 0 : 2 * weights.between(p, q)));
    }

    function taking(p: number, q: number): number {
      const group = groupOf[q];
      if (affinity === undefined)
        return price * (weighGroup(meetings, groupOf, p, q, group) - weighGroup(meetings, groupOf, q, p, group));
      return price * (affinity[group * n + p] - affinity[group * n + q] - weights.between(p, q));
    }

    const explain = (): readonly Share[] => [{ origin: { kind: 'history' }, penalty: term.penalty, bound }];
    const term: Term = {
      isInvolved,
      reach: 2 * reach * price,
      penalty: (price * twice) / 2,
      delta,
      taking,
      apply: (p, q) => {
        term.penalty += delta(p, q);
        if (affinity !== undefined) weights.exchange(affinity, groupOf[p] * n, groupOf[q] * n, p, q);
      },
      explain,
    };
    return term;
  }

  return { bound, start };
}

/**
 * What meeting again must cost whatever the groups, the larger of two counts. By person: everyone shares a group with one person fewer than the smallest group holds at
 * least, with strangers first, then with those who weigh least; each pair is counted from both sides. By earlier group: its people are spread over the
 * groups as evenly as can be; what a pair costs for several modules is no less than what it costs for each of them, added up.
 */
export function forcedMeetings(meetings: Meetings, groupSizes: Int32Array): number {
  return Math.max(forcedByPerson(meetings, groupSizes), forcedByGroup(meetings, groupSizes));
}

function forcedByPerson({ peopleCount, start, weights }: Meetings, groupSizes: Int32Array): number {
  const smallest = groupSizes.reduce((least, size) => Math.min(least, size), peopleCount);
  let twice = 0;
  for (let p = 0; p < peopleCount; p++) {
    const strangers = peopleCount - 1 - (start[p + 1] - start[p]);
    if (strangers >= smallest - 1) continue;
    const cheapest = weights.slice(start[p], start[p + 1]).sort();
    for (let i = 0; i < smallest - 1 - strangers; i++) twice += cheapest[i];
  }
  return Math.ceil(twice / 2);
}

function forcedByGroup({ groups }: Meetings, groupSizes: Int32Array): number {
  const pairsOf = new Map<number, number>();
  return groups.reduce((sum, { people, price, wanted }) => {
    const pairs = pairsOf.get(people) ?? leastPairs(people, groupSizes);
    pairsOf.set(people, pairs);
    return sum + price * Math.max(0, pairs - wanted);
  }, 0);
}
