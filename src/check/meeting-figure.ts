import type { MeetingFigure, PersonMeetings, RepeatedMeeting } from '../domain/meeting-figure.js';
import { meetingPoints, meetingPrice } from '../domain/history.js';
import { historyWeightOf } from '../domain/history-weight.js';
import type { Module } from '../domain/module.js';
import { indexSets, togetherSets } from '../domain/rule.js';
import type { PlacedPeople } from './placed-people.js';

/** Judges a group list against the history of a module; `undefined` where it has none. Takes time by the pairs that have met. */
export function judgeMeetings(
  module: Pick<Module, 'cohort' | 'history' | 'settings' | 'balance' | 'rules'>,
  { groups, groupOf, sizes }: PlacedPeople,
): MeetingFigure | undefined {
  const { cohort, history, rules } = module;
  if (history === undefined || history.length === 0) return undefined;
  const keys = cohort.participants.map(({ key }) => key);
  const companions = history.map(({ assignment }) => membersByLabel(keys, assignment));
  const wanted = togetherSets(cohort, rules);
  const setsOf = indexSets(wanted);
  const repeats: RepeatedMeeting[] = [];
  const people = keys.map((key, p): PersonMeetings => {
    const modulesWith = new Map<number, number[]>();
    history.forEach(({ assignment }, module) => {
      for (const q of companions[module].get(assignment.get(key) ?? '') ?? []) {
        if (q === p) continue;
        const known = modulesWith.get(q);
        if (known === undefined) modulesWith.set(q, [module]);
        else known.push(module);
      }
    });
    const own = groupOf[p];
    const again = [...modulesWith.keys()].filter((q) => own >= 0 && groupOf[q] === own).sort((a, b) => a - b);
    for (const q of again) {
      const modules = modulesWith.get(q) ?? [];
      const points = modules.reduce((sum, module) => sum + meetingPoints(history.length - module), 0);
      if (p > q) continue;
      const others = setsOf.get(keys[q]) ?? [];
      const shared = (setsOf.get(key) ?? []).find((set) => others.includes(set));
      const asked = shared === undefined ? undefined : wanted[shared];
      const price = asked === undefined ? meetingPrice(points) : 0;
      const rule = asked === undefined ? {} : { rule: asked.rule };
      repeats.push({ people: [key, keys[q]], group: groups[own].label, modules, price, ...rule });
    }
    const now = own < 0 ? 0 : sizes[own] - 1;
    return { key, before: modulesWith.size, fresh: now - again.length, again: again.map((q) => keys[q]) };
  });
  return {
    weight: historyWeightOf(module),
    penalty: repeats.reduce((sum, { price }) => sum + price, 0),
    repeats: repeats.toSorted((a, b) => b.price - a.price),
    people,
    pairs: sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0),
  };
}

function membersByLabel(
  keys: readonly string[],
  assignment: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly number[]> {
  const members = new Map<string, number[]>();
  keys.forEach((key, p) => {
    const label = assignment.get(key);
    if (label === undefined) return;
    const own = members.get(label);
    if (own === undefined) members.set(label, [p]);
    else own.push(p);
  });
  return members;
}
