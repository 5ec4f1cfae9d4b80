import { checkGroups, type GroupsReport } from '../check/check-groups.js';
import { measureMeetings } from '../check/meetings.js';
import { gapOf, type Certificate, type Certified } from '../domain/certificate.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import { compareText } from '../domain/fold.js';
import { add, fraction, isEqual, scale, toNumber, ZERO, type Fraction } from '../domain/fraction.js';
import type { Grouping } from '../domain/group.js';
import type { EarlierModule } from '../domain/history.js';
import { findExcess } from '../domain/limits.js';
import type { StopReason } from '../domain/manifest.js';
import type { MeetingFigure, MeetingFigures } from '../domain/meeting-figure.js';
import type { Module } from '../domain/module.js';
import { togetherSets } from '../domain/rule.js';
import type { OnStage } from '../domain/stage.js';
import type { Problem } from '../engine/problem.js';
import { compileMixFirst, compileRotation, withoutHistory } from '../engine/rotation/compile-rotation.js';
import { PieceCounter, type PieceTrace } from '../engine/rotation/piece-counter.js';
import { toIndices, totalBase } from '../engine/solution.js';
import { scoreOf, type Score } from '../engine/state.js';
import type { Control } from '../engine/stopping.js';
import { DisagreementError } from './disagreement.js';
import { formGroups, judgeGroups } from './form-groups.js';
import type { GroupsProgress } from './observed-gap.js';
import type { SearchOptions } from './search-options.js';
import { searchRotation, type RotationFound, type RotationSource } from './search-rotation.js';

export interface RotationGroupsRequest {
  readonly module: Module;
  /** Modules, or rounds of one day, to plan: at least 2. */
  readonly count: number;
  readonly seed: string;
  readonly search: Pick<SearchOptions, 'effort'>;
  readonly control?: Control;
  /** Where another run was cut short, stop at the same point; absent: one of its own. */
  readonly until?: PieceTrace;
  readonly observe?: (progress: GroupsProgress) => void;
  readonly onStage?: OnStage;
}

/** One module of a rotation, judged by itself and for whom it brings together again. */
export interface RotatedModule {
  readonly grouping: Grouping;
  /** As if nobody had met before. */
  readonly report: GroupsReport;
  readonly certificate: Certificate;
  /** Who meets whom, given the modules before; absent in the first of all. */
  readonly meetings?: MeetingFigure;
}

export interface FormedRotation {
  readonly modules: readonly RotatedModule[];
  /** The same module formed by itself. */
  readonly alone: Pick<RotatedModule, 'report' | 'certificate'>;
  /** Who meets whom over the whole rotation. */
  readonly meetings: MeetingFigures;
  /** No rotation has fewer meetings again, whatever else is asked. */
  readonly repeatsBound: number;
  /** The mix of all modules, with what meetings again cost. */
  readonly total: Certified;
  readonly score: Score;
  readonly source: RotationSource;
  readonly stopped: StopReason;
  readonly proposals: number;
  readonly pieces: number;
}

export type RotationResult =
  | { readonly status: 'formed'; readonly formed: FormedRotation }
  /** No valid groups of one module: proved, or none found. */
  | { readonly status: 'impossible'; readonly reasons: readonly Diagnostic[] };

/**
 * Forms the groups of several modules at once: the mix of each as good as can be while as few people as can be meet again, earlier modules of the
 * history counted too. Every module is judged by the independent check, alone and in the face of those before it.
 * @throws DisagreementError when the check and the engine do not agree to the last unit.
 * @throws ProblemTooLarge when weights × people cannot be counted exactly.
 */
