import { mostOf } from '../domain/extremes.js';
import type { Random } from '../engine/random.js';
import { fitSizes } from './fit-sizes.js';
import { createMeetingCounts, membersByGroup, type MeetingCounts } from './meeting-counts.js';
import { mendKinds } from './mend-kinds.js';
import type { Groupings, RotationRequest } from './request.js';
import { layColumns, layDesign } from './transversal-design.js';

/**
 * The plan that arithmetic gives: blocks of a transversal design ({@link layDesign}), made the sizes asked for. It has no repeats
 * where the groups of every module are as many as a prime power, of sizes as even as can be and no larger than their number, in no
 * more modules than groups, and nobody has met before.
 *
 * @param kindOf by person: the level of the attribute that matters most.
 */
export function constructRotation(request: RotationRequest, kindOf: Int32Array, random: Random): Groupings {
  const { peopleCount, sizes, strata = [], met } = request;
  const height = mostOf([1, ...sizes.map(({ length }) => length)]);
  const isOfOneKind = kindOf.every((kind) => kind === kindOf[0]);
  const largest = mostOf([1, ...sizes.map((list) => mostOf(list))]);
  const columnShare = isOfOneKind && height % largest === 0 ? largest : undefined;
  const blocks = layDesign(layColumns(peopleCount, strata, height), sizes.length, random, columnShare);
  const counts = createMeetingCounts(peopleCount, met);
  for (const blockOf of blocks) addMeetings(counts, blockOf, 1);
  return blocks.map((blockOf, module) => {
    addMeetings(counts, blockOf, -1);
    const groupOf = fitSizes(blockOf, sizes[module], counts, kindOf);
    // Blocks that fit keep their meetings apart; where some had to be changed, the mix is worth a few more changes.
    if (!haveSizes(blockOf, sizes[module])) mendKinds(groupOf, sizes[module], counts, kindOf);
    addMeetings(counts, groupOf, 1);
    return groupOf;
  });
}

/** Whether blocks have the sizes of the groups, in some order. */
function haveSizes(blockOf: Int32Array, sizes: Int32Array): boolean {
  const inOrder = (list: readonly number[]) => list.filter((size) => size > 0).toSorted((a, b) => a - b);
  return inOrder(membersByGroup(blockOf).map(({ length }) => length)).join() === inOrder([...sizes]).join();
}

function addMeetings(counts: MeetingCounts, groupOf: Int32Array, times: number): void {
  for (const members of membersByGroup(groupOf)) {
    for (let i = 1; i < members.length; i++) for (let j = 0; j < i; j++) counts.add(members[i], members[j], times);
  }
}
