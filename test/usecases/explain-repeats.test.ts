import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/check/check-groups.js';
import { compileProblem } from '../../src/engine/problem.js';
import { toAssignment } from '../../src/engine/solution.js';
import { explainRepeats } from '../../src/usecases/explain-repeats.js';
import { moduleOf, rule, type ModuleDraft } from '../helpers/modules.js';

const explain = (draft: ModuleDraft, groupOf: readonly number[]) => {
  const module = moduleOf({ historyWeight: 1, ...draft });
  const problem = compileProblem(module);
  const assignment = toAssignment(problem, Int32Array.from(groupOf));
  const { meetings } = checkGroups(module, { groups: module.groups, assignment });
  if (meetings === undefined) throw new Error('expected meetings');
  return explainRepeats(module, problem, Int32Array.from(groupOf), meetings).map(({ people, reason }) => [
    people.join(''),
    reason,
  ]);
};

describe('why people meet again', () => {
  it('a rule wants them together', () => {
    const rules = [rule('together', 'a b')];
    expect(explain({ people: 4, sizes: [2, 2], history: ['AAB.'], rules }, [0, 0, 1, 1])).toEqual([
      ['ab', { kind: 'rule', rule: 0 }],
    ]);
  });

  it('somebody has hardly anybody left to meet', () => {
    expect(explain({ people: 4, sizes: [2, 2], history: ['AAAB'] }, [0, 0, 1, 1])).toEqual([
      ['ab', { kind: 'price', price: 0, grows: { kind: 'history' } }],
    ]);
    expect(explain({ people: 4, sizes: [2, 2], history: ['AAAA'] }, [0, 0, 1, 1])[0]).toEqual([
      'ab',
      { kind: 'few-strangers', person: 'a', strangers: 0, needed: 1 },
    ]);
  });

  it('the mix would lose more than parting them saves: by how much, and in what', () => {
    // a and b were together; whoever takes the place of one of them is of the other's school, or of the other's sex.
    const columns = { school: 'EIEI', sex: 'FMMF' };
    const [[, reason]] = explain(
      { columns, balance: { school: 100, sex: 100 }, sizes: [2, 2], history: ['AA..'] },
      [0, 0, 1, 1],
    );
    expect(reason).toMatchObject({ kind: 'price', grows: { kind: 'attribute' } });
  });

  it('every exchange breaks a hard rule', () => {
    const rules = [rule('fixed', 'a b', { target: { kind: 'group', label: 'G01' } })];
    expect(explain({ people: 4, sizes: [2, 2], history: ['AA..'], rules }, [0, 0, 1, 1])).toEqual([
      ['ab', { kind: 'hard' }],
    ]);
  });

  it('the search could have parted them', () => {
    expect(explain({ people: 4, sizes: [2, 2], history: ['AA..'] }, [0, 0, 1, 1])).toEqual([
      ['ab', { kind: 'search' }],
    ]);
  });
});
