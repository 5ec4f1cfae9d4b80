import type { Meetings } from './meetings.js';
import type { Profiles } from './mix/profiles.js';
import type { Problem } from './problem.js';
import type { Random } from './random.js';
import type { Search } from './search.js';
import { State } from './state.js';

/** Partners drawn for somebody who meets again: first of those who are alike in the mix, then of all. */
const ALIKE = 40;
const OTHERS = 40;
/** Rounds over those who still meet again. */
const ROUNDS = 4;

/**
 * Parts people who meet again: each of them changes places with somebody else wherever that makes the whole better and breaks no hard rule
 * more. In a large cohort hardly anybody meets again by chance, and somebody who is alike in the mix stands in any group, so a few tries for
 * each of them do what a search over everybody would take minutes for.
 *
 * @param groupOf where to begin; it is taken over
 * @param budget most proposals
 */
export function createParting(
  problem: Problem & { readonly meetings: Meetings },
  random: Random,
  budget: number,
  groupOf: Int32Array,
): Search {
  const { meetings, mix, hardBound, softBound } = problem;
  const state = new State(problem, groupOf);
  let made = 0;
  let round = 0;
  let queue = meetingAgain();
  let next = 0;

  function meetsAgain(p: number): boolean {
    for (let i = meetings.start[p]; i < meetings.start[p + 1]; i++)
      if (groupOf[meetings.neighbours[i]] === groupOf[p]) return true;
    return false;
  }

  function meetingAgain(): readonly number[] {
    return Array.from(groupOf.keys()).filter(meetsAgain);
  }

  function part(p: number): void {
    for (let attempt = 0; attempt < ALIKE + OTHERS && made < budget; attempt++) {
      const q = attempt < ALIKE ? drawAlike(mix.profiles, p, random) : random.index(groupOf.length);
      made++;
      if (groupOf[p] === groupOf[q] || state.hardDelta(p, q) > 0 || state.softDelta(p, q) >= 0) continue;
      state.swap(p, q);
      if (!meetsAgain(p)) return;
    }
  }

  const isDone = () =>
    made >= budget || queue.length === 0 || round === ROUNDS || (state.hard <= hardBound && state.soft <= softBound);
  return {
    proposals: () => made,
    isDone,
    step: (proposals) => {
      const until = made + proposals;
      while (made < until && !isDone()) {
        const p = queue[next++];
        if (meetsAgain(p)) part(p);
        else made++;
        if (next < queue.length) continue;
        round++;
        next = 0;
        queue = meetingAgain();
      }
    },
    score: () => ({ hard: state.hard, soft: state.soft }),
    groupOf: () => groupOf.slice(),
  };
}

/** Draws somebody of the same profile, perhaps the person again. */
function drawAlike({ profileOf, start, order }: Profiles, p: number, random: Random): number {
  const first = start[profileOf[p]];
  return order[first + random.index(start[profileOf[p] + 1] - first)];
}
