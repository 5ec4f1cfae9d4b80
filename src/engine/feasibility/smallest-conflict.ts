import type { Budget } from './bounds.js';
import { hitAll } from './hitting-set.js';

/** What is known of some of the lines taken together. */
export type Answer =
  /** They can be kept, and by the same witness those for which `isKept` holds. */
  | { readonly status: 'possible'; readonly isKept: (line: number) => boolean }
  | { readonly status: 'impossible' }
  | { readonly status: 'unknown' };

/** Lines that cannot all be kept. */
export interface Conflict {
  /** Numbers of the lines, ascending; any fewer of them can be kept, unless `isMinimal` says that this is not known. */
  readonly lines: readonly number[];
  readonly isMinimal: boolean;
  /** Of all conflicts it has the fewest lines. */
  readonly isSmallest: boolean;
}

/** What looking for a conflict has found out. */
export interface ConflictSearch {
  /** Absent where all lines can be kept, or it is not known whether they can. */
  readonly conflict?: Conflict;
  /** All lines can be kept. */
  readonly isPossible: boolean;
}

/**
 * The fewest lines that cannot be kept together: a smallest unsatisfiable subset by the duality of conflicts and
 * corrections (Ignatiev, Previti, Liffiton and Marques-Silva, Smallest MUS Extraction with Minimal Hitting Set
 * Dualization, 2015). Whatever can be kept leaves out a correction, of which each conflict has a line; fewest lines
 * that meet all corrections known are either a conflict, then the smallest there is, or show one more correction.
 * Where the budget ends first, lines are left out one after the other (deletion filter: Chinneck and Dravnieks 1991).
 */
export function findSmallestConflict(
  lineCount: number,
  answerTo: (lines: readonly number[]) => Answer,
  budget: Budget,
): ConflictSearch {
  const all = Array.from({ length: lineCount }, (_, line) => line);
  const whole = answerTo(all);
  if (whole.status === 'possible') return { isPossible: true };
  const corrections: Set<number>[] = [];
  for (;;) {
    const lines = hitAll(corrections, budget);
    if (lines === undefined) break;
    const ascending = [...lines].sort((a, b) => a - b);
    const answer = answerTo(ascending);
    if (answer.status === 'unknown') break;
    if (answer.status === 'impossible') {
      return { isPossible: false, conflict: { lines: ascending, isMinimal: true, isSmallest: true } };
    }
    const left = correctionOf(all, answer, answerTo);
    // Everything is kept after all, though deciding that at once was too dear.
    if (left.size === 0) return { isPossible: true };
    corrections.push(left);
  }
  return whole.status === 'unknown' ? { isPossible: false } : { isPossible: false, conflict: spare(all, answerTo) };
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

function spare(all: readonly number[], answerTo: (lines: readonly number[]) => Answer): Conflict {
  let needed = all;
  let isMinimal = true;
  for (const line of all) {
    const others = needed.filter((other) => other !== line);
    const answer = answerTo(others);
    if (answer.status === 'impossible') needed = others;
    else if (answer.status === 'unknown') isMinimal = false;
  }
  return { lines: needed, isMinimal, isSmallest: false };
}
