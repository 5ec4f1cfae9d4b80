import { hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { Manifest, ManifestSearch } from '../domain/manifest.js';
import type { Language } from '../domain/settings.js';
import type { SearchTrace } from '../engine/restarts.js';
import { createProver, type ProofTrace } from '../proof/prover.js';
import type { InputRecord } from './files.js';
import { findSettings, inputNameOf, withoutRepeats } from './manifest-inputs.js';
import { plan, type PlanRequest } from './plan.js';
import { readModule } from './read-module.js';
import { calendarsBeside, readCalendars, readPublished, type PublishedCalendarsInput } from './read-published.js';
import type { ReplayMeans, ReplayRequest, ReplayResult } from './replays.js';
import { proofLimitsOf } from './search-options.js';
import { flagsOfManifest, settingsOfFlags, type KeepFlags } from './setting-flags.js';

/** Runs `plan` again as its manifest says: the same starts, each as far as it came, and a proof as far as it came. */
export async function replayPlan({ manifest, source, means }: ReplayRequest): Promise<ReplayResult> {
  const { options } = manifest;
  const flags = flagsOfManifest(options, (typed) => inputNameOf(typed, manifest));
  const overrides = settingsOfFlags(flags);
  const settingsFile = findSettings(manifest)?.name;
  const language: { language?: Language } = settingsFile === undefined ? { language: options.language } : {};
  const request = {
    ...(settingsFile === undefined ? {} : { settingsFile }),
    folder: '',
    overrides: { ...language, ...overrides.value },
    isLean: true,
  };
  means.onStage?.('read');
  const { module, diagnostics, inputs } = await readModule(source, request);
  if (module === undefined) return refuse([...overrides.diagnostics, ...diagnostics]);
  const published = await readPublished(module, flags, source);
  if (hasError(published.diagnostics)) return refuse(published.diagnostics);
  const beside = await readCalendarsAgain(manifest, flags, source);
  const read = withoutRepeats([...inputs, ...published.inputs, ...beside.inputs]);
  const result = await plan({
    module,
    seed: module.settings.seed,
    ...searchAgain(manifest, means),
    output: { language: module.settings.language, dialect: options.csv, pseudonyms: options.pseudonyms },
    ...(options.calendars === 'none'
      ? {}
      : { calendars: { people: options.calendars === 'people', ...beside.calendars } }),
    inputs: read.map((input) => withCopy(input, manifest)),
    ...(published.before === undefined ? {} : { before: published.before }),
    ...(published.earlier === undefined ? {} : { earlier: published.earlier.assignment }),
    listsChanges: flags.keep !== undefined,
    isPartial: flags.partial === true,
    version: manifest.brassage,
    options,
  });
  return result.status === 'planned' ? { files: result.files } : refuse(result.reasons);
}

/** The search of a manifest and its proof, to go the same way again. */
function searchAgain(
  { options, search }: Manifest,
  { control, observe, onStage, createRunner, createProver: proverOf = createProver }: ReplayMeans,
): Pick<PlanRequest, 'search' | 'trace' | 'control' | 'observe' | 'onStage' | 'createRunner' | 'proof'> {
  const { effort, starts, firstStart = 0, prove } = options;
  const trace = traceOf(search);
  return {
    search: { effort, starts, first: firstStart },
    ...(trace === undefined ? {} : { trace }),
    ...(control === undefined ? {} : { control }),
    ...(observe === undefined ? {} : { observe }),
    ...(onStage === undefined ? {} : { onStage }),
    ...(createRunner === undefined ? {} : { createRunner }),
    ...(prove === undefined
      ? {}
      : { proof: { prover: proverOf(proofTraceOf(search)), limits: { ...proofLimitsOf(effort), nodes: prove } } }),
  };
}

function traceOf({ starts, stopped }: ManifestSearch): SearchTrace | undefined {
  return starts.length === 0 ? undefined : { starts, stopped };
}

/** Where a proof was cut short; `undefined` where it was not. One that has nodes had told its first finding, also where that was not counted. */
function proofTraceOf({ proof }: ManifestSearch): ProofTrace | undefined {
  if (proof?.outcome !== 'time-limit' && proof?.outcome !== 'interrupted') return undefined;
  return { cut: proof.outcome, told: proof.told ?? Math.min(1, proof.nodes) };
}

/** The calendars that were read then, whatever lies beside the list now. */
async function readCalendarsAgain(
  { inputs, options }: Manifest,
  { keep }: KeepFlags,
  source: ReplayRequest['source'],
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

function withCopy(input: InputRecord, { inputs }: Manifest): InputRecord {
  const copy = inputs.find(({ name }) => name === input.name)?.copy;
  return copy === undefined ? input : { ...input, copy };
}

function refuse(reasons: readonly Diagnostic[]): ReplayResult {
  return { files: undefined, reasons };
}
