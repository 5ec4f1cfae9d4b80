import { describe, expect, it } from 'vitest';
import type { Module } from '../../src/domain/module.js';
import { compileProblem } from '../../src/engine/problem.js';
import { scoreOf } from '../../src/engine/state.js';
import { solveWithHighs } from '../../src/proof/highs-solver.js';
import type { SolveProgram } from '../../src/proof/integer-program.js';
import { prove } from '../../src/proof/prove.js';
import { moduleOf, rule } from '../helpers/modules.js';

const AMPLE = { nodes: 1_000, iterations: 100_000 };

/** Four people, three attributes that cross: whoever sits together, two are alike in one of them. */
const crossing = moduleOf({
  columns: { x: 'uuvv', y: 'uvuv', z: 'uvvu' },
  balance: { x: 1, y: 1, z: 1 },
  sizes: [2, 2],
});

function proofOf(module: Module, groupOf: readonly number[], solve: SolveProgram = solveWithHighs) {
  const problem = compileProblem(module);
  return prove(problem, Int32Array.from(groupOf), AMPLE, solve);
}

/** A solver that says what it is told to. */
const saying =
  (bound: number): SolveProgram =>
  async () => ({ isInfeasible: false, isComplete: true, bound, nodes: 1 });

describe('a proof', () => {
  it('raises the bound where each attribute could be even, but not all three', async () => {
    const problem = compileProblem(crossing);
    const { soft } = scoreOf(problem, Int32Array.of(0, 0, 1, 1));
    expect({ bound: problem.softBound, soft: soft > 0 }).toEqual({ bound: 0, soft: true });
    const finding = await proofOf(crossing, [0, 0, 1, 1]);
    expect(finding).toMatchObject({ outcome: 'optimal', softBound: soft });
    expect(finding.better).toBeUndefined();
  });

  it('finds the list that the search has missed', async () => {
    const module = moduleOf({ columns: { x: 'uuuvvv' }, balance: { x: 1 }, sizes: [2, 2, 2] });
    const { outcome, softBound, better } = await proofOf(module, [0, 0, 1, 1, 2, 2]);
    expect({ outcome, softBound }).toEqual({ outcome: 'optimal', softBound: 0 });
    expect([0, 1, 2].map((group) => better?.subarray(0, 3).filter((own) => own === group).length)).toEqual([1, 1, 1]);
  });

  it('does nothing where the bound is reached already', async () => {
    const module = moduleOf({ columns: { x: 'uv' }, balance: { x: 1 }, sizes: [1, 1] });
    const never: SolveProgram = () => Promise.reject(new Error('solved'));
    expect(await proofOf(module, [0, 1], never)).toMatchObject({ outcome: 'optimal', nodes: 0 });
  });

  it('shows that rules exclude each other where counting does not', async () => {
    const rules = [
      rule('together', 'a b'),
      rule('together', 'c d'),
      rule('apart', 'a c'),
      rule('at_most', 'x=u', { count: 1 }),
    ];
    const module = moduleOf({ columns: { x: 'uuvvvv' }, balance: { x: 1 }, sizes: [3, 3], rules });
    expect((await proofOf(module, [0, 0, 1, 1, 0, 1])).outcome).toBe('none');
  });

  it('knows that a level which nobody holds cannot be had in any group', async () => {
    const wanted = (weight?: number) =>
      moduleOf({
        columns: { x: 'uuv' },
        balance: { x: 1 },
        sizes: [2, 1],
        rules: [{ ...rule('at_least', 'x=w', { count: 1 }), ...(weight === undefined ? {} : { weight }) }],
      });
    expect((await proofOf(wanted(), [0, 0, 1])).outcome).toBe('none');
    expect((await proofOf(wanted(3), [0, 0, 1])).outcome).toBe('optimal');
  });

  it('keeps hard rules that the list given breaks, where that can be', async () => {
    const module = moduleOf({
      columns: { x: 'uuvv' },
      balance: { x: 1 },
      sizes: [2, 2],
      rules: [rule('together', 'a b')],
    });
    const { outcome, better } = await proofOf(module, [0, 1, 0, 1]);
    expect(outcome).toBe('optimal');
    expect(better?.[0]).toBe(better?.[1]);
  });

  it('takes what a solver says a shade above a whole value for that value, and rounds up all else', async () => {
    const problem = compileProblem(crossing);
    const given = Int32Array.of(0, 0, 1, 1);
    const { soft } = scoreOf(problem, given);
    const boundFor = async (bound: number) => (await proofOf(crossing, [...given], saying(bound))).softBound;
    const known = await boundFor(0);
    expect(known).toBe(problem.softBound);
    expect(await boundFor(1e-9)).toBe(known);
    expect(await boundFor(0.01)).toBeGreaterThan(known);
    expect(soft % (await boundFor(0.01))).toBe(0);
  });

  it('claims little of numbers in which rounding could hide much', async () => {
    const heavy = moduleOf({
      columns: { x: 'uuvv', y: 'uvuv', z: 'uvvu' },
      balance: { x: 1e9, y: 1e9 + 7, z: 1 },
      sizes: [2, 2],
    });
    const finding = await proofOf(heavy, [0, 0, 1, 1], saying(10));
    expect(finding).toMatchObject({ outcome: 'inexact', softBound: compileProblem(heavy).softBound });
  });

  it('is the same each time, in one process too', async () => {
    const given = [0, 0, 0, 1, 1, 1, 2, 2, 2];
    const module = moduleOf({
      columns: { x: 'uuuuvvvww', y: 'uvuvuvuvw', z: 'wuvvuwwuv' },
      balance: { x: 3, y: 2, z: 1 },
      sizes: [3, 3, 3],
    });
    const first = await proofOf(module, given);
    expect(await proofOf(module, given)).toEqual(first);
  });
});
