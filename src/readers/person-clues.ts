import type { PersonDoubt } from '../domain/diagnostics/person.js';
import type { Participant } from '../domain/participant.js';

/** What a row says of a person: each text as typed, `''` where it says nothing. */
export interface PersonClues {
  /** An id, or `SCHOOL:id`. */
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string;
  /** Both names in one cell, in any order; an id is understood too. */
  readonly fullName: string;
  readonly school: string;
}

/** Whom a row means, and how sure that is. */
export type PersonMatch =
  /** By the id, with a name that agrees or none. */
  | { readonly status: 'certain'; readonly person: Participant }
  /** By the whole name, whatever its order, case, accents, hyphens, spaces, title and particles; nobody else is called so. */
  | { readonly status: 'by-name'; readonly person: Participant }
  | {
      readonly status: 'in-doubt';
      readonly person: Participant;
      readonly doubt: PersonDoubt;
      /** Whose name it is, with `other-name`. */
      readonly other?: Participant;
    }
  | { readonly status: 'ambiguous'; readonly candidates: readonly Participant[] }
  /** The only one whom the row could mean is meant by another row, without any doubt. */
  | { readonly status: 'taken'; readonly person: Participant }
  | { readonly status: 'unknown' };

/** The person a match has found, or `undefined`. */
export function personOf(match: PersonMatch): Participant | undefined {
  return match.status === 'certain' || match.status === 'by-name' || match.status === 'in-doubt'
    ? match.person
    : undefined;
}
