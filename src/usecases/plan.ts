import type { PublishedCalendars } from '../domain/calendar.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { Manifest, ManifestOptions } from '../domain/manifest.js';
import type { Assignment, Group } from '../domain/group.js';
import type { JointDays } from '../domain/joint-days.js';
import type { Timetable } from '../domain/timetable.js';
import { earlierRanksOf } from '../timetable/earlier-ranks.js';
import type { Publication } from '../timetable/publication.js';
import type { PlanDocument } from '../report/plan-document/plan-document.js';
import type { TimetableFigures } from '../domain/timetable-figures.js';
import type { Lacking } from '../timetable/request.js';
import { viewTimetable } from '../timetable/views/view-timetable.js';
import { writeCalendars } from '../writers/calendar/calendars.js';
import { writeFairness } from '../writers/fairness-list.js';
import { MANIFEST_NAME, writeManifest } from '../writers/manifest.js';
import { writeJointDays } from '../writers/joint-days-list.js';
import { writeMeetings } from '../writers/meeting-list.js';
import { writeTimetable } from '../writers/timetable-list.js';
import { writeViewParts } from '../writers/timetable-view.js';
import { encodeUtf8, joinParts } from '../writers/utf8.js';
import { digestInputs, digestOutputs } from './digest-files.js';
import { documentPlan } from './document-plan.js';
import type { InputRecord, OutputFiles } from './files.js';
import { formGroups, type FormedGroups, type GroupsRequest, type GroupsResult } from './form-groups.js';
import { listGroups, type OutputOptions } from './list-groups.js';
import { makeTimetable } from './make-timetable.js';
import { manifestScore, manifestSearch } from './manifest-score.js';
import type { SearchOptions } from './search-options.js';
import { surveyAttendance } from './survey-attendance.js';

/** Name of the page that shows a plan. */
export const PAGE_NAME = 'report.html';

export interface PlanRequest extends GroupsRequest {
  readonly seed: string;
  readonly search: SearchOptions;
  /** Groups that are formed already, those of the module; absent: they are searched for. */
  readonly formed?: FormedGroups;
  /** The command that the manifest names; absent: `plan`. */
  readonly command?: string;
  /** More lists, to be written with the others. */
  readonly lists?: OutputFiles;
  readonly output: OutputOptions;
  /** Absent: no calendars. They need a timetable. */
  readonly calendars?: {
    /** One of each person too, beside those of groups, witnesses, rooms and sites; for the coordinator alone. */
    readonly people: boolean;
    /** Those that are out, of the timetable published before. Absent: they are not at hand. */
    readonly published?: PublishedCalendars;
  };
  readonly inputs: readonly InputRecord[];
  readonly version: string;
  readonly options: ManifestOptions;
  /** The timetable published before: as little of it as possible changes. Absent: none was. */
  readonly before?: Publication;
  /** Group of each person in what was published: who is in another one is told so. Absent: nobody is taken to have changed groups. */
  readonly earlier?: Assignment;
  /** Write who has to be told what of what has changed since then. Absent: no such list; it needs a timetable. */
  readonly listsChanges?: boolean;
  /** Where not everything can take place, the most that can. Absent: nothing then. */
  readonly isPartial?: boolean;
}

export interface PlannedTimetable {
  readonly timetable: Timetable;
  readonly warnings: readonly Diagnostic[];
  readonly figures: TimetableFigures;
  /** Absent where the settings ask for no joint days and name no earlier timetable. */
  readonly jointDays?: JointDays;
  /** What it lacks, and why; absent where everything takes place. */
  readonly lacking?: Lacking;
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
  const { module, seed, onStage, before, isPartial = false } = request;
  const { programme, settings } = module;
  // Whether there is a timetable depends on the groups' sizes and themes alone, which are settled: what forbids it is said before the search.
  if (programme !== undefined) onStage?.('timetable');
  const { title } = settings;
  const asked = programme && {
    programme,
    groups: module.groups,
    title,
    seed,
    isPartial,
    ...(before === undefined ? {} : { before }),
  };
  const first = asked && makeTimetable(asked);
  if (first?.status === 'impossible') return first;
  const result: GroupsResult =
    request.formed === undefined ? await formGroups(request) : { status: 'formed', formed: request.formed };
  if (result.status === 'impossible') return { status: 'impossible', reasons: result.reasons };
  const { formed } = result;
  // Where ranks of earlier modules are known, the order of presentations depends on who is in which group. It alone: all else is the same again.
  const earlierRanks = earlierRanksOf(module.history, formed.grouping.assignment);
  const made = asked === undefined || earlierRanks === undefined ? first : makeTimetable({ ...asked, earlierRanks });
  if (made?.status === 'impossible') return made;
  const lacking = made?.status === 'partial' ? { lacking: made } : {};
  const timetable = made && { ...attend(made, request, formed), ...lacking };
  onStage?.('write');
  const files = await writePlan(request, formed, timetable);
  return { status: 'planned', formed, ...(timetable === undefined ? {} : { timetable }), files };
}

