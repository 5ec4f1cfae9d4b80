import type { Diagnostic } from '../domain/diagnostic.js';
import type { Manifest, ManifestOptions } from '../domain/manifest.js';
import type { Module } from '../domain/module.js';
import type { Timetable } from '../domain/timetable.js';
import type { Publication } from '../timetable/publication.js';
import type { TimetableFigures } from '../timetable/request.js';
import { digestFile } from '../writers/digest.js';
import { MANIFEST_NAME, writeManifest } from '../writers/manifest.js';
import { writeTimetable } from '../writers/timetable-list.js';
import { encodeUtf8 } from '../writers/utf8.js';
import type { InputRecord, OutputFiles } from './files.js';
import { formGroups, type FormedGroups, type GroupsRequest } from './form-groups.js';
import { listGroups, type OutputOptions } from './list-groups.js';
import { makeTimetable } from './make-timetable.js';
import { manifestProof, manifestScore } from './manifest-score.js';
import { surveyAttendance } from './survey-attendance.js';

export interface PlanRequest extends GroupsRequest {
  readonly output: OutputOptions;
  readonly inputs: readonly InputRecord[];
  readonly version: string;
  readonly options: ManifestOptions;
  /** The timetable published before: as little of it as possible changes. Absent: none was. */
  readonly before?: Publication;
}

export interface PlannedTimetable {
  readonly timetable: Timetable;
  readonly warnings: readonly Diagnostic[];
  readonly figures: TimetableFigures;
}

export type PlanResult =
  | {
      readonly status: 'planned';
      readonly formed: FormedGroups;
      /** Absent when the module has no timetable. */
      readonly timetable?: PlannedTimetable;
      readonly files: OutputFiles;
    }
  | { readonly status: 'impossible'; readonly reasons: readonly Diagnostic[] };

/** The main job: groups, then their timetable, then every output file as bytes. Writes nothing. */
export async function plan(request: PlanRequest): Promise<PlanResult> {
  const { module, seed, onStage, before } = request;
  const { programme, settings } = module;
  // The timetable depends on the groups' sizes and themes alone, which are settled: what forbids it is said before the search.
  if (programme !== undefined) onStage?.('timetable');
  const { title } = settings;
  const made =
    programme &&
    makeTimetable({ programme, groups: module.groups, title, seed, ...(before === undefined ? {} : { before }) });
  if (made?.status === 'impossible') return made;
  const result = await formGroups(request);
  if (result.status === 'impossible') return { status: 'impossible', reasons: result.reasons };
  const { formed } = result;
  const timetable = made && attend(made, module, formed);
  onStage?.('write');
  const files = await writePlan(request, formed, made?.timetable);
  return { status: 'planned', formed, ...(timetable === undefined ? {} : { timetable }), files };
}

/** Adds what the timetable means for the people, now that they have their groups. */
function attend(made: PlannedTimetable, module: Module, { grouping }: FormedGroups): PlannedTimetable {
  const { timetable } = made;
  const { warnings } = surveyAttendance({ module, assignment: grouping.assignment, timetable });
  return { ...made, warnings: [...made.warnings, ...warnings] };
}

async function writePlan(request: PlanRequest, formed: FormedGroups, timetable?: Timetable): Promise<OutputFiles> {
  const { module, output, seed, version, options } = request;
  const { dialect, language } = output;
  const files = new Map<string, Uint8Array>();
  files.set('groups.csv', encodeUtf8(listGroups(module, formed.grouping, output)));
  if (timetable !== undefined) files.set('timetable.csv', encodeUtf8(writeTimetable({ timetable, dialect, language })));
  const manifest: Manifest = {
    manifest: 1,
    brassage: version,
    command: 'plan',
    title: module.settings.title,
    seed,
    options,
    inputs: await Promise.all(request.inputs.map(({ name, bytes }) => digestFile(name, bytes))),
    outputs: await Promise.all([...files].map(([name, bytes]) => digestFile(name, bytes))),
    score: manifestScore(formed),
    search: { stopped: formed.stopped, starts: formed.starts, ...manifestProof(formed) },
  };
  files.set(MANIFEST_NAME, encodeUtf8(writeManifest(manifest)));
  return files;
}
