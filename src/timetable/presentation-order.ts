import { timetableWeights } from '../domain/timetable-terms.js';
import { assignCheapest } from '../algorithms/assignment.js';
import type { EarlierRanks } from '../domain/presentation-rank.js';
import type { Random } from '../engine/random.js';
import type { Kept } from './kept.js';
import type { TimetableModel } from './model.js';
import type { Panel } from './panels.js';
import { mostMinutes } from './passages.js';
import { evenPositions, evenRankSums } from './rank-evenness.js';

/** Ranks of the groups of each panel, from 1, in the order of `panel.groups`. */
export type PresentationOrder = ReadonlyMap<Panel, readonly number[]>;

/** A rank that a group has had before counts more than any evenness of sums. */
const REPEATED_RANK = 1_000_000;
/** A rank other than was published counts more than both; a locked one is given to nobody else. */
const CHANGED_RANK = 1_000_000_000;
const LOCKED_RANK = 1_000_000_000_000;

/**
 * Draws the order of presentations. The first session of a group is a fair draw; later ones avoid ranks that a group has had, and even out the sums of ranks: who came last comes early.
 * Where ranks of earlier modules are known, the members of each group are to have been early as often as late, from the first session on; the draw decides what that leaves open.
 *
 * @param panels in chronological order.
 * @param known What was published: as many groups as possible keep their ranks; absent: nothing was. Ranks of earlier modules; absent: none.
 */
export function orderPresentations(
  model: TimetableModel,
  panels: readonly Panel[],
  random: Random,
  { kept, earlierRanks }: { readonly kept?: Kept | undefined; readonly earlierRanks?: EarlierRanks | undefined } = {},
): PresentationOrder {
  const labels = model.groups.map(({ label }) => label);
  const evenness = earlierRanks === undefined ? evenRankSums(labels.length) : evenPositions(labels, earlierRanks);
  // Nothing else depends on the order: evenness is asked for, or it is not.
  const isEvened = timetableWeights(model.programme.weights).ranks > 0;
  const earlier = model.groups.map((): number[] => []);
  const order = new Map<Panel, readonly number[]>();
  for (const panel of panels) {
    const { groups } = panel;
    const draw = shuffledRanks(groups.length, random);
    const costs = groups.map((group, at) =>
      groups.map((_, index) => {
        const rank = index + 1;
        const repeats = isEvened ? earlier[group].filter((each) => each === rank).length : 0;
        const uneven = isEvened ? evenness.costOf(group, { rank, of: groups.length }) : 0;
        const published = kept?.rowAt(group, panel.session)?.order;
        const change = published === undefined || published === rank ? 0 : CHANGED_RANK;
        const lock = change > 0 && kept?.isFixed(group, panel.session) === true ? LOCKED_RANK : 0;
        const strict = evenness.scale * (lock + change + REPEATED_RANK * repeats);
        // The draw only decides what evenness leaves open.
        return strict + uneven * 100 + (draw[at] === rank ? 0 : 1);
      }),
    );
    const ranks = assignCheapest(costs).map((index) => index + 1);
    groups.forEach((group, at) => {
      earlier[group].push(ranks[at]);
      evenness.record(group, { rank: ranks[at], of: groups.length });
    });
    order.set(panel, ranks);
  }
  return order;
}

/** Minutes of each presentation of a panel: as asked, else the most whole minutes that all its groups can have between the breaks. */
export function minutesOf(model: TimetableModel, panel: Panel): number {
  const session = model.sessions[panel.session];
  return session.minutesEach ?? mostMinutes(session, panel.groups.length);
}

/** Ranks 1 to `count` in random order (R. Durstenfeld, Algorithm 235, 1964). */
function shuffledRanks(count: number, random: Random): readonly number[] {
  const ranks = Array.from({ length: count }, (_, index) => index + 1);
  for (let left = count; left > 1; left--) {
    const drawn = random.index(left);
    [ranks[left - 1], ranks[drawn]] = [ranks[drawn], ranks[left - 1]];
  }
  return ranks;
}
