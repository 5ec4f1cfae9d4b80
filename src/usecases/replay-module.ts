import { hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { Manifest } from '../domain/manifest.js';
import type { Language } from '../domain/settings.js';
import type { FileSource, InputRecord } from './files.js';
import { findSettings, inputNameOf, withoutRepeats } from './manifest-inputs.js';
import type { PlanRequest } from './plan.js';
import { readModule, type ModuleReading } from './read-module.js';
import {
  calendarsBeside,
  readCalendars,
  readPublished,
  type EarlierGroupsRequest,
  type PublishedCalendarsInput,
  type PublishedInput,
} from './read-published.js';
import type { ReplayMeans, ReplayRequest, ReplayResult } from './replays.js';
import {
  flagsOfManifest,
  settingsOfFlags,
  type KeepFlags,
  type RotationFlags,
  type SettingFlags,
} from './setting-flags.js';

export type ReplayFlags = SettingFlags & KeepFlags & RotationFlags;

/** The flags of a manifest, files by the names that the manifest gives them. */
export function replayFlags(manifest: Manifest): ReplayFlags {
  return flagsOfManifest(manifest.options, (typed) => inputNameOf(typed, manifest));
}

/** Reads the module of a manifest again. @param keep The list whose groups go on; absent: none. */
export async function readModuleAgain(
  { manifest, source, means }: ReplayRequest,
  flags: ReplayFlags,
  keep?: string,
): Promise<ModuleReading> {
  const overrides = settingsOfFlags(flags);
  const settingsFile = findSettings(manifest)?.name;
  const language: { language?: Language } = settingsFile === undefined ? { language: manifest.options.language } : {};
  means.onStage?.('read');
  const reading = await readModule(source, {
    ...(settingsFile === undefined ? {} : { settingsFile }),
    folder: '',
    overrides: { ...language, ...overrides.value },
    isLean: true,
    ...(keep === undefined ? {} : { keep }),
  });
  return { ...reading, diagnostics: [...overrides.diagnostics, ...reading.diagnostics] };
}

/** What was published before, as it was read then. */
export interface PublishedAgain {
  readonly published: PublishedInput;
  readonly calendars: PublishedCalendarsInput['calendars'];
  /** Every file that was read, the module's first. */
  readonly inputs: readonly InputRecord[];
  /** An error, if one forbids going on. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads again what was published before, and numbers all inputs as the manifest does. @param keep Name of the timetable; absent: none was kept. */
export async function readPublishedAgain(
  { manifest, source }: Pick<ReplayRequest, 'manifest' | 'source'>,
  { module, inputs }: Required<Pick<ModuleReading, 'module' | 'inputs'>>,
  { keep, today }: KeepFlags,
  groups?: EarlierGroupsRequest,
): Promise<PublishedAgain> {
  const flags = { ...(keep === undefined ? {} : { keep }), ...(today === undefined ? {} : { today }) };
  const published = await readPublished(module, flags, source, groups);
  const beside = await readCalendarsAgain(manifest, keep, source);
  const read = withoutRepeats([...inputs, ...published.inputs, ...beside.inputs]);
  return {
    published,
    calendars: beside.calendars,
    inputs: withCopies(read, manifest),
    diagnostics: hasError(published.diagnostics) ? published.diagnostics : [],
  };
}

/** What a manifest says of the outputs, whatever they are made of. */
export function outputsAgain(
  { options, brassage }: Manifest,
  { language }: { readonly language: Language },
  calendars: PublishedCalendarsInput['calendars'],
): Pick<PlanRequest, 'output' | 'calendars' | 'version' | 'options'> {
  return {
    output: {
      language,
      dialect: options.csv,
      pseudonyms: options.pseudonyms,
      ...(options.readership === undefined ? {} : { readership: options.readership }),
    },
    ...(options.calendars === 'none' ? {} : { calendars: { people: options.calendars === 'people', ...calendars } }),
    version: brassage,
    options,
  };
}

/** How a run is made again that nothing of what comes out depends on. */
export function meansAgain({
  control,
  observe,
  onStage,
  createRunner,
}: ReplayMeans): Pick<PlanRequest, 'control' | 'observe' | 'onStage' | 'createRunner'> {
  return {
    ...(control === undefined ? {} : { control }),
    ...(observe === undefined ? {} : { observe }),
    ...(onStage === undefined ? {} : { onStage }),
    ...(createRunner === undefined ? {} : { createRunner }),
  };
}

/** The calendars that were read then, whatever lies beside the list now. */
async function readCalendarsAgain(
  { inputs, options }: Manifest,
  keep: string | undefined,
  source: FileSource,
): Promise<PublishedCalendarsInput> {
  if (keep === undefined || keep === '-' || options.calendars === 'none')
    return { calendars: {}, diagnostics: [], inputs: [] };
  const folder = calendarsBeside(keep);
  const names = inputs.map(({ name }) => name).filter((name) => name.startsWith(folder) && name.endsWith('.ics'));
  return readCalendars(
    folder,
    names.map((name) => name.slice(folder.length)),
    source,
  );
}

/** Inputs with the copies that the manifest has of them. */
export function withCopies(inputs: readonly InputRecord[], manifest: Manifest): readonly InputRecord[] {
  return inputs.map((input) => withCopy(input, manifest));
}

function withCopy(input: InputRecord, { inputs }: Manifest): InputRecord {
  const copy = inputs.find(({ name }) => name === input.name)?.copy;
  return copy === undefined ? input : { ...input, copy };
}

/** Why a run gives nothing when it is made again. */
export function refuse(reasons: readonly Diagnostic[]): ReplayResult {
  return { files: undefined, reasons };
}
