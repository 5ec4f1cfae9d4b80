import type { SessionKind } from './session.js';
import type { Source } from './source.js';

export interface Room {
  readonly id: string;
  /** `''` when the module has one site only. */
  readonly site: string;
  /** Seats. */
  readonly capacity: number;
  /** Kinds of session it may hold; empty: all. */
  readonly uses: readonly SessionKind[];
  /** Ids of sessions during which it is not to be had. */
  readonly unavailable: readonly string[];
  readonly source: Source;
}
