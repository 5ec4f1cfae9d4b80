import { expect } from 'vitest';
import type { Diagnostic } from '../../src/domain/diagnostic.js';
import { sentenceOf } from '../../src/report/messages/index.js';

/** Every sentence is whole, in both languages. */
export function expectSentences(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    for (const language of ['en', 'fr'] as const) {
      const sentence = sentenceOf(diagnostic, language);
      expect(sentence).toMatch(/^\S[^]*[.?!:]$/);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|Infinity/);
    }
  }
}
