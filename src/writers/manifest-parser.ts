import { CSV_DIALECTS } from '../domain/csv-dialect.js';
import { PROOF_OUTCOMES } from '../domain/certificate.js';
import { staysInside } from '../domain/file-name.js';
import {
  CALENDAR_CHOICES,
  STOP_REASONS,
  type FileDigest,
  type InputDigest,
  type Manifest,
  type ManifestStart,
} from '../domain/manifest.js';
import { READERSHIPS } from '../domain/readership.js';

type Json = Readonly<Record<string, unknown>>;

/** Version of the shape that this version writes, and reads. */
const SHAPE = 1;

/** What is no manifest that can be read here: none at all, or one of a later shape, with the version that wrote it if it says so. */
export type UnreadManifest = 'damaged' | { readonly shape: number; readonly brassage: string };

/**
 * The manifest in some text, or `undefined` when it is not one of ours, or of a shape that this version does not know: whoever asks must
 * then leave the file and its folder alone. Keys that this version does not know are let pass. Never throws.
 */
export function parseManifest(text: string): Manifest | undefined {
  const read = readManifestText(text);
  return typeof read === 'string' || 'shape' in read ? undefined : read;
}

/** As {@link parseManifest}, but tells why there is none. */
export function readManifestText(text: string): Manifest | UnreadManifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'damaged';
  }
  if (isManifest(json)) return json;
  if (!isObject(json) || !Number.isSafeInteger(json.manifest) || Number(json.manifest) <= SHAPE) return 'damaged';
  return { shape: Number(json.manifest), brassage: isText(json.brassage) ? json.brassage : '' };
}

function isManifest(value: unknown): value is Manifest {
  return (
    isObject(value) &&
    value.manifest === SHAPE &&
    ['brassage', 'command', 'title', 'seed'].every((key) => isText(value[key])) &&
    isOptions(value.options) &&
    isListOf(value.inputs, isInput) &&
    isListOf(value.outputs, isOutput) &&
    isScore(value.score) &&
    isObject(value.search) &&
    isOneOf(value.search.stopped, STOP_REASONS) &&
    isListOf(value.search.starts, isStart) &&
    (value.search.pieces === undefined || isWhole(value.search.pieces)) &&
    (value.search.proof === undefined || isProof(value.search.proof))
  );
}

function isOptions(value: unknown): boolean {
  return (
    isObject(value) &&
    isWhole(value.effort) &&
    isWhole(value.starts) &&
    (value.firstStart === undefined || isWhole(value.firstStart)) &&
    (value.shard === undefined || isShard(value.shard)) &&
    (value.timeLimit === null || typeof value.timeLimit === 'number') &&
    isOneOf(value.language, ['fr', 'en']) &&
    isOneOf(value.csv, CSV_DIALECTS) &&
    typeof value.pseudonyms === 'boolean' &&
    (value.readership === undefined || isOneOf(value.readership, READERSHIPS)) &&
    (value.prove === undefined || isWhole(value.prove)) &&
    (value.calendars === undefined || isOneOf(value.calendars, CALENDAR_CHOICES)) &&
    isObject(value.flags) &&
    Object.values(value.flags).every((flag) => isText(flag) || isListOf(flag, isText))
  );
}

function isShard(value: unknown): boolean {
  return isObject(value) && isWhole(value.index) && isWhole(value.of);
}

function isScore(value: unknown): boolean {
  return (
    isObject(value) &&
    isWhole(value.hard) &&
    isText(value.value) &&
    (value.bound === null || isText(value.bound)) &&
    (value.gap === null || isText(value.gap))
  );
}

function isStart(value: unknown): value is ManifestStart {
  if (!isObject(value) || (value.cut !== undefined && value.cut !== true)) return false;
  return ['start', 'proposals', 'hard', 'soft'].every((key) => isWhole(value[key]));
}

/** A file of the plan's own folder: what reads or replaces a plan must not be led out of it. */
function isOutput(value: unknown): value is FileDigest {
  return isFileDigest(value) && staysInside(value.name);
}

function isInput(value: unknown): value is InputDigest {
  if (!isObject(value)) return false;
  const { copy } = value;
  return isFileDigest(value) && (copy === undefined || (isText(copy) && staysInside(copy)));
}

function isProof(value: unknown): boolean {
  return (
    isObject(value) &&
    isOneOf(value.outcome, PROOF_OUTCOMES) &&
    isWhole(value.nodes) &&
    (value.told === undefined || isWhole(value.told))
  );
}

function isFileDigest(value: unknown): value is FileDigest {
  return (
    isObject(value) &&
    isText(value.name) &&
    isWhole(value.bytes) &&
    isText(value.sha256) &&
    /^[0-9a-f]{64}$/.test(value.sha256)
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isOneOf(value: unknown, choices: readonly string[]): boolean {
  return isText(value) && choices.includes(value);
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}
