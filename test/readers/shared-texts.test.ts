import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSharedTexts } from '../../src/readers/shared-texts.js';

it('gives every text back as it is, whatever came before', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '\u0000', ' '), maxLength: 2 })), (texts) => {
      const share = createSharedTexts();
      expect(texts.map(share)).toEqual(texts);
    }),
  );
});
