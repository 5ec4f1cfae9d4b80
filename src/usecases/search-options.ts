import type { Budget } from '../engine/stopping.js';
import type { ProofLimits } from '../proof/prove.js';

/** How hard to search. */
export interface SearchOptions {
  /** From 0 (the constructed start, hardly improved) to 5. */
  readonly effort: number;
  /** Independent starts; absent: what the effort says. */
  readonly starts?: number;
  /** Number of the first of them: the others run elsewhere, or have run; absent: 0. */
  readonly first?: number;
}

/** Proposals per person and starts, by effort. */
const EFFORTS: readonly { readonly perPerson: number; readonly starts: number }[] = [
  { perPerson: 100, starts: 1 },
  { perPerson: 2_000, starts: 1 },
  { perPerson: 3_500, starts: 2 },
  { perPerson: 16_000, starts: 4 },
  { perPerson: 40_000, starts: 8 },
  { perPerson: 100_000, starts: 16 },
];

/** More starts where the usual ones keep no hard rules: those are the ones that a person waits for. */
const RESCUE = 6;

/** A cohort below so many people gets more starts, up to so many. */
const SMALL = 150;
const MOST_SMALL_STARTS = 16;

export const DEFAULT_EFFORT = 2;
export const MOST_EFFORT = EFFORTS.length - 1;

/** So many times the budget where people have met before: nearly everybody has to be kept from somebody, which settles slowly. */
const MET = 4;
/** Fewer people settle in the usual budget, of which they have several starts; of more, hardly anybody meets again by chance. */
const SEVERAL = 40;
const LARGE = 5_000;

/** Above so many people a budget grows with the square root of their number: the search needs ever less for each. */
const MANY = 2_000;
/** Proposals per person that every budget grants. */
const LEAST = 200;

function proposalsFor(perPerson: number, people: number): number {
  if (people <= MANY) return perPerson * people;
  return Math.max(LEAST * people, Math.floor(perPerson * Math.sqrt(MANY * people)));
}

/**
 * The budget of an effort for so many people, in proposals: the same on every machine. Above the default effort the starts
 * of the default come first: where those keep the hard rules, more effort never finds less.
 *
 * @param hasMet whether people have met in earlier modules
 */
export function budgetOf({ effort, starts, first = 0 }: SearchOptions, people: number, hasMet = false): Budget {
  const { perPerson: own, starts: usual } = EFFORTS[Math.min(Math.max(effort, 0), MOST_EFFORT)];
  const factor = hasMet && people >= SEVERAL && people <= LARGE ? MET : 1;
  const perPerson = factor * own;
  const standard = { ...EFFORTS[DEFAULT_EFFORT], perPerson: factor * EFFORTS[DEFAULT_EFFORT].perPerson };
  const some = Math.max(people, 1);
  // A start of few people is short and may end in a poor corner: as much time buys them more starts.
  const several = (count: number) => Math.max(count, Math.min(MOST_SMALL_STARTS, count * Math.ceil(SMALL / some)));
  const budget = { first, proposals: proposalsFor(perPerson, some), rescue: starts === undefined ? RESCUE : 0 };
  if (perPerson <= standard.perPerson) return { ...budget, starts: starts ?? several(usual) };
  const quick = { starts: several(standard.starts), proposals: proposalsFor(standard.perPerson, some) };
  return { ...budget, starts: starts ?? several(usual) + quick.starts, quick };
}

/**
 * How far a proof goes at the default effort, per programme: 150 people in 16 groups need 5 nodes and 2,000 iterations, 3
 * seconds; what needs more stops after some 6.
 */
const PROOF: ProofLimits = { nodes: 100, iterations: 20_000 };

/** By effort, against the default one. */
const PROOF_SHARES = [0.1, 0.5, 1, 4, 16, 64];

/** The limits of a proof of an effort: counts, so that it ends at the same point on every machine. */
export function proofLimitsOf(effort: number): ProofLimits {
  const share = PROOF_SHARES[Math.min(Math.max(effort, 0), MOST_EFFORT)];
  return { nodes: PROOF.nodes * share, iterations: PROOF.iterations * share };
}
