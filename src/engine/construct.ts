import type { Problem } from './problem.js';
import { shuffle, type Random } from './random.js';
import { sizeClassesOf } from './terms/count-term.js';

/**
 * A first assignment: by themes first where these weigh much; the best balance where it is known by construction; else people sorted by profile are dealt round
 * robin over groups in random order, so that every level of the heaviest attribute is spread to within one person of its
 * share.
 *
 * @param sizeClassOf Index of the size, ascending, of the group each person is to sit in; absent: any.
 */
export function constructAssignment(problem: Problem, random: Random, sizeClassOf?: Int32Array): Int32Array {
  const { groupSizes, peopleCount, balanceOptimum, themesFirst } = problem;
  if (themesFirst !== undefined) return themesFirst(random);
  if (sizeClassOf === undefined && balanceOptimum !== undefined) return balanceOptimum.draw(random);
  const profileOrder = problem.mix.profiles.order;
  const groupOf = new Int32Array(peopleCount);
  const order = shuffle(Int32Array.from(groupSizes.keys()), random);
  if (sizeClassOf === undefined) deal(profileOrder, order, groupSizes, groupOf);
  else {
    sizeClassesOf(groupSizes).forEach(({ size }, index) => {
      const people = profileOrder.filter((p) => sizeClassOf[p] === index);
      deal(
        people,
        order.filter((group) => groupSizes[group] === size),
        groupSizes,
        groupOf,
      );
    });
  }
  return groupOf;
}

function deal(people: Int32Array, groups: Int32Array, groupSizes: Int32Array, groupOf: Int32Array): void {
  let next = 0;
  for (let round = 0; next < people.length; round++) {
    for (const group of groups) {
      if (round < groupSizes[group]) groupOf[people[next++]] = group;
    }
  }
}
