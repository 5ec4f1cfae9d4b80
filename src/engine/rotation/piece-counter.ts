import type { StopReason } from '../../domain/manifest.js';
import type { Control, Cut } from '../stopping.js';

/** How a search of many parts went that is to go the same way again: how many pieces of work were done, and why it ended. */
export interface PieceTrace {
  readonly pieces: number;
  readonly stopped: StopReason;
}

/**
 * Counts pieces of work: whoever searches asks before each whether to go on. Once cut, it stays cut, so that the number of pieces done is
 * all that is needed to cut the same search at the same point again.
 */
export class PieceCounter implements Control {
  readonly #control: Control;
  readonly #until: PieceTrace | undefined;
  #pieces = 0;
  #cut: Cut | undefined;

  /** @param until where another run was cut short, stop at the same point; else go to the end. */
  constructor(control: Control = {}, until?: PieceTrace) {
    this.#control = control;
    this.#until = until;
  }

  readonly cut = (): Cut | undefined => {
    this.#cut ??= this.#cutAgain() ?? this.#control.cut?.();
    if (this.#cut === undefined) this.#pieces++;
    return this.#cut;
  };

  readonly pause = async (): Promise<void> => this.#control.pause?.();

  pieces(): number {
    return this.#pieces;
  }

  /** Why it was cut, if it was. */
  wasCut(): Cut | undefined {
    return this.#cut;
  }

  #cutAgain(): Cut | undefined {
    if (this.#until === undefined || this.#until.stopped === 'bound' || this.#until.stopped === 'budget')
      return undefined;
    return this.#pieces >= this.#until.pieces ? this.#until.stopped : undefined;
  }
}
