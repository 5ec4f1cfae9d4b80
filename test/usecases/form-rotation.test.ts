import { describe, expect, it } from 'vitest';
import type { Module } from '../../src/domain/module.js';
import { scoreRotation } from '../../src/index.js';
import { countRepeats, countWanted, formRotation, type FormedRotation } from '../../src/usecases/form-rotation.js';
import { moduleOf, rule } from '../helpers/modules.js';

async function form(module: Module, count: number, effort = 0): Promise<FormedRotation> {
  const result = await formRotation({ module, count, seed: 'x', search: { effort } });
  if (result.status !== 'formed') throw new Error('no rotation');
  return result.formed;
}

/** Nine people of three schools. */
const nine = (rules: readonly ReturnType<typeof rule>[] = []) =>
  moduleOf({ columns: { school: 'AAABBBCCC' }, sizes: [3, 3, 3], balance: { school: 1 }, rules: [...rules] });

describe('the groups of several modules', () => {
  it('mix every module as if it were alone and part everybody, where a design does both', async () => {
    const formed = await form(nine(), 3);
    expect(countRepeats(formed.modules)).toBe(0);
    expect(formed.repeatsBound).toBe(0);
    expect(formed.stopped).toBe('bound');
    for (const { certificate } of formed.modules)
      expect(certificate.total.value).toEqual(formed.alone.certificate.total.value);
    expect(formed.meetings.people.map(({ fresh }) => fresh)).toEqual(Array.from({ length: 9 }, () => 6));
  });

  it('count what people whom a hard rule ties must repeat as the fewest there can be', async () => {
    const tied = nine([rule('together', 'a d')]);
    const formed = await form(tied, 3);
    expect(countWanted(formed.modules)).toBe(2);
    expect(formed.repeatsBound).toBe(2);
    expect(formed.score.hard).toBe(0);
    for (const { grouping } of formed.modules) expect(grouping.assignment.get('a')).toBe(grouping.assignment.get('d'));
    const [{ grouping }] = formed.modules;
    const later = await form({ ...tied, history: [{ rows: [], assignment: grouping.assignment }] }, 2);
    expect(later.repeatsBound).toBe(2);
  });

  it('put the mix first, unless a weight says what meeting again is worth', async () => {
    const pairs = { columns: { school: 'AAAABBBB' }, sizes: [2, 2, 2, 2], balance: { school: 1 } };
    const first = await form(moduleOf(pairs), 6);
    for (const { certificate } of first.modules)
      expect(certificate.total.value).toEqual(first.alone.certificate.total.value);
    // Four modules bring every two of both schools together: two more repeat four pairs each.
    expect(countRepeats(first.modules)).toBe(8);
    const apart = await form(moduleOf({ ...pairs, historyWeight: 30 }), 6);
    expect(countRepeats(apart.modules)).toBe(0);
  });

  it('keep those apart who met in earlier modules', async () => {
    const assignment = new Map([...'abcdefghi'].map((key, person) => [key, `old ${person % 3}`]));
    const formed = await form({ ...nine(), history: [{ rows: [], assignment }] }, 2, 2);
    expect(formed.meetings.people.every(({ before }) => before === 2)).toBe(true);
    expect(countRepeats(formed.modules)).toBe(0);
    expect(formed.meetings.people.every(({ fresh }) => fresh === 4)).toBe(true);
  });

  it('name the same repeats as the numbers alone, and never fewer than the bound', async () => {
    const formed = await form(nine(), 6);
    const groupOf = formed.modules.map(({ grouping: { groups, assignment } }) =>
      Int32Array.from('abcdefghi', (key) => groups.findIndex(({ label }) => label === assignment.get(key))),
    );
    expect(countRepeats(formed.modules)).toBe(scoreRotation(9, groupOf).repeats);
    expect(countRepeats(formed.modules)).toBeGreaterThanOrEqual(formed.repeatsBound);
  });

  it('come out the same again, and the same where they were cut short', async () => {
    const module = nine([rule('apart', 'a d g')]);
    const request = { module, count: 5, seed: 'y', search: { effort: 1 } };
    let asked = 0;
    const cut = await formRotation({ ...request, control: { cut: () => (++asked > 12 ? 'interrupted' : undefined) } });
    if (cut.status !== 'formed') throw new Error('no rotation');
    const { pieces, stopped } = cut.formed;
    expect([pieces, stopped]).toEqual([12, 'interrupted']);
    expect(await formRotation({ ...request, until: { pieces, stopped } })).toEqual(cut);
    const whole = await formRotation(request);
    if (whole.status !== 'formed') throw new Error('no rotation');
    const { pieces: all, stopped: end } = whole.formed;
    expect(all).toBeGreaterThan(pieces);
    expect(await formRotation({ ...request, until: { pieces: all, stopped: end } })).toEqual(whole);
  });

  it('are impossible for the reasons of one module', async () => {
    const module = nine([rule('apart', 'a b c d')]);
    const result = await formRotation({ module, count: 2, seed: 'z', search: { effort: 0 } });
    expect(result).toMatchObject({ status: 'impossible', reasons: [{ severity: 'error' }] });
  });
});
