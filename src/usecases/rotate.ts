import type { Diagnostic } from '../domain/diagnostic.js';
import type { Manifest, ManifestOptions } from '../domain/manifest.js';
import { rotationFolder, type RotationKind } from '../domain/rotation-kind.js';
import { MANIFEST_NAME, writeManifest } from '../writers/manifest.js';
import { writeMeetings } from '../writers/meeting-list.js';
import { writeRotation } from '../writers/rotation-list.js';
import { encodeUtf8, joinParts } from '../writers/utf8.js';
import { digestInputs, digestOutputs } from './digest-files.js';
import type { InputRecord, OutputFiles } from './files.js';
import { formRotation, type FormedRotation, type RotationGroupsRequest } from './form-rotation.js';
import { listGroups, type OutputOptions } from './list-groups.js';
import { scoreOfCertified } from './manifest-score.js';

export interface RotateRequest extends RotationGroupsRequest {
  readonly kind: RotationKind;
  readonly output: OutputOptions;
  readonly inputs: readonly InputRecord[];
  readonly version: string;
  readonly options: ManifestOptions;
}

export type RotateResult =
  | { readonly status: 'planned'; readonly formed: FormedRotation; readonly files: OutputFiles }
  | { readonly status: 'impossible'; readonly reasons: readonly Diagnostic[] };

/** Groups of several modules, or rounds of one day, at once, then every output file as bytes. Writes nothing. */
export async function rotate(request: RotateRequest): Promise<RotateResult> {
  const result = await formRotation(request);
  if (result.status === 'impossible') return result;
  request.onStage?.('write');
  return { status: 'planned', formed: result.formed, files: await writeFiles(request, result.formed) };
}

async function writeFiles(request: RotateRequest, formed: FormedRotation): Promise<OutputFiles> {
  const { module, kind, output, seed, inputs, version, options } = request;
  const { modules, meetings, score, stopped, proposals, pieces } = formed;
  const { cohort } = module;
  const groupings = modules.map(({ grouping }) => grouping);
  const files = new Map<string, Uint8Array>();
  files.set('rotation.csv', joinParts([...writeRotation({ cohort, groupings, kind, ...output })]));
  if ((output.readership ?? 'coordinator') === 'coordinator')
    files.set('meetings.csv', joinParts([...writeMeetings({ cohort, meetings, ...output })]));
  groupings.forEach((grouping, index) => {
    const name = `${rotationFolder(kind, index + 1)}/groups.csv`;
    files.set(name, encodeUtf8(listGroups(module, grouping, output)));
  });
  for (const { copy, bytes } of inputs) if (copy !== undefined) files.set(copy, bytes);
  const manifest: Manifest = {
    manifest: 1,
    brassage: version,
    command: 'rotate',
    title: module.settings.title,
    seed,
    options,
    inputs: await digestInputs(inputs),
    outputs: await digestOutputs(files),
    score: scoreOfCertified(formed.total, score.hard),
    search: { stopped, starts: [{ start: 0, proposals, ...score }], pieces },
  };
  files.set(MANIFEST_NAME, encodeUtf8(writeManifest(manifest)));
  return files;
}
