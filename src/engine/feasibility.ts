import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { Group } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { participantName } from '../domain/participant.js';
import { describeSelectors, describeTarget, isInTarget, selectedKeys, type Rule, type Target } from '../domain/rule.js';
import { compileProblem } from './problem.js';

interface Members {
  readonly rule: Rule;
  readonly keys: readonly string[];
}

/**
 * Why no valid groups exist, as far as counting shows: each hard rule against the sizes and totals, then the rules about
 * places together (a flow: Hall's condition). An empty list proves nothing; anything in it proves that none exist.
 */
export function findObstacles(module: Module): readonly Diagnostic[] {
  const hard = module.rules.filter((rule) => rule.weight === undefined);
  const members = hard.map((rule): Members => ({ rule, keys: selectedKeys(module.cohort, rule.who) }));
  const single = members.flatMap((entry) => judgeAlone(module, entry));
  const pairs = findTogetherAndApart(module, members);
  const places = findCrowding(module, members);
  const found = [...single, ...pairs, ...places];
  return found.length > 0 ? found : findJointObstacle(module, hard);
}

function judgeAlone(module: Module, { rule, keys }: Members): readonly Diagnostic[] {
  const groups = module.groups.length;
  const largest = Math.max(...module.groups.map(({ size }) => size));
  const who = describeSelectors(module.cohort, rule.who);
  const { source } = rule;
  const wanted = rule.count ?? 0;
  switch (rule.kind) {
    case 'apart':
      return keys.length > groups
        ? [diagnose('error', 'impossible.apart', { who, people: keys.length, groups }, { source })]
        : [];
    case 'together':
      return keys.length > largest
        ? [diagnose('error', 'impossible.together', { who, people: keys.length, largest }, { source })]
        : [];
    case 'at_least':
      return countedSets(module, rule).flatMap(({ who: name, holders }): readonly Diagnostic[] => {
        if (holders < wanted * groups) {
          return [
            diagnose(
              'error',
              'impossible.at-least',
              { who: name, wanted, groups, needed: wanted * groups, holders },
              { source },
            ),
          ];
        }
        const small = module.groups.find(({ size }) => size < wanted);
        if (small === undefined) return [];
        const facts = { who: name, wanted, group: small.label, size: small.size };
        return [diagnose('error', 'impossible.group-too-small', facts, { source })];
      });
    case 'at_most':
      return countedSets(module, rule).flatMap(({ who: name, holders }) => {
        const room = module.groups.reduce((sum, { size }) => sum + Math.min(size, wanted), 0);
        return holders > room
          ? [diagnose('error', 'impossible.at-most', { who: name, wanted, groups, room, holders }, { source })]
          : [];
      });
    case 'not_alone':
      return countedSets(module, rule).flatMap(({ who: name, holders }) =>
        holders === 1 ? [diagnose('error', 'impossible.not-alone', { who: name }, { source })] : [],
      );
    default:
      return [];
  }
}

/** What an at_least, at_most or not_alone rule counts: each level of a bare attribute, and all else together. */
function countedSets({ cohort }: Module, rule: Rule): readonly { who: string; holders: number }[] {
  const bare = rule.who.flatMap((selector) => {
    if (selector.kind !== 'attribute') return [];
    const attribute = cohort.attributes.find(({ key }) => key === selector.attribute);
    return (attribute?.levels ?? []).map((level) => ({ kind: 'level' as const, attribute: selector.attribute, level }));
  });
  const named = rule.who.filter(({ kind }) => kind !== 'attribute');
  const sets = [...bare.map((selector) => [selector]), ...(named.length > 0 ? [named] : [])];
  return sets.map((who) => ({ who: describeSelectors(cohort, who), holders: selectedKeys(cohort, who).length }));
}

/** People whom `together` rules tie directly or through others, with the rules that do. */
interface Tied {
  readonly keys: ReadonlySet<string>;
  readonly own: readonly Members[];
}

function tiePeople(members: readonly Members[]): readonly Tied[] {
  let sets: Tied[] = [];
  for (const entry of members) {
    if (entry.rule.kind !== 'together') continue;
    const touching = sets.filter(({ keys }) => entry.keys.some((key) => keys.has(key)));
    const keys = new Set([...touching.flatMap((set) => [...set.keys]), ...entry.keys]);
    sets = [
      ...sets.filter((set) => !touching.includes(set)),
      { keys, own: [...touching.flatMap(({ own }) => own), entry] },
    ];
  }
  return sets;
}