/** Adds what the timetable means for the people, now that they have their groups. */
function attend(
  { timetable, warnings, figures }: PlannedTimetable,
  { module, output: { pseudonyms } }: PlanRequest,
  { grouping: { assignment } }: FormedGroups,
): PlannedTimetable {
  const attendance = surveyAttendance({ module, assignment, timetable, pseudonyms });
  return { timetable, figures, ...attendance, warnings: [...warnings, ...attendance.warnings] };
}

async function writePlan(request: PlanRequest, formed: FormedGroups, planned?: PlannedTimetable): Promise<OutputFiles> {
  const { module, output, seed, version, options } = request;
  const { dialect, language, readership = 'coordinator' } = output;
  const { timetable } = planned ?? {};
  const files = new Map<string, Uint8Array>();
  files.set('groups.csv', encodeUtf8(listGroups(module, formed.grouping, output)));
  if (timetable !== undefined) files.set('timetable.csv', encodeUtf8(writeTimetable({ timetable, dialect, language })));
  if (readership === 'coordinator') {
    for (const [name, bytes] of judgedLists(request, formed, planned)) files.set(name, bytes);
  }
  for (const [name, text] of calendarsOf(request, formed, timetable)) files.set(`calendars/${name}`, encodeUtf8(text));
  const inputs = await digestInputs(request.inputs);
  const document = documentPlan(request, formed, planned, inputs);
  if (document !== undefined) for (const [name, bytes] of await writeDocuments(document)) files.set(name, bytes);
  for (const { copy, bytes } of request.inputs) if (copy !== undefined) files.set(copy, bytes);
  const manifest: Manifest = {
    manifest: 1,
    brassage: version,
    command: request.command ?? 'plan',
    title: module.settings.title,
    seed,
    options,
    inputs,
    outputs: await digestOutputs(files),
    score: manifestScore(formed),
    search: manifestSearch(formed),
  };
  files.set(MANIFEST_NAME, encodeUtf8(writeManifest(manifest)));
  return files;
}

/** The lists that say of groups and people how they fare, what they did before and whom to write to: for whoever forms the groups alone. */
function judgedLists(request: PlanRequest, formed: FormedGroups, planned?: PlannedTimetable): OutputFiles {
  const { module, output, lists = new Map<string, Uint8Array>() } = request;
  const { timetable, jointDays, figures } = planned ?? {};
  const files = new Map<string, Uint8Array>();
  if (figures !== undefined) files.set('fairness.csv', encodeUtf8(fairnessOf(module.groups, figures, output)));
  if (jointDays !== undefined) files.set('joint-days.csv', joinParts([...writeJointDays({ jointDays, ...output })]));
  const { meetings } = formed.report;
  if (meetings !== undefined) {
    const people = { cohort: module.cohort, assignment: formed.grouping.assignment };
    files.set('meetings.csv', joinParts([...writeMeetings({ ...people, meetings, ...output })]));
  }
  for (const [name, bytes] of lists) files.set(name, bytes);
  const toTell = changesOf(request, formed, timetable);
  if (toTell !== undefined) files.set('to-tell.csv', joinParts([...toTell]));
  return files;
}

/** The plan for those who look rather than read. */
async function writeDocuments(document: PlanDocument): Promise<OutputFiles> {
  const { writePlanWorkbook } = await import('../writers/workbook/plan-workbook.js');
  const { writePlanPage } = await import('../writers/html/plan-page.js');
  return new Map([
    ['plan.xlsx', await writePlanWorkbook(document)],
    [PAGE_NAME, encodeUtf8(await writePlanPage(document))],
  ]);
}

function fairnessOf(groups: readonly Group[], { fairness }: TimetableFigures, output: OutputOptions): string {
  return writeFairness({ groups, fairness, ...output });
}

/** Who has to be told what: a header alone where nobody has to, lest somebody take the list of another day. */
function changesOf(
  { module, output, before, earlier, listsChanges }: PlanRequest,
  { grouping: { groups, assignment } }: FormedGroups,
  timetable: Timetable | undefined,
): Iterable<Uint8Array> | undefined {
  const { programme, cohort } = module;
  if (listsChanges !== true || programme === undefined || timetable === undefined) return undefined;
  const { pseudonyms } = output;
  const people = { groups, cohort, assignment, pseudonyms, ...(earlier === undefined ? {} : { earlier }) };
  const published = { before: before?.rows ?? [], today: before?.today ?? '' };
  const view = viewTimetable('changes', { timetable, programme, ...people, ...published });
  return writeViewParts({ view, ...output });
}

function calendarsOf(
  { module, output, calendars, before }: PlanRequest,
  { grouping }: FormedGroups,
  timetable: Timetable | undefined,
): ReadonlyMap<string, string> {
  const { programme } = module;
  if (calendars === undefined || programme === undefined || timetable === undefined) return new Map();
  const { language, pseudonyms, readership = 'coordinator' } = output;
  // That of one person is that person's alone.
  const people = calendars.people && readership === 'coordinator';
  const { published } = calendars;
  const known = published === undefined ? {} : { calendars: published };
  return writeCalendars({
    module,
    programme,
    grouping,
    timetable,
    ...(before === undefined ? {} : { published: { ...before, ...known } }),
    language,
    pseudonyms,
    people,
  });
}
