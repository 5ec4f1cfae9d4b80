import type { Problem } from '../problem.js';
import { shuffle, type Random } from '../random.js';
import type { Search } from '../search.js';
import { scoreOf, type Score } from '../state.js';
import { spreadBlocks, type BlockSpread } from './block-spread.js';
import { startGroupSearch, type GroupSearch } from './group-search.js';
import { penaltyOf, type Mix } from './mix.js';
import type { Phase } from './phase.js';
import { findRests } from './rests.js';
import { dealWithinBlocks, groupsOfSeats, layOutBins, seatBySize } from './seating.js';
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
  let groups: GroupSearch | undefined;
  let made = 0;
  /** The groups as they would be dealt now, until they are. */
  let dealt: { readonly groupOf: Int32Array; readonly score: Score } | undefined;
  const phases = runPhases();
  let phase = nextPhase();

  function nextPhase(): Phase | undefined {
    dealt = undefined;
    for (;;) {
      const { value } = phases.next();
      if (value === undefined || !value.isDone()) return value;
    }
  }

  function* runPhases(): Generator<Phase, undefined> {
    const spreads = layout.classes.flatMap(({ first, last, blocks }): { from: number; spread: BlockSpread }[] => {
      if (blocks.length < 2) return [];
      const from = layout.binStart[first];
      const spread = spreadBlocks(mix, rests, blocks, people.slice(from, layout.binStart[last]), random);
      people.set(spread.people(), from);
      return [{ from, spread }];
    });
    for (const { from, spread } of spreads) {
      yield spread.phase;
      people.set(spread.people(), from);
    }
    groups = startGroupSearch({
      problem,
      rests,
      layout,
      people: dealWithinBlocks(layout, people),
      random,
      budget,
      heat,
    });
    yield* groups.phases();
    return undefined;
  }

  function deal() {
    if (dealt === undefined) {
      const groupOf = groupsOfSeats(layout, dealWithinBlocks(layout, people));
      const isPlain = problem.hard.length === 0 && problem.soft.length === 1;
      dealt = { groupOf, score: isPlain ? { hard: 0, soft: penaltyOf(mix, groupOf) } : scoreOf(problem, groupOf) };
    }
    return dealt;
  }

  return {
    proposals: () => made,
    isDone: () => phase === undefined || made >= budget,
    step: (proposals) => {
      const until = Math.min(budget, made + proposals);
      while (phase !== undefined && made < until) {
        made += phase.run(until - made);
        if (groups?.isAtBound() === true) phase = undefined;
        else if (phase.isDone()) phase = nextPhase();
      }
    },
    score: () => groups?.score() ?? deal().score,
    groupOf: () => groups?.groupOf() ?? deal().groupOf.slice(),
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
