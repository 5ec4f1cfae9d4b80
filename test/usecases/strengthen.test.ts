import { describe, expect, it } from 'vitest';
import { toNumber } from '../../src/domain/fraction.js';
import { compileProblem } from '../../src/engine/problem.js';
import { scoreOf } from '../../src/engine/state.js';
import { proveHere, type Prover } from '../../src/proof/prover.js';
import { formGroups } from '../../src/usecases/form-groups.js';
import { proofLimitsOf } from '../../src/usecases/search-options.js';
import { proveList, scoreList } from '../../src/usecases/score.js';
import { strengthen } from '../../src/usecases/strengthen.js';
import { listFrom } from '../helpers/groupings.js';
import { moduleOf, rule } from '../helpers/modules.js';

const limits = proofLimitsOf(2);
const never: Prover = () => Promise.reject(new Error('asked for a proof'));
/** Four people, three attributes that cross: one of them stays uneven, for 4 squared units. */
const crossing = moduleOf({
  columns: { x: 'uuvv', y: 'uvuv', z: 'uvvu' },
  balance: { x: 1, y: 1, z: 1 },
  sizes: [2, 2],
});
const request = { module: crossing, seed: '', search: { effort: 2 } };

describe('groups with a proof', () => {
  it('are optimal where the bound alone could not say so', async () => {
    const plain = await formGroups(request);
    const proved = await formGroups({ ...request, proof: { prover: proveHere, limits } });
    if (plain.status !== 'formed' || proved.status !== 'formed') throw new Error('no groups');
    expect(toNumber(plain.formed.certificate.total.bound)).toBe(0);
    const { total, proof } = proved.formed.certificate;
    expect([total.value, total.bound].map(toNumber)).toEqual([4, 4]);
    expect(proof).toMatchObject({ outcome: 'optimal', limits });
    expect(toNumber(proof?.start.bound ?? total.value)).toBe(0);
    expect(proved.formed.grouping).toEqual(plain.formed.grouping);
  });

  it('ask for none where the search has proved the optimum', async () => {
    const module = moduleOf({ columns: { x: 'uuvv' }, balance: { x: 1 }, sizes: [2, 2] });
    const result = await formGroups({ ...request, module, proof: { prover: never, limits } });
    expect(result).toMatchObject({ status: 'formed' });
    if (result.status === 'formed') expect(result.formed.certificate.proof).toBeUndefined();
  });

  it('ask for none after an interruption, and say so', async () => {
    const result = await formGroups({
      ...request,
      control: { cut: () => 'interrupted' },
      proof: { prover: never, limits },
    });
    if (result.status !== 'formed') throw new Error('no groups');
    expect(result.formed.certificate.proof).toMatchObject({ outcome: 'interrupted', nodes: 0 });
  });

  it('keep what a proof knew when it was cut short', async () => {
    const prover: Prover = async () => ({
      cut: 'time-limit',
      finding: { outcome: 'limit', softBound: 2, nodes: 7 },
    });
    const result = await formGroups({ ...request, proof: { prover, limits } });
    if (result.status !== 'formed') throw new Error('no groups');
    const { total, proof } = result.formed.certificate;
    expect(proof).toMatchObject({ outcome: 'time-limit', nodes: 7 });
    expect(toNumber(total.bound)).toBeGreaterThan(0);
  });

  it('refuse a bound above what the groups reach: a wrong proof is a bug, not a result', async () => {
    const prover: Prover = async () => ({ finding: { outcome: 'optimal', softBound: 1_000, nodes: 1 } });
    await expect(formGroups({ ...request, proof: { prover, limits } })).rejects.toThrow('bound');
  });

  it('are proved impossible where the search only found none', async () => {
    const rules = [
      rule('together', 'a b'),
      rule('not_alone', 'a c d'),
      rule('at_most', 'a c d', { count: 2 }),
      rule('apart', 'c d'),
    ];
    const module = moduleOf({ columns: { x: 'uuvv' }, balance: { x: 1 }, sizes: [2, 2], rules });
    const problem = compileProblem(module);
    const groupOf = Int32Array.of(0, 0, 1, 1);
    const found = { ...scoreOf(problem, groupOf), groupOf };
    const strengthened = await strengthen(module, problem, found, { prover: proveHere, limits });
    expect(strengthened.isImpossible).toBe(true);
  });
});

describe('a judged list with a proof', () => {
  it('is told the best that exists', async () => {
    const module = moduleOf({
      columns: { x: 'uuvvuuvv', y: 'uvuvuvuv', z: 'uvvuuvvu' },
      balance: { x: 1, y: 1, z: 1 },
      sizes: [2, 2, 2, 2],
    });
    const list = listFrom(module, { G01: 'ae', G02: 'bf', G03: 'cg', G04: 'dh' });
    const { certificate } = await proveList(module, list, scoreList(module, list), { prover: proveHere, limits });
    const proof = certificate?.proof;
    if (certificate === undefined || proof === undefined) throw new Error('no proof');
    expect(proof.outcome).toBe('optimal');
    expect(toNumber(certificate.total.value)).toBe(24);
    expect([proof.reached.value, proof.reached.bound, certificate.total.bound].map(toNumber)).toEqual([8, 8, 8]);
  });

  it('is left alone when it breaks something hard', async () => {
    const module = { ...crossing, rules: [rule('apart', 'a b')] };
    const list = listFrom(module, { G01: 'ab', G02: 'cd' });
    const judged = scoreList(module, list);
    expect(await proveList(module, list, judged, { prover: never, limits })).toBe(judged);
  });
});
