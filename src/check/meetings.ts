import { compareText } from '../domain/fold.js';
import type { Grouping } from '../domain/group.js';

/** What somebody has of several modules. */
export interface PersonMeetings {
  readonly key: string;
  /** Different people with whom they shared a group. */
  readonly met: number;
}

/** Two people who were together more than once. */
export interface RepeatedPair {
  /** Keys in the order of characters. */
  readonly first: string;
  readonly second: string;
  readonly times: number;
}

/** Who has met whom over several modules. */
export interface MeetingFigures {
  /** Everybody who is in a group of any module, by key. */
  readonly people: readonly PersonMeetings[];
  /** Different people whom somebody has met: the fewest, the most, the mean. All 0 where there is nobody. */
  readonly least: number;
  readonly most: number;
  readonly mean: number;
  /** Meetings beyond the first of each pair, summed. */
  readonly repeats: number;
  /** The most times first, then by key. */
  readonly repeatedPairs: readonly RepeatedPair[];
}

/**
 * Counts from the lists alone who shares a group with whom, module after module. Nobody need be in every module.
 *
 * @param groupings of the modules; only who is in a group of which label counts.
 */
export function measureMeetings(groupings: readonly Pick<Grouping, 'assignment'>[]): MeetingFigures {
  const keys = [...new Set(groupings.flatMap(({ assignment }) => [...assignment.keys()]))].sort(compareText);
  const metBy = new Map<string, Map<string, number>>(keys.map((key) => [key, new Map()]));
  for (const { assignment } of groupings) {
    const members = new Map<string, string[]>();
    for (const [key, label] of assignment) {
      const list = members.get(label);
      if (list === undefined) members.set(label, [key]);
      else list.push(key);
    }
    for (const list of members.values()) {
      for (const key of list) {
        const met = metBy.get(key);
        for (const other of list) if (other !== key) met?.set(other, (met.get(other) ?? 0) + 1);
      }
    }
  }
  const people = keys.map((key) => ({ key, met: metBy.get(key)?.size ?? 0 }));
  const repeatedPairs = keys
    .flatMap((first) =>
      [...(metBy.get(first) ?? [])].flatMap(([second, times]) =>
        times > 1 && compareText(first, second) < 0 ? [{ first, second, times }] : [],
      ),
    )
    .sort((a, b) => b.times - a.times || compareText(a.first, b.first) || compareText(a.second, b.second));
  const sum = people.reduce((total, { met }) => total + met, 0);
  return {
    people,
    least: people.reduce((least, { met }) => Math.min(least, met), people[0]?.met ?? 0),
    most: people.reduce((most, { met }) => Math.max(most, met), 0),
    mean: people.length === 0 ? 0 : sum / people.length,
    repeats: repeatedPairs.reduce((total, { times }) => total + times - 1, 0),
    repeatedPairs,
  };
}
