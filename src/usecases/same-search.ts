import type { PlanDifference } from '../domain/diagnostics/plans.js';
import type { Manifest } from '../domain/manifest.js';

/** Hexadecimal digits of a digest that are shown. */
const SHOWN_DIGITS = 8;

/**
 * What must be the same in two manifests for their starts to belong to one search: everything but which of the starts ran, and what came
 * of them. The fields go by their names in the file; empty when nothing differs.
 */
export function differencesOf(here: Manifest, there: Manifest): readonly PlanDifference[] {
  const [ours, theirs] = [searchFields(here), searchFields(there)];
  const fields = new Set([...theirs.keys(), ...ours.keys()]);
  return [...fields].flatMap((field) => {
    const difference = { field, here: ours.get(field) ?? '', there: theirs.get(field) ?? '' };
    return difference.here === difference.there ? [] : [shorten(difference)];
  });
}

/** The same text for the manifests of one search, and for no others. */
export function searchKey(manifest: Manifest): string {
  return JSON.stringify([...searchFields(manifest)]);
}

function searchFields({ manifest, brassage, command, title, seed, options, inputs }: Manifest): Map<string, string> {
  const { starts: _starts, firstStart: _firstStart, shard: _shard, flags, ...rest } = options;
  return new Map([
    ...Object.entries({ manifest, brassage, command, title, seed }).map(([key, value]) => [key, shown(value)] as const),
    ...Object.entries(rest).map(([key, value]) => [`options.${key}`, shown(value)] as const),
    ...Object.entries(flags).map(([key, value]) => [`options.flags.${key}`, shown(value)] as const),
    ...inputs.map(({ name, sha256 }) => [`inputs ${name}`, sha256] as const),
  ]);
}

function shown(value: unknown): string {
  return JSON.stringify(value);
}

function shorten({ field, here, there }: PlanDifference): PlanDifference {
  const digits = (text: string) => (text === '' ? '' : `${text.slice(0, SHOWN_DIGITS)}…`);
  return field.startsWith('inputs ') ? { field, here: digits(here), there: digits(there) } : { field, here, there };
}
