import type { HearingModel, HearingOption } from './hearing-model.js';
import { hearingUnit } from './housing.js';
import type { Kept } from './kept.js';

/** A row that changes, at the weight of its day, and somebody from outside who has to be told. */
const ROW = 10;
const OUTSIDE = 10;
/** What a hearing that takes no place at all counts: more than any number of changes. */
export const MISSING = 1_000_000;

/** What changes of the published hearings count. */
export interface RepairCosts {
  /** Whether the group was told that it would hear that witness then. */
  readonly isPublished: (option: HearingOption) => boolean;
  /** Of a hearing that is new, or of one that is lost. */
  readonly costOf: (option: HearingOption) => number;
  /** The least that any change costs; Infinity where there is no option at all. */
  readonly least: number;
  /** Of a hearing that others join in a room too small for all: its groups change rooms. */
  readonly crowdingOf: (option: HearingOption, beside: readonly HearingOption[]) => number;
}

/** Costs changes by the nearness of their day. */
export function createRepairCosts({ model, sessions, options }: HearingModel, kept: Kept): RepairCosts {
  const weightOf = (option: HearingOption) => kept.weightOf(sessions[option.session]);
  const costOf = (option: HearingOption) => ROW * weightOf(option) + OUTSIDE;
  const isPublished = ({ group, witness, session }: HearingOption) =>
    kept.witnessAt(group, sessions[session]) === witness;
  return {
    isPublished,
    costOf,
    least: options.flat().reduce((cost, option) => Math.min(cost, costOf(option)), Infinity),
    crowdingOf: (option, beside) => {
      const told = beside.filter((given) => isPublished(given));
      if (told.length === 0) return 0;
      const rooms = told.map((given) => kept.roomAt(given.group, sessions[given.session]));
      const together = [option, ...beside].map(({ group }) => group);
      const { leastSeats } = hearingUnit(model, sessions[option.session], together);
      const isLargeEnough = rooms.every((room) => room < 0 || model.rooms[room].capacity >= leastSeats);
      return isLargeEnough ? 0 : told.length * ROW * weightOf(option);
    },
  };
}
