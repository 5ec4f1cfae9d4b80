import { compareText, fold } from '../domain/fold.js';
import { compareNames, type Participant } from '../domain/participant.js';

/** Up to so many people are sorted by insertion, which costs a small group no list of its own. */
const MOST_INSERTED = 40;

/** Orders the seats of a list by the name of who sits there. */
export class SeatOrder {
  readonly #participants: readonly Participant[];
  readonly #byIdAlone: boolean;
  readonly #personAt: Int32Array;
  readonly #beginnings: Float64Array;
  readonly #memory: Int32Array;

  /** @param byIdAlone names are hidden: an alphabetical order would give much of them away */
  constructor(participants: readonly Participant[], seats: number, byIdAlone: boolean) {
    this.#participants = participants;
    this.#byIdAlone = byIdAlone;
    this.#personAt = new Int32Array(seats);
    this.#beginnings = new Float64Array(seats);
    this.#memory = new Int32Array(seats);
  }

  /** Gives a seat to the person at a place of the cohort. */
  seat(seat: number, person: number, familyName: string): void {
    this.#personAt[seat] = person;
    if (!this.#byIdAlone) this.#beginnings[seat] = beginningOf(fold(familyName));
  }

  /** The seats from one to another, all of them given, sorted; what is returned holds until the next are asked for. */
  sorted(from: number, end: number): Int32Array {
    const seats = this.#memory.subarray(0, end - from);
    for (let at = 0; at < seats.length; at++) seats[at] = from + at;
    if (seats.length > MOST_INSERTED) return seats.sort((r, s) => this.#compare(r, s));
    for (let at = 1; at < seats.length; at++) {
      const seat = seats[at];
      let to = at;
      for (; to > 0 && this.#compare(seats[to - 1], seat) > 0; to--) seats[to] = seats[to - 1];
      seats[to] = seat;
    }
    return seats;
  }

  #compare(r: number, s: number): number {
    if (this.#beginnings[r] !== this.#beginnings[s]) return this.#beginnings[r] - this.#beginnings[s];
    const [a, b] = [this.#participants[this.#personAt[r]], this.#participants[this.#personAt[s]]];
    const byName = this.#byIdAlone ? 0 : compareNames(a, b);
    return byName || compareText(a.id, b.id) || compareText(a.key, b.key);
  }
}

/** Six letters as a number: texts of different numbers are ordered as these. It ends at a letter from U+00FF on, all of which count alike. */
function beginningOf(text: string): number {
  let number = 0;
  let isOpen = true;
  for (let at = 0; at < 6; at++) {
    const letter = isOpen && at < text.length ? Math.min(text.charCodeAt(at), 255) : 0;
    if (letter === 255) isOpen = false;
    number = number * 256 + letter;
  }
  return number;
}
