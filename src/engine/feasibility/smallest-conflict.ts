import type { Budget } from './bounds.js';
import { hitAll } from './hitting-set.js';

/** What is known of some of the lines taken together. */
export type Answer =
  /** They can be kept, and by the same witness those for which `isKept` holds. */
  | { readonly status: 'possible'; readonly isKept: (line: number) => boolean }
  | { readonly status: 'impossible' }
  | { readonly status: 'unknown' };

/**
 * The fewest lines that cannot be kept together, ascending: a smallest unsatisfiable subset by the duality of conflicts
 * and corrections (Ignatiev, Previti, Liffiton and Marques-Silva, Smallest MUS Extraction with Minimal Hitting Set
 * Dualization, 2015). Whatever can be kept leaves out a correction, of which each conflict has a line; fewest lines
 * that meet all corrections known are either a conflict, then the smallest there is, or show one more correction.
 * `undefined` where all lines can be kept, and where the budget ends before that is settled.
 */
export function findSmallestConflict(
  lineCount: number,
  answerTo: (lines: readonly number[]) => Answer,
  budget: Budget,
): readonly number[] | undefined {
  const all = Array.from({ length: lineCount }, (_, line) => line);
  const corrections: Set<number>[] = [];
  for (;;) {
    const lines = hitAll(corrections, budget)?.sort((a, b) => a - b);
    if (lines === undefined) return undefined;
    const answer = answerTo(lines);
    if (answer.status === 'unknown') return undefined;
    if (answer.status === 'impossible') return lines;
    const left = correctionOf(all, answer, answerTo);
    if (left.size === 0) return undefined;
    corrections.push(left);
  }
}

/**
 * Of lines that cannot all be kept, some that cannot and of which each is needed: they are left out one after the other
 * (deletion filter: Chinneck and Dravnieks, Locating Minimal Infeasible Constraint Sets, 1991). `isMinimal` is false
 * where the budget ended before that was known of every line.
 */
export function filterConflict(
  all: readonly number[],
  answerTo: (lines: readonly number[]) => Answer,
): { readonly lines: readonly number[]; readonly isMinimal: boolean } {
  let lines = all;
  let isMinimal = true;
  for (const line of all) {
    const others = lines.filter((other) => other !== line);
    const answer = answerTo(others);
    if (answer.status === 'impossible') lines = others;
    else if (answer.status === 'unknown') isMinimal = false;
  }
  return { lines, isMinimal };
}

/** The lines that cannot be added, one after the other, to those that a witness keeps. */
function correctionOf(
  all: readonly number[],
  witness: Answer & { status: 'possible' },
  answerTo: (lines: readonly number[]) => Answer,
): Set<number> {
  let kept = all.filter(witness.isKept);
  for (const line of all) {
    if (kept.includes(line)) continue;
    const more = answerTo([...kept, line].sort((a, b) => a - b));
    if (more.status === 'possible') kept = all.filter(more.isKept);
  }
  const isKept = new Set(kept);
  return new Set(all.filter((line) => !isKept.has(line)));
}
