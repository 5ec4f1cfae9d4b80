import { matchBipartite } from '../algorithms/bipartite-matching.js';
import { mostHearings } from './hearing-flow.js';
import type { HearingModel, HearingOption } from './hearing-model.js';
import type { HearingTrial } from './hearing-trials.js';

/** Hearings that groups lack beside those that are past or locked, whatever limits of today these exceed. */
export function shortage({ hearings, seatsAt }: HearingTrial, groups: readonly number[]): number {
  const settled = groups.flatMap((group) => hearings.fixed[group]);
  return hearings.asked * groups.length - mostHearings(hearings, groups, settled, seatsAt);
}

/** Most witnesses that a group could hear if nobody else heard any. */
export function occasionsOf(hearings: HearingModel, group: number): number {
  const sessionsOf = new Map<number, number[]>(hearings.eligible[group].map((witness) => [witness, []]));
  for (const { witness, session } of hearings.options[group]) sessionsOf.get(witness)?.push(session);
  return matchBipartite([...sessionsOf.values()], hearings.sessions.length).size;
}

export function optionsWith({ options }: HearingModel, group: number, witness: number): readonly HearingOption[] {
  return options[group].filter((option) => option.witness === witness);
}
