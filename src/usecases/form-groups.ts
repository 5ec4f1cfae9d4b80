import { checkGroups, type GroupsReport } from '../check/check-groups.js';
import type { Certificate } from '../domain/certificate.js';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import { isEqual } from '../domain/fraction.js';
import type { Grouping, GroupList } from '../domain/group.js';
import type { StopReason } from '../domain/manifest.js';
import type { Module } from '../domain/module.js';
import type { OnStage } from '../domain/stage.js';
import { descend } from '../engine/descent.js';
import { findObstacles, judgeFeasibility, THOROUGH_STEPS } from '../engine/feasibility/find-obstacles.js';
import { compileProblem, type Problem } from '../engine/problem.js';
import { searchBest, type StartRecord } from '../engine/restarts.js';
import { certify, toAssignment } from '../engine/solution.js';
import type { StartRunner } from '../engine/start-runner.js';
import { scoreOf, type Score } from '../engine/state.js';
import type { Control } from '../engine/stopping.js';
import { describeBroken } from './describe-broken.js';
import { DisagreementError } from './disagreement.js';
import { withGap, type GroupsProgress } from './observed-gap.js';
import { budgetOf, type SearchOptions } from './search-options.js';

/** Exchanges that may be proposed to better a valid list that only deciding has found. */
const DESCENT_PROPOSALS = 5_000_000;

export interface GroupsRequest {
  readonly module: Module;
  readonly seed: string;
  readonly search: SearchOptions;
  /** Cuts the search short, lets signals through; absent: it runs to the end of its budget. */
  readonly control?: Control;
  readonly observe?: (progress: GroupsProgress) => void;
  readonly onStage?: OnStage;
  /** Runs the starts of a search, in other threads for example; absent: one after the other in this one. */
  readonly createRunner?: (module: Module, seed: string) => StartRunner;
}

/** Groups with their judgement and proof. */
export interface FormedGroups {
  readonly grouping: Grouping;
  readonly report: GroupsReport;
  readonly certificate: Certificate;
  readonly stopped: StopReason;
  readonly starts: readonly StartRecord[];
}

export type GroupsResult =
  | { readonly status: 'formed'; readonly formed: FormedGroups }
  /** No valid groups: proved, or none found in the budget. The best ones met are there when there was a search. */
  | { readonly status: 'impossible'; readonly reasons: readonly Diagnostic[]; readonly nearest?: FormedGroups };

/**
 * Forms the groups of a module: obstacles first, then the search, then the independent check of what it found. A search
 * that ran its course without a valid list is followed by a longer look at whether there is one: that proves that there
 * is none, or finds one, which is then bettered by exchanges.
 * @throws DisagreementError when the check and the engine do not agree to the last unit: a bug, never the user's fault.
 * @throws ProblemTooLarge when weights × people cannot be counted exactly.
 */
export async function formGroups(request: GroupsRequest): Promise<GroupsResult> {
  const { module, seed, search, control, observe, onStage, createRunner } = request;
  onStage?.('obstacles');
  const obstacles = findObstacles(module);
  if (hasError(obstacles)) return { status: 'impossible', reasons: obstacles };
  onStage?.('compile');
  const problem = compileProblem(module);
  onStage?.('search');
  const found = await searchBest(problem, {
    ...budgetOf(search, problem.peopleCount),
    seed,
    ...(control === undefined ? {} : { control }),
    ...(observe === undefined ? {} : { observe: withGap(module, problem, observe) }),
    ...(createRunner === undefined ? {} : { runner: createRunner(module, seed) }),
  });
  onStage?.('judge');
  const { stopped, starts } = found;
  const formed = { ...judge(module, problem, found.groupOf, found), stopped, starts };
  if (found.hard === 0) return { status: 'formed', formed };
  const broken = describeBroken(module, formed.report);
  if (stopped !== 'budget' && stopped !== 'bound') {
    const cut = stopped === 'time-limit' ? [diagnose('error', 'search.time-limit', {})] : [];
    return { status: 'impossible', reasons: [...cut, ...broken], nearest: formed };
  }
  const thorough = judgeFeasibility(module, THOROUGH_STEPS);
  if (thorough.groupOf === undefined) {
    const reasons = thorough.obstacles.length > 0 ? thorough.obstacles : broken;
    return { status: 'impossible', reasons, nearest: formed };
  }
  const groupOf = descend(problem, thorough.groupOf, DESCENT_PROPOSALS);
  return { status: 'formed', formed: { ...judge(module, problem, groupOf), stopped, starts } };
}

/**
 * An assignment with its judgement and proof.
 *
 * @param found The score that it is held to have; absent: that of the engine, from nothing.
 */
function judge(
  module: Module,
  problem: Problem,
  groupOf: Int32Array,
  found: Score = scoreOf(problem, groupOf),
): Pick<FormedGroups, 'grouping' | 'report' | 'certificate'> {
  const grouping: Grouping = { groups: module.groups, assignment: toAssignment(problem, groupOf) };
  const report = checkGroups(module, toGroupList(grouping));
  const certificate = certify(module, problem, groupOf);
  const recounted = scoreOf(problem, groupOf);
  if (report.structure.length > 0)
    throw new DisagreementError('structure', report.structure.map(({ rule }) => rule).join(', '));
  if (report.hard !== found.hard || recounted.hard !== found.hard)
    throw new DisagreementError('hard', `${report.hard} ≠ ${found.hard}`);
  if (!isEqual(report.soft, certificate.total.value) || recounted.soft !== found.soft)
    throw new DisagreementError('soft', `${recounted.soft} ≠ ${found.soft}`);
  return { grouping, report, certificate };
}

/** A grouping as a list that can be judged like any other. */
export function toGroupList({ groups, assignment }: Grouping): GroupList {
  const placements = [...assignment].map(([participant, group]) => ({ participant, group, source: { file: '' } }));
  return { groups, placements };
}
