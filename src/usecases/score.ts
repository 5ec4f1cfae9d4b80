import { checkGroups, type GroupsReport } from '../check/check-groups.js';
import type { Certificate } from '../domain/certificate.js';
import type { GroupList } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { compileProblem } from '../engine/problem.js';
import { certify, toIndices } from '../engine/solution.js';
import { scoreOf } from '../engine/state.js';
import { explainRepeats, type ExplainedRepeat } from './explain-repeats.js';
import { strengthen, type ProofRequest } from './strengthen.js';

/** The judgement of a group list that anybody made. */
export interface ScoreResult {
  readonly report: GroupsReport;
  /** Absent while people are missing or stand twice: no other list of these sizes could be compared with it. */
  readonly certificate?: Certificate;
  /** Why the dearest pairs meet again; absent where no earlier module is known, or without a certificate. */
  readonly repeats?: readonly ExplainedRepeat[];
  /** Whether anything hard is broken: people missing or twice, sizes, hard rules. */
  readonly isBroken: boolean;
}

/**
 * Tries to prove how good a list is that {@link scoreList} has judged: whether it is optimal, else what is the best of these
 * sizes. A list that breaks something hard is left as it is: a proof compares lists that do not.
 */
export async function proveList(
  module: Module,
  list: GroupList,
  judged: ScoreResult,
  proof: ProofRequest,
): Promise<ScoreResult> {
  if (judged.isBroken || judged.certificate === undefined) return judged;
  const own = { ...module, groups: list.groups };
  const problem = compileProblem(own);
  const assignment = new Map(list.placements.map(({ participant, group }) => [participant, group]));
  const groupOf = toIndices(problem, assignment);
  const best = await strengthen(own, problem, { ...scoreOf(problem, groupOf), groupOf }, proof);
  const certificate = certify(module, best.problem, groupOf);
  return { ...judged, certificate: best.record === undefined ? certificate : { ...certificate, proof: best.record } };
}

/**
 * Judges any group list of a module with the figures of our own: per attribute, rule, group, person, and the bound for its sizes.
 *
 * @throws ProblemTooLarge when weights × people cannot be counted exactly.
 */
export function scoreList(module: Module, list: GroupList): ScoreResult {
  // Compiled before anything is judged: what cannot be counted is refused before it takes long.
  const mayBeWhole = list.placements.length === module.cohort.participants.length && list.groups.length > 0;
  const problem = mayBeWhole ? compileProblem({ ...module, groups: list.groups }) : undefined;
  const report = checkGroups(module, list);
  const isBroken = report.structure.length > 0 || report.hard > 0;
  const isWhole = !report.structure.some(({ rule }) => rule === 'groups.missing' || rule === 'groups.twice');
  if (!isWhole || problem === undefined) return { report, isBroken };
  const assignment = new Map(list.placements.map(({ participant, group }) => [participant, group]));
  const groupOf = toIndices(problem, assignment);
  const { meetings } = report;
  const repeats = meetings === undefined ? {} : { repeats: explainRepeats(module, problem, groupOf, meetings) };
  return { report, certificate: certify(module, problem, groupOf), ...repeats, isBroken };
}
