import type { Group } from '../../domain/group.js';
import type { Module } from '../../domain/module.js';
import { participantName } from '../../domain/participant.js';
import { describeTarget, isInTarget, type Target } from '../../domain/rule.js';
import { linesOf, type HardRule } from './hard-rule.js';
import { obstacle, spareRules, type Obstacle } from './obstacle.js';

/** Groups that are alike to every `fixed` and `never` rule: those of a strand, or one that a rule names. */
export type Place = readonly Group[];

/** Where the rules let people be. */
export interface Placing {
  readonly places: readonly Place[];
  /** The `fixed` and `never` rules about a person. */
  readonly rulesOf: (person: number) => readonly HardRule[];
  /** Indices of the places, ascending, that the rules leave to people who stay together. Equal answers are one array. */
  readonly allowedTo: (people: readonly number[]) => readonly number[];
  /** By place, 1 where this `fixed` or `never` rule lets its people be; rules that say the same share one array. */
  readonly allowedBy: (entry: HardRule) => Uint8Array;
}

const NO_RULES: readonly HardRule[] = [];

/** Indexes the rules about places by person; where somebody may be is worked out once for each distinct set of rules. */
export function compilePlacing(module: Module, hard: readonly HardRule[]): Placing {
  const placing = hard.flatMap((entry) => {
    const { target } = entry.rule;
    return target === undefined ? [] : [{ entry, target }];
  });
  const places = mergeGroups(
    module.groups,
    placing.map(({ target }) => target),
  );
  const wishes = new Map<string, number>();
  const wishOf = new Map<HardRule, number>();
  const isAllowed: Uint8Array[] = [];
  const rulesOf = new Map<number, HardRule[]>();
  for (const { entry, target } of placing) {
    const { kind } = entry.rule;
    const key = `${kind} ${targetKey(target)}`;
    const wish = wishes.get(key) ?? wishes.size;
    if (wish === wishes.size) {
      wishes.set(key, wish);
      isAllowed.push(Uint8Array.from(places, ([group]) => (isInTarget(group, target) === (kind === 'fixed') ? 1 : 0)));
    }
    wishOf.set(entry, wish);
    for (const person of entry.people) {
      const own = rulesOf.get(person);
      if (own === undefined) rulesOf.set(person, [entry]);
      else own.push(entry);
    }
  }
  const known = new Map<string, readonly number[]>();
  const distinct = new Map<string, readonly number[]>();
  const allowedTo = (people: readonly number[]) => {
    const own = new Set<number>();
    for (const person of people) for (const entry of rulesOf.get(person) ?? NO_RULES) own.add(wishOf.get(entry) ?? 0);
    const asked = [...own].sort((a, b) => a - b);
    const key = asked.join(' ');
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    const allowed = [...places.keys()].filter((place) => asked.every((wish) => isAllowed[wish][place] === 1));
    const same = distinct.get(allowed.join(' ')) ?? allowed;
    distinct.set(allowed.join(' '), same);
    known.set(key, same);
    return same;
  };
  return {
    places,
    rulesOf: (person) => rulesOf.get(person) ?? NO_RULES,
    allowedTo,
    allowedBy: (entry) => isAllowed[wishOf.get(entry) ?? 0],
  };
}

/** Places with more people fixed to them than seats, and people whom the rules leave nowhere to go. */
export function findCrowding(module: Module, hard: readonly HardRule[], placing: Placing): readonly Obstacle[] {
  const found: Obstacle[] = [];
  module.cohort.participants.forEach((participant, person) => {
    const own = placing.rulesOf(person);
    if (own.length === 0 || placing.allowedTo([person]).length > 0) return;
    const needed = spareRules(own, (rules) => !placing.places.some((_, place) => isOpen(placing, rules, place)));
    const facts = { person: participantName(participant), lines: linesOf(needed) };
    found.push(obstacle('impossible.nowhere', facts, needed, needed[0].rule));
  });
  const fixed = new Map<string, { readonly target: Target; readonly own: HardRule[] }>();
  for (const entry of hard) {
    const { kind, target } = entry.rule;
    if (kind !== 'fixed' || target === undefined) continue;
    const same = fixed.get(targetKey(target));
    if (same === undefined) fixed.set(targetKey(target), { target, own: [entry] });
    else same.own.push(entry);
  }
  for (const { target, own } of fixed.values()) {
    const countIn = (rules: readonly HardRule[]) => new Set(rules.flatMap((entry) => entry.people)).size;
    const seats = module.groups.reduce((sum, group) => sum + (isInTarget(group, target) ? group.size : 0), 0);
    if (countIn(own) <= seats) continue;
    const needed = spareRules(own, (rules) => countIn(rules) > seats);
    const facts = { target: describeTarget(target), people: countIn(needed), seats, lines: linesOf(needed) };
    found.push(obstacle('impossible.fixed', facts, needed));
  }
  return found;
}

function isOpen(placing: Placing, rules: readonly HardRule[], place: number): boolean {
  return rules.every((entry) => placing.allowedBy(entry)[place] === 1);
}

function mergeGroups(groups: readonly Group[], targets: readonly Target[]): readonly Place[] {
  const named = new Set(targets.flatMap((target) => (target.kind === 'group' ? [target.label] : [])));
  const places = new Map<string, Group[]>();
  for (const group of groups) {
    const key = named.has(group.label) ? `group\0${group.label}` : `strand\0${group.theme}\0${group.strand}`;
    const same = places.get(key);
    if (same === undefined) places.set(key, [group]);
    else same.push(group);
  }
  return [...places.values()];
}

/** A group may bear the name of a theme. */
function targetKey(target: Target): string {
  return `${target.kind} ${describeTarget(target)}`;
}
