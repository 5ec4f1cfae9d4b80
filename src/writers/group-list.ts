import { indexGroups } from '../domain/assignment.js';
import type { CsvDialect } from '../domain/csv-dialect.js';
import type { Grouping } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { idShown, listedAttributes, shownIds, type Readership, type ShownIds } from '../domain/readership.js';
import { profilesOf } from '../domain/profiles.js';
import { attributeOf, type Cohort } from '../domain/roster.js';
import type { Language } from '../domain/settings.js';
import { beginningOf, formatCells, isPlain, LINE_END } from './csv.js';
import { CSV_SHAPES, type CsvShape } from './csv-dialect.js';
import { attributeHeader, headerOf, type HeaderKey } from './headers.js';
import { SeatOrder } from './seat-order.js';
import { putBytes, TextStore } from './text-store.js';
import { encodeUtf8, putUtf8 } from './utf8.js';

export interface GroupListRequest {
  readonly module: Module;
  readonly grouping: Grouping;
  readonly dialect: CsvDialect;
  /** Of the header words. */
  readonly language: Language;
  /** Leave the columns of names out and order people by id: ids alone say who is who. Absent: names are written. */
  readonly pseudonyms?: boolean;
  /** Who reads it; absent: the coordinator, who may see what is balanced. */
  readonly readership?: Readership;
}

/**
 * `groups.csv`: one line a person, in group order, then by folded family name, given name and id. After the columns that every list has
 * come the balanced attributes but the school, by key, so that changing a weight moves no column; several levels are joined by `|`.
 * Someone whom the grouping places nowhere, or in a group it does not list, has no line: the checker speaks of that.
 */
export function writeGroupList(request: GroupListRequest): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return Array.from(writeGroupListParts(request), (part) => decoder.decode(part)).join('');
}

/** Bytes of memory that a part takes, where none needs more. */
const PART = 1 << 18;

/** {@link writeGroupList} in UTF-8, part by part, each of whole lines: the list of a large cohort is never one string. */
export function* writeGroupListParts(request: GroupListRequest): Generator<Uint8Array, void> {
  const { module, grouping, language, pseudonyms = false, readership = 'coordinator' } = request;
  const { cohort, balance } = module;
  const shape = CSV_SHAPES[request.dialect];
  const attributes = listedAttributes(balance.keys(), readership);
  const names: readonly HeaderKey[] = pseudonyms ? [] : ['family_name', 'given_name'];
  const shown = shownIds(cohort.participants, readership, pseudonyms);
  const ids: readonly HeaderKey[] = shown === 'none' ? [] : ['id'];
  const columns: readonly HeaderKey[] = ['group', 'theme', 'strand', ...ids, ...names, 'school'];
  const header = [
    ...columns.map((key) => headerOf(key, language)),
    ...attributes.map((key) => attributeHeader(key, attributeOf(cohort, key)?.label ?? key, language)),
  ];
  const seating = seatByGroup(cohort, grouping);
  const { cells, order } = storeCells(cohort, seating, { pseudonyms, shown }, shape);
  const { lasts, profileAt } = shareLastCells(cohort, seating, attributes, shape);
  const { endOf } = seating;
  const room = (first: string, from: number, end: number): number => {
    let bytes = 3 * first.length;
    for (let seat = from; seat < end; seat++)
      bytes += 3 * first.length + cells.lengthOf(seat) + lasts[profileAt[seat]].length;
    return bytes;
  };
  const put = (first: string, own: Int32Array, part: Uint8Array, from: number): number => {
    const end = putUtf8(first, part, from);
    let at = end;
    own.forEach((seat, member) => {
      const last = lasts[profileAt[seat]];
      if (member > 0) at = putBytes(part, from, end, part, at);
      at = cells.put(seat, part, at);
      at = putBytes(last, 0, last.length, part, at);
    });
    return at;
  };
  let part = encodeUtf8(`${beginningOf(shape)}${formatCells(header, shape)}${LINE_END}`);
  let at = part.length;
  for (let g = 0, from = 0; g < endOf.length; from = endOf[g], g++) {
    if (from === endOf[g]) continue;
    const { label, theme, strand } = grouping.groups[g];
    const first = formatCells([label, theme, strand], shape) + shape.delimiter;
    const needed = room(first, from, endOf[g]);
    if (part.length - at < needed) {
      yield part.subarray(0, at);
      part = new Uint8Array(Math.max(PART, needed));
      at = 0;
    }
    at = put(first, order.sorted(from, endOf[g]), part, at);
  }
  yield part.subarray(0, at);
}

/** By seat, the cells that tell who a person is, the delimiter after each; and the order of the seats. */
function storeCells(
  { participants }: Cohort,
  { seatOf, seats }: SeatsByGroup,
  { pseudonyms, shown }: { readonly pseudonyms: boolean; readonly shown: ShownIds },
  shape: CsvShape,
): { readonly cells: TextStore; readonly order: SeatOrder } {
  const { delimiter } = shape;
  const cells = new TextStore(seats);
  const order = new SeatOrder(participants, seats, pseudonyms);
  participants.forEach((person, p) => {
    const seat = seatOf[p];
    if (seat < 0) return;
    const { familyName, givenName } = person;
    const id = idShown(person, shown);
    order.seat(seat, p, familyName);
    if (!isPlain(id) || !(pseudonyms || (isPlain(familyName) && isPlain(givenName)))) {
      cells.set(seat, [
        formatCells([...(shown === 'none' ? [] : [id]), ...(pseudonyms ? [] : [familyName, givenName])], shape),
        delimiter,
      ]);
    } else {
      const names = pseudonyms ? [] : [familyName, delimiter, givenName, delimiter];
      cells.set(seat, shown === 'none' ? names : [id, delimiter, ...names]);
    }
  });
  return { cells, order };
}

/** The cells after those, and the end of the line, by profile: people alike share a text; the profile of each seat. */
function shareLastCells(
  cohort: Cohort,
  { seatOf, seats }: SeatsByGroup,
  attributes: readonly string[],
  shape: CsvShape,
): { readonly lasts: readonly Uint8Array[]; readonly profileAt: Int32Array } {
  const { profileOf, levels, schools } = profilesOf(cohort);
  const lasts = levels.map((own, profile) => {
    const cells = [schools[profile], ...attributes.map((key) => (own.get(key) ?? []).join('|'))];
    return encodeUtf8(formatCells(cells, shape) + LINE_END);
  });
  const profileAt = new Int32Array(seats);
  for (let p = 0; p < seatOf.length; p++) if (seatOf[p] >= 0) profileAt[seatOf[p]] = profileOf[p];
  return { lasts, profileAt };
}

/** A place in the list for everyone whom the grouping places: those of a group are next to each other, in cohort order. */
interface SeatsByGroup {
  readonly seats: number;
  /** By place in the cohort; −1: none. */
  readonly seatOf: Int32Array;
  /** By group: the seat after its last. */
  readonly endOf: Int32Array;
}

/** A counting sort. */
function seatByGroup(cohort: Cohort, grouping: Grouping): SeatsByGroup {
  const groupOf = indexGroups(cohort, grouping);
  const endOf = new Int32Array(grouping.groups.length);
  for (const g of groupOf) if (g >= 0) endOf[g]++;
  const next = new Int32Array(endOf.length);
  for (let g = 1; g < endOf.length; g++) {
    next[g] = endOf[g - 1];
    endOf[g] += endOf[g - 1];
  }
  const seatOf = groupOf.map((g) => (g < 0 ? -1 : next[g]++));
  return { seats: endOf.at(-1) ?? 0, seatOf, endOf };
}
