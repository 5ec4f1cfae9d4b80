import { compareText } from '../../domain/fold.js';
import type { Module } from '../../domain/module.js';
import type { Home } from '../home.js';
import { compileWishes } from '../wishes.js';
import { listLevels } from './level-table.js';
import { createRulePrices } from './rule-prices.js';

/** Somebody going to another group. */
export interface PersonMove {
  readonly person: number;
  readonly to: number;
}

/** People who each take the place of the next, the last of them that of the first, or a free one. */
export interface MoveChain {
  readonly moves: readonly PersonMove[];
  /** Change of the penalty of balance and wishes, in units of 1/people², and of hard violations at a price beyond all that: negative. */
  readonly change: number;
}

/** Most people of a chain. */
const LONGEST = 8;
/** Of each group, so many are thought of whose place somebody might take, beside those who are not at home. */
const EACH = 3;
/** Moves below none, and beyond those allowed, that a chain may come to on its way: people who are away go home in it. */
const DETOUR = 2;
/** Steps that are tried between two yields: some milliseconds. */
const PIECE = 500_000;

/**
 * Finds chains of moves that make balance and wishes better: the cyclic exchanges of Thompson and Orlin (1989), with the places that are free
 * and that may become free as further nodes, so that groups change their sizes too. Each group is left and joined by one person at most, so
 * costs of single steps add up, those of hard rules too. Paths are kept by number of moves and last person, the cheapest each, as long as they gain (some rotation of
 * a chain that gains does so from its first step on). What else is weighed is left to whoever tries them.
 *
 * @returns a function of an assignment, the moves it may have, and how many chains are wanted, the best first; yields between bounded pieces
 * of work
 */
