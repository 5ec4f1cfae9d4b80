import type { Module } from '../../domain/module.js';
import { participantName } from '../../domain/participant.js';
import { describeSelectors, type Selector } from '../../domain/rule.js';
import { largestSize, linesOf, type HardRule } from './hard-rule.js';
import { obstacle, spareRules, type Obstacle } from './obstacle.js';
import { findNearestTie } from './tie-path.js';
import { uniteSets } from './united-sets.js';

/** Sets that more rules tie are blamed on all of them. */
const MOST_SPARED = 100;

/** People whom `together` rules tie directly or through others, with the rules that do. */
export interface Tied {
  readonly people: readonly number[];
  readonly own: readonly HardRule[];
}

/** Who is tied to whom: everybody is of one set, of themselves alone where no rule ties them. */
export interface Ties {
  /** By person, the index of the set. */
  readonly setOf: Int32Array;
  readonly sets: readonly Tied[];
}

/** Unites the people of `together` rules that share somebody. Sets are in the order of their first person. */
export function tiePeople(peopleCount: number, hard: readonly HardRule[]): Ties {
  const together = hard.filter(({ rule, people }) => rule.kind === 'together' && people.length > 0);
  const united = uniteSets(
    peopleCount,
    together.map(({ people }) => people),
  );
  const sets = united.sets.map((people): { people: readonly number[]; own: HardRule[] } => ({ people, own: [] }));
  for (const entry of together) sets[united.setOf[entry.people[0]]].own.push(entry);
  return { setOf: united.setOf, sets };
}

/** Sets that several rules tie and no group holds, and tied people whom another rule wants apart. */
export function findTieObstacles(module: Module, hard: readonly HardRule[], ties: Ties): readonly Obstacle[] {
  const largest = largestSize(module);
  const large = ties.sets.filter(({ people }) => people.length > largest);
  return [
    ...large.flatMap((set) => judgeSet(module, set, largest)),
    ...hard.flatMap((entry) => judgeApart(module, entry, ties)),
  ];
}

/** Nothing where one rule alone is what no group holds: that is an obstacle by itself. */
function judgeSet(module: Module, { own }: Tied, largest: number): readonly Obstacle[] {
  if (own.some((entry) => entry.people.length > largest)) return [];
  const needed = own.length > MOST_SPARED ? own : spareRules(own, (rules) => tiedBy(rules).length > largest);
  const tied = tiedBy(needed);
  const who = new Map(needed.flatMap(({ rule }) => rule.who.map((selector) => [selectorKey(selector), selector])));
  const facts = {
    who: describeSelectors(module.cohort, [...who.values()]),
    people: tied.length,
    largest,
    lines: linesOf(needed),
  };
  return [obstacle('impossible.together', facts, needed)];
}

/** The largest set of people whom these rules tie. */
function tiedBy(rules: readonly HardRule[]): readonly number[] {
  const persons = [...new Set(rules.flatMap(({ people }) => people))];
  const local = new Map(persons.map((person, index) => [person, index]));
  const { sets } = uniteSets(
    persons.length,
    rules.map(({ people }) => people.map((person) => local.get(person) ?? 0)),
  );
  return sets.reduce((a, b) => (b.length > a.length ? b : a), []);
}

/** The two people of an `apart` rule whom the fewest `together` rules tie. */
function judgeApart({ cohort }: Module, entry: HardRule, { setOf, sets }: Ties): readonly Obstacle[] {
  const { rule, people } = entry;
  if (rule.kind !== 'apart') return [];
  const bySet = new Map<number, number[]>();
  for (const person of people) {
    const inSet = bySet.get(setOf[person]);
    if (inSet === undefined) bySet.set(setOf[person], [person]);
    else inSet.push(person);
  }
  for (const [set, own] of bySet) {
    const tie = own.length < 2 ? undefined : findNearestTie(sets[set].own, own);
    if (tie === undefined) continue;
    const facts = {
      first: participantName(cohort.participants[tie.first]),
      second: participantName(cohort.participants[tie.second]),
      lines: linesOf(tie.path),
    };
    return [obstacle('impossible.together-and-apart', facts, [...tie.path, entry], rule)];
  }
  return [];
}

function selectorKey(selector: Selector): string {
  if (selector.kind === 'participant') return `participant\0${selector.key}`;
  return `${selector.attribute}\0${selector.kind === 'level' ? selector.level : ''}\0${selector.kind}`;
}
