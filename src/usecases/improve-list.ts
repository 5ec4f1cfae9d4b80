import { checkGroups, type GroupsReport } from '../check/check-groups.js';
import { compareWorth, worthOf, type Improvement, type Improvements, type Worth } from '../check/list-worth.js';
import { isOptimal, type Certificate } from '../domain/certificate.js';
import { compareText } from '../domain/fold.js';
import { isLess } from '../domain/fraction.js';
import type { Group, GroupList } from '../domain/group.js';
import type { ListChange } from '../domain/list-change.js';
import type { Module } from '../domain/module.js';
import { compileProblem } from '../engine/problem.js';
import { toIndices } from '../engine/solution.js';
import { findBestSwap } from '../engine/best-swap.js';
import { State } from '../engine/state.js';

/** How many changes are named. */
const MOST_CHANGES = 3;
/** Pairs of people of which all are looked at for one exchange: those of 2,800 people. */
const ALL_PAIRS = 4_000_000;
/** Pairs looked at where there are more. */
const SOME_PAIRS = 1_000_000;
/** People judged over all moves tried for one move: some seconds. */
const MOST_JUDGED = 3_000_000;

/** A list in which everybody is once at most, and who stands in several groups. */
interface Draft {
  readonly groups: readonly Group[];
  readonly groupOf: ReadonlyMap<string, string>;
  readonly severalOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * The three changes that help a list most: each time the best of all exchanges of two people, by hard rules first, then by the
 * score. While people are in no group, in two, or groups of a wrong size, the best of the moves that mend this. Of equal ones the
 * first in the order of the cohort, whatever the order of the list.
 */
export function improveList(module: Module, list: GroupList, certificate: Certificate | undefined): Improvements {
  let draft = draftOf(module, list);
  let report = judge(module, draft);
  const { faults, hard } = worthOf(report);
  const isProved = certificate !== undefined && faults + hard === 0 && isOptimal(certificate.total);
  const changes: Improvement[] = [];
  let isExhaustive = true;
  while (!isProved && changes.length < MOST_CHANGES && draft.groups.length > 1) {
    const worth = worthOf(report);
    const isWrong = report.structure.some(({ rule }) => rule !== 'groups.count');
    const found = isWrong ? findMove(module, draft, report, worth) : findSwap(module, draft, report);
    isExhaustive &&= found.isExhaustive;
    if (found.change === undefined) break;
    draft = apply(draft, found.change);
    const after = judge(module, draft);
    changes.push({ change: found.change, before: report, after });
    report = after;
  }
  return { changes, isExhaustive, isOptimal: isProved };
}

interface Found {
  readonly change: ListChange | undefined;
  readonly isExhaustive: boolean;
}

function findSwap(module: Module, { groups, groupOf }: Draft, report: GroupsReport): Found {
  const problem = compileProblem({ ...module, groups: groups.filter(({ size }) => size > 0) });
  const state = new State(problem, toIndices(problem, groupOf));
  const { peopleCount } = problem;
  const most = (peopleCount * (peopleCount - 1)) / 2 <= ALL_PAIRS ? ALL_PAIRS : SOME_PAIRS;
  const { swap, isExhaustive } = findBestSwap(state, worstFirst(problem.participants, groupOf, report), most);
  if (swap === undefined) return { change: undefined, isExhaustive };
  const [first, second] = swap.map((p) => problem.participants[p].key);
  const change = {
    kind: 'swap',
    first,
    firstGroup: groupOf.get(first) ?? '',
    second,
    secondGroup: groupOf.get(second) ?? '',
  } as const;
  return { change, isExhaustive };
}

/** The people by index: those whom broken hard rules concern, then those of the groups that deviate most. */
function worstFirst(
  participants: Module['cohort']['participants'],
  groupOf: ReadonlyMap<string, string>,
  report: GroupsReport,
): readonly number[] {
  const concerned = new Set(
    report.rules.filter(({ rule }) => rule.weight === undefined).flatMap(({ people }) => people),
  );
  const worst = report.groups.toSorted((a, b) =>
    isLess(b.deviation, a.deviation) ? -1 : isLess(a.deviation, b.deviation) ? 1 : compareText(a.label, b.label),
  );
  const rankOf = new Map(worst.map(({ label }, rank) => [label, rank + 1]));
  const ranks = Int32Array.from(participants, ({ key }) =>
    concerned.has(key) ? 0 : (rankOf.get(groupOf.get(key) ?? '') ?? 0),
  );
  return participants.map((_, p) => p).sort((a, b) => ranks[a] - ranks[b] || a - b);
}

function findMove(module: Module, draft: Draft, report: GroupsReport, worth: Worth): Found {
  let left = Math.max(1, Math.floor(MOST_JUDGED / Math.max(1, module.cohort.participants.length)));
  let best: { readonly change: ListChange; readonly worth: Worth } | undefined;
  for (const change of movesOf(module, draft, report)) {
    if (left-- === 0) return { change: best?.change, isExhaustive: false };
    const reached = worthOf(judge(module, apply(draft, change)));
    if (compareWorth(reached, best?.worth ?? worth) < 0) best = { change, worth: reached };
  }
  return { change: best?.change, isExhaustive: true };
}

/**
 * Moves that may mend a fault: of people in several groups or in none; where there are none, out of groups too large or into groups too small.
 * One after the other: of a large cohort there are more than memory holds.
 */
function* movesOf(
  { cohort }: Module,
  { groups, groupOf, severalOf }: Draft,
  { structure }: GroupsReport,
): Generator<ListChange> {
  const labels = groups.map(({ label }) => label);
  let isSettled = true;
  for (const { key: person } of cohort.participants) {
    const several = severalOf.get(person);
    if (several === undefined && groupOf.has(person)) continue;
    isSettled = false;
    for (const to of several ?? labels) yield { kind: 'move', person, from: several === undefined ? '' : to, to };
  }
  if (!isSettled) return;
  const wrong = structure.filter(({ rule }) => rule === 'groups.size');
  const labelsWhere = (is: (size: number, facts: Readonly<Record<string, string | number>>) => boolean) =>
    new Set(wrong.flatMap(({ facts }) => (is(Number(facts['size']), facts) ? [String(facts['group'])] : [])));
  const large = labelsWhere((size, { max }) => size > Number(max));
  const small = labelsWhere((size, { min }) => size < Number(min));
  const tooSmall = labels.filter((label) => small.has(label));
  for (const { key: person } of cohort.participants) {
    const from = groupOf.get(person) ?? '';
    for (const to of large.has(from) ? labels : tooSmall) if (to !== from) yield { kind: 'move', person, from, to };
  }
}

function draftOf({ cohort }: Module, { groups, placements }: GroupList): Draft {
  const groupOf = new Map<string, string>();
  const severalOf = new Map<string, string[]>();
  for (const { participant, group } of placements) {
    const first = groupOf.get(participant);
    if (first === undefined) groupOf.set(participant, group);
    else severalOf.set(participant, [...(severalOf.get(participant) ?? [first]), group]);
  }
  for (const [person, several] of severalOf) severalOf.set(person, [...new Set(several)].sort(compareText));
  const known = new Set(cohort.participants.map(({ key }) => key));
  return sized({ groups, groupOf: new Map([...groupOf].filter(([key]) => known.has(key))), severalOf });
}

function apply({ groups, groupOf, severalOf }: Draft, change: ListChange): Draft {
  const next = new Map(groupOf);
  if (change.kind === 'swap') {
    next.set(change.first, change.secondGroup).set(change.second, change.firstGroup);
    return { groups, groupOf: next, severalOf };
  }
  next.set(change.person, change.to);
  const several = new Map(severalOf);
  several.delete(change.person);
  return sized({ groups, groupOf: next, severalOf: several });
}

/** The groups with the sizes that they have. */
function sized({ groups, ...draft }: Draft): Draft {
  const sizes = new Map<string, number>();
  for (const label of draft.groupOf.values()) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return { ...draft, groups: groups.map((group) => ({ ...group, size: sizes.get(group.label) ?? 0 })) };
}

/** The list judged, whoever is in several groups with a line for each. */
function judge(module: Module, { groups, groupOf, severalOf }: Draft): GroupsReport {
  if (severalOf.size === 0) return checkGroups(module, { groups, assignment: groupOf });
  const source = { file: '' };
  const placements = [...groupOf].flatMap(([participant, group]) => [
    { participant, group, source },
    ...(severalOf.get(participant) ?? []).slice(1).map((other) => ({ participant, group: other, source })),
  ]);
  return checkGroups(module, { groups, placements });
}
