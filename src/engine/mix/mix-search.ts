import type { Problem } from '../problem.js';
import { shuffle, type Random } from '../random.js';
import type { Search } from '../search.js';
import { spreadBlocks } from './block-spread.js';
import { startGroupSearch } from './group-search.js';
import type { Mix } from './mix.js';
import type { Phase } from './phase.js';
import { findRests } from './rests.js';
import { dealWithinBlocks, layOutBins, seatBySize } from './seating.js';
import { settleSizes } from './size-settlement.js';

/**
 * The search for the best mix: blocks, mending and focus.
 *
 * Who sits in a group of which size is settled first, by flow ({@link settleSizes}). The groups of one size are cut into
 * blocks, each a fair sample of the people ({@link spreadBlocks}); hard rules that are broken are repaired; each block is
 * mended ({@link createMending}), then, where that does not do, explored and focused on the groups that are off
 * ({@link createFocus}), and what is left is done over all groups of one size. Shares are global: a block whose groups all
 * hold the floor or the ceiling of their shares is solved for good. No exchange breaks a hard rule.
 *
 * @param problem A problem whose first soft term is the balance.
 * @param budget Most proposals.
 * @param heat Temperature in units of the least curvature; 0: no exchange makes the mix worse. Some cohorts whose shares
 * are all whole are reached only with a little heat, most others sooner without.
 */
export function createMixSearch(problem: Problem, random: Random, budget: number, heat: number): Search {
  const mix = shuffleProfiles(problem.mix, random);
  const { bound } = problem.soft[0];
  const rests = Array.from({ length: mix.attributeCount }, (_, attribute) => findRests(mix, attribute));
  const layout = layOutBins(mix, random);
  const people = seatBySize(mix, settleSizes(mix, rests, random, bound));
  for (const { first, last, blocks } of layout.classes) {
    const own = people.subarray(layout.binStart[first], layout.binStart[last]);
    if (blocks.length > 1) own.set(spreadBlocks(mix, rests, blocks, own, random));
  }
  const dealt = dealWithinBlocks(layout, people);
  const groups = startGroupSearch({ problem, rests, layout, people: dealt, random, budget, heat });
  let made = 0;
  const phases = groups.phases();
  let phase = nextPhase();

  function nextPhase(): Phase | undefined {
    for (;;) {
      const { value } = phases.next();
      if (value === undefined || !value.isDone()) return value;
    }
  }

  return {
    proposals: () => made,
    isDone: () => phase === undefined || made >= budget,
    step: (proposals) => {
      const until = Math.min(budget, made + proposals);
      while (phase !== undefined && made < until) {
        made += phase.run(until - made);
        if (groups.isAtBound()) phase = undefined;
        else if (phase.isDone()) phase = nextPhase();
      }
    },
    score: groups.score,
    groupOf: groups.groupOf,
  };
}

/** The mix with people of one profile in an order drawn at random: which of them sits where is left to the seed. */
function shuffleProfiles(mix: Mix, random: Random): Mix {
  const { start, order } = mix.profiles;
  const drawn = order.slice();
  for (let profile = 0; profile + 1 < start.length; profile++) {
    shuffle(drawn.subarray(start[profile], start[profile + 1]), random);
  }
  return { ...mix, profiles: { ...mix.profiles, order: drawn } };
}
