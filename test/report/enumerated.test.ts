import { describe, expect, it } from 'vitest';
import { enumerated } from '../../src/report/messages/enumerated.js';

describe('words in a sentence', () => {
  it('have commas between them, and a word before the last', () => {
    expect(enumerated([], 'et')).toBe('');
    expect(enumerated(['F'], 'et')).toBe('F');
    expect(enumerated(['F', 'Mme'], 'et')).toBe('F et Mme');
    expect(enumerated(['F', 'Mlle', 'Mme'], 'and')).toBe('F, Mlle and Mme');
  });
});
