import { append } from '../../domain/append.js';
import type { Module } from '../../domain/module.js';
import { countMoves, type Home } from '../home.js';
import { listLevels } from './level-table.js';

/** Somebody going to another group with nobody in exchange: two groups change their sizes. */
export interface SizeShift {
  readonly person: number;
  readonly to: number;
  /** Change of the balance's penalty, in units of 1/people²: negative where it gains. */
  readonly change: number;
}

/** Pairs of a person and a group that are looked at: all of a thousand people in a hundred groups, of more those of every so manieth group. */
const MOST_PAIRS = 300_000;

/**
 * Finds people who could go to another group with nobody in exchange, within the sizes and the moves allowed, those first by whom the
 * balance of attributes gains most. What else is weighed is left to whoever tries them.
 *
 * @returns a function of an assignment, the moves it may have, and how many groups at most are wanted for each person
 */
export function createShiftFinder(
  module: Module,
  { homeOf, least, most }: Home,
): (groupOf: Int32Array, mostMoves: number, wantedEach: number) => readonly SizeShift[] {
  const people = homeOf.length;
  const groupCount = least.length;
  const { holders, weights, levelsOf } = listLevels(module, people);
  const levelCount = holders.length;

  return (groupOf, mostMoves, wantedEach) => {
    const sizes = new Int32Array(groupCount);
    const counts = new Int32Array(groupCount * levelCount);
    const moves = countMoves(homeOf, groupOf);
    for (let p = 0; p < people; p++) {
      sizes[groupOf[p]]++;
      for (const level of levelsOf[p]) counts[groupOf[p] * levelCount + level]++;
    }
    /** Deviation of a level in a group from its share, in units of 1/people. */
    const gapOf = (group: number, level: number) =>
      people * counts[group * levelCount + level] - holders[level] * sizes[group];
    /** What one more person (sign 1) or one fewer (−1) who holds nothing costs a group: its shares alone change. */
    const resizing = (group: number, sign: number) => {
      let sum = 0;
      for (let level = 0; level < levelCount; level++)
        sum += weights[level] * holders[level] * (holders[level] - sign * 2 * gapOf(group, level));
      return sum;
    };
    /** What the levels of somebody cost beyond that. */
    const holding = (group: number, person: number, sign: number) =>
      levelsOf[person].reduce(
        (sum, level) => sum + weights[level] * people * (people + 2 * (sign * gapOf(group, level) - holders[level])),
        0,
      );
    const joinable = [...sizes.keys()].filter((group) => sizes[group] < most[group]);
    const leavable = Int32Array.from(sizes, (size, group) => (size > least[group] ? 1 : 0));
    const joining = Float64Array.from(sizes, (_, group) => (sizes[group] < most[group] ? resizing(group, 1) : 0));
    const leaving = Float64Array.from(sizes, (_, group) => (leavable[group] === 1 ? resizing(group, -1) : 0));
    const isHomeAlone = moves >= mostMoves;
    const movable = Array.from({ length: people }, (_, p) => p).filter(
      (p) => leavable[groupOf[p]] === 1 && !(isHomeAlone && homeOf[p] === groupOf[p]),
    );
    const stride = Math.max(1, Math.ceil((movable.length * joinable.length) / MOST_PAIRS));
    const found: SizeShift[] = [];
    for (const p of movable) {
      const from = groupOf[p];
      const away = homeOf[p] >= 0 && homeOf[p] !== from ? 1 : 0;
      const left = leaving[from] + holding(from, p, -1);
      const own: SizeShift[] = [];
      for (let index = p % stride; index < joinable.length; index += stride) {
        const to = joinable[index];
        if (to === from || moves - away + (homeOf[p] >= 0 && homeOf[p] !== to ? 1 : 0) > mostMoves) continue;
        own.push({ person: p, to, change: left + joining[to] + holding(to, p, 1) });
      }
      if (own.length > wantedEach) own.sort(compareShifts);
      append(found, own.slice(0, wantedEach));
    }
    return found.sort(compareShifts);
  };
}

function compareShifts(a: SizeShift, b: SizeShift): number {
  return a.change - b.change || a.person - b.person || a.to - b.to;
}

/**
 * Of some shifts, the best first, those that gain and are of different groups and people, so that what each gains is gained by all together.
 *
 * @param spare how many more people may be away
 */
export function disjointGains(
  shifts: readonly SizeShift[],
  groupOf: Int32Array,
  homeOf: Int32Array,
  spare: number,
): readonly SizeShift[] {
  const touched = new Set<number>();
  const isAway = (person: number, group: number) => (homeOf[person] >= 0 && homeOf[person] !== group ? 1 : 0);
  let left = spare;
  return shifts.filter(({ person, to, change }) => {
    const from = groupOf[person];
    const more = isAway(person, to) - isAway(person, from);
    if (change >= 0 || more > left || touched.has(from) || touched.has(to)) return false;
    touched.add(from).add(to);
    left -= more;
    return true;
  });
}
