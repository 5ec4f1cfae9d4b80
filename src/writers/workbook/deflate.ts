const WINDOW = 1 << 15;
const LEAST_MATCH = 3;
const LONGEST_MATCH = 258;
/** Earlier places of the same three bytes that are looked at, and a match long enough to look no further. */
const MOST_TRIED = 8;
const LONG_ENOUGH = 32;
const HASH_BITS = 15;
const END_OF_BLOCK = 256;

/** By length of a match, less 3: its symbol, and by symbol the least length and the bits after it (RFC 1951, 3.2.5). */
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const LENGTH_BASE = LENGTH_EXTRA.map((_, symbol) => baseOf(LENGTH_EXTRA, symbol, 3));
LENGTH_BASE[28] = LONGEST_MATCH;
const DISTANCE_EXTRA = Array.from({ length: 30 }, (_, symbol) => Math.max(0, (symbol >> 1) - 1));
const DISTANCE_BASE = DISTANCE_EXTRA.map((_, symbol) => baseOf(DISTANCE_EXTRA, symbol, 1));
const LENGTH_SYMBOL = symbolsOf(LENGTH_BASE, LONGEST_MATCH);
const DISTANCE_SYMBOL = symbolsOf(DISTANCE_BASE, WINDOW);
/** Codes of literals and lengths, the first bit last, and how many bits each has (RFC 1951, 3.2.6). */
const FIXED = fixedCodes();
const FIXED_DISTANCE = Uint8Array.from({ length: 30 }, (_, symbol) => reverse(symbol, 5));

function baseOf(extra: readonly number[], symbol: number, first: number): number {
  return extra.slice(0, symbol).reduce((sum, bits) => sum + (1 << bits), first);
}

function symbolsOf(bases: readonly number[], most: number): Uint8Array {
  const symbols = new Uint8Array(most + 1);
  bases.forEach((base, symbol) => symbols.fill(symbol, base));
  return symbols;
}

function fixedCodes(): { readonly code: Uint16Array; readonly bits: Uint8Array } {
  const code = new Uint16Array(288);
  const bits = new Uint8Array(288);
  const set = (from: number, to: number, first: number, width: number) => {
    for (let symbol = from; symbol <= to; symbol++) {
      code[symbol] = reverse(first + symbol - from, width);
      bits[symbol] = width;
    }
  };
  set(0, 143, 0b0011_0000, 8);
  set(144, 255, 0b1_1001_0000, 9);
  set(256, 279, 0, 7);
  set(280, 287, 0b1100_0000, 8);
  return { code, bits };
}

function reverse(code: number, width: number): number {
  let reversed = 0;
  for (let bit = 0; bit < width; bit++) reversed |= ((code >> bit) & 1) << (width - 1 - bit);
  return reversed;
}

/**
 * Bytes compressed by matches with earlier ones, in one block of fixed codes (RFC 1951). Written here because what a platform makes of the
 * same bytes depends on its version and on the processor, and `verify` compares bytes.
 */
export function deflate(input: Uint8Array): Uint8Array {
  const output = new BitWriter(input.length);
  output.put(0b011, 3);
  const head = new Int32Array(1 << HASH_BITS).fill(-1);
  const previous = new Int32Array(WINDOW);
  const last = input.length - LEAST_MATCH;
  const remember = (at: number) => {
    const slot = hash(input, at);
    previous[at & (WINDOW - 1)] = head[slot];
    head[slot] = at;
  };
  let at = 0;
  while (at < input.length) {
    let length = LEAST_MATCH - 1;
    let distance = 0;
    if (at <= last) {
      const most = Math.min(LONGEST_MATCH, input.length - at);
      let place = head[hash(input, at)];
      for (let tries = 0; tries < MOST_TRIED && place >= 0 && at - place <= WINDOW; tries++) {
        if (input[place + length] === input[at + length]) {
          let same = 0;
          while (same < most && input[place + same] === input[at + same]) same++;
          if (same > length) {
            length = same;
            distance = at - place;
            if (same === most || same >= LONG_ENOUGH) break;
          }
        }
        const next = previous[place & (WINDOW - 1)];
        if (next >= place) break;
        place = next;
      }
    }
    if (distance === 0) {
      output.put(FIXED.code[input[at]], FIXED.bits[input[at]]);
      if (at <= last) remember(at);
      at++;
      continue;
    }
    putMatch(output, length, distance);
    for (const end = at + length; at < end; at++) if (at <= last) remember(at);
  }
  output.put(FIXED.code[END_OF_BLOCK], FIXED.bits[END_OF_BLOCK]);
  return output.end();
}

function hash(input: Uint8Array, at: number): number {
  const three = input[at] | (input[at + 1] << 8) | (input[at + 2] << 16);
  return Math.imul(three, 0x9e3779b1) >>> (32 - HASH_BITS);
}

function putMatch(output: BitWriter, length: number, distance: number): void {
  const lengthSymbol = LENGTH_SYMBOL[length];
  const symbol = END_OF_BLOCK + 1 + lengthSymbol;
  output.put(FIXED.code[symbol], FIXED.bits[symbol]);
  output.put(length - LENGTH_BASE[lengthSymbol], LENGTH_EXTRA[lengthSymbol]);
  const distanceSymbol = DISTANCE_SYMBOL[distance];
  output.put(FIXED_DISTANCE[distanceSymbol], 5);
  output.put(distance - DISTANCE_BASE[distanceSymbol], DISTANCE_EXTRA[distanceSymbol]);
}

/** Bits from the lowest of each byte on. */
class BitWriter {
  private bytes: Uint8Array;
  private length = 0;
  private pending = 0;
  private pendingBits = 0;

  constructor(expected: number) {
    this.bytes = new Uint8Array((expected >> 1) + 64);
  }

  /** @param count At most 13. */
  put(bits: number, count: number): void {
    this.pending |= bits << this.pendingBits;
    this.pendingBits += count;
    while (this.pendingBits >= 8) {
      this.append(this.pending & 0xff);
      this.pending >>>= 8;
      this.pendingBits -= 8;
    }
  }

  end(): Uint8Array {
    if (this.pendingBits > 0) this.append(this.pending & 0xff);
    return this.bytes.slice(0, this.length);
  }

  private append(byte: number): void {
    if (this.length === this.bytes.length) {
      const longer = new Uint8Array(2 * this.bytes.length);
      longer.set(this.bytes);
      this.bytes = longer;
    }
    this.bytes[this.length++] = byte;
  }
}
