import { append } from '../domain/append.js';
import { areTogether, type HearingModel, type HearingOption } from './hearing-model.js';

/** Hearings placed so far, without conflict between them. */
export interface HearingState {
  readonly hearings: HearingModel;
  /** What a group hears in a session, or `undefined`. */
  readonly at: (group: number, session: number) => HearingOption | undefined;
  /** Hearings of a group, in session order. */
  readonly of: (group: number) => readonly HearingOption[];
  /** Hearings given by a witness in a session. */
  readonly given: (witness: number, session: number) => readonly HearingOption[];
  /** Number of sessions in which a witness is heard. */
  readonly sessionCount: (witness: number) => number;
  readonly hasHeard: (group: number, witness: number) => boolean;
  readonly place: (option: HearingOption) => void;
  readonly remove: (option: HearingOption) => void;
}

/** A state without hearings. */
export function createHearingState(hearings: HearingModel): HearingState {
  const sessionCount = hearings.sessions.length;
  const atGroup: (HearingOption | undefined)[] = Array.from(
    { length: hearings.groupCount * sessionCount },
    () => undefined,
  );
  const atWitness: HearingOption[][] = Array.from({ length: hearings.witnessCount * sessionCount }, () => []);
  const ofGroup: HearingOption[][] = Array.from({ length: hearings.groupCount }, () => []);
  const used = new Int32Array(hearings.witnessCount);
  const drop = (list: HearingOption[], option: HearingOption): void => {
    list.splice(list.indexOf(option), 1);
  };

  return {
    hearings,
    at: (group, session) => atGroup[group * sessionCount + session],
    of: (group) => ofGroup[group],
    given: (witness, session) => atWitness[witness * sessionCount + session],
    sessionCount: (witness) => used[witness],
    hasHeard: (group, witness) => ofGroup[group].some((option) => option.witness === witness),
    place: (option) => {
      atGroup[option.group * sessionCount + option.session] = option;
      const given = atWitness[option.witness * sessionCount + option.session];
      if (given.length === 0) used[option.witness]++;
      given.push(option);
      const own = ofGroup[option.group];
      let at = own.length;
      while (at > 0 && own[at - 1].session > option.session) at--;
      own.splice(at, 0, option);
    },
    remove: (option) => {
      atGroup[option.group * sessionCount + option.session] = undefined;
      const given = atWitness[option.witness * sessionCount + option.session];
      drop(given, option);
      if (given.length === 0) used[option.witness]--;
      drop(ofGroup[option.group], option);
    },
  };
}

/**
 * Sets of hearings of which one must go before an option can be placed, rooms apart; `[[]]` when nothing stands in its way. The group must not hear that witness already.
 */
export function blockersOf(state: HearingState, option: HearingOption): readonly (readonly HearingOption[])[] {
  const { hearings } = state;
  const { group, witness, session } = option;
  const forced: HearingOption[] = [];
  const sameTime = state.at(group, session);
  if (sameTime) forced.push(sameTime);
  for (const other of hearings.overlaps[session]) {
    const elsewhere = state.at(group, other);
    if (elsewhere) forced.push(elsewhere);
    for (const given of state.given(witness, other)) if (!forced.includes(given)) forced.push(given);
  }
  for (const other of hearings.nearby[session]) {
    const earlier = state.at(group, other);
    if (earlier && hearings.isOutOfReach(option, earlier) && !forced.includes(earlier)) forced.push(earlier);
    for (const given of state.given(witness, other)) {
      if (hearings.isOutOfReach(option, given) && !forced.includes(given)) forced.push(given);
    }
  }
  const beside = state.given(witness, session);
  if (beside.some((given) => !areTogether(hearings, session, given.group, group))) {
    append(forced, beside);
    return [forced];
  }
  if (beside.length >= hearings.perHearing[witness]) return beside.map((given) => [...forced, given]);
  if (beside.length > 0 || state.sessionCount(witness) < hearings.maxSessions[witness]) return [forced];

  const freed = new Set(forced.filter((given) => given.witness === witness).map((given) => given.session));
  const isFreed = [...freed].some((at) => state.given(witness, at).every((given) => forced.includes(given)));
  if (isFreed) return [forced];
  const sets: HearingOption[][] = [];
  for (let other = 0; other < hearings.sessions.length; other++) {
    const given = state.given(witness, other);
    if (given.length > 0) sets.push([...forced, ...given.filter((entry) => !forced.includes(entry))]);
  }
  return sets;
}
