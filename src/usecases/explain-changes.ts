import { judgeRule } from '../check/rule-figure.js';
import { compareText } from '../domain/fold.js';
import type { Assignment, Grouping, Stranger } from '../domain/group.js';
import type { ChangeReason, GroupChange } from '../domain/group-change.js';
import type { KeptGroup } from '../domain/kept-layout.js';
import type { Module } from '../domain/module.js';
import { compareNames, orderPeople, type Participant } from '../domain/participant.js';
import { selectedKeys } from '../domain/rule.js';
import type { EarlierPeople } from './keep-groups.js';

export interface ChangesRequest {
  readonly module: Module;
  /** As the groups are now. */
  readonly grouping: Grouping;
  readonly layout: readonly KeptGroup[];
  readonly earlier: EarlierPeople;
  /** Order people by their ids. */
  readonly pseudonyms: boolean;
}

/** Somebody who is in another group than before, or in none before. */
interface Move {
  readonly person: Participant;
  /** `''`: was in none. */
  readonly from: string;
  readonly to: string;
}

/**
 * Everybody whose group is another than before, each with one reason: those who moved, by the group they leave, then those who came, by the
 * group they join, then those who left. Reasons are counted anew: a rule is one where it was broken before and staying would break it.
 */
export function explainChanges(request: ChangesRequest): readonly GroupChange[] {
  const { module, grouping, earlier } = request;
  const { cohort } = module;
  const moves: Move[] = [];
  for (const person of cohort.participants) {
    const from = earlier.assignment.get(person.key) ?? '';
    const to = grouping.assignment.get(person.key) ?? '';
    if (from !== to) moves.push({ person, from, to });
  }
  const reasons = reasonsOf(request, moves);
  const sorted = [...inOrder(moves, 'from', request), ...inOrder(moves, 'to', request)];
  const gone = earlier.gone.toSorted(compareGone(request)).map((person): GroupChange => ({
    gone: person,
    from: person.group,
    to: '',
    reason: { kind: 'left' },
  }));
  return [...sorted.map((move): GroupChange => ({ ...move, reason: reasons.get(move) ?? { kind: 'mix' } })), ...gone];
}

/** By group, then by name, or id; all else by how the list calls them. */
function compareGone({ layout, pseudonyms }: ChangesRequest): (a: Stranger, b: Stranger) => number {
  const placeOf = new Map(layout.map(({ label }, g) => [label, g]));
  const place = ({ group }: Stranger) => placeOf.get(group) ?? layout.length;
  return (a, b) =>
    place(a) - place(b) ||
    compareText(a.group, b.group) ||
    (pseudonyms ? 0 : compareNames(a, b)) ||
    compareText(a.id, b.id) ||
    compareText(a.school, b.school);
}

/** Moves ordered by the group of one end, then by person: by `from` those who were in a group, by `to` those who were in none. */
function inOrder(moves: readonly Move[], end: 'from' | 'to', { layout, pseudonyms }: ChangesRequest): readonly Move[] {
  const placeOf = new Map(layout.map(({ label }, g) => [label, g]));
  const byGroup = movesBy(
    moves.filter(({ from }) => (from === '') === (end === 'to')),
    end,
  );
  return [...byGroup]
    .sort(([a], [b]) => (placeOf.get(a) ?? layout.length) - (placeOf.get(b) ?? layout.length) || compareText(a, b))
    .flatMap(([, own]) => {
      const moveOf = new Map(own.map((move) => [move.person, move]));
      return orderPeople([...moveOf.keys()], pseudonyms).flatMap((person) => moveOf.get(person) ?? []);
    });
}

