import fc from 'fast-check';

/** One thing that may befall the bytes of a file, at a place from 0 to 1 of it. */
type Blow =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'delete' | 'repeat'; readonly at: number; readonly count: number }
  | { readonly kind: 'cut'; readonly at: number };

/** What programs and people leave in files: marks, quotation marks, delimiters, line ends, numbers out of range, half a letter. */
const FRAGMENTS = [
  '"',
  '""',
  ';',
  ',',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\u001a',
  '\ufeff',
  '=',
  "'",
  '#',
  '[',
  '99999999999',
  '-1',
  '1e999',
  '\u2028',
];

const place = fc.double({ min: 0, max: 1, noNaN: true });
const blow: fc.Arbitrary<Blow> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('insert' as const), at: place, bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    bytes: fc.constantFrom(...FRAGMENTS).map((text) => new TextEncoder().encode(text)),
  }),
  fc.record({
    kind: fc.constantFrom('delete' as const, 'repeat' as const),
    at: place,
    count: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: place }),
);

/** What may befall a file: a few blows, one after the other. */
export const damage: fc.Arbitrary<readonly Blow[]> = fc.array(blow, { minLength: 1, maxLength: 4 });

/** A file after some blows. */
export function strike(bytes: Uint8Array, blows: readonly Blow[]): Uint8Array {
  return blows.reduce((struck, one) => strikeOnce(struck, one), bytes);
}

function strikeOnce(bytes: Uint8Array, one: Blow): Uint8Array {
  const at = Math.min(bytes.length, Math.floor(one.at * (bytes.length + 1)));
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (one.kind) {
    case 'flip':
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << one.bit) : byte));
    case 'insert':
      return Uint8Array.from([...before, ...one.bytes, ...after]);
    case 'delete':
      return Uint8Array.from([...before, ...after.subarray(one.count)]);
    case 'repeat':
      return Uint8Array.from([...before, ...after.subarray(0, one.count), ...after]);
    default:
      return before;
  }
}
