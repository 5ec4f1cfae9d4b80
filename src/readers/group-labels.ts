import { fold } from '../domain/fold.js';
import type { Group } from '../domain/group.js';
import { nameWords } from './name-words.js';
import { nearest } from './nearest.js';

/** What people write before the number of a group. */
const GROUP_WORDS = new Set(['groupe', 'group', 'groupes', 'gr', 'grp', 'g', 'n', 'no', 'num', 'numero', 'number']);
/** These too may begin the title of a column of members. */
const OTHER_WORDS = new Set(['equipe', 'team', 'table', 'atelier', 'workshop']);

/** Reads labels that are written otherwise than the module's: `groupe 3`, `Gr. 3`, `G3` and `3` for `G03`. */
export interface LabelReader {
  /** The module's label that is meant, or the text where none is, or several may be. */
  readonly read: (text: string) => string;
  /** What was read as another text, in the order in which it was met. */
  readonly readings: ReadonlyMap<string, string>;
}

/** A reader of labels for the groups of a module. */
export function createLabelReader(groups: readonly Group[]): LabelReader {
  const exact = new Map(groups.map(({ label }) => [fold(label), label]));
  let byKey: Map<string, string[]> | undefined;
  const readings = new Map<string, string>();
  const read = (text: string): string => {
    const same = exact.get(fold(text));
    if (same !== undefined) return same;
    if (byKey === undefined) {
      byKey = new Map();
      for (const { label } of groups) byKey.set(labelKey(label), [...(byKey.get(labelKey(label)) ?? []), label]);
    }
    const found = byKey.get(labelKey(text)) ?? [];
    if (found.length !== 1 || labelKey(text) === '') return text;
    readings.set(text, found[0]);
    return found[0];
  };
  return { read, readings };
}

/** Whether a text looks like the label of a group: a word for one, and a number or a letter. */
export function looksLikeLabel(text: string): boolean {
  const words = partsOf(text);
  return words.length === 2 && (GROUP_WORDS.has(words[0]) || OTHER_WORDS.has(words[0])) && words[1].length <= 3;
}

/**
 * The only label whose first word begins that of the text, or the other way round, and whose other words and numbers have those of the text
 * among them, or the other way round: `JEUN-A1` for `jeunesse A`; else the one that is spelled nearly so.
 */
export function nearLabel(text: string, labels: readonly string[]): string | undefined {
  const [first = '', ...rest] = partsOf(text);
  const alike = labels.filter((label) => {
    const [own = '', ...others] = partsOf(label);
    return isBegunBy(own, first) && (isAmong(rest, others) || isAmong(others, rest));
  });
  return alike.length === 1 ? alike[0] : nearest(text, labels);
}

/** Whether one of two words begins the other; a number is the same or another. */
function isBegunBy(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || (/\D/.test(short) && short.length > 1 && long.startsWith(short));
}

/** Whether parts stand among others in their order. */
function isAmong(parts: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const other of others) if (at < parts.length && parts[at] === other) at++;
  return at === parts.length;
}

/** What is the same of two ways to write one label: its letters and numbers, without a word for "group" in front, or zeros. */
function labelKey(text: string): string {
  const words = partsOf(text);
  let first = 0;
  while (first < words.length - 1 && GROUP_WORDS.has(words[first])) first++;
  return words.slice(first).join(' ');
}

/** Letters and numbers of a text apart, numbers without zeros in front. */
function partsOf(text: string): readonly string[] {
  return nameWords(text)
    .flatMap((word) => word.match(/\d+|\D+/g) ?? [])
    .map((part) => part.replace(/^0+(?=\d)/, ''));
}
