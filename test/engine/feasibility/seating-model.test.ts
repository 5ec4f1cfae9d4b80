import { describe, expect, it } from 'vitest';
import type { Demand } from '../../../src/engine/feasibility/demand.js';
import { modelSeating, type Homes, type SeatingModel } from '../../../src/engine/feasibility/seating-model.js';
import { counting, demand, groupsOf, placing } from '../../helpers/seatings.js';

function model(
  people: number,
  sizes: readonly number[],
  demands: readonly Demand[],
  homes?: Homes,
  most = 1000,
): SeatingModel {
  const made = modelSeating(people, groupsOf(...sizes), demands, most, homes);
  if (made === undefined) throw new Error('too many variables');
  return made;
}

/** Rows as equations: `2 v0 + v3 − v6 = 0`. */
function rowsOf({ starts, variables, coefficients, totals }: SeatingModel): readonly string[] {
  return [...totals].map((total, row) => {
    const terms = [...variables.subarray(starts[row], starts[row + 1])].map((variable, i) => {
      const coefficient = coefficients[starts[row] + i];
      const size = Math.abs(coefficient) === 1 ? '' : `${Math.abs(coefficient)} `;
      return `${coefficient < 0 ? '− ' : i === 0 ? '' : '+ '}${size}v${variable}`;
    });
    return `${terms.join(' ')} = ${total}`;
  });
}

/** `0–2 1–3`: bounds by variable, those of one class, set or kind in one text. */
function boundsOf({ low, high, groupCount }: SeatingModel, ends: number): readonly string[] {
  const all = [...low].map((least, variable) => `${least}–${high[variable]}`);
  const byGroup = Array.from({ length: ends }, (_, own) => all.slice(own * groupCount, (own + 1) * groupCount));
  return [...byGroup, all.slice(ends * groupCount)].map((own) => own.join(' '));
}
const barredOf = ({ isOneBarred }: SeatingModel) => [...isOneBarred.keys()].filter((v) => isOneBarred[v] === 1);
const itemsOf = ({ classes }: SeatingModel) => classes.map(({ items }) => items);

