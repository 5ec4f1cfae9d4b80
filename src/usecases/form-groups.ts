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
import { searchBest, type SearchTrace, type StartRecord } from '../engine/restarts.js';
import { certify, toAssignment } from '../engine/solution.js';
import type { StartRunner } from '../engine/start-runner.js';
import { explain, scoreOf, type Score } from '../engine/state.js';
import type { Control, Cut } from '../engine/stopping.js';
import { describeBroken } from './describe-broken.js';
import { DisagreementError } from './disagreement.js';
import { explainRepeats, type ExplainedRepeat } from './explain-repeats.js';
import { withGap, type GroupsProgress } from './observed-gap.js';
import { budgetOf, DEFAULT_EFFORT, type SearchOptions } from './search-options.js';
import { strengthen, type ProofRequest, type Strengthened } from './strengthen.js';

/** Exchanges that may be proposed to better a valid list that only deciding has found. */
const DESCENT_PROPOSALS = 5_000_000;

export interface GroupsRequest {
  readonly module: Module;
  /** Absent: the module's. */
  readonly seed?: string;
  /** Absent: the usual effort. */
  readonly search?: SearchOptions;
  /** Cuts the search short, lets signals through; absent: it runs to the end of its budget. */
  readonly control?: Control;
  readonly observe?: (progress: GroupsProgress) => void;
  readonly onStage?: OnStage;
  /** Runs the starts of a search, in other threads for example; absent: one after the other in this one. */
  readonly createRunner?: (module: Module, seed: string) => StartRunner;
  /**
   * How the search went that is to go the same way again, see {@link SearchTrace}; what a proof is to stop at is then its prover's affair
   * alone. Absent: a search of its own.
   */
  readonly trace?: SearchTrace;
  /** Tries to prove what the search found, and to better it; absent: the bounds of the terms are all that is known. */
  readonly proof?: ProofRequest;
}

/** Groups with their judgement and proof. */
export interface FormedGroups {
  readonly grouping: Grouping;
  readonly report: GroupsReport;
  readonly certificate: Certificate;
  /** Why the dearest pairs meet again; absent where no earlier module is known. */
  readonly repeats?: readonly ExplainedRepeat[];
  readonly stopped: StopReason;
  readonly starts: readonly StartRecord[];
  /** Of groups that were repaired, the pieces of work done; absent: they were formed anew. */
  readonly pieces?: number;
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
  const { module, control, observe, onStage, createRunner, trace, proof } = request;
  const { seed = module.settings.seed, search = { effort: DEFAULT_EFFORT } } = request;
  onStage?.('obstacles');
  const obstacles = findObstacles(module);
  if (hasError(obstacles)) return { status: 'impossible', reasons: obstacles };
  onStage?.('compile');
  const problem = compileProblem(module);
  onStage?.('search');
  const found = await searchBest(problem, {
    ...budgetOf(search, problem.peopleCount, problem.meetings !== undefined),
    seed,
    ...(control === undefined ? {} : { control }),
    ...(observe === undefined ? {} : { observe: withGap(module, problem, observe) }),
    ...(createRunner === undefined ? {} : { runner: createRunner(module, seed) }),
    ...(trace === undefined ? {} : { trace }),
  });
  const { stopped, starts } = found;
  const cut = cutOf(stopped);
  const decided = found.hard > 0 && cut === undefined ? decide(module, problem) : undefined;
  const known = decided?.found ?? found;
  const best: Strengthened =
    proof === undefined || decided?.isImpossible === true
      ? { ...known, problem, isImpossible: false }
      : await strengthen(module, problem, known, proof, trace === undefined ? cut : undefined);
  if (best.isImpossible) return { status: 'impossible', reasons: [diagnose('error', 'search.none', {})] };
  onStage?.('judge');
  const formed = { ...judgeGroups(module, best), stopped, starts };
  if (best.hard === 0) return { status: 'formed', formed };
  const broken = describeBroken(module, formed.report);
  const late = stopped === 'time-limit' ? [diagnose('error', 'search.time-limit', {})] : [];
  const reasons = decided?.isImpossible === true ? decided.obstacles : [...late, ...broken];
  return { status: 'impossible', reasons, nearest: formed };
}

/** What deciding by itself makes of hard rules that the search could not keep. */
interface Decision {
  /** Whether it is proved that no list keeps them; the obstacles say why. */
  readonly isImpossible: boolean;
  readonly obstacles: readonly Diagnostic[];
  /** A list that keeps them. */
  readonly found?: Score & { readonly groupOf: Int32Array };
}

function decide(module: Module, problem: Problem): Decision {
  const { obstacles, groupOf } = judgeFeasibility(module, THOROUGH_STEPS);
  if (groupOf === undefined) return { isImpossible: obstacles.length > 0, obstacles };
  const bettered = descend(problem, groupOf, DESCENT_PROPOSALS);
  return { isImpossible: false, obstacles, found: { ...scoreOf(problem, bettered), groupOf: bettered } };
}

/**
 * An assignment with its judgement and proof.
 * @throws DisagreementError when the check and the engine do not agree.
 */
export function judgeGroups(
  module: Module,
  { problem, groupOf, hard, soft, record }: Pick<Strengthened, 'problem' | 'groupOf' | 'hard' | 'soft' | 'record'>,
): Pick<FormedGroups, 'grouping' | 'report' | 'certificate' | 'repeats'> {
  const grouping: Grouping = { groups: module.groups, assignment: toAssignment(problem, groupOf) };
  const report = checkGroups(module, grouping);
  const recounted = explain(problem, groupOf);
  const certificate: Certificate = {
    ...certify(module, problem, groupOf, recounted),
    ...(record === undefined ? {} : { proof: record }),
  };
  if (report.structure.length > 0)
    throw new DisagreementError('structure', report.structure.map(({ rule }) => rule).join(', '));
  if (report.hard !== hard || recounted.hard !== hard) throw new DisagreementError('hard', `${report.hard} ≠ ${hard}`);
  if (!isEqual(report.soft, certificate.total.value) || recounted.soft !== soft)
    throw new DisagreementError('soft', `${recounted.soft} ≠ ${soft}`);
  if (hard === 0 && soft < problem.softBound) throw new DisagreementError('bound', `${soft} < ${problem.softBound}`);
  const { meetings } = report;
  const repeats = meetings === undefined ? {} : { repeats: explainRepeats(module, problem, groupOf, meetings) };
  return { grouping, report, certificate, ...repeats };
}

function cutOf(stopped: StopReason): Cut | undefined {
  return stopped === 'time-limit' || stopped === 'interrupted' ? stopped : undefined;
}

/** A grouping as a list that can be judged like any other. */
export function toGroupList({ groups, assignment }: Grouping): GroupList {
  const source = { file: '' };
  const placements = Array.from(assignment, ([participant, group]) => ({ participant, group, source }));
  return { groups, placements };
}
