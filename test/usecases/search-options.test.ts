import { describe, expect, it } from 'vitest';
import { budgetOf, DEFAULT_EFFORT, MOST_EFFORT } from '../../src/usecases/search-options.js';

describe('budget of an effort', () => {
  it('grows with the effort', () => {
    const total = (effort: number) => {
      const { starts, proposals } = budgetOf({ effort }, 168);
      return starts * proposals;
    };
    for (let effort = 1; effort <= MOST_EFFORT; effort++) expect(total(effort)).toBeGreaterThan(total(effort - 1));
    expect(DEFAULT_EFFORT).toBeLessThan(MOST_EFFORT);
  });

  it('is counted in proposals per person', () => {
    expect(budgetOf({ effort: 2 }, 300).proposals).toBe(3 * budgetOf({ effort: 2 }, 100).proposals);
    expect(budgetOf({ effort: 2 }, 0).proposals).toBeGreaterThan(0);
  });

  it('takes the starts that are asked for', () => {
    expect(budgetOf({ effort: 2, starts: 7 }, 168).starts).toBe(7);
    expect(budgetOf({ effort: 2, starts: 1 }, 8).starts).toBe(1);
  });

  it('keeps to the efforts there are', () => {
    expect(budgetOf({ effort: 99 }, 168)).toEqual(budgetOf({ effort: MOST_EFFORT }, 168));
    expect(budgetOf({ effort: -1 }, 168)).toEqual(budgetOf({ effort: 0 }, 168));
  });

  it('begins above the default with every start of the default, for few people and for many', () => {
    for (const people of [8, 60, 168]) {
      const { starts, proposals } = budgetOf({ effort: DEFAULT_EFFORT }, people);
      for (const effort of [3, 4, 5]) {
        const more = budgetOf({ effort }, people);
        expect(more.quick).toEqual({ starts, proposals });
        expect(more.starts).toBeGreaterThan(starts);
      }
    }
  });
});
