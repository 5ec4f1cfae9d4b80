import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/check/check-groups.js';
import { changedFigures } from '../../src/check/figure-changes.js';
import { listFrom, text } from '../helpers/groupings.js';
import { moduleOf, rule, type ModuleDraft } from '../helpers/modules.js';

type Members = Readonly<Record<string, string>>;

function changes(draft: ModuleDraft, before: Members, after: Members): readonly string[] {
  const module = moduleOf(draft);
  const [from, to] = [before, after].map((members) => checkGroups(module, listFrom(module, members)));
  return changedFigures(from, to).map(({ origin, ...own }) => {
    const of = origin.kind === 'wishes' ? origin.kind : `${origin.kind} ${origin.index}`;
    return `${of}: ${text(own.before)} to ${text(own.after)}, ${text(own.effect)}`;
  });
}

describe('the figures in which two lists differ', () => {
  const draft: ModuleDraft = {
    columns: { age: 'xxyy', school: 'EIEI', stage: 'pqqp' },
    sizes: [2, 2],
    balance: { age: 2, school: 3, stage: 5 },
    roles: { stage: 'not_alone' },
  };

  it('are those of attributes and roles, with what the score gains or loses, the greatest gain first', () => {
    // ab: ages are together, all else is even; ad: stages are together, ages and schools even; ac: schools are together.
    expect(changes(draft, { G01: 'ab', G02: 'cd' }, { G01: 'ad', G02: 'bc' })).toEqual([
      'role 0: 4 to 0, -20',
      'attribute 0: 4 to 0, -8',
    ]);
    expect(changes(draft, { G01: 'ab', G02: 'cd' }, { G01: 'ac', G02: 'bd' })).toEqual([
      'attribute 0: 4 to 0, -8',
      'attribute 1: 0 to 4, 12',
    ]);
    expect(changes(draft, { G01: 'ab', G02: 'cd' }, { G01: 'cd', G02: 'ab' })).toEqual([]);
  });

  it('are hard rules first, whatever else they gain, then rules by their weight', () => {
    const rules = [rule('apart', 'a c', { weight: 30 }), rule('apart', 'b d'), rule('apart', 'a b', { weight: 1 })];
    expect(changes({ people: 4, sizes: [2, 2], rules }, { G01: 'ab', G02: 'cd' }, { G01: 'ac', G02: 'bd' })).toEqual([
      'rule 1: 0 to 1, 0',
      'rule 2: 1 to 0, -1',
      'rule 0: 0 to 1, 30',
    ]);
  });

  it('are wishes, which have their weight already', () => {
    const wished: ModuleDraft = { places: { A: [1], B: [1] }, wishes: ['A', 'B'], wishWeight: 10 };
    expect(changes(wished, { A1: 'b', B1: 'a' }, { A1: 'a', B1: 'b' })).toEqual(['wishes: 20 to 0, -20']);
  });
});
