import { leastOf, mostOf } from '../domain/extremes.js';
import type { MetPair } from './request.js';

/**
 * The fewest repeats that any plan of these sizes can have, by counting; the true least may be more. The largest of:
 *
 * - **pairs**: meetings less the pairs that have not met yet;
 * - **people**: somebody who meets S others in all, of whom only so many are new, repeats the rest. Nobody knows who is in groups
 *   of which size, so the sum over all people is taken at its least over every share of the meetings;
 * - **modules**: a group of one module has at least so many pairs together again in the groups of another, if spread evenly over
 *   them. Modules joined in a tree add up: a pair that is together in t modules is counted on at most t − 1 of its edges.
 */
export function boundRepeats(peopleCount: number, sizes: readonly Int32Array[], met: readonly MetPair[] = []): number {
  const acquainted = countAcquaintances(peopleCount, met);
  const meetings = sizes.reduce((sum, list) => sum + pairsWithin(list), 0);
  const newPairs = (peopleCount * (peopleCount - 1) - acquainted.reduce((sum, count) => sum + count, 0)) / 2;
  return Math.max(0, meetings - newPairs, boundByPeople(sizes, acquainted, meetings), boundByModules(sizes));
}

/** By person, how many different people they have met. */
function countAcquaintances(peopleCount: number, met: readonly MetPair[]): Int32Array {
  const acquainted = new Int32Array(peopleCount);
  const keys = new Set(met.map(({ first, second }) => Math.min(first, second) * peopleCount + Math.max(first, second)));
  for (const key of keys) {
    acquainted[Math.floor(key / peopleCount)]++;
    acquainted[key % peopleCount]++;
  }
  return acquainted;
}

function boundByPeople(sizes: readonly Int32Array[], acquainted: Int32Array, meetings: number): number {
  let least = 0;
  let most = 0;
  for (const list of sizes) {
    const filled = list.filter((size) => size > 0);
    least += Math.max(0, leastOf(filled) - 1);
    most += Math.max(0, mostOf(filled) - 1);
  }
  let forced = 0;
  let free = 0;
  for (const count of acquainted) {
    const newcomers = acquainted.length - 1 - count;
    forced += Math.max(0, least - newcomers);
    free += Math.max(least, Math.min(most, newcomers));
  }
  // Each repeat is one for two people.
  return Math.ceil((forced + Math.max(0, 2 * meetings - free)) / 2);
}

/** The heaviest spanning tree over modules, by the pairs that two of them must share (Prim 1957). */
function boundByModules(sizes: readonly Int32Array[]): number {
  const reach = sizes.map((list) => sharedPairs(sizes[0], list));
  const isIn = sizes.map((_, module) => module === 0);
  let sum = 0;
  for (let step = 1; step < sizes.length; step++) {
    let next = -1;
    for (let module = 0; module < sizes.length; module++) {
      if (!isIn[module] && (next < 0 || reach[module] > reach[next])) next = module;
    }
    isIn[next] = true;
    sum += reach[next];
    sizes.forEach((list, module) => {
      reach[module] = Math.max(reach[module], sharedPairs(sizes[next], list));
    });
  }
  return sum;
}

function sharedPairs(one: Int32Array, other: Int32Array): number {
  return Math.max(spreadPairs(one, countFilled(other)), spreadPairs(other, countFilled(one)));
}

/** Pairs that stay together where every group is spread evenly over so many. */
function spreadPairs(sizes: Int32Array, parts: number): number {
  return sizes.reduce((sum, size) => {
    const each = Math.floor(size / parts);
    const larger = size % parts;
    return sum + (larger * (each + 1) * each + (parts - larger) * each * (each - 1)) / 2;
  }, 0);
}

function countFilled(sizes: Int32Array): number {
  return sizes.reduce((count, size) => count + (size > 0 ? 1 : 0), 0);
}

function pairsWithin(sizes: Int32Array): number {
  return sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
