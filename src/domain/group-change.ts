import type { Stranger } from './group.js';
import type { Participant } from './participant.js';

/** Why somebody is in another group than before. */
export type ChangeReason =
  /** Is not of the cohort any more. */
  | { readonly kind: 'left' }
  /** Was in no group before. */
  | { readonly kind: 'joined' }
  /** The group from before is no more. */
  | { readonly kind: 'dissolved' }
  /** Staying would break the hard rule of that index. */
  | { readonly kind: 'rule'; readonly rule: number }
  /** Had all stayed, the group from before would have so many people, more than it may have. */
  | { readonly kind: 'too-many'; readonly people: number; readonly most: number }
  /** Had all stayed, the new group would have so many people, fewer than it must have. */
  | { readonly kind: 'too-few'; readonly people: number; readonly least: number }
  /** Makes room for somebody who comes for another of these reasons, or takes the place of one who goes: that person's key. */
  | { readonly kind: 'exchange'; readonly other: string }
  /** For the mix, the wishes or what else is weighed alone. */
  | { readonly kind: 'mix' };

/** Somebody whose group is another than before, or who came, or left. */
export interface GroupChange {
  /** The person as the rosters have them now; absent for those who left. */
  readonly person?: Participant;
  /** Of those who left, as the earlier list has them. */
  readonly gone?: Stranger;
  /** Label of the group before; `''`: was in none. */
  readonly from: string;
  /** Label of the group now; `''`: is in none. */
  readonly to: string;
  readonly reason: ChangeReason;
}
