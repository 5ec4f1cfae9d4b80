import { describe, expect, it } from 'vitest';
import { idShown, READERSHIPS, shownIds } from '../../src/domain/readership.js';

const named = { id: 'E1', familyName: 'Roche', givenName: 'Ana' };
const byFamilyName = { id: 'E2', familyName: 'Roche', givenName: '' };
const nameless = { id: 'E3', familyName: '', givenName: '' };

describe('ids that are shown', () => {
  it('are all, to the coordinator and where they stand for names', () => {
    for (const readership of READERSHIPS) {
      for (const pseudonyms of [true, false]) {
        if (readership !== 'coordinator' && !pseudonyms) continue;
        expect(shownIds([named], readership, pseudonyms)).toBe('all');
      }
    }
    expect([named, byFamilyName, nameless].map((person) => idShown(person, 'all'))).toEqual(['E1', 'E2', 'E3']);
  });

  it('are none to others where everybody has a name', () => {
    for (const readership of ['participants', 'witnesses'] as const)
      expect(shownIds([named, byFamilyName], readership, false)).toBe('none');
    expect(idShown(nameless, 'none')).toBe('');
  });

  it('are those of people without a name alone, not of everybody beside them', () => {
    const shown = shownIds([named, nameless, byFamilyName], 'participants', false);
    expect([named, byFamilyName, nameless].map((person) => idShown(person, shown))).toEqual(['', '', 'E3']);
  });
});
