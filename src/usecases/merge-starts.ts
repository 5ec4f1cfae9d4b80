import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { leastOf } from '../domain/extremes.js';
import type { Manifest, ManifestSearch, ManifestStart, StopReason } from '../domain/manifest.js';
import { gapsIn, rangeFlag, rangeText, toRanges, type StartRange } from '../domain/start-range.js';

/** A plan by its folder. */
export interface FoundPlan {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The starts of several plans as one machine would have run them. */
export interface MergedStarts {
  /** The plan that holds the best start, and that start. */
  readonly winner: FoundPlan;
  readonly start: ManifestStart;
  /** From the first start that was asked for to the last. */
  readonly asked: StartRange;
  readonly search: ManifestSearch;
  /** Starts that no plan has, that several have, and that were cut short, a warning each; an error where two plans cannot both be true. */
  readonly diagnostics: readonly Diagnostic[];
}

interface KeptStart {
  readonly record: ManifestStart;
  readonly plan: FoundPlan;
  /** Why it ended before its budget. */
  readonly cut?: 'time-limit' | 'interrupted';
}

/**
 * Judges the starts of all plans by the rule of a single search: hard, then soft, then start number, and nothing after the first start
 * that reached the bound, which one machine would not have begun. `undefined` when no plan has a start.
 */
export function mergeStarts(plans: readonly FoundPlan[]): MergedStarts | undefined {
  const diagnostics: Diagnostic[] = [];
  const all = keepOnce(plans, diagnostics);
  const atBound = leastOf(plans.filter(stoppedAtBound).map(({ manifest }) => lastOf(manifest)));
  const kept = all.filter(({ record }) => record.start <= atBound);
  const best = kept.toSorted((a, b) => compareStarts(a.record, b.record)).at(0);
  if (best === undefined) return undefined;

  const asked = askedOf(plans);
  const wanted = { first: asked.first, count: Math.min(asked.count, atBound - asked.first + 1) };
  const missing = gapsIn(wanted, toRanges(kept.map(({ record }) => record.start)));
  if (missing.length > 0)
    diagnostics.push(diagnose('warning', 'plans.missing-starts', { ...counted(missing), next: rangeFlag(missing[0]) }));
  const cuts = kept.flatMap(({ cut, plan, record }) =>
    cut === undefined ? [] : [{ cut, start: record.start, file: plan.folder }],
  );
  for (const { cut, start, file } of cuts)
    diagnostics.push(diagnose('warning', 'plans.cut', { reason: cut, start }, { source: { file } }));
  const stopped: StopReason = Number.isFinite(atBound)
    ? 'bound'
    : (cuts.find(({ cut }) => cut === 'interrupted')?.cut ?? cuts[0]?.cut ?? 'budget');
  const starts = kept.map(({ record }) => record);
  const { proof } = best.plan.manifest.search;
  const search = { stopped, starts, ...(proof === undefined ? {} : { proof }) };
  return { winner: best.plan, start: best.record, asked, search, diagnostics };
}

/** By hard, then soft, then number: the order in which a search prefers its starts. */
export function compareStarts(a: ManifestStart, b: ManifestStart): number {
  return a.hard - b.hard || a.soft - b.soft || a.start - b.start;
}

/** Every start once, by number: of one that several plans have, the outcome of most proposals, which is never worse. */
function keepOnce(plans: readonly FoundPlan[], diagnostics: Diagnostic[]): readonly KeptStart[] {
  const kept = new Map<number, KeptStart>();
  const repeated: number[] = [];
  for (const plan of plans) {
    const { stopped, starts } = plan.manifest.search;
    const isMarked = starts.some((record) => record.cut);
    const last = lastOf(plan.manifest);
    for (const record of starts) {
      const isLate = isMarked ? record.cut : record.start === last;
      const isCut = isLate && (stopped === 'time-limit' || stopped === 'interrupted');
      const known = kept.get(record.start);
      if (known !== undefined) {
        repeated.push(record.start);
        if (record.proposals === known.record.proposals && !isAlike(record, known.record)) {
          const facts = { start: record.start, other: known.plan.folder };
          diagnostics.push(diagnose('error', 'plans.disagree', facts, { source: { file: plan.folder } }));
        }
      }
      if (known === undefined || record.proposals > known.record.proposals)
        kept.set(record.start, { record, plan, ...(isCut ? { cut: stopped } : {}) });
    }
  }
  if (repeated.length > 0) diagnostics.push(diagnose('warning', 'plans.repeated-starts', counted(toRanges(repeated))));
  return [...kept.values()].sort((a, b) => a.record.start - b.record.start);
}

function isAlike(a: ManifestStart, b: ManifestStart): boolean {
  return a.hard === b.hard && a.soft === b.soft;
}

function stoppedAtBound({ manifest }: FoundPlan): boolean {
  return manifest.search.stopped === 'bound' && manifest.search.starts.length > 0;
}

function lastOf({ search }: Manifest): number {
  return search.starts.reduce((last, { start }) => Math.max(last, start), -1);
}

/** The smallest range that holds what every plan was asked for, its shard's brothers included. */
function askedOf(plans: readonly FoundPlan[]): StartRange {
  const ranges = plans.map(({ manifest: { options } }) => ({ first: options.firstStart ?? 0, count: options.starts }));
  const first = ranges.reduce((least, range) => Math.min(least, range.first), Infinity);
  const end = ranges.reduce((most, range) => Math.max(most, range.first + range.count), 0);
  return { first, count: end - first };
}

function counted(ranges: readonly StartRange[]): { starts: number; ranges: readonly string[] } {
  return { starts: ranges.reduce((sum, { count }) => sum + count, 0), ranges: ranges.map(rangeText) };
}
