import { describe, expect, it } from 'vitest';
import { hardRulesOf, type HardRule } from '../../../src/engine/feasibility/hard-rule.js';
import { obstacle } from '../../../src/engine/feasibility/obstacle.js';
import { proposeChanges } from '../../../src/engine/feasibility/propose-changes.js';
import { keyOf, moduleOf, rule, toGroup, toTheme, type ModuleDraft } from '../../helpers/modules.js';

/** The changes for obstacles of these lines each. */
function propose(draft: ModuleDraft, ...obstacles: readonly (readonly number[])[]) {
  const module = moduleOf(draft);
  const hard = hardRulesOf(module);
  const of = (lines: readonly number[]): readonly HardRule[] =>
    hard.filter(({ rule: { source } }) => lines.includes(source.line ?? 0));
  const found = obstacles.map((lines) => obstacle('impossible.not-alone', { who: '' }, of(lines)));
  return proposeChanges(module, hard, found).map((diagnostic, index) => {
    const { changes, ...reason } = diagnostic;
    expect(reason).toEqual(found[index].reason);
    return changes;
  });
}

const count = (line: number, own: 'at_least' | 'at_most', number: number) => ({
  kind: 'count',
  line,
  rule: own,
  count: number,
});
const leaveOut = (line: number, ...names: readonly string[]) => ({ kind: 'leave-out', line, names });
const fewer = (line: number, people: number) => ({ kind: 'fewer', line, people });
const soften = (which: 'any' | 'all', ...lines: readonly number[]) => ({ kind: 'soften', lines, which });
const groups = (number: number, min: number, max = min) => ({ kind: 'groups', groups: number, min, max });

describe('changes', () => {
  it('are another number, other sizes and a weight, as small as will do', () => {
    const rules = [rule('at_least', 'school=I', { count: 3, line: 2 }), rule('apart', 'a b', { line: 3 })];
    expect(propose({ columns: { school: 'IIIIEE' }, sizes: [2, 2, 2], rules }, [2])).toEqual([
      [count(2, 'at_least', 1), soften('any', 2)],
    ]);
    expect(propose({ columns: { school: 'IIIIIIEE' }, sizes: [3, 3, 2], rules }, [2])).toEqual([
      [count(2, 'at_least', 2), groups(2, 4), soften('any', 2)],
    ]);
    const most = [rule('at_most', 'school=*', { count: 1, line: 2 }), rule('together', 'a b c', { line: 3 })];
    expect(propose({ columns: { school: 'IIIEEE' }, sizes: [3, 3], rules: most }, [2, 3])).toEqual([
      [count(2, 'at_most', 3), soften('any', 2)],
    ]);
  });

  it('are one person fewer in a line: by name where not everybody would do', () => {
    const apart = [rule('apart', 'a b c', { line: 2 })];
    expect(propose({ people: 6, sizes: [3, 3], rules: apart }, [2])).toEqual([
      [fewer(2, 1), groups(3, 2), soften('any', 2)],
    ]);
    const tied = [rule('together', 'a b c', { line: 2 }), rule('fixed', 'c', { target: toTheme('A'), line: 3 })];
    expect(propose({ people: 6, places: { A: [2], B: [2, 2] }, rules: tied }, [2])).toEqual([
      [fewer(2, 1), groups(2, 3), soften('any', 2)],
    ]);
    expect(propose({ people: 6, places: { A: [2], B: [4] }, rules: tied }, [2, 3])[0]).toContainEqual(fewer(2, 1));
    // Without a or b there are still two, and A has one seat.
    expect(propose({ people: 6, places: { A: [1], B: [5] }, rules: tied }, [2, 3])).toEqual([
      [leaveOut(2, 'c'), groups(2, 3), soften('any', 2, 3)],
    ]);
  });

  it('are several people fewer only where the line alone asks for too much', () => {
    const target = toGroup('G01');
    const rules = [rule('fixed', 'a b c d', { target, line: 2 }), rule('apart', 'a e', { line: 3 })];
    expect(propose({ people: 6, sizes: [2, 4], rules }, [2])).toEqual([[fewer(2, 2), soften('any', 2)]]);
    expect(propose({ people: 6, sizes: [1, 5], rules }, [2])[0]).toContainEqual(fewer(2, 3));
    expect(propose({ people: 6, sizes: [2, 4], rules }, [2, 3])).toEqual([[soften('any', 2)]]);
    const pair = rule('apart', 'a b', { line: 2 });
    expect(propose({ people: 3, sizes: [3], rules: [pair] }, [2])).toEqual([[groups(2, 1, 2), soften('any', 2)]]);
  });

  it('are two edits of lines at most, the first', () => {
    const rules = ['a b', 'c d', 'e f'].map((who, index) =>
      rule('fixed', who, { target: toGroup('G01'), line: index + 2 }),
    );
    expect(propose({ people: 8, sizes: [5, 3], rules }, [2, 3, 4])).toEqual([
      [fewer(2, 1), fewer(3, 1), soften('any', 2, 3, 4)],
    ]);
  });

  it('are tried with the other obstacles out of the way', () => {
    const rules = [
      rule('distinct', 'a b c', { line: 2 }),
      rule('distinct', 'd e f', { line: 3 }),
      rule('together', 'a b', { line: 4 }),
    ];
    const draft = { people: 6, sizes: [3, 3], rules };
    expect(propose(draft, [2], [3])).toEqual([[soften('any', 2)], [groups(4, 1, 2), soften('any', 3)]]);
    expect(propose(draft, [2])).toEqual([[soften('all', 2, 3)]]);
  });
});

