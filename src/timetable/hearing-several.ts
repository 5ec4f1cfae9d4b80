import type { TimetableChange } from '../domain/diagnostics/timetable-change.js';
import { mostOf } from '../domain/extremes.js';
import type { HearingModel } from './hearing-model.js';
import { absencesOf, sessionsAt, tryMaxSessions, tryWitnessIn, type HearingTrial } from './hearing-trials.js';

type HalfDay = readonly [witness: number, session: number];

/**
 * Half-days of witnesses that do together where no single change does, with the `max_sessions` that they take: the one that helps most is
 * added until nothing is lacking, and those that the later ones have made needless are left out again. None where all of them would not do.
 */
export function findSeveral(
  hearings: HearingModel,
  witnesses: readonly number[],
  lacking: (trial: HearingTrial) => number,
): readonly TimetableChange[] {
  return (
    addHalfDays(hearings, hearings, witnesses, lacking) ??
    addHalfDays(hearings, unlimited(hearings, witnesses), witnesses, lacking) ??
    []
  );
}

function addHalfDays(
  hearings: HearingModel,
  base: HearingModel,
  witnesses: readonly number[],
  lacking: (trial: HearingTrial) => number,
): readonly TimetableChange[] | undefined {
  const candidates = witnesses.flatMap((witness) =>
    absencesOf(base, witness).map((session): HalfDay => [witness, session]),
  );
  const most = mostOf(witnesses.map((witness) => base.perHearing[witness]));
  const added: HalfDay[] = [];
  for (let left = lacking({ hearings: base }); left > 0;) {
    let best: HalfDay | undefined;
    let fewest = left;
    for (const candidate of candidates) {
      if (added.includes(candidate)) continue;
      const after = lacking(withAll(base, added.concat([candidate])));
      if (after >= fewest) continue;
      fewest = after;
      best = candidate;
      // No half-day of anybody gives more hearings than this.
      if (left - after >= most) break;
    }
    if (best === undefined) return undefined;
    added.push(best);
    left = fewest;
  }
  let chosen: readonly HalfDay[] = added;
  for (const one of added) {
    const rest = chosen.filter((other) => other !== one);
    if (lacking(withAll(base, rest)) === 0) chosen = rest;
  }
  const halfDays = chosen
    .toSorted(([a, first], [b, second]) => a - b || first - second)
    .map(([witness, session]) => ({ who: idOf(base, witness), session: sessionsAt(base, [session])[0].id }));
  return [
    { kind: 'several', halfDays, limits: limitsFor(hearings, withAll(base, chosen).hearings, witnesses, lacking) },
  ];
}

function withAll(hearings: HearingModel, halfDays: readonly HalfDay[]): HearingTrial {
  return halfDays.reduce<HearingTrial>((trial, [witness, session]) => tryWitnessIn(trial.hearings, witness, session), {
    hearings,
  });
}

function unlimited(hearings: HearingModel, witnesses: readonly number[]): HearingModel {
  return witnesses.reduce((trial, witness) => tryMaxSessions(trial, witness, Infinity).hearings, hearings);
}

/** The least limits, witness after witness, that are enough where nothing else was in the way. */
function limitsFor(
  hearings: HearingModel,
  base: HearingModel,
  witnesses: readonly number[],
  lacking: (trial: HearingTrial) => number,
): readonly { readonly who: string; readonly sessions: number }[] {
  let trial = base;
  return witnesses.flatMap((witness) => {
    const before = hearings.maxSessions[witness];
    if (before === trial.maxSessions[witness]) return [];
    let sessions = before;
    while (sessions < base.sessions.length && lacking(tryMaxSessions(trial, witness, sessions)) > 0) sessions++;
    trial = tryMaxSessions(trial, witness, sessions).hearings;
    return sessions === before ? [] : [{ who: idOf(base, witness), sessions }];
  });
}

function idOf({ model }: HearingModel, witness: number): string {
  return model.witnesses[witness].id;
}
