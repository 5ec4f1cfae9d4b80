import { createFlowNetwork, type FlowNetwork } from '../../algorithms/min-cost-flow.js';
import type { Random } from '../random.js';
import { annealSizes } from './size-annealing.js';
import { parabola, type Mix } from './mix.js';
import type { Rests } from './rests.js';

/** Profiles that one flow moves: of more, an even sample is enough, and keeps a flow short. */
const MOST_PROFILES = 5_000;

/** Attempts to leave a settlement that the flows cannot better, and people exchanged at random by each. */
const KICKS = 20;
const KICK = 3;

/**
 * Settles who sits in a group of which size, so that the rest can be searched within groups of one size, where even counts
 * can be had without touching the others.
 *
 * A level's total over the groups of one size is priced as if it were spread evenly over them. From a spread of the
 * people by profile, two sizes at a time exchange people who differ in one attribute alone: which levels of it go where is
 * then a min-cost flow, exact for that attribute, and the totals of all others stay as they are. Attributes take turns
 * until none gains. Where that ends above the bound, a few people are exchanged at random and the flows run again
 * (iterated local search; Lourenço, Martin and Stützle 2003).
 *
 * @param bound No mix has a lower penalty.
 * @returns The index of the size class of each person.
 */
export function settleSizes(mix: Mix, rests: readonly Rests[], random: Random, bound: number): Int32Array {
  if (mix.classes.length < 2) return new Int32Array(mix.peopleCount);
  let best = spreadSizes(mix, random);
  let least = descend(mix, rests, random, best);
  for (let kick = 0; kick < KICKS && least > bound; kick++) {
    const kicked = best.slice();
    for (let i = 0; i < KICK; i++) exchangeAny(kicked, random);
    const reached = descend(mix, rests, random, kicked);
    if (reached > least) continue;
    least = reached;
    best = kicked;
  }
  if (least > bound) {
    const totals = countTotals(mix, best);
    annealSizes(mix, best, totals.levels, least, bound, random);
  }
  return best;
}

/** Runs the flows until none gains; returns the penalty of the totals, spread evenly. */
function descend(mix: Mix, rests: readonly Rests[], random: Random, sizeClassOf: Int32Array): number {
  const totals = countTotals(mix, sizeClassOf);
  for (let gained = true; gained;) {
    gained = false;
    for (let from = 1; from < mix.classes.length; from++) {
      for (let to = 0; to < from; to++) {
        rests.forEach((rest, attribute) => {
          if (exchange({ mix, totals, attribute, rest, from, to, sizeClassOf, random })) gained = true;
        });
      }
    }
  }
  return penaltyOfTotals(mix, totals);
}

function penaltyOfTotals({ classes, levelCount, curvature, pull, least }: Mix, { levels }: Totals): number {
  let penalty = 0;
  classes.forEach(({ groups }, index) => {
    for (let level = 0; level < levelCount; level++) {
      const row = index * levelCount + level;
      const below = Math.floor(levels[row] / groups);
      const above = levels[row] - below * groups;
      penalty += (groups - above) * parabola(curvature[level], pull[row], below);
      penalty += above * parabola(curvature[level], pull[row], below + 1) - groups * least[row];
    }
  });
  return penalty;
}

function exchangeAny(sizeClassOf: Int32Array, random: Random): void {
  const p = random.index(sizeClassOf.length);
  const q = random.index(sizeClassOf.length);
  const own = sizeClassOf[p];
  sizeClassOf[p] = sizeClassOf[q];
  sizeClassOf[q] = own;
}

/** What every size class holds: people by profile and by level. */
interface Totals {
  readonly profiles: Int32Array;
  readonly levels: Int32Array;
}

interface Exchange {
  readonly mix: Mix;
  readonly totals: Totals;
  readonly attribute: number;
  readonly rest: Rests;
  readonly from: number;
  readonly to: number;
  readonly sizeClassOf: Int32Array;
  readonly random: Random;
}

/** Deals the people in profile order to the classes in proportion to their seats, from a place drawn at random. */
function spreadSizes({ classes, profiles, peopleCount }: Mix, random: Random): Int32Array {
  const seats = classes.map(({ size, groups }) => size * groups);
  const given = classes.map(() => 0);
  const sizeClassOf = new Int32Array(peopleCount);
  const offset = random.index(peopleCount + 1);
  profiles.order.forEach((p, rank) => {
    let chosen = -1;
    let most = -Infinity;
    for (let index = 0; index < seats.length; index++) {
      const owed = seats[index] * (rank + 1) + offset - given[index] * peopleCount;
      if (given[index] < seats[index] && owed > most) {
        most = owed;
        chosen = index;
      }
    }
    sizeClassOf[p] = chosen;
    given[chosen]++;
  });
  return sizeClassOf;
}

