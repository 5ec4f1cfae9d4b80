import { halfDayOf } from '../domain/joint-days.js';
import { timetableWeights, type TimetableWeights } from '../domain/timetable-terms.js';
import type { HearingModel } from './hearing-model.js';
import type { HearingState } from './hearing-state.js';
import { groupPresenceOf, presenceOf } from './presence.js';

/** What a set of hearings costs beyond being possible, group by group and witness by witness. */
export interface HearingTerms {
  /** Hearings for which the group said "if needed", two on one day, hearings that follow closely, uneven mornings and afternoons. */
  readonly groupCost: (state: HearingState, group: number) => number;
  /** Sessions for which the witness said "if needed", groups that share a hearing, waiting between two hearings of one half-day. */
  readonly witnessCost: (state: HearingState, witness: number) => number;
}

/** Prepares the terms of a programme at its weights. */
export function createHearingTerms(hearings: HearingModel): HearingTerms {
  const { model, dayOf, dayCount, asked, sessions } = hearings;
  const weights = timetableWeights(model.programme.weights);
  const evenGap = Math.ceil(dayCount / Math.max(1, asked));
  const isMorning = sessions.map((session) => halfDayOf(model.sessions[session]).endsWith('morning'));
  const waits = countWaits(hearings);
  const { availability } = model.programme;
  const groupIsReluctant = model.groups.map(({ label }) =>
    sessions.map((session) => groupPresenceOf(label, model.sessions[session], availability) === 'if_needed'),
  );
  const guestIsReluctant = model.witnesses.map((guest) =>
    sessions.map((session) => presenceOf(guest, model.sessions[session], availability) === 'if_needed'),
  );
  return {
    groupCost: (state, group) => {
      const heard = state.of(group);
      let cost = 0;
      let lead = 0;
      for (let at = 0; at < heard.length; at++) {
        const { session } = heard[at];
        if (groupIsReluctant[group][session]) cost += weights.if_needed;
        lead += isMorning[session] ? 1 : -1;
        if (at === 0) continue;
        const gap = dayOf[session] - dayOf[heard[at - 1].session];
        if (gap === 0) cost += weights.same_day;
        else if (gap < evenGap) cost += (evenGap - gap) * weights.spacing;
      }
      return cost + Math.floor((lead * lead) / 4) * weights.half_days;
    },
    witnessCost: (state, witness) => witnessCost(state, witness, guestIsReluctant[witness], waits, weights),
  };
}

function witnessCost(
  state: HearingState,
  witness: number,
  isReluctant: readonly boolean[],
  waits: ReadonlyMap<number, number>,
  weights: TimetableWeights,
): number {
  const count = state.hearings.sessions.length;
  let cost = 0;
  let before = -1;
  for (let session = 0; session < count; session++) {
    const groups = state.given(witness, session).length;
    if (groups === 0) continue;
    cost += (groups - 1) * weights.joint;
    if (isReluctant[session]) cost += weights.if_needed;
    if (before >= 0) cost += (waits.get(before * count + session) ?? 0) * weights.gaps;
    before = session;
  }
  return cost;
}

/** Times of hearings between two sessions of one half-day, by the number of the first times their count plus that of the second. */
function countWaits({ model, sessions }: HearingModel): ReadonlyMap<number, number> {
  const waits = new Map<number, number>();
  const sessionOf = (at: number) => model.sessions[sessions[at]];
  for (let first = 0; first < sessions.length; first++) {
    const before = sessionOf(first);
    for (let second = first + 1; second < sessions.length; second++) {
      const after = sessionOf(second);
      if (halfDayOf(after) !== halfDayOf(before)) continue;
      const starts = new Set<number>();
      for (const at of sessions.keys()) {
        const { date, start, end } = sessionOf(at);
        if (date === before.date && start >= before.end && end <= after.start) starts.add(start);
      }
      if (starts.size > 0) waits.set(first * sessions.length + second, starts.size);
    }
  }
  return waits;
}