/** Sets that several rules tie and no group holds, and tied people whom another rule wants apart. */
function findTogetherAndApart(module: Module, members: readonly Members[]): readonly Diagnostic[] {
  const nameOf = new Map(module.cohort.participants.map((person) => [person.key, participantName(person)]));
  const largest = Math.max(...module.groups.map(({ size }) => size));
  const tied = tiePeople(members);
  const crowds = tied.flatMap(({ keys, own }) => {
    if (keys.size <= largest || own.some((entry) => entry.keys.length > largest)) return [];
    const who = describeSelectors(
      module.cohort,
      own.flatMap(({ rule }) => rule.who),
    );
    return [
      diagnose(
        'error',
        'impossible.together',
        { who, people: keys.size, largest },
        { source: own[own.length - 1].rule.source },
      ),
    ];
  });
  const contradictions = members.flatMap(({ rule, keys }) => {
    if (rule.kind !== 'apart') return [];
    for (const set of tied) {
      const [first, second] = keys.filter((key) => set.keys.has(key));
      if (first === undefined || second === undefined) continue;
      const together = set.own.find((entry) => entry.keys.includes(first) && entry.keys.includes(second)) ?? set.own[0];
      const facts = {
        first: nameOf.get(first) ?? '',
        second: nameOf.get(second) ?? '',
        line: together.rule.source.line ?? 0,
      };
      return [diagnose('error', 'impossible.together-and-apart', facts, { source: rule.source })];
    }
    return [];
  });
  return [...crowds, ...contradictions];
}

/** Places with more people fixed to them than seats, and people whom the rules leave nowhere to go. */
function findCrowding(module: Module, members: readonly Members[]): readonly Diagnostic[] {
  const placing = members.filter(({ rule }) => rule.target !== undefined);
  const allowed = (key: string): readonly Group[] =>
    module.groups.filter((group) =>
      placing.every(({ rule, keys }) => {
        if (rule.target === undefined || !keys.includes(key)) return true;
        return isInTarget(group, rule.target) === (rule.kind === 'fixed');
      }),
    );
  const found: Diagnostic[] = [];
  for (const person of module.cohort.participants) {
    const own = placing.filter(({ keys }) => keys.includes(person.key));
    if (own.length === 0 || allowed(person.key).length > 0) continue;
    found.push(
      diagnose(
        'error',
        'impossible.nowhere',
        { person: participantName(person), lines: linesOf(own) },
        { source: own[0].rule.source },
      ),
    );
  }
  const fixed = placing.filter(({ rule }) => rule.kind === 'fixed');
  const targets = new Map(
    fixed.flatMap(({ rule: { target } }) => (target === undefined ? [] : [[targetKey(target), target]])),
  );
  for (const [key, target] of targets) {
    const own = fixed.filter(({ rule }) => rule.target !== undefined && targetKey(rule.target) === key);
    const people = new Set(own.flatMap(({ keys }) => keys)).size;
    const seats = module.groups.filter((group) => isInTarget(group, target)).reduce((sum, { size }) => sum + size, 0);
    if (people <= seats) continue;
    const facts = { target: describeTarget(target), people, seats, lines: linesOf(own) };
    found.push(diagnose('error', 'impossible.fixed', facts, { source: own[own.length - 1].rule.source }));
  }
  return found;
}

/** A group may bear the name of a theme. */
function targetKey(target: Target): string {
  return `${target.kind} ${describeTarget(target)}`;
}

/** What no single rule shows: the bound of the compiled terms, which for places is an exact flow. */
function findJointObstacle(module: Module, hard: readonly Rule[]): readonly Diagnostic[] {
  if (module.groups.length === 0) return [];
  const short = compileProblem(module).hardBound;
  if (short === 0) return [];
  const placing = hard.filter(({ target }) => target !== undefined);
  const blamed = placing.length > 0 ? placing : hard;
  return [diagnose('error', 'impossible.rules', { lines: linesOf(blamed.map((rule) => ({ rule }))), short })];
}

function linesOf(rules: readonly { readonly rule: Rule }[]): string {
  return [...new Set(rules.map(({ rule }) => rule.source.line ?? 0))].sort((a, b) => a - b).join(', ');
}
