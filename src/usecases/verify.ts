import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { FileFailure } from '../domain/file-failure.js';
import type { FileDigest, InputDigest, Manifest } from '../domain/manifest.js';
import type { FileEdits } from '../domain/file-edits.js';
import { compareText } from '../domain/fold.js';
import { sha256 } from '../writers/digest.js';
import { readManifestText, type UnreadManifest } from '../writers/manifest-parser.js';
import { MANIFEST_NAME } from '../writers/manifest.js';
import { findEdits, type EditedPlan } from './file-edits.js';
import type { FileSource, OutputFiles } from './files.js';
import { findFirstDifference } from './first-difference.js';
import { replayOf, type ReplayMeans } from './replays.js';

/** A file where it was looked for. */
export interface FoundFile {
  /** As the person would name it. */
  readonly place: string;
  readonly bytes: Uint8Array | FileFailure;
}

export interface VerifyRequest {
  /** The plan's folder, as the person names it; before the names of its files in messages. */
  readonly folder: string;
  /** Files of the plan's folder, by their names in it. */
  readonly outputs: FileSource;
  /** Names of all files that are in it. */
  readonly present: readonly string[];
  /** Finds an input; asked once for each. */
  readonly findInput: (input: InputDigest, manifest: Manifest) => Promise<FoundFile>;
  /** Version of this program. */
  readonly version: string;
  readonly means?: ReplayMeans;
}

/** What became of a file that the manifest lists. */
export interface FileState {
  readonly name: string;
  readonly state: 'same' | 'changed' | 'missing';
  /** What was changed by hand. Absent: nothing, or it cannot be told in these words. */
  readonly edits?: FileEdits;
}

/**
 * How making the plan again ended: `same` to the byte, `different`, or not at all: `not-tried` for want of inputs or of a way to,
 * `failed` where it gives no plan, `interrupted` before it was done.
 */
export type MadeAgain = 'same' | 'different' | 'not-tried' | 'failed' | 'interrupted';

