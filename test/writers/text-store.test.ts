import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextStore } from '../../src/writers/text-store.js';
import { encodeUtf8, putUtf8 } from '../../src/writers/utf8.js';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constant('\uD800x'));

describe('a text set down in UTF-8', () => {
  it('is what the platform encodes', () => {
    fc.assert(
      fc.property(anyText, fc.nat(3), (text, at) => {
        const into = new Uint8Array(at + 3 * text.length);
        const end = putUtf8(text, into, at);
        expect(into.slice(at, end)).toEqual(encodeUtf8(text));
      }),
    );
  });
});

describe('a store of texts', () => {
  it('gives each back whole, in whatever order they came, page after page', () => {
    const texts = ['é', '', 'x'.repeat(1_500_000), ...Array.from({ length: 50_000 }, (_, at) => `text €${at} `)];
    const store = new TextStore(texts.length);
    for (let text = texts.length - 1; text >= 0; text--) store.set(text, [texts[text], ';', 'ß']);
    texts.forEach((text, at) => {
      const expected = encodeUtf8(`${text};ß`);
      const into = new Uint8Array(expected.length + 2);
      expect(store.lengthOf(at)).toBe(expected.length);
      expect(store.put(at, into, 1)).toBe(expected.length + 1);
      expect(Buffer.compare(into.subarray(1, -1), expected)).toBe(0);
    });
  });

  it('has nothing where nothing was kept', () => {
    expect(new TextStore(2).lengthOf(1)).toBe(0);
  });
});
