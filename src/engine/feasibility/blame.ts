import type { HardRule } from './hard-rule.js';
import type { Placing } from './places.js';
import { tiePeople } from './ties.js';

/** Steps that the narrowing may cost; what is left then is blamed whole. */
const MOST_STEPS = 20_000_000;

/** Sets of tied people, pairwise apart, for whom the rules leave fewer groups than there are sets. */
export interface Blame {
  /** Rules that prove it; none of them can be spared by this proof. */
  readonly rules: readonly HardRule[];
  /** Of each set, the people that these rules still tie. */
  readonly pieces: readonly (readonly number[])[];
  /** Indices of the places that the rules leave to all pieces together. */
  readonly places: readonly number[];
}

/**
 * The rules that prove the obstacle, narrowed by leaving out one after the other: first the `apart` rules that separate
 * the fewest, then those about places, then the ties. For a single set, a place must hold all its people.
 */
export function blameRules(
  hard: readonly HardRule[],
  placing: Placing,
  sets: readonly (readonly number[])[],
): Blame | undefined {
  const indexOf = new Map(sets.flatMap((people, set) => people.map((person): [number, number] => [person, set])));
  const persons = [...indexOf.keys()].sort((a, b) => a - b);
  const local = new Map(persons.map((person, index) => [person, index]));
  const setOf = persons.map((person) => indexOf.get(person) ?? 0);
  const related = hard
    .map((entry, order) => ({ entry, order, people: entry.people.flatMap((person) => local.get(person) ?? []) }))
    .map((found) => ({ ...found, spread: new Set(found.people.map((index) => setOf[index])).size }))
    .filter(({ entry, people, spread }) => isRelated(entry, people.length, spread));
  const allowedBy = new Map(
    related.map(({ entry }) => [entry, entry.rule.target === undefined ? [] : placing.allowedBy(entry)]),
  );
  let steps = 0;

  function prove(rules: readonly (typeof related)[number][]): Blame | undefined {
    const asked = rules.map(({ entry, people }): HardRule => ({ ...entry, people }));
    const ties = tiePeople(persons.length, asked);
    const touches = new Int32Array(ties.sets.length);
    for (const { rule, people } of asked) {
      if (rule.kind !== 'together') for (const set of new Set(people.map((index) => ties.setOf[index]))) touches[set]++;
      steps += people.length;
    }
    const chosen = sets.map(() => -1);
    ties.sets.forEach(({ people }, piece) => {
      const set = setOf[people[0]];
      if (chosen[set] < 0 || touches[piece] > touches[chosen[set]]) chosen[set] = piece;
    });
    const rankOf = new Map(chosen.map((piece, rank) => [piece, rank]));
    const ranksOf = (people: readonly number[]) => [
      ...new Set(people.flatMap((index) => rankOf.get(ties.setOf[index]) ?? [])),
    ];
    const pairs = new Set<number>();
    const own = sets.map((): HardRule[] => []);
    rules.forEach(({ entry, people }) => {
      if (entry.rule.kind === 'together') return;
      const ranks = ranksOf(people);
      for (const a of ranks) {
        if (entry.rule.kind !== 'apart') own[a].push(entry);
        else for (const b of ranks) if (a < b) pairs.add(a * sets.length + b);
      }
      steps += ranks.length * ranks.length;
    });
    if (pairs.size < (sets.length * (sets.length - 1)) / 2) return undefined;
    const left = new Set<number>();
    own.forEach((entries, rank) => {
      const size = sets.length === 1 ? ties.sets[chosen[rank]].people.length : 0;
      placing.places.forEach((groups, place) => {
        steps += entries.length + 1;
        if (groups.every((group) => group.size < size)) return;
        if (entries.every((entry) => allowedBy.get(entry)?.[place] === 1)) left.add(place);
      });
    });
    const groups = [...left].reduce((sum, place) => sum + placing.places[place].length, 0);
    if (groups >= sets.length) return undefined;
    return {
      rules: rules.map(({ entry }) => entry),
      pieces: chosen.map((piece) => ties.sets[piece].people.map((index) => persons[index])),
      places: [...left].sort((a, b) => a - b),
    };
  }

  let kept = related;
  let proof = prove(kept);
  if (proof === undefined) return undefined;
  const phaseOf = ({ entry: { rule } }: (typeof related)[number]) =>
    rule.kind === 'apart' ? 0 : rule.target === undefined ? 2 : 1;
  const isNeeded = indexSeparators(related, setOf);
  const removable = related
    .filter((found) => !isNeeded(found))
    .sort(
      (a, b) =>
        phaseOf(a) - phaseOf(b) || a.spread - b.spread || a.people.length - b.people.length || b.order - a.order,
    );
  for (const spare of removable) {
    if (steps > MOST_STEPS) break;
    const others = kept.filter((found) => found !== spare);
    const narrower = prove(others);
    if (narrower === undefined) continue;
    kept = others;
    proof = narrower;
  }
  return proof;
}

/** Tells the rules without which some two sets would not be apart: trying to spare those is in vain. */
function indexSeparators(
  related: readonly { readonly entry: HardRule; readonly people: readonly number[] }[],
  setOf: readonly number[],
): (found: { readonly entry: HardRule; readonly people: readonly number[] }) => boolean {
  const pairsOf = ({ entry, people }: (typeof related)[number]) => {
    if (entry.rule.kind !== 'apart') return [];
    const own = [...new Set(people.map((index) => setOf[index]))];
    return own.flatMap((a) => own.filter((b) => a < b).map((b) => a * setOf.length + b));
  };
  const separators = new Map<number, number>();
  for (const found of related) {
    for (const pair of pairsOf(found)) separators.set(pair, (separators.get(pair) ?? 0) + 1);
  }
  return (found) => pairsOf(found).some((pair) => separators.get(pair) === 1);
}

function isRelated({ rule }: HardRule, people: number, sets: number): boolean {
  if (rule.kind === 'together') return people > 1;
  if (rule.kind === 'apart') return sets > 1;
  return rule.target !== undefined && people > 0;
}
