import { gapOf } from '../domain/certificate.js';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { compareText } from '../domain/fold.js';
import type { GroupChange } from '../domain/group-change.js';
import type { Module } from '../domain/module.js';
import { findObstacles } from '../engine/feasibility/find-obstacles.js';
import type { Home } from '../engine/home.js';
import {
  repairGroups,
  USUAL_ROUNDS,
  type RepairProgress,
  type RepairResult,
  type RepairTrace,
} from '../engine/repair/repair-groups.js';
import type { RepairStep } from '../engine/repair/repair-search.js';
import { writeGroupChanges } from '../writers/group-change-list.js';
import { joinParts } from '../writers/utf8.js';
import { explainChanges } from './explain-changes.js';
import { judgeGroups, type FormedGroups } from './form-groups.js';
import type { KeptGroups } from './keep-groups.js';
import type { GroupsProgress } from './observed-gap.js';
import { plan, type PlanRequest, type PlanResult } from './plan.js';

/** Name of the list of who changed groups. */
export const MOVES_NAME = 'moves.csv';

export interface RepairPlanRequest extends Omit<PlanRequest, 'formed' | 'command' | 'lists' | 'earlier' | 'proof'> {
  /** The groups that go on; those of the module are theirs. */
  readonly kept: KeptGroups;
  /** Most people who may change groups; absent: as few as can. */
  readonly maxMoves?: number;
  /** How the repair went that is to go the same way again. Absent: one of its own. */
  readonly until?: RepairTrace;
}

/** Annealings for each number of moves, by effort. */
const ROUNDS = [0, 1, USUAL_ROUNDS, 8, 16, 32];

/** What a repair adds to a plan. */
export interface Repair {
  /** With groups of the sizes that they have now. */
  readonly module: Module;
  readonly changes: readonly GroupChange[];
  /** Each with more moves than the one before, and better; `chosen` among them. */
  readonly steps: readonly RepairStep[];
  readonly chosen: RepairStep;
  /** No fewer people can move, or were found to do where that is not proved. */
  readonly fewest: number;
  readonly isProved: boolean;
  /** Whether groups could have other sizes than they have now. */
  readonly isSizeFree: boolean;
}

export type RepairPlanResult =
  | ((PlanResult & { readonly status: 'planned' }) & { readonly repair: Repair })
  | (PlanResult & { readonly status: 'impossible' });

/**
 * The groups of an earlier plan for the people and rules that there are now: the fewest people moved, then the best mix for that number;
 * then their timetable, with the fewest changes, and every output file as bytes. Writes nothing.
 * @throws DisagreementError and ProblemTooLarge as `formGroups`.
 */
export async function repair(request: RepairPlanRequest): Promise<RepairPlanResult> {
  const { module, kept, maxMoves, seed, search, control, until, observe, onStage, output } = request;
  onStage?.('search');
  const found = await repairGroups({
    module,
    home: homeOf(module, kept),
    seed,
    isCompared: true,
    rounds: ROUNDS[search.effort] ?? USUAL_ROUNDS,
    ...(maxMoves === undefined ? {} : { maxMoves }),
    ...(control === undefined ? {} : { control }),
    ...(until === undefined ? {} : { until }),
    ...(observe === undefined ? {} : { observe: tellGroups(observe) }),
  });
  if (found.status !== 'repaired') return { status: 'impossible', reasons: reasonsOf(found, module, maxMoves ?? 0) };
  const { chosen, steps, fewest, isProved, proposals, pieces, stopped } = found;
  const { hard, soft } = chosen;
  const sized = withSizes(module, chosen);
  onStage?.('judge');
  const formed: FormedGroups = {
    ...judgeGroups(sized, chosen),
    stopped,
    pieces,
    starts: [{ start: 0, proposals, hard, soft }],
  };
  const { earlier, layout } = kept;
  const isSizeFree = layout.some(({ least, most }) => least < most);
  const { grouping } = formed;
  const changes = explainChanges({ module: sized, grouping, layout, earlier, pseudonyms: output.pseudonyms });
  const list = writeGroupChanges({ changes, rules: module.rules, ...output });
  const planned = await plan({
    ...request,
    module: sized,
    formed,
    command: 'repair',
    lists: new Map([[MOVES_NAME, joinParts([...list])]]),
    earlier: earlier.assignment,
  });
  if (planned.status === 'impossible') return planned;
  return { ...planned, repair: { module: sized, changes, steps, chosen, fewest, isProved, isSizeFree } };
}

/** Turns what a repair tells into what a search would; nothing while no groups are known. */
function tellGroups(observe: (progress: GroupsProgress) => void): (progress: RepairProgress) => void {
  return ({ chosen, spent }) => {
    if (chosen === undefined) return;
    const { problem, hard, soft } = chosen;
    const { hardBound, softBound } = problem;
    observe({ hard, soft, hardBound, softBound, spent, gap: gapOf(chosen) });
  };
}

/** Where people were, by the engine's order of groups. */
function homeOf({ cohort }: Module, { layout, earlier }: KeptGroups): Home {
  const ordered = [...layout].sort((a, b) => compareText(a.label, b.label));
  const indexOf = new Map(ordered.map(({ label }, g) => [label, g]));
  return {
    homeOf: Int32Array.from(cohort.participants, ({ key }) => indexOf.get(earlier.assignment.get(key) ?? '') ?? -1),
    least: Int32Array.from(ordered, ({ least }) => least),
    most: Int32Array.from(ordered, ({ most }) => most),
  };
}

/** How many people each group of a step has, ascending. */
export function sizesOf({ problem }: Pick<RepairStep, 'problem'>): readonly number[] {
  return problem.groups.map(({ size }) => size).toSorted((a, b) => a - b);
}

function withSizes(module: Module, { problem, groupOf }: RepairStep): Module {
  const sizes = new Map<string, number>();
  for (const group of groupOf) {
    const { label } = problem.groups[group];
    sizes.set(label, (sizes.get(label) ?? 0) + 1);
  }
  return { ...module, groups: module.groups.map((group) => ({ ...group, size: sizes.get(group.label) ?? 0 })) };
}

function reasonsOf(
  found: Exclude<RepairResult, { status: 'repaired' }>,
  module: Module,
  most: number,
): readonly Diagnostic[] {
  if (found.status === 'too-few-moves') {
    const { fewest, isProved } = found;
    return [diagnose('error', isProved ? 'repair.too-few-moves' : 'repair.more-moves-found', { most, fewest })];
  }
  if (found.status === 'cut') return [diagnose('error', 'repair.cut', {})];
  if (found.status === 'unknown') return [diagnose('error', 'repair.none-found', {})];
  // Of the sizes that groups may have, obstacles are those of one: there may be none to name.
  const obstacles = findObstacles(module);
  return obstacles.length > 0 ? obstacles : [diagnose('error', 'repair.impossible', {})];
}
