import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { Manifest } from '../domain/manifest.js';
import { listNotices } from '../domain/notices.js';
import { withoutSheet } from '../domain/sheet-name.js';
import type { TimetableRow } from '../domain/timetable.js';
import type { InputRecord } from '../usecases/files.js';
import type { RepairPlanResult } from '../usecases/repair.js';
import { sha256 } from '../writers/digest.js';
import { parseManifest } from '../writers/manifest-parser.js';
import { MANIFEST_NAME } from '../writers/manifest.js';
import { UsageError } from './exit-codes.js';
import type { Flags } from './flags.js';

const LIST = 'groups.csv';

/**
 * The list of groups that `--keep` names: itself, or the one in a folder, or beside a timetable.
 * @throws UsageError for a folder that has none.
 */
export function listOfPlan(keep: string): string {
  if (basename(keep) === 'timetable.csv' && existsSync(join(dirname(keep), LIST))) return join(dirname(keep), LIST);
  if (!existsSync(keep) || !statSync(keep).isDirectory()) return keep;
  const list = join(keep, LIST);
  if (existsSync(list)) return list;
  throw new UsageError((words) => words.noPlanIn(keep, LIST));
}

/** The manifest beside a list of groups; `undefined` where there is none. */
export function manifestBeside(list: string): Manifest | undefined {
  const file = join(dirname(list), MANIFEST_NAME);
  return list !== '-' && existsSync(file) ? parseManifest(readFileSync(file, 'utf8')) : undefined;
}

/** What a plan shows and holds, the one that takes its place does too: for whom, names or ids alone, which calendars, for which spreadsheet. */
export function withPlanOptions(flags: Flags, plan: Manifest | undefined): Flags {
  if (plan === undefined) return flags;
  const { pseudonyms, readership, calendars, csv } = plan.options;
  const isForCoordinator = (flags.for ?? readership ?? 'coordinator') === 'coordinator';
  return {
    ...flags,
    csv: flags.csv ?? csv,
    ...(pseudonyms ? { pseudonyms } : {}),
    ...(flags.for === undefined && readership !== undefined ? { for: readership } : {}),
    ...(calendars === 'none' && flags.personCalendars !== true ? { calendars: false } : {}),
    ...(calendars === 'people' && flags.calendars !== false && isForCoordinator ? { personCalendars: true } : {}),
  };
}

/** A warning where the list is not as its plan had it: who was moved by hand is told nothing. */
export async function findEdited(
  list: string,
  inputs: readonly InputRecord[],
  plan: Manifest | undefined,
): Promise<readonly Diagnostic[]> {
  const file = withoutSheet(list);
  const written = plan?.outputs.find(({ name }) => name === basename(file));
  const input = inputs.find(({ name, place = name }) => place === file);
  if (written === undefined || input === undefined || (await sha256(input.bytes)) === written.sha256) return [];
  return [diagnose('warning', 'repair.list-edited', {}, { source: { file: list } })];
}

/** Warnings for groups that the timetable published beside their list does not have. */
export function findUnpublished(
  labels: readonly string[],
  rows: readonly TimetableRow[],
  timetable: string,
): readonly Diagnostic[] {
  const published = new Set(rows.map(({ group }) => group));
  return labels
    .filter((label) => !published.has(label))
    .map((label) =>
      diagnose('warning', 'repair.unpublished-label', { label, timetable }, { source: { file: timetable } }),
    );
}

/**
 * Whether a repair gives the plan that it began from, of the same inputs: then what was written for it last, such as whom to tell, is to
 * stay. What the plan itself was made from, and carried along, may be other files than now.
 */
export async function isSamePlan(
  { inputs: before, outputs }: Manifest,
  { files, repair, timetable }: RepairPlanResult & { readonly status: 'planned' },
  inputs: readonly InputRecord[],
  published: readonly TimetableRow[],
): Promise<boolean> {
  const rows = timetable?.timetable.rows ?? [];
  if (repair.changes.length > 0 || listNotices(rows, published).length > 0) return false;
  const digests = new Map([...before, ...outputs].map(({ name, sha256: digest }) => [name, digest]));
  for (const { name, bytes, copy } of inputs)
    if (copy === undefined && digests.get(name) !== (await sha256(bytes))) return false;
  const kinds = (names: Iterable<string>) =>
    new Set([...names].filter((name) => !/^(?:before\/|moves|to-tell)/.test(name)));
  const [now, then] = [kinds(files.keys()), kinds(outputs.map(({ name }) => name))];
  now.delete(MANIFEST_NAME);
  const list = files.get(LIST);
  return (
    now.size === then.size &&
    [...now].every((name) => then.has(name)) &&
    list !== undefined &&
    digests.get(LIST) === (await sha256(list))
  );
}
