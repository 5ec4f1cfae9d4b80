import type { ProofOutcome } from './certificate.js';
import type { CsvDialect } from './csv-dialect.js';
import type { Readership } from './readership.js';
import type { Language } from './settings.js';
import type { Shard } from './start-range.js';

/** A file of a plan, known by its bytes. */
export interface FileDigest {
  /** Relative to the module's folder for an input, to the plan's folder for an output; `/` between folders. */
  readonly name: string;
  readonly bytes: number;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** A file that a plan was made from. */
export interface InputDigest extends FileDigest {
  /**
   * Name of the copy in the plan's own folder: the file lay where the plan was to be written, and was replaced by it. Absent: it was not,
   * and is where its name says.
   */
  readonly copy?: string;
}

/** `none`: no calendar at all; `people`: one of each person too. */
export const CALENDAR_CHOICES = ['none', 'people'] as const;
export type CalendarChoice = (typeof CALENDAR_CHOICES)[number];

/** What was asked for beside the inputs. */
export interface ManifestOptions {
  readonly effort: number;
  /** How many starts were asked for, those of all shards together. */
  readonly starts: number;
  /** Number of the first of them; absent: 0. */
  readonly firstStart?: number;
  /** The part of them that was to run here; absent: all. */
  readonly shard?: Shard;
  /** Seconds; `null` when the search had no limit of time. */
  readonly timeLimit: number | null;
  readonly language: Language;
  readonly csv: CsvDialect;
  readonly pseudonyms: boolean;
  /** Whom the files are for; absent: the coordinator. */
  readonly readership?: Readership;
  /** Nodes that each programme of a proof was allowed; absent when no proof was asked for. */
  readonly prove?: number;
  /** Which calendars were written beside or instead of the usual ones; absent: the usual ones, where there is a timetable. */
  readonly calendars?: CalendarChoice;
  /** Flags that stood in for settings (`roster`, `themes`, `size`…), as typed; empty when a module's folder said it all. */
  readonly flags: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * What the groups are worth, as anyone can recompute it from the group list: weighted squared deviations from fair share, with weighted
 * rules and wishes. Fractions are in lowest terms (`845/12`, `67`), which no rounding can blur.
 */
export interface ManifestScore {
  /** Violations of hard rules. */
  readonly hard: number;
  readonly value: string;
  /** No grouping has a lower value; `null` where no bound is known. */
  readonly bound: string | null;
  /** By how much the value exceeds the bound, as a share of the bound, in decimals; `null` without a bound. */
  readonly gap: string | null;
}

/** How far one start of the search came: with the seed, all that is needed to come there again. Penalties are the search's own whole numbers. */
export interface ManifestStart {
  /** Number of the start, from 0. */
  readonly start: number;
  readonly proposals: number;
  readonly hard: number;
  readonly soft: number;
  /** Present where a signal or the limit of time ended it; in plans without any, that is their last start, if they were cut short. */
  readonly cut?: true;
}

/** How the search went. */
export interface ManifestSearch {
  readonly stopped: StopReason;
  readonly starts: readonly ManifestStart[];
  /** Of a repair, how many pieces of work were done: where it was cut short, all that is needed to come there again. Absent: not a repair. */
  readonly pieces?: number;
  /** How a proof ended; absent when none was tried. */
  readonly proof?: ManifestProof;
}

/** How a proof ended, and its nodes. */
export interface ManifestProof {
  readonly outcome: ProofOutcome;
  readonly nodes: number;
  /** How many of its findings were known when it was cut short: to stop after these is to stop there again. Absent: none, or it was not cut. */
  readonly told?: number;
}

/** Why the search ended: bound reached, proposals used up, limit of time, or a person's signal. */
export const STOP_REASONS = ['bound', 'budget', 'time-limit', 'interrupted'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/**
 * All that is needed to make a plan again and to know it again, byte for byte: `manifest.json`.
 * It holds no personal data, nothing of the clock and nothing of the machine.
 */
export interface Manifest {
  /** Version of this shape. */
  readonly manifest: 1;
  /** Version of the program. */
  readonly brassage: string;
  readonly command: string;
  /** Title of the module. */
  readonly title: string;
  readonly seed: string;
  readonly options: ManifestOptions;
  readonly inputs: readonly InputDigest[];
  /** Every file of the plan but the manifest itself. */
  readonly outputs: readonly FileDigest[];
  readonly score: ManifestScore;
  readonly search: ManifestSearch;
}