export interface Verification {
  /** Absent where there is none that can be read: then nothing else was looked at. */
  readonly manifest?: Manifest;
  readonly inputs: readonly FileState[];
  readonly outputs: readonly FileState[];
  /** Names of files in the folder that are none of the plan. */
  readonly added: readonly string[];
  readonly madeAgain: MadeAgain;
  /** What is amiss, and what is not promised; without an error, every byte is as it has to be. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Compared {
  readonly states: readonly FileState[];
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compares a plan with its manifest, its inputs with what they were, and, if these are all the same, every byte with what is made of them
 * again. It writes nothing.
 */
export async function verify(request: VerifyRequest): Promise<Verification> {
  const { folder, present, version, means = {} } = request;
  const at = (name: string) => ({ source: { file: `${folder}${name}` } });
  const bytes = await request.outputs(MANIFEST_NAME);
  const manifest = typeof bytes === 'string' ? bytes : readManifestText(new TextDecoder().decode(bytes));
  if (typeof bytes === 'string' || typeof manifest === 'string' || 'shape' in manifest)
    return { ...NOTHING, diagnostics: [refuseManifest(manifest, folder)] };

  means.onStage?.('read');
  const inputs = await compareInputs(request, manifest);
  const outputs = await compareOutputs(request, manifest);
  const listed = new Set([MANIFEST_NAME, ...manifest.outputs.map(({ name }) => name)]);
  const added = present.filter((name) => !listed.has(name)).sort(compareText);
  const diagnostics = [
    ...findOtherVersion(manifest, version, at(MANIFEST_NAME)),
    ...inputs.diagnostics,
    ...added.map((name) => diagnose('warning', 'verify.output-added', {}, at(name))),
  ];
  const known = { manifest, inputs: inputs.states, outputs: outputs.states, added };
  const end = (
    madeAgain: MadeAgain,
    found: readonly Diagnostic[],
    details: Partial<Verification> = {},
  ): Verification => ({
    ...known,
    ...details,
    madeAgain,
    diagnostics: [...diagnostics, ...found],
  });

  const { command } = manifest;
  const replay = replayOf(command);
  const isUnmade = (why: 'inputs' | 'command' | 'failed') =>
    diagnose('error', 'verify.not-made-again', { why, command }, at(MANIFEST_NAME));
  if (replay === undefined) return end('not-tried', [...outputs.diagnostics, isUnmade('command')]);
  if (hasError(inputs.diagnostics)) return end('not-tried', [...outputs.diagnostics, isUnmade('inputs')]);
  const source: FileSource = async (name) => inputs.bytes.get(name) ?? 'missing';
  const made = await replay({ manifest, source, means });
  if (means.control?.cut?.() !== undefined) return end('interrupted', outputs.diagnostics);
  if (made.files === undefined) return end('failed', [...outputs.diagnostics, ...made.reasons, isUnmade('failed')]);
  const there = new Map([...outputs.bytes, [MANIFEST_NAME, bytes]]);
  const others = await compareMade(made.files, there, manifest, at);
  const byHand = outputs.states.filter(({ name, state }) => state === 'changed' && !others.has(name));
  const plan = { module: made.module, pseudonyms: manifest.options.pseudonyms };
  const edits = findAllEdits(byHand, there, made.files, plan);
  const changed = outputs.diagnostics.map((diagnostic) =>
    withDifference(diagnostic, folder, there, made.files, others, edits),
  );
  const isSame = others.size === 0;
  const judged = isSame ? [] : judgeOthers([...others.values()], manifest, version, at(MANIFEST_NAME));
  const states = outputs.states.map((state): FileState => {
    const own = edits.get(state.name);
    return own === undefined ? state : { ...state, edits: own };
  });
  return end(isSame ? 'same' : 'different', [...changed, ...judged], { outputs: states });
}

const NOTHING: Omit<Verification, 'diagnostics'> = { inputs: [], outputs: [], added: [], madeAgain: 'not-tried' };

type Place = { readonly source: { readonly file: string } };

function refuseManifest(found: FileFailure | UnreadManifest | Manifest, folder: string): Diagnostic {
  const source = { file: `${folder}${MANIFEST_NAME}` };
  if (found === 'missing')
    return diagnose('error', 'verify.no-plan', {}, { source: { file: folder.replace(/(?<=.)\/$/, '') } });
  if (typeof found === 'string' && found !== 'damaged')
    return diagnose('error', 'file.unreadable', { reason: found }, { source });
  if (typeof found === 'object' && 'shape' in found)
    return diagnose('error', 'verify.newer-manifest', found, { source });
  return diagnose('error', 'verify.not-a-manifest', {}, { source });
}

/** Whether two versions are to make the same of the same: those that differ in their last number alone, see the policy of versions. */
function findOtherVersion({ brassage }: Manifest, version: string, place: Place): readonly Diagnostic[] {
  if (brassage === version) return [];
  const isPromised = lineOf(brassage) === lineOf(version);
  return [diagnose('warning', 'verify.other-version', { brassage, version, isPromised }, place)];
}

function lineOf(version: string): string {
  return /^\d+\.\d+(?=\.\d+$)/.exec(version)?.[0] ?? version;
}

/** What another version may make otherwise is no fault of the plan, and no proof of it either. */
function judgeOthers(
  others: readonly Diagnostic[],
  { brassage }: Manifest,
  version: string,
  place: Place,
): readonly Diagnostic[] {
  if (lineOf(brassage) === lineOf(version)) return others;
  const doubts = others.map((other): Diagnostic => ({ ...other, severity: 'warning' }));
  return [...doubts, diagnose('error', 'verify.other-draw', { brassage, version }, place)];
}

async function compareInputs({ findInput }: VerifyRequest, manifest: Manifest): Promise<Compared> {
  const states: FileState[] = [];
  const bytes = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  for (const input of manifest.inputs) {
    const found = await findInput(input, manifest);
    const source = { source: { file: found.place } };
    const state = await stateOf(input, found.bytes);
    states.push({ name: input.name, state });
    if (typeof found.bytes === 'string')
      diagnostics.push(diagnose('error', 'verify.input-missing', { reason: found.bytes }, source));
    else if (state === 'same') bytes.set(input.name, found.bytes);
    else {
      const sizes = { bytes: found.bytes.length, was: input.bytes };
      diagnostics.push(diagnose('error', 'verify.input-changed', sizes, source));
    }
  }
  return { states, bytes, diagnostics };
}

async function compareOutputs({ folder, outputs }: VerifyRequest, manifest: Manifest): Promise<Compared> {
  const states: FileState[] = [];
  const bytes = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  for (const output of manifest.outputs) {
    const found = await outputs(output.name);
    const source = { source: { file: `${folder}${output.name}` } };
    const state = await stateOf(output, found);
    states.push({ name: output.name, state });
    if (typeof found === 'string')
      diagnostics.push(diagnose('error', 'verify.output-missing', { reason: found }, source));
    else {
      bytes.set(output.name, found);
      if (state === 'changed') diagnostics.push(diagnose('error', 'verify.output-changed', {}, source));
    }
  }
  return { states, bytes, diagnostics };
}

async function stateOf({ bytes, sha256: digest }: FileDigest, found: Uint8Array | FileFailure) {
  if (typeof found === 'string') return 'missing';
  return found.length === bytes && (await sha256(found)) === digest ? 'same' : 'changed';
}

/** By name, the files that are made otherwise now than they were made then; what somebody changed since is not among them. */
async function compareMade(
  made: OutputFiles,
  there: ReadonlyMap<string, Uint8Array>,
  manifest: Manifest,
  at: (name: string) => Place,
): Promise<ReadonlyMap<string, Diagnostic>> {
  const others = new Map<string, Diagnostic>();
  const put = (name: string, which: 'differs' | 'made-then-only' | 'made-now-only', now?: Uint8Array) => {
    const file = there.get(name);
    const difference = now && file && findFirstDifference(file, now);
    const { source } = at(name);
    const line = difference?.kind === 'line' ? { line: difference.line } : {};
    const facts = { which, ...(difference === undefined ? {} : { difference }) };
    others.set(name, diagnose('error', 'verify.other-result', facts, { source: { ...source, ...line } }));
  };
  const listed = new Map(manifest.outputs.map((output) => [output.name, output]));
  for (const [name, output] of listed) {
    const now = made.get(name);
    if (now === undefined) put(name, 'made-then-only');
    else if ((await stateOf(output, now)) !== 'same') put(name, 'differs', now);
  }
  for (const name of made.keys()) if (name !== MANIFEST_NAME && !listed.has(name)) put(name, 'made-now-only');
  const manifestNow = made.get(MANIFEST_NAME);
  const manifestThere = there.get(MANIFEST_NAME);
  if (manifestNow !== undefined && manifestThere !== undefined && findFirstDifference(manifestThere, manifestNow))
    put(MANIFEST_NAME, 'differs', manifestNow);
  return others;
}

/** By name, what was changed in files that are made again as the manifest says, where it can be told in the words of a plan. */
function findAllEdits(
  files: readonly FileState[],
  there: ReadonlyMap<string, Uint8Array>,
  made: OutputFiles,
  plan: EditedPlan,
): ReadonlyMap<string, FileEdits> {
  const edits = new Map<string, FileEdits>();
  for (const { name } of files) {
    const [now, written] = [there.get(name), made.get(name)];
    const found = now && written && findEdits({ name, written, now }, plan);
    if (found !== undefined) edits.set(name, found);
  }
  return edits;
}

/** Adds to a file that was changed by hand what was written there, which is known where it is made again as the manifest says. */
function withDifference(
  diagnostic: Diagnostic,
  folder: string,
  there: ReadonlyMap<string, Uint8Array>,
  made: OutputFiles,
  others: ReadonlyMap<string, Diagnostic>,
  edits: ReadonlyMap<string, FileEdits>,
): Diagnostic {
  const name = diagnostic.source?.file.slice(folder.length) ?? '';
  const [file, now] = [there.get(name), made.get(name)];
  if (diagnostic.code !== 'verify.output-changed' || others.has(name) || file === undefined || now === undefined)
    return diagnostic;
  const difference = findFirstDifference(file, now);
  if (difference === undefined) return diagnostic;
  const line = difference.kind === 'line' ? { line: difference.line } : {};
  const source = { file: `${folder}${name}`, ...line };
  const own = edits.get(name);
  const facts = { difference, ...(own === undefined ? {} : { edits: own }) };
  return diagnose('error', 'verify.output-changed', facts, { source });
}
