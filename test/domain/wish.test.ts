import { describe, expect, it } from 'vitest';
import { isWished, wishRank } from '../../src/domain/wish.js';

const place = { theme: 'VILLE', strand: 'A' };

describe('wishes', () => {
  it('are met by the theme or by the very strand', () => {
    expect(wishRank(['VILLE'], place)).toBe(0);
    expect(wishRank(['UE', 'VILLE/A'], place)).toBe(1);
    expect(wishRank(['VILLE/B', 'UE'], place)).toBeUndefined();
    expect(wishRank([], place)).toBeUndefined();
  });

  it('count by the first that is met', () => {
    expect(wishRank(['UE', 'VILLE/A', 'VILLE'], place)).toBe(1);
  });

  it('of a theme without strands are met by its name', () => {
    expect(isWished(['UE'], { theme: 'UE', strand: '' })).toBe(true);
    expect(isWished(['A'], place)).toBe(false);
  });
});
