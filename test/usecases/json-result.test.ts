import { describe, expect, it } from 'vitest';
import { scoreJson } from '../../src/usecases/json-result.js';
import { scoreList } from '../../src/usecases/score.js';
import { listFrom } from '../helpers/groupings.js';
import { moduleOf, type ModuleDraft } from '../helpers/modules.js';

function jsonOf(draft: ModuleDraft, members: Readonly<Record<string, string>>): object {
  const module = moduleOf(draft);
  return scoreJson(module, scoreList(module, listFrom(module, members)));
}

describe('the JSON of a judged list', () => {
  it('counts the wishes met by rank and the themes observed, beside what they cost', () => {
    const draft: ModuleDraft = {
      places: { A: [2], B: [2] },
      wishes: ['A', 'B|A', 'A', ''],
      observed: ['B', '', 'B', 'A|B'],
      wishWeight: 3,
      observedWeight: 1,
    };
    // As listed, b misses a rank and c two: 3 × 3; a is on what it has not observed: 1. Best, a and c are at A: 1 each.
    expect(jsonOf(draft, { A1: 'ab', B1: 'cd' })).toMatchObject({
      wishes: {
        wishing: 3,
        byRank: [1, 1],
        unmet: 1,
        observing: 3,
        onObserved: 2,
        value: 10,
        bound: 2,
        isOptimal: false,
      },
    });
  });

  it('says nothing of wishes where there are no themes', () => {
    const draft: ModuleDraft = { people: 2, sizes: [1, 1], wishes: ['A', ''] };
    expect(jsonOf(draft, { G01: 'a', G02: 'b' })).not.toHaveProperty('wishes');
  });
});
