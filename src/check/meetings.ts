import { compareText } from '../domain/fold.js';
import type { Grouping } from '../domain/group.js';
import type { MeetingFigures, PersonMeetings, RepeatedPair } from '../domain/meeting-figure.js';

type Listed = Pick<Grouping, 'assignment'>;

/**
 * Counts from the lists alone who shares a group with whom, module after module. Nobody need be in every module.
 *
 * @param groupings of the modules; only who is in a group of which label counts.
 * @param earlier of modules before them: whoever was together there has met before.
 */
export function measureMeetings(groupings: readonly Listed[], earlier: readonly Listed[] = []): MeetingFigures {
  const keys = [...new Set(groupings.flatMap(({ assignment }) => [...assignment.keys()]))].sort(compareText);
  const present = new Set(keys);
  const before = countMeetings(earlier, present);
  const now = countMeetings(groupings, present);
  const repeatedPairs: RepeatedPair[] = [];
  let repeats = 0;
  const people = keys.map((key): PersonMeetings => {
    const known = before.get(key) ?? new Map<string, number>();
    const met = now.get(key) ?? new Map<string, number>();
    const again = [...met.keys()].filter((other) => timesOf(met, other) + timesOf(known, other) > 1).sort(compareText);
    for (const other of again) {
      if (compareText(key, other) > 0) continue;
      const times = timesOf(met, other) + timesOf(known, other);
      repeatedPairs.push({ people: [key, other], times });
      repeats += timesOf(met, other) - (known.has(other) ? 0 : 1);
    }
    const fresh = [...met.keys()].filter((other) => !known.has(other)).length;
    return { key, before: known.size, fresh, again };
  });
  return { people, repeats, repeatedPairs: repeatedPairs.toSorted((a, b) => b.times - a.times) };
}

function timesOf(met: ReadonlyMap<string, number>, other: string): number {
  return met.get(other) ?? 0;
}

/** By person, how often each other one was in the same group. */
function countMeetings(
  groupings: readonly Listed[],
  present: ReadonlySet<string>,
): ReadonlyMap<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>([...present].map((key) => [key, new Map()]));
  for (const { assignment } of groupings) {
    const members = new Map<string, string[]>();
    for (const [key, label] of assignment) {
      if (!present.has(key)) continue;
      const list = members.get(label);
      if (list === undefined) members.set(label, [key]);
      else list.push(key);
    }
    for (const list of members.values()) {
      for (const key of list) {
        const met = counts.get(key);
        for (const other of list) if (other !== key) met?.set(other, timesOf(met, other) + 1);
      }
    }
  }
  return counts;
}