describe('the model of a seating', () => {
  it('has classes of people, the hardest to seat first, counted sets, and a row for each sum', () => {
    const made = model(
      7,
      [3, 2, 2],
      [counting([0, 1, 2], { least: 1, most: 2 }), placing([3], 1, 2), demand({ tied: [0, 1] })],
    );
    expect(made.classes).toEqual([
      { items: [[0, 1]], itemCount: 1, weight: 2 },
      { items: [[3]], itemCount: 1, weight: 1 },
      { items: [[2]], itemCount: 1, weight: 1 },
      // About whom nothing is demanded.
      { items: [], itemCount: 3, weight: 1 },
    ]);
    expect(boundsOf(made, 5)).toEqual(['0–1 0–1 0–1', '0–0 0–1 0–1', '0–1 0–1 0–1', '0–3 0–2 0–2', '1–2 1–2 1–2', '']);
    expect(rowsOf(made)).toEqual([
      // The counted set, whole and by group.
      'v12 + v13 + v14 = 3',
      '2 v0 + v6 − v12 = 0',
      '2 v1 + v7 − v13 = 0',
      '2 v2 + v8 − v14 = 0',
      // Everybody somewhere.
      'v0 + v1 + v2 = 1',
      'v3 + v4 + v5 = 1',
      'v6 + v7 + v8 = 1',
      'v9 + v10 + v11 = 3',
      // Every seat taken.
      '2 v0 + v3 + v6 + v9 = 3',
      '2 v1 + v4 + v7 + v10 = 2',
      '2 v2 + v5 + v8 + v11 = 2',
    ]);
    expect([made.groupCount, made.preferred, made.twins, barredOf(made)]).toEqual([3, undefined, [1], []]);
  });

  it('has, of people with homes, the sizes, who stays, and who is there besides', () => {
    const homes = {
      homeOf: Int32Array.of(0, 0, 1, -1, 1, 1),
      least: Int32Array.of(1, 2),
      most: Int32Array.of(3, 4),
      mostMoves: 1,
    };
    const made = model(6, [2, 4], [demand({ tied: [1, 2] }), counting([0, 5], { isAloneBarred: true })], homes);
    expect(itemsOf(made)).toEqual([[[1, 2]], [[0], [5]], [[3], [4]]]);
    // Four classes or sets of two groups each, the sizes, those who stay, and those who were there and others of a class.
    expect(boundsOf(made, 5)).toEqual([
      '0–1 0–1',
      '0–2 0–2',
      '0–2 0–2',
      '0–2 0–2',
      '1–3 2–4',
      '4–5 0–1 0–2 0–1 0–2 0–1 0–2',
    ]);
    expect(rowsOf(made).slice(6)).toEqual([
      '2 v0 + v2 + v4 − v8 = 0',
      '2 v1 + v3 + v5 − v9 = 0',
      'v11 + v12 − v2 = 0',
      'v13 + v14 − v3 = 0',
      'v15 + v16 − v5 = 0',
      'v0 + v1 + v11 + v13 + v15 − v10 = 0',
    ]);
    expect([[...(made.preferred ?? [])], made.twins, barredOf(made)]).toEqual([[1, 1, 1, 1, 0, 1], [], [6, 7]]);
  });

  it('tells tied people apart by their homes, who are several to stay or to go, and others by their number', () => {
    const homes = {
      homeOf: Int32Array.of(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, -1),
      least: Int32Array.of(0, 0),
      most: Int32Array.of(2, 9),
      mostMoves: 20,
    };
    const pairs = [0, 2, 4, 6].map((first) => demand({ tied: [first, first + 1] }));
    const made = model(12, [6, 6], pairs, homes);
    expect(itemsOf(made)).toEqual([
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
      [[6, 7]],
      [[8], [9], [10], [11]],
    ]);
    expect(rowsOf(made).at(-1)).toBe('2 v0 + v2 + v3 + v9 − v8 = 0');
    // As many are allowed to move as there are, and more; three were where two have room.
    expect(boundsOf(made, 3)).toEqual(['0–1 0–3', '0–1 0–1', '0–2 0–4', '0–2 0–9 0–11 0–2 0–2']);
    expect([...(made.preferred ?? [])]).toEqual([3, 0, 1, 1, 3, 0]);
  });

  it('takes the limits of groups that stand for several as many times', () => {
    const homes = {
      homeOf: Int32Array.of(0, 0, 1, 1),
      least: Int32Array.of(0, 0),
      most: Int32Array.of(4, 4),
      mostMoves: 4,
      copies: Int32Array.of(2, 1),
    };
    const made = model(4, [2, 2], [counting([0, 1, 2, 3], { least: 1, most: 2, isAloneBarred: true })], homes);
    expect(boundsOf(made, 2).slice(0, 2)).toEqual(['0–4 0–4', '2–4 1–2']);
    expect(barredOf(made)).toEqual([3]);
  });

  it('merges demands on the same people, and has sets in an order of their own', () => {
    const demands = [
      counting([1, 2], { least: 1, isAloneBarred: true }),
      counting([0, 1], { most: 2 }),
      counting([1, 2], { most: 1 }),
      counting([0, 1], { least: 1, most: 3 }),
      counting([0, 1], {}),
    ];
    const made = model(3, [2, 1], demands);
    // Of nobody but 1 there are two sets, which comes first.
    expect(itemsOf(made)).toEqual([[[1]], [[0]], [[2]]]);
    expect(boundsOf(made, 5).slice(3)).toEqual(['1–2 1–1', '1–1 1–1', '']);
    expect(barredOf(made)).toEqual([8, 9]);
    expect(model(3, [2, 1], demands.toReversed())).toEqual(made);
  });

  it('keeps apart sets whose people are numbered with the same digits', () => {
    const made = model(24, [12, 12], [counting([1, 2, 3], { most: 2 }), counting([1, 23], { most: 1 })]);
    expect(itemsOf(made)).toEqual([[[1]], [[2], [3]], [[23]], []]);
  });

  it('merges people of whom the same is demanded, in whichever order, and no others', () => {
    const limits = { most: 2 };
    const demands = [
      counting([0, 3, 5, 6], limits),
      counting([1, 2, 4, 6], limits),
      placing([0, 3, 6], 0, 1),
      placing([1, 2, 6], 0, 2),
      demand({ tied: [0, 1] }),
      // The other way round.
      demand({ tied: [2, 3] }),
      demand({ tied: [4, 5] }),
    ];
    const made = model(7, [3, 2, 2], demands);
    expect(itemsOf(made)).toEqual([
      [
        [0, 1],
        [2, 3],
      ],
      [[4, 5]],
      [[6]],
    ]);
    // About places they may share the first group only.
    expect(boundsOf(made, 1)[0]).toBe('0–1 0–0 0–0');
  });

  it('calls groups twins that differ in nothing but their label', () => {
    expect(model(6, [2, 2, 2], [counting([0], {})]).twins).toEqual([0, 1]);
    expect(model(6, [2, 2, 2], [placing([0], 1, 2)]).twins).toEqual([1]);
    expect(model(6, [2, 2, 2], [placing([0], 0, 2)]).twins).toEqual([]);
    expect(model(7, [2, 2, 3], []).twins).toEqual([0]);
  });

  it('is none of too many variables', () => {
    const demands = [counting([0, 1], {}), demand({ tied: [1, 2] })];
    // Three classes and a set, by two groups.
    expect(model(4, [2, 2], demands, undefined, 8).low).toHaveLength(8);
    expect(modelSeating(4, groupsOf(2, 2), demands, 7)).toBeUndefined();
    const homes = { homeOf: Int32Array.of(0, 1, 0), least: new Int32Array(2), most: Int32Array.of(3, 3), mostMoves: 3 };
    // A class of one group each, a size each, who stays; of the only class, two homes.
    expect(model(3, [2, 1], [], homes, 9).low).toHaveLength(9);
    expect(modelSeating(3, groupsOf(2, 1), [], 8, homes)).toBeUndefined();
  });
});
