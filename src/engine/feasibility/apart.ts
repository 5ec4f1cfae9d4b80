import { append } from '../../domain/append.js';
import type { Module } from '../../domain/module.js';
import { blameRules, type Blame } from './blame.js';
import { findClique, type CliqueBudget } from './clique.js';
import { largestSize, linesOf, namesOf, type HardRule } from './hard-rule.js';
import { obstacle, type Obstacle } from './obstacle.js';
import type { Placing } from './places.js';
import type { Ties } from './ties.js';

/** Steps that looking for people of a scope may cost, over all scopes but the last, which is all groups. */
const MOST_STEPS = 5_000_000;
/** Tests of whether two people are apart: for all groups, and for all lesser scopes together. */
const MOST_TESTS = 3_000_000;

/**
 * What the rules about people prove together: tied people to whom no group is left, and people who are pairwise apart,
 * by whichever rules, while the rules leave them fewer groups than they are.
 */
export function findApartObstacles(
  module: Module,
  hard: readonly HardRule[],
  ties: Ties,
  placing: Placing,
): readonly Obstacle[] {
  return [...findHomeless(module, hard, ties, placing), ...findCliques(module, hard, ties, placing)];
}

/** Tied people whom the rules about places tear apart, though each may be somewhere and some group holds as many. */
function findHomeless(module: Module, hard: readonly HardRule[], ties: Ties, placing: Placing): readonly Obstacle[] {
  const largest = largestSize(module);
  return ties.sets.flatMap(({ people }) => {
    if (people.length < 2 || people.length > largest) return [];
    const isHeld = placing
      .allowedTo(people)
      .some((place) => placing.places[place].some(({ size }) => size >= people.length));
    if (isHeld || people.some((person) => placing.allowedTo([person]).length === 0)) return [];
    const blame = blameRules(hard, placing, [people]);
    if (blame === undefined) return [];
    const [tied] = blame.pieces;
    const facts = { names: namesOf(module, tied), people: tied.length, lines: linesOf(blame.rules) };
    return [obstacle('impossible.together-nowhere', facts, blame.rules)];
  });
}

/** Cliques of the graph of who is apart from whom, in which tied people are one vertex: all groups, and fewer. */
function findCliques(module: Module, hard: readonly HardRule[], ties: Ties, placing: Placing): readonly Obstacle[] {
  const rules = hard.filter(({ rule, people }) => rule.kind === 'apart' && people.length <= module.groups.length);
  const cliques = rules
    .map(({ people }) => [...new Set(people.map((person) => ties.setOf[person]))])
    .filter(({ length }) => length > 1);
  const vertices = [...new Set(cliques.flat())].sort((a, b) => a - b);
  const allowed = new Map(vertices.map((set) => [set, placing.allowedTo(ties.sets[set].people)]));
  const used = new Set<number>();
  return scopesOf(vertices, allowed, hard, placing).flatMap(({ inside, groups, budget }) => {
    const free = new Set(inside.filter((set) => !used.has(set)));
    if (free.size <= groups) return [];
    const within = cliques.map((clique) => clique.filter((set) => free.has(set)));
    const clique = findClique(
      within.filter(({ length }) => length > 1),
      groups + 1,
      budget,
    );
    if (clique === undefined) return [];
    for (const set of clique) used.add(set);
    const sets = clique.map((set) => ties.sets[set].people);
    const blame = blameRules([...rules, ...hard.filter(({ rule }) => rule.kind !== 'apart')], placing, sets);
    return blame === undefined ? [] : [describeClique(module, placing, blame)];
  });
}

/** Places, and the vertices that may be nowhere else. */
interface Scope {
  readonly inside: readonly number[];
  readonly groups: number;
  readonly budget: CliqueBudget;
}

/** Wherever the rules leave somebody, and all places; the fewest groups first. */
function scopesOf(
  vertices: readonly number[],
  allowed: ReadonlyMap<number, readonly number[]>,
  hard: readonly HardRule[],
  placing: Placing,
): readonly Scope[] {
  const byAllowed = new Map<readonly number[], number[]>();
  for (const vertex of vertices) {
    const places = allowed.get(vertex) ?? [];
    if (places.length === 0) continue;
    const same = byAllowed.get(places);
    if (same === undefined) byAllowed.set(places, [vertex]);
    else same.push(vertex);
  }
  const groupsIn = (places: readonly number[]) => places.reduce((sum, place) => sum + placing.places[place].length, 0);
  const everywhere = placing.allowedTo([]);
  const targets = hard.flatMap((entry) => (entry.rule.kind === 'fixed' ? [placing.allowedBy(entry)] : []));
  const fixed = [...new Set(targets)].map((isIn) => everywhere.filter((place) => isIn[place] === 1));
  const distinct = new Map([...byAllowed.keys(), ...fixed].map((places) => [places.join(' '), places]));
  distinct.delete(everywhere.join(' '));
  const budget: CliqueBudget = { tests: MOST_TESTS };
  let steps = 0;
  const scopes = [...distinct.values()]
    .map((places) => ({ places, groups: groupsIn(places) }))
    .sort((a, b) => a.groups - b.groups || a.places[0] - b.places[0])
    .flatMap(({ places, groups }): Scope[] => {
      if (steps > MOST_STEPS) return [];
      const isIn = new Set(places);
      const inside: number[] = [];
      for (const [own, sets] of byAllowed) {
        steps += Math.min(own.length, places.length + 1);
        if (own.length <= places.length && own.every((place) => isIn.has(place))) append(inside, sets);
      }
      return [{ inside, groups, budget }];
    });
  const all = [...byAllowed.values()].flat();
  return [...scopes, { inside: all, groups: groupsIn(everywhere), budget: { tests: MOST_TESTS } }];
}

function describeClique(module: Module, placing: Placing, { rules, pieces, places }: Blame): Obstacle {
  const apart = new Set(rules.flatMap(({ rule, people }) => (rule.kind === 'apart' ? people : [])));
  const named = pieces.map((people) => people.find((person) => apart.has(person)) ?? people[0]);
  const facts = { names: namesOf(module, named), people: named.length, lines: linesOf(rules) };
  if (rules.every(({ rule }) => rule.target === undefined)) {
    return obstacle('impossible.apart-clique', { ...facts, groups: module.groups.length }, rules);
  }
  const groups = places.flatMap((place) => placing.places[place].map(({ label }) => label));
  return obstacle('impossible.apart-placed', { ...facts, groups }, rules);
}
