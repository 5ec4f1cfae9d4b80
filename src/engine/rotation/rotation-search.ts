import { compareScores, type Score } from '../state.js';
import type { RotationGroups, RotationProblem } from './rotation-problem.js';

/** A search over all modules of a rotation, advanced in steps: its path does not depend on how the steps are cut. */
export interface RotationSearch {
  readonly proposals: () => number;
  readonly isDone: () => boolean;
  /** Makes up to so many proposals more. */
  readonly step: (proposals: number) => void;
  /** Of the best groups met. */
  readonly score: () => Score;
  /** The best groups met, in arrays of their own. */
  readonly groups: () => RotationGroups;
}

/** Groups in the making, with their score. */
export interface LiveGroups extends Score {
  /** As they stand, in arrays of their own. */
  readonly groups: () => RotationGroups;
}

/** The best groups that a search has met. */
export class BestGroups {
  readonly #problem: RotationProblem;
  readonly #live: LiveGroups;
  #score: Score = { hard: Infinity, soft: Infinity };
  #groups: RotationGroups = [];

  /** @param live the groups that the search changes; the best as they stand. */
  constructor(problem: RotationProblem, live: LiveGroups) {
    this.#problem = problem;
    this.#live = live;
    this.note();
  }

  /** Keeps the groups as they stand if they are the best so far. */
  note(): void {
    const { hard, soft } = this.#live;
    if (compareScores({ hard, soft }, this.#score) >= 0) return;
    this.#score = { hard, soft };
    this.#groups = this.#live.groups();
  }

  score(): Score {
    return this.#score;
  }

  groups(): RotationGroups {
    return this.#groups.map((groupOf) => groupOf.slice());
  }

  /** Whether every module is as good as it can be by itself, and nobody meets again. */
  isAtBound(): boolean {
    const { problem, moduleCount } = this.#problem;
    return this.#score.hard <= moduleCount * problem.hardBound && this.#score.soft <= moduleCount * problem.softBound;
  }
}