describe('lines of which one alone does not do', () => {
  const toFirst = (who: string, line: number) => rule('fixed', who, { target: toGroup('G01'), line });
  const toSecond = (who: string, line: number) => rule('fixed', who, { target: toGroup('G02'), line });

  it('are softened two together, of which one is to blame', () => {
    // a at odds in 2 and 3, c in 3 and 4, b in 2 and 5.
    const rules = [toFirst('a b', 2), toSecond('a c', 3), toFirst('c', 4), toSecond('b', 5)];
    const draft = { people: 8, sizes: [4, 4], rules };
    expect(propose(draft, [2, 3])[0]).toContainEqual(soften('all', 2, 3));
    expect(propose(draft, [3, 4])[0]).toContainEqual(soften('all', 2, 3));
    expect(propose(draft, [2, 5])[0]).toContainEqual(soften('all', 2, 3));
    expect(propose(draft, [4])[0]).toContainEqual(soften('all', 2, 4));
  });

  it('are softened several together where no two do: as few of the others as can be', () => {
    const rules = ['a', 'b', 'c'].flatMap((who, index) => [toFirst(who, 2 * index + 2), toSecond(who, 2 * index + 3)]);
    const draft = { people: 8, sizes: [4, 4], rules };
    expect(propose(draft, [2, 3])).toEqual([[soften('all', 3, 5, 7)]]);
    expect(propose(draft, [4, 5])).toEqual([[soften('all', 3, 5, 7)]]);
    expect(propose({ ...draft, rules: rules.slice(0, 4) }, [2, 3])).toEqual([[soften('all', 2, 4)]]);
    // Of two at odds, the one that is not to blame is kept.
    const crossed = [toFirst('a d', 2), ...rules.slice(1), toSecond('d', 8)];
    expect(propose({ ...draft, rules: crossed }, [2, 3])[0]).toContainEqual(soften('all', 2, 5, 7));
  });

  it('are named where the rest can be kept', () => {
    const rules = [toFirst('a', 2), toSecond('a', 3), toFirst('b', 4)];
    expect(propose({ people: 8, sizes: [4, 4], rules }, [2, 3])).toEqual([[soften('any', 2, 3)]]);
    expect(propose({ people: 8, sizes: [4, 4], rules }, [2, 3, 4])).toEqual([[soften('any', 2, 3)]]);
  });
});

describe('where much is to be tried', () => {
  /** So many tied people in one group among groups of one: the number has to be as large. */
  const tied = (people: number): ModuleDraft => {
    const who = Array.from({ length: people }, (_, person) => keyOf(person)).join(' ');
    return {
      people: people + 25,
      sizes: [people, ...Array<number>(25).fill(1)],
      rules: [rule('at_most', who, { count: 1, line: 2 }), rule('together', who, { line: 3 })],
    };
  };

  it('forty numbers are', () => {
    expect(propose(tied(41), [2])[0]).toContainEqual(count(2, 'at_most', 41));
    expect(propose(tied(42), [2])).toEqual([[soften('any', 2)]]);
  });

  it('the first forty people of a line are, one by one', () => {
    const fixed = (people: number): ModuleDraft => {
      const who = Array.from({ length: people }, (_, person) => keyOf(person)).join(' ');
      return {
        people: people + 2,
        sizes: [people - 1, 3],
        rules: [rule('fixed', who, { target: toGroup('G01'), line: 2 })],
      };
    };
    expect(propose(fixed(40), [2])[0]).toContainEqual(fewer(2, 1));
    expect(propose(fixed(41), [2])[0]).toContainEqual(leaveOut(2, 'a'));
  });

  it('what is too dear to decide is proposed unproved: a number and a weight', () => {
    const crowd = Array.from({ length: 6 }, (_, index) => rule('at_most', 'school=I', { count: 9, line: index + 4 }));
    const school = Array.from({ length: 4000 }, (_, person) => (person % 4 === 0 ? 'E' : 'I'));
    const rules = [
      rule('at_least', 'school=E', { count: 600, line: 2 }),
      rule('apart', 'a b c', { line: 3 }),
      ...crowd,
    ];
    expect(propose({ columns: { school }, sizes: [2000, 2000], rules }, [2, 3])).toEqual([
      [count(2, 'at_least', 500), soften('any', 2, 3)],
    ]);
  });
});