export async function formRotation(request: RotationGroupsRequest): Promise<RotationResult> {
  const { module, count, seed, search, control, until, observe, onStage } = request;
  const excess = findExcess({ 'rotation-seats': module.cohort.participants.length * count });
  if (excess.length > 0) return { status: 'impossible', reasons: excess };
  const counter = new PieceCounter(control, until);
  const single = withoutHistory(module);
  const first = await formGroups({
    module: single,
    seed,
    search: { effort: search.effort },
    control: counter,
    ...(onStage === undefined ? {} : { onStage }),
  });
  if (first.status === 'impossible') return first;
  onStage?.('search');
  const asked = compileRotation(module, count);
  const { problem } = asked;
  const base = scale(totalBase(single, problem), count);
  const valueOf = (soft: number): Fraction => add(fraction(soft, problem.unit), base);
  const [hardBound, softBound] = [count * problem.hardBound, count * problem.softBound];
  const bound = valueOf(softBound);
  const found = await searchRotation({
    ...compileMixFirst(module, asked),
    asked,
    alone: toIndices(problem, first.formed.grouping.assignment),
    seed,
    search,
    counter,
    ...(observe === undefined
      ? {}
      : {
          observe: ({ hard, soft }: Score, spent: number) =>
            observe({ hard, soft, hardBound, softBound, spent, gap: gapOf({ value: valueOf(soft), bound }) }),
        }),
  });
  onStage?.('judge');
  const modules = judgeModules(module, found, problem);
  const meetings = measureMeetings(
    modules.map(({ grouping }) => grouping),
    module.history,
  );
  const value = valueOf(found.soft);
  assertAgreement(modules, meetings, value);
  const { source, stopped, proposals } = found;
  return {
    status: 'formed',
    formed: {
      modules,
      alone: first.formed,
      meetings,
      repeatsBound: Math.max(found.repeatsBound, forcedByRules(module, count)),
      total: { value, bound },
      score: { hard: found.hard, soft: found.soft },
      source,
      stopped,
      proposals,
      pieces: counter.pieces(),
    },
  };
}

/** Every module as if nobody had met before, and who meets again given all modules before it. */
function judgeModules(
  module: Module,
  { groups }: Pick<RotationFound, 'groups'>,
  problem: Problem,
): readonly RotatedModule[] {
  const before: EarlierModule[] = [...(module.history ?? [])];
  return groups.map((groupOf) => {
    const judged = judgeGroups(withoutHistory(module), { problem, groupOf, ...scoreOf(problem, groupOf) });
    const { grouping, report, certificate } = judged;
    const { meetings } = checkGroups({ ...module, history: [...before] }, grouping);
    before.push({ rows: [], assignment: grouping.assignment });
    return { grouping, report, certificate, ...(meetings === undefined ? {} : { meetings }) };
  });
}

/** What is said of every module adds up to what the search says of all. */
function assertAgreement(modules: readonly RotatedModule[], figures: MeetingFigures, value: Fraction): void {
  const mix = modules.map(({ certificate }) => certificate.total.value);
  const prices = modules.map(({ meetings }) => fraction((meetings?.weight ?? 0) * (meetings?.penalty ?? 0)));
  const sum = [...mix, ...prices].reduce(add, ZERO);
  if (!isEqual(sum, value)) throw new DisagreementError('meetings', `${toNumber(sum)} ≠ ${toNumber(value)}`);
  const repeats = countRepeats(modules);
  if (repeats !== figures.repeats) throw new DisagreementError('repeats', `${repeats} ≠ ${figures.repeats}`);
}

/** Meetings of two people who had met before, over all modules. */
export function countRepeats(modules: readonly Pick<RotatedModule, 'meetings'>[]): number {
  return modules.reduce((sum, { meetings }) => sum + (meetings?.repeats.length ?? 0), 0);
}

/** Those of them that a rule wants. */
export function countWanted(modules: readonly Pick<RotatedModule, 'meetings'>[]): number {
  const wanted = (meetings: MeetingFigure | undefined) => meetings?.repeats.filter(({ rule }) => rule !== undefined);
  return modules.reduce((sum, { meetings }) => sum + (wanted(meetings)?.length ?? 0), 0);
}

/** Meetings again of people whom hard rules want together in every module. */
function forcedByRules({ cohort, rules, history = [] }: Module, count: number): number {
  const pairs = new Map<string, readonly [string, string]>();
  for (const { rule, keys } of togetherSets(cohort, rules)) {
    if (rules[rule].weight !== undefined) continue;
    const people = [...keys].sort(compareText);
    people.forEach((one, at) => {
      for (const other of people.slice(at + 1)) pairs.set(JSON.stringify([one, other]), [one, other]);
    });
  }
  const haveMet = (one: string, other: string) =>
    history.some(({ assignment }) => assignment.has(one) && assignment.get(one) === assignment.get(other));
  return [...pairs.values()].reduce((sum, [one, other]) => sum + count - (haveMet(one, other) ? 0 : 1), 0);
}
