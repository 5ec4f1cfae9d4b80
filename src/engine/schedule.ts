import { leastOf, mostOf } from '../domain/extremes.js';
/** The temperature of one start, and which soft terms matter at it. */
export interface Schedule {
  readonly temperature: () => number;
  /** Indices of the soft terms that have joined, in their order. */
  readonly joined: () => readonly number[];
  /** Indices of the soft terms that had joined from the start and that some swap of the sample worsens: what settles first. */
  readonly heavy: readonly number[];
  /** Cools by one stage. */
  readonly endStage: () => void;
  /** Whether lighter terms are left to settle once the heavy ones have. */
  readonly isWaiting: () => boolean;
  /** Comes down to where the next term joins, to cool from there without heating again; called when the heavy ones cannot get better. */
  readonly skip: () => void;
  readonly hasSkipped: () => boolean;
  /** Whether the slow part goes on. */
  readonly isSettling: () => boolean;
  /** Whether it is so cold that nothing can happen any more. */
  readonly isFrozen: () => boolean;
}

/**
 * The temperature falls geometrically in equal stages through the window in which the mix settles. Where the joined terms
 * are not at their bound then, it is heated again, a few times: several short coolings get there more often than a long
 * one. At last it falls fast through the scales below. Starts take the heats in turn: cool ones suit large cohorts, hot
 * ones small and tangled ones. Heats are shares of the largest scale.
 */
const HEATS = [0.1, 0.3, 0.1, 1];
const COOLINGS = 3;
const SLOW = { stages: 50, factor: 0.927 };
const FAST = { stages: 50, factor: 0.9 };
export const STAGES = COOLINGS * SLOW.stages + FAST.stages;

/** A term joins when the temperature has come down to so many times its scale: above, it would only be noise. */
const JOIN = 8;
/** Cooling by stage once the heavy terms are at their bound and only light ones are left to settle. */
const GENTLE = 0.93;
/** Below this share of the smallest scale only improvements are accepted, and a few stages have found those. */
const FROZEN = 0.0005;
/** The same once the heavy terms are at their bound: what is left to settle is whole and of one scale. */
const SETTLED_FROZEN = 0.05;

/**
 * @param scales Typical worsening by each soft term of a random swap, 0 where none worsens; heavy terms settle first, light
 * ones on the plateau that these leave.
 */
export function createSchedule(scales: readonly number[], start: number): Schedule {
  const positive = scales.filter((scale) => scale > 0);
  const largest = mostOf([1, ...positive]);
  const smallest = leastOf([largest, ...positive]);
  const heat = HEATS[start % HEATS.length] * largest;
  let temperature = heat;
  let stage = 0;
  let hasSkipped = false;
  let joined: readonly number[] = [];
  const admit = () => {
    if (joined.length < scales.length)
      joined = [...scales.keys()].filter((term) => scales[term] === 0 || temperature <= JOIN * scales[term]);
  };
  admit();
  // A term that hardly any swap worsens is a rule about few people: what all others settle does not wait for it.
  const heavy = joined.filter((term) => scales[term] > 0);
  const waiting = scales.filter((scale, term) => scale > 0 && !heavy.includes(term));
  return {
    temperature: () => temperature,
    joined: () => joined,
    endStage: () => {
      stage++;
      if (hasSkipped) temperature *= GENTLE;
      else if (stage < COOLINGS * SLOW.stages && stage % SLOW.stages === 0) temperature = heat;
      else temperature *= stage < COOLINGS * SLOW.stages ? SLOW.factor : FAST.factor;
      admit();
    },
    heavy,
    isWaiting: () => !hasSkipped && waiting.length > 0,
    skip: () => {
      if (hasSkipped || waiting.length === 0) return;
      hasSkipped = true;
      temperature = Math.min(temperature, JOIN * mostOf(waiting));
      admit();
    },
    hasSkipped: () => hasSkipped,
    isSettling: () => stage < COOLINGS * SLOW.stages && !hasSkipped,
    isFrozen: () => temperature < (hasSkipped ? SETTLED_FROZEN : FROZEN) * smallest,
  };
}
