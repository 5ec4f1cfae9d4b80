import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflate } from '../../../src/writers/workbook/deflate.js';

describe('deflate', () => {
  it('gives what every other program inflates to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(Buffer.from(inflateRawSync(deflate(bytes)))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('gives repetitions back, near and far, short and long', () => {
    const part = fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 600 }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.nat({ max: 40_000 }), (parts, between) => {
        const text = parts.map(([bytes, times]) => Buffer.concat(Array.from({ length: times }, () => bytes)));
        const bytes = Buffer.concat([...text, Buffer.alloc(between), ...text]);
        expect(inflateRawSync(deflate(bytes)).equals(bytes)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('makes a text of tags less than a fifth as long', () => {
    const text = Array.from({ length: 500 }, (_, row) => `<c r="A${row}" t="s" s="4"><v>${row % 7}</v></c>`).join('');
    const bytes = Buffer.from(text);
    expect(deflate(bytes).length).toBeLessThan(bytes.length / 5);
    expect(inflateRawSync(deflate(bytes)).toString()).toBe(text);
  });
});
