import type { Source } from '../../domain/source.js';

/** Runs of lines that are listed. */
const MOST_RUNS = 8;

/** A line in a few letters, without the folder of its file: `rooms.csv:4`. */
export function shortPlace({ file, line }: Source): string {
  const name = fileName(file);
  return line === undefined ? name : `${name}:${line}`;
}

/** A text whose paths go no way there and back: `june/../may/ena.csv` is `may/ena.csv`. */
export function tidyPaths(text: string): string {
  const shorter = text.replace(/(?<![^\s/(«"])(?!\.\.?\/)[^\s/(«"]+\/\.\.\//g, '');
  return shorter === text ? text : tidyPaths(shorter);
}

/** The name of a file without its folder. */
export function fileName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}

/**
 * Lines by file, runs of them as one, in a few letters: `witnesses.csv:7–9, 12`, `availability.csv:3`. Files in the order in which they are
 * first named, without their folder.
 */
export function shortPlaces(sources: readonly Source[]): readonly string[] {
  const byFile = new Map<string, number[]>();
  for (const { file, line } of sources) {
    const lines = byFile.get(file) ?? [];
    byFile.set(file, lines);
    if (line !== undefined) lines.push(line);
  }
  return [...byFile].map(([file, lines]) => {
    const name = fileName(file);
    return lines.length === 0 ? name : `${name}:${runsOf(lines.toSorted((a, b) => a - b)).join(', ')}`;
  });
}

/** Lines in ascending order, runs of them as one: `7–9, 12`; of many runs the first few, then `…`. */
export function shortLines(lines: readonly number[]): string {
  const runs = runsOf(lines.toSorted((a, b) => a - b));
  return runs.length <= MOST_RUNS ? runs.join(', ') : `${runs.slice(0, MOST_RUNS).join(', ')}, …`;
}

function runsOf(lines: readonly number[]): readonly string[] {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last !== undefined && line <= last[1] + 1) last[1] = line;
    else runs.push([line, line]);
  }
  return runs.flatMap(([from, to]) =>
    to - from < 2 ? (from === to ? [`${from}`] : [`${from}`, `${to}`]) : [`${from}–${to}`],
  );
}

/** A path as a word of a shell's line: in quotes where it has to be. */
export function asWord(path: string): string {
  return /^[\w./\\:@%+,=-]+$/.test(path) ? path : `"${path.replace(/(["$`\\])/g, '\\$1')}"`;
}