function countTotals({ levelStart, levels, levelCount, profiles, classes }: Mix, sizeClassOf: Int32Array): Totals {
  const profileCount = profiles.start.length - 1;
  const totals = {
    profiles: new Int32Array(classes.length * profileCount),
    levels: new Int32Array(classes.length * levelCount),
  };
  sizeClassOf.forEach((index, p) => {
    totals.profiles[index * profileCount + profiles.profileOf[p]]++;
    for (let i = levelStart[p]; i < levelStart[p + 1]; i++) totals.levels[index * levelCount + levels[i]]++;
  });
  return totals;
}

/**
 * Exchanges people between two classes along the cheapest flow. Sending a unit from the source through level a, a rest and
 * level b moves somebody of that rest with level a out of `from` and somebody of the same rest with level b in.
 *
 * @returns Whether anything got better.
 */
function exchange(request: Exchange): boolean {
  const { mix, totals, attribute, rest, from, to, sizeClassOf, random } = request;
  const { levelCount, attributeOf, profiles } = mix;
  const profileCount = profiles.start.length - 1;
  const firstRest = levelCount + 2;
  const [source, sink] = [levelCount, levelCount + 1];
  const network = createFlowNetwork(firstRest + rest.restCount);
  const moving: { readonly profile: number; readonly leave: number; readonly come: number }[] = [];
  const stride = Math.ceil(profileCount / MOST_PROFILES);
  for (let profile = random.index(stride); profile < profileCount; profile += stride) {
    const level = soleLevel(mix, profile, attribute);
    const here = totals.profiles[from * profileCount + profile];
    const there = totals.profiles[to * profileCount + profile];
    if (level < 0 || here + there === 0) continue;
    const at = firstRest + rest.restOf[profile];
    moving.push({
      profile,
      leave: network.addArc(level, at, here, 0),
      come: network.addArc(at, level, there, 0),
    });
  }
  for (let level = 0; level < levelCount; level++) {
    if (attributeOf[level] !== attribute) continue;
    addSteps(network, request, level, source, level, from, to);
    addSteps(network, request, level, level, sink, to, from);
  }
  // What cannot be exchanged at a gain goes straight to the sink.
  network.addArc(source, sink, mix.peopleCount, 0);
  if (network.solve(source, sink, mix.peopleCount).cost >= 0) return false;
  const moves = moving.map(({ profile, leave, come }) => ({
    profile,
    net: network.flowOn(leave) - network.flowOn(come),
  }));
  for (const { profile, net } of moves) {
    const [a, b] = net > 0 ? [from, to] : [to, from];
    moveSome(mix, totals, profile, Math.abs(net), a, b, sizeClassOf);
  }
  return true;
}

/** The level of an attribute that a profile holds, or −1 where it holds several. */
function soleLevel({ levelStart, levels, attributeOf, profiles }: Mix, profile: number, attribute: number): number {
  const p = profiles.order[profiles.start[profile]];
  let sole = -1;
  for (let i = levelStart[p]; i < levelStart[p + 1]; i++) {
    if (attributeOf[levels[i]] !== attribute) continue;
    if (sole >= 0) return -1;
    sole = levels[i];
  }
  return sole;
}

/**
 * Arcs for moving holders of a level from one class to another, one for each run of equal prices: the price steps where a
 * total passes a multiple of the class's groups.
 */
function addSteps(
  network: FlowNetwork,
  { mix, totals }: Exchange,
  level: number,
  tail: number,
  head: number,
  losing: number,
  gaining: number,
): void {
  const { classes, levelCount, curvature, pull } = mix;
  const less = totals.levels[losing * levelCount + level];
  const more = totals.levels[gaining * levelCount + level];
  const groupsLosing = classes[losing].groups;
  const groupsGaining = classes[gaining].groups;
  const room = classes[gaining].size * groupsGaining - more;
  const price = (index: number, count: number) =>
    curvature[level] * count + curvature[level] / 2 - pull[index * levelCount + level];
  for (let moved = 0; moved < Math.min(less, room);) {
    const below = Math.floor((less - moved - 1) / groupsLosing);
    const above = Math.floor((more + moved) / groupsGaining);
    const run = Math.min(less - moved - below * groupsLosing, (above + 1) * groupsGaining - more - moved, room - moved);
    network.addArc(tail, head, run, price(gaining, above) - price(losing, below));
    moved += run;
  }
}

/** Moves so many people of a profile from one class to another: the first of them in the order of people. */
function moveSome(
  { levelStart, levels, levelCount, profiles }: Mix,
  totals: Totals,
  profile: number,
  count: number,
  from: number,
  to: number,
  sizeClassOf: Int32Array,
): void {
  const profileCount = profiles.start.length - 1;
  let left = count;
  for (let i = profiles.start[profile]; left > 0; i++) {
    const p = profiles.order[i];
    if (sizeClassOf[p] !== from) continue;
    sizeClassOf[p] = to;
    left--;
    totals.profiles[from * profileCount + profile]--;
    totals.profiles[to * profileCount + profile]++;
    for (let at = levelStart[p]; at < levelStart[p + 1]; at++) {
      totals.levels[from * levelCount + levels[at]]--;
      totals.levels[to * levelCount + levels[at]]++;
    }
  }
}
