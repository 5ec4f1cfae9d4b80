import { splitEquitably } from '../../algorithms/equitable-split.js';
import type { LevelInput } from '../balance.js';
import { shuffle, type Random } from '../random.js';
import { sizeClassesOf } from '../terms/count-term.js';
import { splitAmongCells } from './cell-split.js';
import { chooseFamilies } from './level-families.js';

/** What a start by themes first is made from. */
export interface ThemesFirstInput {
  readonly balance: LevelInput;
  readonly groupSizes: Int32Array;
  /** People of one profile hold the same levels; profiles are numbered from 0. */
  readonly profileOf: Int32Array;
  /** Groups of one place cost everybody the same. */
  readonly placeOf: Int32Array;
  /** Penalty of a person in a group by wishes, observed themes and weighted rules about places. */
  readonly softCost: (person: number, group: number) => number;
  /** Hard rules about places that a person in a group breaks. */
  readonly hardCost: (person: number, group: number) => number;
}

/** Groups of one place and size. */
interface Cell {
  readonly size: number;
  readonly groups: readonly number[];
}

/** People alike to the flow. */
interface AlikePeople {
  readonly people: number[];
  readonly node: number;
  readonly costs: readonly number[];
}

/**
 * Places are settled first where people can lose by place, on average, one so-manieth of the weight of the heaviest level.
 * Where they weigh less, the best mix has plateaus wide enough for the wishes, and it is better to settle who sits in a
 * group of which size by the mix alone.
 */
const LIGHT = 12;

/**
 * People to strands first: a minimum-cost flow weighs wishes, observed themes and rules about places against the balance of
 * the heaviest attributes that do not cross, over the groups of one place and size; the sum of both is the least there is.
 * Inside those groups, these attributes and those of a second family are spread evenly. Which of the people alike to the
 * flow go where is drawn.
 *
 * @returns `undefined` where places cost nothing, or little beside the balance.
 */
export function createThemesFirst(input: ThemesFirstInput): ((random: Random) => Int32Array) | undefined {
  const { balance, groupSizes, profileOf, softCost, hardCost } = input;
  const cells = cellsOf(input);
  const softOf = (p: number) => cells.map(({ groups }) => softCost(p, groups[0]));
  let dearest = 0;
  let sum = 0;
  profileOf.forEach((_, p) => {
    const costs = softOf(p);
    const most = costs.reduce((a, b) => Math.max(a, b), 0);
    dearest = Math.max(dearest, most);
    sum += most - costs.reduce((a, b) => Math.min(a, b), most);
  });
  const heaviest = heaviestLevel(balance, groupSizes);
  if (sum === 0 || sum * LIGHT < heaviest * profileOf.length) return undefined;
  const hardPrice = LIGHT * (dearest + heaviest);
  const [first, second] = chooseFamilies(balance, sizeClassesOf(groupSizes), profileOf);
  const rows = new Map<string, AlikePeople>();
  profileOf.forEach((_, p) => {
    const costs = softOf(p).map((cost, cell) => cost + hardPrice * hardCost(p, cells[cell].groups[0]));
    const key = `${first.nodeOf[p]} ${costs.join(' ')}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { people: [p], node: first.nodeOf[p], costs });
    else row.people.push(p);
  });
  const alike = [...rows.values()];
  const split = splitAmongCells({
    family: first,
    rows: alike.map(({ people, node, costs }) => ({ people: people.length, node, costs })),
    cells: cells.map(({ size, groups }) => ({ size, groups: groups.length })),
    priceOf: balance.priceOf,
  });

  return (random) => {
    const groupOf = new Int32Array(profileOf.length);
    const seated = cells.map((): number[] => []);
    alike.forEach(({ people }, row) => {
      const drawn = shuffle(Int32Array.from(people), random);
      let next = 0;
      seated.forEach((cell, index) => {
        for (const until = next + split[row][index]; next < until; next++) cell.push(drawn[next]);
      });
    });
    cells.forEach(({ groups }, index) => {
      const people = seated[index];
      const [one, other] = [first, second].map(({ parent, nodeOf }) => ({
        parent,
        nodeOf: Int32Array.from(people, (p) => nodeOf[p]),
      }));
      const partOf = splitEquitably(one, other, groups.length);
      people.forEach((p, position) => (groupOf[p] = groups[partOf[position]]));
    });
    return groupOf;
  };
}

function cellsOf({ groupSizes, placeOf }: ThemesFirstInput): readonly Cell[] {
  const cells = new Map<string, { size: number; groups: number[] }>();
  groupSizes.forEach((size, group) => {
    const key = `${placeOf[group]} ${size}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { size, groups: [group] });
    else cell.groups.push(group);
  });
  return [...cells.values()].filter(({ size }) => size > 0);
}

/** The heaviest weight of a level, in units: half the second difference of a squared deviation, wherever the share lies. */
function heaviestLevel({ levelCount, priceOf }: LevelInput, groupSizes: Int32Array): number {
  let heaviest = 0;
  for (const { size } of sizeClassesOf(groupSizes)) {
    for (let level = 0; level < levelCount && size > 1; level++) {
      const bend = priceOf(level, size, 2) - 2 * priceOf(level, size, 1) + priceOf(level, size, 0);
      heaviest = Math.max(heaviest, bend / 2);
    }
  }
  return heaviest;
}
