import { putUtf8 } from './utf8.js';

const PAGE = 1 << 20;

/**
 * Many short texts as the bytes that stand in a file, numbered from 0 as they are added and set down in any order. A list of a
 * large cohort is made of it: people are met in the order in which memory holds them, and what is then met in the order of
 * groups is one piece of memory a person instead of an object and its texts.
 */
export class TextStore {
  /** Memory in pages: one growing piece would have to be copied. */
  readonly #pages: Uint8Array[] = [];
  /** Page, beginning and end of each text. */
  readonly #places: Int32Array;
  #at = 0;

  constructor(texts: number) {
    this.#places = new Int32Array(3 * texts);
  }

  /** Keeps a text, given in pieces. */
  set(text: number, pieces: readonly string[]): void {
    let units = 0;
    for (let piece = 0; piece < pieces.length; piece++) units += pieces[piece].length;
    const page = this.#pageWithRoom(3 * units);
    const from = this.#at;
    for (let piece = 0; piece < pieces.length; piece++) this.#at = putUtf8(pieces[piece], page, this.#at);
    const place = 3 * text;
    this.#places[place] = this.#pages.length - 1;
    this.#places[place + 1] = from;
    this.#places[place + 2] = this.#at;
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

  #pageWithRoom(bytes: number): Uint8Array {
    const last = this.#pages.at(-1);
    if (last !== undefined && last.length - this.#at >= bytes) return last;
    const page = new Uint8Array(Math.max(PAGE, bytes));
    this.#pages.push(page);
    this.#at = 0;
    return page;
  }
}

/** Copies `source[from..end)` to `at` on; the place after it. For a few bytes quicker than a call of `set` and the view it needs. */
export function putBytes(source: Uint8Array, from: number, end: number, into: Uint8Array, at: number): number {
  let to = at;
  for (let index = from; index < end; index++) into[to++] = source[index];
  return to;
}
