import type { EarlierModule } from '../domain/history.js';
import { meetingPoints, meetingPrice } from '../domain/history.js';
import { historyWeightOf } from '../domain/history-weight.js';
import type { Module } from '../domain/module.js';
import { indexSets, togetherSets } from '../domain/rule.js';
import { ProblemTooLarge } from './exact.js';
import type { NeighbourLists } from './neighbour-lists.js';

/** People whom everybody has met, added up, in all modules: 1.2 GB of lists. */
const MOST_ENTRIES = 100_000_000;

/** Who has met whom in earlier modules, by person index; a weight is the price of meeting again, before its own weight. */
export interface Meetings extends NeighbourLists {
  /** What one unit of the weights costs in the objective; 0 where meeting again does not matter. */
  readonly price: number;
  /** The groups of earlier modules, as far as their people are here. */
  readonly groups: readonly EarlierGroup[];
}

/** People of whom every two have met. */
export interface EarlierGroup {
  readonly people: number;
  /** What each of its pairs costs at least that meets again. */
  readonly price: number;
  /** Pairs that cost nothing, since a rule wants them together. */
  readonly wanted: number;
}

/**
 * Compiles the history of a module; `undefined` where nobody has met anybody. Takes time by the pairs that have met. People whom a rule
 * wants together are no pair.
 *
 * @throws ProblemTooLarge when the groups of earlier modules were so large that too many have met.
 */
export function compileMeetings(module: Module, unit: number): Meetings | undefined {
  const { cohort, history, rules } = module;
  if (history === undefined || history.length === 0) return undefined;
  const keys = cohort.participants.map(({ key }) => key);
  const wanted = wantedBy(keys, togetherSets(cohort, rules));
  const modules = history.map(({ assignment }) => seat(keys, assignment));
  const lists = listMeetings(keys, modules, wanted);
  if (lists.neighbours.length === 0) return undefined;
  return { ...lists, price: historyWeightOf(module) * unit, groups: listGroups(modules, wanted) };
}

/** Whether a rule wants two people together, by index. */
interface Wanted {
  (p: number, q: number): boolean;
  /** Whether one wants somebody together with anybody. */
  readonly has: (p: number) => boolean;
}

function wantedBy(keys: readonly string[], sets: ReturnType<typeof togetherSets>): Wanted {
  const setsOf = indexSets(sets);
  const has = (p: number) => setsOf.has(keys[p]);
  const isWanted = (p: number, q: number) => {
    const [own, other] = [setsOf.get(keys[p]), setsOf.get(keys[q])];
    return own !== undefined && other !== undefined && own.some((set) => other.includes(set));
  };
  return Object.assign(isWanted, { has });
}

function countWanted(members: readonly number[], wanted: Wanted): number {
  const named = members.filter(wanted.has);
  return named.reduce((sum, p, i) => sum + named.slice(0, i).filter((q) => wanted(p, q)).length, 0);
}

/** @param modules from the oldest to the latest */
function listMeetings(keys: readonly string[], modules: readonly SeatedModule[], wanted: Wanted): NeighbourLists {
  const peopleCount = keys.length;
  const pairs = modules.flatMap(({ membersOf }) => membersOf.map(({ length }) => length * (length - 1)));
  const entries = pairs.reduce((sum, own) => sum + own, 0);
  if (entries > MOST_ENTRIES) throw new ProblemTooLarge('history', entries);
  const start = new Int32Array(peopleCount + 1);
  const points = new Float64Array(peopleCount);
  const neighbours = new Int32Array(entries);
  const weights = new Float64Array(entries);
  let at = 0;
  for (let p = 0; p < peopleCount; p++) {
    const met: number[] = [];
    modules.forEach(({ groupOf, membersOf }, module) => {
      if (groupOf[p] < 0) return;
      for (const q of membersOf[groupOf[p]]) {
        if (q === p) continue;
        if (points[q] === 0) met.push(q);
        points[q] += meetingPoints(modules.length - module);
      }
    });
    met.sort((a, b) => a - b);
    for (const q of met) {
      const price = meetingPrice(points[q]);
      points[q] = 0;
      if (wanted(p, q)) continue;
      neighbours[at] = q;
      weights[at] = price;
      at++;
    }
    start[p + 1] = at;
  }
  // Those who met more than once stand once.
  return { peopleCount, start, neighbours: neighbours.slice(0, at), weights: weights.slice(0, at) };
}

function listGroups(modules: readonly SeatedModule[], wanted: Wanted): readonly EarlierGroup[] {
  return modules.flatMap(({ membersOf }, module) =>
    membersOf.map((members) => ({
      people: members.length,
      price: meetingPrice(meetingPoints(modules.length - module)),
      wanted: countWanted(members, wanted),
    })),
  );
}

/** An earlier module by index. */
interface SeatedModule {
  /** By person; −1 for whoever was not there. */
  readonly groupOf: Int32Array;
  readonly membersOf: readonly (readonly number[])[];
}

function seat(keys: readonly string[], assignment: EarlierModule['assignment']): SeatedModule {
  const indexOf = new Map<string, number>();
  const membersOf: number[][] = [];
  const groupOf = Int32Array.from(keys, (key, p) => {
    const label = assignment.get(key);
    if (label === undefined) return -1;
    let group = indexOf.get(label);
    if (group === undefined) {
      group = membersOf.length;
      indexOf.set(label, group);
      membersOf.push([]);
    }
    membersOf[group].push(p);
    return group;
  });
  return { groupOf, membersOf };
}