function reasonsOf(
  { module, grouping, layout, earlier }: ChangesRequest,
  moves: readonly Move[],
): ReadonlyMap<Move, ChangeReason> {
  const reasons = new Map<Move, ChangeReason>();
  const limits = new Map(layout.map((group) => [group.label, group]));
  for (const move of moves) {
    if (move.from === '') reasons.set(move, { kind: 'joined' });
    else if (!limits.has(move.from)) reasons.set(move, { kind: 'dissolved' });
  }
  const open = () => moves.filter((move) => !reasons.has(move));
  for (const [move, rule] of brokenByStaying(module, grouping, earlier.assignment, open()))
    reasons.set(move, { kind: 'rule', rule });
  const { full, empty } = countStayers(layout, earlier.assignment);
  for (const { from, to } of moves) {
    const excess = empty.get(to);
    if (from === '' && excess !== undefined && excess.left.count > 0) excess.left.count--;
  }
  for (const move of open()) {
    const wanted = [full.get(move.from), empty.get(move.to)].filter((one) => one !== undefined && one.left.count > 0);
    const [first] = wanted;
    if (first === undefined) continue;
    // One move may serve both.
    for (const one of wanted) if (one !== undefined) one.left.count--;
    const { label, people, least, most } = first;
    reasons.set(move, label === move.from ? { kind: 'too-many', people, most } : { kind: 'too-few', people, least });
  }
  followExchanges(moves, reasons);
  return reasons;
}

/** Those who could not stay: each with the first rule that was broken where everybody was, and that staying alone would break. */
function brokenByStaying(
  { cohort, rules, groups }: Module,
  { assignment }: Grouping,
  before: Assignment,
  moves: readonly Move[],
): ReadonlyMap<Move, number> {
  const found = new Map<Move, number>();
  if (moves.length === 0) return found;
  const unmoved = new Map(assignment);
  for (const key of unmoved.keys()) {
    const home = before.get(key);
    if (home !== undefined) unmoved.set(key, home);
  }
  const now = new Map(assignment);
  rules.forEach((rule, index) => {
    if (rule.weight !== undefined || judgeRule(cohort, rule, groups, unmoved).units === 0) return;
    const concerned = new Set(selectedKeys(cohort, rule.who));
    const kept = judgeRule(cohort, rule, groups, assignment).units;
    for (const move of moves) {
      const { key } = move.person;
      if (found.has(move) || !concerned.has(key)) continue;
      now.set(key, move.from);
      if (judgeRule(cohort, rule, groups, now).units > kept) found.set(move, index);
      now.set(key, move.to);
    }
  });
  return found;
}

interface Excess extends KeptGroup {
  /** How many would be in it, had all stayed. */
  readonly people: number;
  /** How many have to go, or to come, for that alone. */
  readonly left: { count: number };
}

/** Groups that would be too large, and too small, had all stayed. */
function countStayers(layout: readonly KeptGroup[], before: Assignment) {
  const counts = new Map<string, number>();
  before.forEach((label) => counts.set(label, (counts.get(label) ?? 0) + 1));
  const all = layout.map((group) => ({ ...group, people: counts.get(group.label) ?? 0 }));
  const listed = (excessOf: (group: (typeof all)[number]) => number): ReadonlyMap<string, Excess> =>
    new Map(
      all
        .filter((group) => excessOf(group) > 0)
        .map((group) => [group.label, { ...group, left: { count: excessOf(group) } }]),
    );
  return {
    full: listed(({ people, most }) => people - most),
    empty: listed(({ people, least }) => least - people),
  };
}

function movesBy(moves: readonly Move[], end: 'from' | 'to'): ReadonlyMap<string, readonly Move[]> {
  const byGroup = new Map<string, Move[]>();
  for (const move of moves) {
    const own = byGroup.get(move[end]);
    if (own === undefined) byGroup.set(move[end], [move]);
    else own.push(move);
  }
  return byGroup;
}

/** Who makes room for somebody, or takes a place that somebody left, has that somebody for a reason, in ever longer chains. */
function followExchanges(moves: readonly Move[], reasons: Map<Move, ChangeReason>): void {
  const leaving = movesBy(moves, 'from');
  const joining = movesBy(moves, 'to');
  const next = [...reasons.keys()];
  for (let move = next.shift(); move !== undefined; move = next.shift()) {
    const { person, from, to } = move;
    const near = [...(leaving.get(to) ?? []), ...(joining.get(from) ?? [])];
    // A whole exchange first: who goes where somebody came from.
    const other =
      near.find((one) => one.from === to && one.to === from && !reasons.has(one)) ??
      near.find((one) => !reasons.has(one));
    if (other === undefined) continue;
    reasons.set(other, { kind: 'exchange', other: person.key });
    next.push(other);
  }
}
