import { putUtf8 } from './utf8.js';

const PAGE = 1 << 16;
/** Texts whose numbers differ in lower bits alone are kept together: as many as a processor's cache holds. */
const TOGETHER_BITS = 14;

/**
 * Many short texts as the bytes that stand in a file, numbered from 0 as they are added and set down in any order. A list of a
 * large cohort is made of it: people are met in the order in which memory holds them, and what is then met in the order of
 * groups is one piece of memory a person, near those of its neighbours, instead of an object and its texts.
 */
export class TextStore {
  /** Memory in pages: one growing piece would have to be copied. */
  readonly #pages: Uint8Array[] = [];
  /** Page, beginning and end of each text. */
  readonly #places: Int32Array;
  /** Of texts that are kept together: the page that has room for the next of them, and from where on. */
  readonly #pageOf: Int32Array;
  readonly #at: Int32Array;

  constructor(texts: number) {
    this.#places = new Int32Array(3 * texts);
    this.#pageOf = new Int32Array((texts >> TOGETHER_BITS) + 1).fill(-1);
    this.#at = new Int32Array(this.#pageOf.length);
  }

  /** Keeps a text, given in pieces. */
  set(text: number, pieces: readonly string[]): void {
    let units = 0;
    for (let piece = 0; piece < pieces.length; piece++) units += pieces[piece].length;
    const own = text >> TOGETHER_BITS;
    const number = this.#pageWithRoom(own, 3 * units);
    const page = this.#pages[number];
    const from = this.#at[own];
    let at = from;
    for (let piece = 0; piece < pieces.length; piece++) at = putUtf8(pieces[piece], page, at);
    this.#at[own] = at;
    const place = 3 * text;
    this.#places[place] = number;
    this.#places[place + 1] = from;
    this.#places[place + 2] = at;
  }

  /** Bytes of a text. */
  lengthOf(text: number): number {
    return this.#places[3 * text + 2] - this.#places[3 * text + 1];
  }

  /** Sets a text down from `at` on; the place after it. */
  put(text: number, into: Uint8Array, at: number): number {
    const page = this.#pages[this.#places[3 * text]];
    return putBytes(page, this.#places[3 * text + 1], this.#places[3 * text + 2], into, at);
  }

  #pageWithRoom(own: number, bytes: number): number {
    const last = this.#pageOf[own];
    if (last >= 0 && this.#pages[last].length - this.#at[own] >= bytes) return last;
    this.#at[own] = 0;
    return (this.#pageOf[own] = this.#pages.push(new Uint8Array(Math.max(PAGE, bytes))) - 1);
  }
}

/** Copies `source[from..end)` to `at` on; the place after it. For a few bytes quicker than a call of `set` and the view it needs. */
export function putBytes(source: Uint8Array, from: number, end: number, into: Uint8Array, at: number): number {
  let to = at;
  for (let index = from; index < end; index++) into[to++] = source[index];
  return to;
}