export function createChainFinder(
  module: Module,
  home: Home,
): (groupOf: Int32Array, mostMoves: number, wanted: number) => Generator<void, readonly MoveChain[]> {
  const { homeOf, least, most } = home;
  const people = homeOf.length;
  const groupCount = least.length;
  const nodes = people + groupCount;
  const pricesOf = createPrices(module, people, groupCount);
  const isAway = (person: number, group: number) => (homeOf[person] >= 0 && homeOf[person] !== group ? 1 : 0);

  return function* (groupOf, mostMoves, wanted) {
    const { sizes, replace, gain, lose } = pricesOf(groupOf);
    let moved = 0;
    for (let p = 0; p < people; p++) moved += isAway(p, groupOf[p]);
    const spare = mostMoves - moved;
    const groupAt = (node: number) => (node < people ? groupOf[node] : node - people);
    const { starts, ends, uses, costs } = flatten(listArcs());
    const width = Math.max(1, spare + 2 * DETOUR + 1);
    const labels = createLabels(nodes * width);
    const found: MoveChain[] = [];
    let tried = 0;
    for (let first = 0; first < nodes; first++) {
      const best = closeChain(first);
      if (best !== undefined) found.push(best);
      if (tried < PIECE) continue;
      tried = 0;
      yield;
    }
    found.sort((a, b) => a.change - b.change || a.moves.length - b.moves.length);
    return found.filter(({ change }, index) => index === 0 || change !== found[index - 1].change).slice(0, wanted);

    /** From each node, those whose place is taken: the cheapest of each group, and a free place. */
    function listArcs(): readonly Arc[][] {
      const membersOf = Array.from({ length: groupCount }, (): number[] => []);
      for (let p = 0; p < people; p++) membersOf[groupOf[p]].push(p);
      return Array.from({ length: nodes }, (_, node): Arc[] => {
        const own = groupAt(node);
        const isPlace = node >= people;
        const from: Arc[] = [];
        membersOf.forEach((members, group) => {
          if (group === own) return;
          const used = isPlace ? 0 : isAway(node, group) - isAway(node, own);
          const costOf = isPlace ? lose : (other: number) => replace(node, other);
          if (!isPlace || sizes[group] > least[group])
            for (const to of chooseFrom(members, costOf)) from.push({ to, used, cost: costOf(to) });
          if (!isPlace && sizes[group] < most[group]) from.push({ to: people + group, used, cost: gain(node, group) });
        });
        return from;
      });
    }

    function chooseFrom(members: readonly number[], costOf: (member: number) => number): readonly number[] {
      const kept = cheapest(members, costOf);
      const more = members.filter((p) => homeOf[p] !== groupOf[p] && !kept.includes(p));
      return more.length === 0 ? kept : [...kept, ...more];
    }

    /** The cheapest chain through a node, all of whose beginnings gain. */
    function closeChain(first: number): MoveChain | undefined {
      let best: { readonly cost: number; readonly label: number; readonly depth: number } | undefined;
      const start = first * width + DETOUR;
      labels.begin(start);
      for (let depth = 0; depth < LONGEST; depth++) {
        const reached = labels.at(depth);
        const nextCosts = labels.costs(depth + 1);
        for (let index = 0; index < reached.length; index++) {
          const label = reached[index];
          const node = Math.floor(label / width);
          const used = label - node * width - DETOUR;
          const cost = labels.costs(depth)[label];
          for (let arc = starts[node]; arc < starts[node + 1]; arc++) {
            const total = cost + costs[arc];
            // The arcs of a node are in the order of their costs.
            if (total >= 0) break;
            tried++;
            const then = used + uses[arc];
            if (then > spare + DETOUR || then < -DETOUR) continue;
            const end = ends[arc];
            if (end === first) {
              if (depth > 0 && then <= spare && (best === undefined || total < best.cost))
                best = { cost: total, label, depth };
              continue;
            }
            const next = end * width + then + DETOUR;
            if (total >= nextCosts[next] || passes(depth, label, groupAt(end))) continue;
            labels.put(depth + 1, next, total, label);
          }
        }
      }
      return best === undefined ? undefined : { moves: trace(best.depth, best.label, first), change: best.cost };
    }

    /** Whether a path has come by a group. */
    function passes(depth: number, label: number, group: number): boolean {
      for (let d = depth, at = label; d >= 0; at = labels.before(d, at), d--)
        if (groupAt(Math.floor(at / width)) === group) return true;
      return false;
    }

    function trace(depth: number, label: number, first: number): readonly PersonMove[] {
      const path: number[] = [];
      for (let d = depth, at = label; d >= 0; at = labels.before(d, at), d--) path.unshift(Math.floor(at / width));
      return path.flatMap((node, index): PersonMove[] => {
        const next = index + 1 < path.length ? path[index + 1] : first;
        return node < people ? [{ person: node, to: groupAt(next) }] : [];
      });
    }
  };
}

/** One step of a chain: the place that is taken, moves used up, and what it costs the group of that place. */
interface Arc {
  readonly to: number;
  readonly used: number;
  readonly cost: number;
}

/** Arcs one after the other, those from node n from `starts[n]` to `starts[n + 1]`, the cheapest first. */
function flatten(arcs: readonly Arc[][]) {
  const all = arcs.map((from) => from.sort((a, b) => a.cost - b.cost || a.to - b.to));
  const starts = new Int32Array(arcs.length + 1);
  all.forEach((from, node) => (starts[node + 1] = starts[node] + from.length));
  const list = all.flat();
  return {
    starts,
    ends: Int32Array.from(list, ({ to }) => to),
    uses: Int8Array.from(list, ({ used }) => used),
    costs: Float64Array.from(list, ({ cost }) => cost),
  };
}

/** The cheapest path to each label, by number of steps. */
function createLabels(count: number) {
  const layers = Array.from({ length: LONGEST + 1 }, () => ({
    costs: new Float64Array(count).fill(Infinity),
    before: new Int32Array(count),
    reached: [] as number[],
  }));
  return {
    begin: (start: number) => {
      for (const { costs, reached } of layers) {
        for (const label of reached) costs[label] = Infinity;
        reached.length = 0;
      }
      layers[0].costs[start] = 0;
      layers[0].reached.push(start);
    },
    at: (depth: number): readonly number[] => layers[depth].reached,
    /** By label; infinite where it is not reached. */
    costs: (depth: number): Float64Array => layers[depth].costs,
    before: (depth: number, label: number) => layers[depth].before[label],
    put: (depth: number, label: number, cost: number, from: number) => {
      const layer = layers[depth];
      if (layer.costs[label] === Infinity) layer.reached.push(label);
      layer.costs[label] = cost;
      layer.before[label] = from;
    },
  };
}

