import { describe, expect, it } from 'vitest';
import { findMisplaced } from '../../src/cli/group-list-input.js';
import { listFrom } from '../helpers/groupings.js';
import { moduleOf } from '../helpers/modules.js';

const module = moduleOf({ people: 8, sizes: [4, 4] });

describe('a list that a timetable is made for', () => {
  const misplaced = (members: Readonly<Record<string, string>>) =>
    findMisplaced(module.cohort, listFrom(module, members)).map(({ severity, code, params }) => ({
      severity,
      code,
      params,
    }));

  it('may hold everybody once', () => {
    expect(misplaced({ G01: 'abcd', G02: 'efgh' })).toEqual([]);
  });

  it('must not name anybody twice, in one group or in two', () => {
    const twice = { severity: 'error', code: 'list.twice' };
    expect(misplaced({ G01: 'abcda', G02: 'efghb' })).toEqual([
      { ...twice, params: { person: 'a', first: 'G01', second: 'G01' } },
      { ...twice, params: { person: 'b', first: 'G01', second: 'G02' } },
    ]);
  });

  it('is warned about, once, when it leaves people out: all are counted, five named', () => {
    const missing = { severity: 'warning', code: 'list.missing' };
    expect(misplaced({ G01: 'abcd', G02: 'efg' })).toEqual([
      { ...missing, params: { people: 1, of: 8, names: ['h'] } },
    ]);
    expect(misplaced({ G01: 'a', G02: 'e' })).toEqual([
      { ...missing, params: { people: 6, of: 8, names: ['b', 'c', 'd', 'f', 'g'] } },
    ]);
  });
});
