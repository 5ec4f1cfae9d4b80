import { createPairNumbers } from '../algorithms/pair-numbers.js';
import { append } from '../domain/append.js';
import type { Attribute } from '../domain/attribute.js';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { compareText, fold } from '../domain/fold.js';
import { levelKey } from '../domain/level-key.js';
import { genderKey } from '../domain/gender-words.js';
import type { Source } from '../domain/source.js';
import { cleanText, splitValues } from './cells.js';
import { editDistance } from './nearest.js';
import { attributeRank } from './roster-columns.js';
import { OTHER_SEPARATOR, separatorsOf } from './separators.js';
import { settleSpellings } from './spelling.js';

/** A level this many times rarer than one it resembles is probably a slip of it. */
const FAR_MORE_FREQUENT = 10;
/** Attributes of more levels (comments, telephone numbers) are not searched for slips. */
const MOST_LEVELS_COMPARED = 2000;

/** What one text of an attribute's cells means; shared by everyone whose cell has it. */
export interface LevelCell {
  readonly attribute: string;
  /** Its number among all cells of the register, from 0. */
  readonly number: number;
  readonly values: readonly string[];
  /** Of people who have it; settled too. */
  count: number;
  /** Of the first cell that has this text. */
  readonly source: Source;
  /** Settled by {@link LevelRegister.settle}; sorted, without repeats. */
  levels: readonly string[];
}

/** The cells of one attribute. */
export interface AttributeRegister {
  /** `undefined` for a text not met before. */
  readonly find: (cell: string) => LevelCell | undefined;
  /** The first cell of that text. `isSingle`: nothing separates values in it. */
  readonly learn: (cell: string, source: Source, isSingle: boolean) => LevelCell;
}

/** Collects the cells of all attribute columns of all rosters, then settles levels over the whole cohort. */
export interface LevelRegister {
  /** `separator`: of several values in one of its cells. */
  readonly attribute: (key: string, separator: string) => AttributeRegister;
  /** The combination of cells (0: none) that has one more. People alike share one, and the levels that it settles to. */
  readonly add: (combination: number, cell: LevelCell) => number;
  /** Counts a person who has it; the levels by attribute, in the order in which cells were added: empty until they are settled. */
  readonly hold: (combination: number) => ReadonlyMap<string, readonly string[]>;
  /** Of the headers of one attribute the smallest by code units is its label, whatever the order of files. */
  readonly label: (attribute: string, header: string) => void;
  /** Attributes in order, with warnings for levels that look like slips. Attributes that nobody holds a level of are left out. */
  readonly settle: () => { readonly attributes: readonly Attribute[]; readonly diagnostics: readonly Diagnostic[] };
}

export function createLevelRegister(): LevelRegister {
  /** By attribute, then by separator. */
  const cellsOf = new Map<string, Map<string, Map<string, LevelCell>>>();
  const labels = new Map<string, string>();
  const numbered: LevelCell[] = [];
  const combinations = createPairNumbers();
  const held = new Map<number, { people: number; readonly levels: Map<string, readonly string[]> }>();
  const hold = (combination: number): ReadonlyMap<string, readonly string[]> => {
    let known = held.get(combination);
    if (known === undefined) held.set(combination, (known = { people: 0, levels: new Map() }));
    known.people++;
    return known.levels;
  };
  const cellsOfCombination = (combination: number): readonly LevelCell[] => {
    const cells: LevelCell[] = [];
    for (let rest = combination; rest !== 0; rest = combinations.first(rest))
      cells.push(numbered[combinations.second(rest)]);
    return cells.reverse();
  };
  const attribute = (key: string, separator: string): AttributeRegister => {
    const bySeparator = cellsOf.get(key) ?? new Map<string, Map<string, LevelCell>>();
    cellsOf.set(key, bySeparator);
    const cells = bySeparator.get(separator) ?? new Map<string, LevelCell>();
    bySeparator.set(separator, cells);
    return {
      find: (cell) => cells.get(cell),
      learn: (cell, source, isSingle) => {
        const values = isSingle
          ? [cleanText(cell)].filter((value) => value !== '')
          : splitValues(cell, separatorsOf(separator));
        const learnt: LevelCell = { attribute: key, number: numbered.length, values, count: 0, source, levels: [] };
        numbered.push(learnt);
        cells.set(cell, learnt);
        return learnt;
      },
    };
  };
  const label = (attribute: string, header: string): void => {
    const known = labels.get(attribute);
    if (known === undefined || compareText(header, known) < 0) labels.set(attribute, header);
  };
  const settle = (): ReturnType<LevelRegister['settle']> => {
    const attributes: Attribute[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const [combination, { people }] of held)
      for (const cell of cellsOfCombination(combination)) cell.count += people;
    const keys = [...cellsOf.keys()].toSorted((a, b) => attributeRank(a) - attributeRank(b) || compareText(a, b));
    for (const key of keys) {
      const cells = [...(cellsOf.get(key)?.values() ?? [])].flatMap((own) => [...own.values()]);
      const { counts, merged } = settleCells(cells, key === 'gender' ? genderKey : levelKey);
      const attribute = labels.get(key) ?? key;
      for (const [level, words] of merged)
        diagnostics.push(diagnose('note', 'roster.gender-words', { attribute, levels: words, level }));
      const levels = [...counts.keys()].toSorted(compareText);
      if (levels.length === 0) continue;
      attributes.push({
        key,
        label: attribute,
        levels,
        isMultiple: cells.some((cell) => cell.levels.length > 1),
      });
      append(diagnostics, [...findUnsplit(attribute, counts, cells), ...findSlips(key, counts, cells)]);
    }
    for (const [combination, { levels }] of held) {
      for (const cell of cellsOfCombination(combination))
        if (cell.levels.length > 0) levels.set(cell.attribute, cell.levels);
    }
    return { attributes, diagnostics };
  };
  return {
    attribute,
    add: (combination, cell) => combinations.of(combination, cell.number),
    hold,
    label,
    settle,
  };
}