/** The few of least cost, the first of equals first. */
function cheapest(members: readonly number[], costOf: (member: number) => number): readonly number[] {
  const kept: number[] = [];
  const costs: number[] = [];
  for (const member of members) {
    const cost = costOf(member);
    let place = kept.length;
    while (place > 0 && cost < costs[place - 1]) place--;
    if (place === EACH) continue;
    kept.splice(place, 0, member);
    costs.splice(place, 0, cost);
    if (kept.length > EACH) {
      kept.pop();
      costs.pop();
    }
  }
  return kept;
}

/**
 * What it costs a group to lose somebody, to gain somebody, or both, in units of 1/people². A level of weight w that N people and a group of
 * size s lack or have too many of by g, in units of 1/N, costs w · g²; one holder more is N to g, one person more takes the level's holders off it.
 */
function createPrices(module: Module, people: number, groupCount: number) {
  const { holders, weights, levelsOf } = listLevels(module, people);
  const levelCount = holders.length;
  /** What two people have in common is neither lost nor gained: 2w for each level. */
  const shared = new Float64Array(people * people);
  for (let p = 0; p < people; p++) {
    for (let q = 0; q < people; q++) {
      for (const level of levelsOf[p])
        if (levelsOf[q].includes(level)) shared[p * people + q] += 2 * weights[level] * people * people;
    }
  }
  const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const ruled = createRulePrices(module, groups);
  const layers = compileWishes(module, people * people);
  const wishes = new Float64Array(people * groupCount);
  for (const { costOf } of layers)
    for (let p = 0; p < people; p++)
      for (let group = 0; group < groupCount; group++) wishes[p * groupCount + group] += costOf(p, groups[group]);

  return (groupOf: Int32Array) => {
    const sizes = new Int32Array(groupCount);
    const gaps = new Float64Array(groupCount * levelCount);
    for (let p = 0; p < people; p++) {
      const first = groupOf[p] * levelCount;
      sizes[groupOf[p]]++;
      for (let level = 0; level < levelCount; level++) gaps[first + level] -= holders[level];
      for (const level of levelsOf[p]) gaps[first + level] += people;
    }
    /** What the levels of somebody cost a group that gets them (sign 1) or is rid of them (−1), its size as it is. */
    const holding = (person: number, group: number, sign: number) => {
      let sum = sign * wishes[person * groupCount + group];
      for (const level of levelsOf[person])
        sum += weights[level] * people * (people + sign * 2 * gaps[group * levelCount + level]);
      return sum;
    };
    /** What one more person (1) or one fewer (−1) costs beyond that: the shares of all levels change. */
    const resizing = (person: number, group: number, sign: number) => {
      let sum = 0;
      for (let level = 0; level < levelCount; level++)
        sum += weights[level] * holders[level] * (holders[level] - sign * 2 * gaps[group * levelCount + level]);
      for (const level of levelsOf[person]) sum -= 2 * weights[level] * people * holders[level];
      return sum;
    };
    const joining = new Float64Array(people * groupCount);
    for (let p = 0; p < people; p++)
      for (let group = 0; group < groupCount; group++) joining[p * groupCount + group] = holding(p, group, 1);
    const leaving = Float64Array.from(groupOf, (group, p) => holding(p, group, -1));
    const { broken } = ruled(groupOf);
    return {
      sizes,
      /** Somebody takes the place of somebody else. */
      replace: (person: number, other: number) =>
        joining[person * groupCount + groupOf[other]] +
        leaving[other] -
        shared[person * people + other] +
        broken(groupOf[other], person, other),
      /** Somebody comes, and nobody goes. */
      gain: (person: number, group: number) =>
        joining[person * groupCount + group] + resizing(person, group, 1) + broken(group, person, -1),
      /** Somebody goes, and nobody comes. */
      lose: (person: number) =>
        leaving[person] + resizing(person, groupOf[person], -1) + broken(groupOf[person], -1, person),
    };
  };
}
