import { compareText, fold } from '../domain/fold.js';
import type { Participant } from '../domain/participant.js';

/** Up to so many people are sorted by insertion, which costs a small group no list of its own. */
const MOST_INSERTED = 40;

/**
 * Gives the seats of a list from one to another, sorted by the name of who sits there; by id alone where names are hidden: an
 * alphabetical order would give much of them away. What is given holds until the next are asked for.
 *
 * @param seatOf by place in the cohort; −1 for people without a seat
 */
export function createSeatSort(
  participants: readonly Participant[],
  seatOf: Int32Array,
  byIdAlone: boolean,
): (from: number, end: number) => Int32Array {
  const personAt = new Int32Array(participants.length);
  const beginnings = new Float64Array(participants.length);
  participants.forEach(({ familyName }, p) => {
    const seat = seatOf[p];
    if (seat < 0) return;
    personAt[seat] = p;
    if (!byIdAlone) beginnings[seat] = beginningOf(fold(familyName));
  });
  const compareNames = (a: Participant, b: Participant): number =>
    compareText(fold(a.familyName), fold(b.familyName)) || compareText(fold(a.givenName), fold(b.givenName));
  const compare = (r: number, s: number): number => {
    if (beginnings[r] !== beginnings[s]) return beginnings[r] - beginnings[s];
    const [a, b] = [participants[personAt[r]], participants[personAt[s]]];
    return (byIdAlone ? 0 : compareNames(a, b)) || compareText(a.id, b.id) || compareText(a.key, b.key);
  };
  const memory = new Int32Array(participants.length);
  return (from, end) => {
    const seats = memory.subarray(0, end - from);
    for (let at = 0; at < seats.length; at++) seats[at] = from + at;
    if (seats.length > MOST_INSERTED) return seats.sort(compare);
    for (let at = 1; at < seats.length; at++) {
      const seat = seats[at];
      let to = at;
      for (; to > 0 && compare(seats[to - 1], seat) > 0; to--) seats[to] = seats[to - 1];
      seats[to] = seat;
    }
    return seats;
  };
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