/** What became of the cells of an attribute. */
interface SettledCells {
  /** People who hold each level. */
  readonly counts: ReadonlyMap<string, number>;
  /** By level, the words that it stands for where these are spelt otherwise than by case, accents and spaces. */
  readonly merged: ReadonlyMap<string, readonly string[]>;
}

/** Gives every cell its levels in their settled spelling. */
function settleCells(cells: readonly LevelCell[], keyOf: (text: string) => string): SettledCells {
  const typed = new Map<string, number>();
  for (const cell of cells) for (const value of cell.values) typed.set(value, (typed.get(value) ?? 0) + cell.count);
  const spelling = settleSpellings(typed, keyOf);
  const counts = new Map<string, number>();
  for (const cell of cells) {
    cell.levels = [...new Set(cell.values.map((value) => spelling.get(value) ?? value))].toSorted(compareText);
    for (const level of cell.levels) counts.set(level, (counts.get(level) ?? 0) + cell.count);
  }
  const words = new Map<string, Map<string, string>>();
  for (const [text, level] of spelling) {
    const own = words.get(level) ?? new Map<string, string>();
    words.set(level, own.set(fold(text), text));
  }
  const several = [...words]
    .filter(([, own]) => own.size > 1)
    .map(([level, own]) => [level, [...own.values()].toSorted(compareText)] as const);
  return { counts, merged: new Map(several) };
}

/** Cells of one value from which that much speaks for several: people in so many of them, and each part is a value of somebody by itself. */
const LEAST_UNSPLIT = 2;

/** A warning where a column seems to hold several values in a cell, separated by something else than its roster says. */
function findUnsplit(
  attribute: string,
  counts: ReadonlyMap<string, number>,
  cells: readonly LevelCell[],
): readonly Diagnostic[] {
  if (counts.size > MOST_LEVELS_COMPARED) return [];
  const known = new Set([...counts.keys()].map(fold));
  const unsplit = [...counts].filter(([level]) => {
    const parts = splitValues(level, OTHER_SEPARATOR);
    return parts.length > 1 && parts.every((part) => known.has(fold(part)));
  });
  const people = unsplit.reduce((sum, [, count]) => sum + count, 0);
  if (people < LEAST_UNSPLIT) return [];
  const [level] = unsplit.toSorted((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0];
  const separator = OTHER_SEPARATOR.exec(level)?.[0] ?? '';
  const source = cells.find(({ levels }) => levels.includes(level))?.source;
  const details = { ...(source === undefined ? {} : { source }), value: level };
  return [diagnose('warning', 'roster.values-unsplit', { attribute, people, separator }, details)];
}

/** Rare levels one or two slips away from a far more frequent one; short ones and those with digits are never compared. */
function findSlips(
  attribute: string,
  counts: ReadonlyMap<string, number>,
  cells: readonly LevelCell[],
): readonly Diagnostic[] {
  if (counts.size > MOST_LEVELS_COMPARED) return [];
  const levels = [...counts]
    .map(([level, count]) => ({ level, count, folded: fold(level) }))
    .filter(({ folded }) => folded.length >= 5 && !/\d/.test(folded))
    .toSorted((a, b) => b.count - a.count || compareText(a.level, b.level));
  const diagnostics: Diagnostic[] = [];
  for (const rare of levels.toReversed()) {
    const limit = rare.folded.length >= 8 ? 2 : 1;
    const likely = levels.find(
      (other) =>
        other.count >= FAR_MORE_FREQUENT * rare.count && editDistance(rare.folded, other.folded, limit) <= limit,
    );
    const cell = likely === undefined ? undefined : cells.find(({ levels: own }) => own.includes(rare.level));
    if (likely === undefined || cell === undefined) continue;
    const params = { attribute, count: rare.count, usualCount: likely.count };
    const details = { source: cell.source, value: rare.level, suggestion: likely.level };
    diagnostics.push(diagnose('warning', 'roster.level-near', params, details));
  }
  return diagnostics;
}
