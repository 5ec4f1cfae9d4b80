import type { InputDigest, Manifest } from '../domain/manifest.js';
import type { InputRecord } from './files.js';
import { groupsBeside, timetableBeside } from './read-groups-beside.js';
import { calendarsBeside } from './read-published.js';
import { filesOfFlags } from './setting-flags.js';

/** What a manifest knows of the files that a plan was made from. */
type Known = Pick<Manifest, 'inputs' | 'options'>;

/** The settings file among the inputs: the one in the module's folder itself that is no table; `undefined` for a plan made by flags alone. */
export function findSettings({ inputs, options }: Known): InputDigest | undefined {
  const byFlags = new Set(filesOfFlags(options));
  return inputs.find(({ name }) => /^[^/]+\.toml$/i.test(name) && !byFlags.has(name));
}

/** Whether an input goes by the name that a flag gave it, and not by its name in the module's folder. */
export function isNamedByFlags(name: string, { inputs, options }: Known): boolean {
  const { keep } = options.flags;
  if (typeof keep === 'string' && isBeside(name, keep)) return true;
  return filesOfFlags(options).some(
    (typed) => inputNameOf(typed, { inputs, options }) === name && name.endsWith(typed),
  );
}

/** Whether a file is one that is read because it lies beside the list that was kept. */
function isBeside(name: string, list: string): boolean {
  if (name === groupsBeside(list) || name === timetableBeside(list)) return true;
  return name.startsWith(calendarsBeside(list)) && name.endsWith('.ics');
}

/** What the manifest calls a file that a flag named: as typed, unless it lies in the module's folder or bears the name of a file there. */
export function inputNameOf(typed: string, { inputs, options }: Known): string {
  const names = new Set(inputs.map(({ name }) => name));
  const apart = `./${typed}`;
  if (names.has(apart) && !filesOfFlags(options).includes(apart)) return apart;
  for (let name = typed; ; name = name.slice(name.indexOf('/') + 1)) {
    if (names.has(name)) return name;
    if (!name.includes('/')) return typed;
  }
}

/** Inputs, each once: the list of groups beside a timetable may be one of the history too. */
export function withoutRepeats(inputs: readonly InputRecord[]): readonly InputRecord[] {
  const first = new Map<string, InputRecord>();
  return inputs.filter((input) => {
    const known = first.get(input.name);
    if (known === undefined) first.set(input.name, input);
    return known === undefined || !isSame(known.bytes, input.bytes);
  });
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
