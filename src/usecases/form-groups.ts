import { checkGroups, type GroupsReport } from '../check/check-groups.js';
import type { Certificate } from '../domain/certificate.js';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import { isEqual } from '../domain/fraction.js';
import type { Grouping, GroupList } from '../domain/group.js';
import type { StopReason } from '../domain/manifest.js';
import type { Module } from '../domain/module.js';
import type { OnStage } from '../domain/stage.js';
import { describeSelectors } from '../domain/rule.js';
import { findObstacles } from '../engine/feasibility/find-obstacles.js';
import { compileProblem } from '../engine/problem.js';
import { searchBest, type StartRecord } from '../engine/restarts.js';
import { certify, toAssignment } from '../engine/solution.js';
import { scoreOf } from '../engine/state.js';
import type { StartRunner } from '../engine/start-runner.js';
import type { Control } from '../engine/stopping.js';
import { DisagreementError } from './disagreement.js';
import { withGap, type GroupsProgress } from './observed-gap.js';
import { budgetOf, type SearchOptions } from './search-options.js';

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
 * Forms the groups of a module: obstacles first, then the search, then the independent check of what it found.
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
  const grouping: Grouping = { groups: module.groups, assignment: toAssignment(problem, found.groupOf) };
  const report = checkGroups(module, toGroupList(grouping));
  const certificate = certify(module, problem, found.groupOf);
  const recounted = scoreOf(problem, found.groupOf);
  if (report.structure.length > 0)
    throw new DisagreementError('structure', report.structure.map(({ rule }) => rule).join(', '));
  if (report.hard !== found.hard || recounted.hard !== found.hard)
    throw new DisagreementError('hard', `${report.hard} ≠ ${found.hard}`);
  if (!isEqual(report.soft, certificate.total.value) || recounted.soft !== found.soft)
    throw new DisagreementError('soft', `seed ${seed}`);
  const formed: FormedGroups = { grouping, report, certificate, stopped: found.stopped, starts: found.starts };
  if (found.hard === 0) return { status: 'formed', formed };
  const cut = found.stopped === 'time-limit' ? [diagnose('error', 'search.time-limit', {})] : [];
  return { status: 'impossible', reasons: [...cut, ...describeBroken(module, report)], nearest: formed };
}

/** A grouping as a list that can be judged like any other. */
export function toGroupList({ groups, assignment }: Grouping): GroupList {
  const placements = [...assignment].map(([participant, group]) => ({ participant, group, source: { file: '' } }));
  return { groups, placements };
}

function describeBroken(module: Module, report: GroupsReport): readonly Diagnostic[] {
  return report.rules.flatMap(({ rule, units, groups }) =>
    rule.weight !== undefined || units === 0
      ? []
      : [
          diagnose(
            'error',
            'rule.broken',
            { kind: rule.kind, who: describeSelectors(module.cohort, rule.who), units, groups: groups.join(', ') },
            { source: rule.source },
          ),
        ],
  );
}
