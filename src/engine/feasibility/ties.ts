import { diagnose, type Diagnostic } from '../../domain/diagnostic.js';
import type { Module } from '../../domain/module.js';
import { participantName } from '../../domain/participant.js';
import { describeSelectors, type Selector } from '../../domain/rule.js';
import { largestSize, lastOf, linesOf, type HardRule } from './hard-rule.js';
import { findNearestTie } from './tie-path.js';
import { uniteSets } from './united-sets.js';

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
export function findTieObstacles(module: Module, hard: readonly HardRule[], ties: Ties): readonly Diagnostic[] {
  return [
    ...ties.sets.flatMap((set) => judgeSet(module, set)),
    ...hard.flatMap((entry) => judgeApart(module, entry, ties)),
  ];
}

function judgeSet(module: Module, { people, own }: Tied): readonly Diagnostic[] {
  const largest = largestSize(module);
  if (people.length <= largest || own.length < 2 || own.some((entry) => entry.people.length > largest)) return [];
  const who = new Map(own.flatMap(({ rule }) => rule.who.map((selector) => [selectorKey(selector), selector])));
  const facts = {
    who: describeSelectors(module.cohort, [...who.values()]),
    people: people.length,
    largest,
    lines: linesOf(own),
  };
  return [diagnose('error', 'impossible.together', facts, { source: lastOf(own).source })];
}

/** The two people of an `apart` rule whom the fewest `together` rules tie. */
function judgeApart({ cohort }: Module, { rule, people }: HardRule, { setOf, sets }: Ties): readonly Diagnostic[] {
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
    return [diagnose('error', 'impossible.together-and-apart', facts, { source: rule.source })];
  }
  return [];
}

function selectorKey(selector: Selector): string {
  if (selector.kind === 'participant') return `participant\0${selector.key}`;
  return `${selector.attribute}\0${selector.kind === 'level' ? selector.level : ''}\0${selector.kind}`;
}
