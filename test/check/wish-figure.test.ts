import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/check/check-groups.js';
import { tallyWishes } from '../../src/check/wish-figure.js';
import { listFrom } from '../helpers/groupings.js';
import { moduleOf, type ModuleDraft } from '../helpers/modules.js';

function tally(draft: ModuleDraft, members: Readonly<Record<string, string>>) {
  const module = moduleOf(draft);
  return tallyWishes(module, checkGroups(module, listFrom(module, members)));
}

const PLACES = { A: [2], B: [1], C: [2] };
const MEMBERS = { A1: 'ab', B1: 'c', C1: 'de' };

describe('the tally of wishes', () => {
  it('counts by rank who got which wish, and who got none, among those who made some', () => {
    const wishes = ['A|B', 'B|A|C', 'A|C', 'A|B|C', ''];
    expect(tally({ places: PLACES, wishes }, MEMBERS)).toEqual({
      wishing: 4,
      byRank: [1, 1, 1],
      unmet: 1,
      observing: 0,
      onObserved: 0,
    });
  });

  it('counts who works on a theme observed, among those who observed one', () => {
    const observed = ['A|B', 'C', 'B', '', ''];
    expect(tally({ places: PLACES, people: 5, observed }, MEMBERS)).toEqual({
      wishing: 0,
      byRank: [],
      unmet: 0,
      observing: 3,
      onObserved: 2,
    });
  });

  it('counts the wishes of somebody in no group as unmet', () => {
    const wishes = ['A', 'A', 'B', 'C', 'C'];
    expect(tally({ places: PLACES, wishes }, { A1: 'ab', B1: 'c', C1: 'd' })).toMatchObject({ byRank: [4], unmet: 1 });
  });

  it('is absent where there are no themes, or nobody says anything of them', () => {
    expect(tally({ sizes: [1], wishes: ['A'] }, { G01: 'a' })).toBeUndefined();
    expect(tally({ places: PLACES, people: 5 }, MEMBERS)).toBeUndefined();
  });
});
