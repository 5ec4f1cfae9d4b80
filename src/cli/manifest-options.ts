import type { ManifestOptions } from '../domain/manifest.js';
import { budgetOf, proofLimitsOf } from '../usecases/search-options.js';
import type { OutputOptions } from '../usecases/list-groups.js';
import type { Flags } from './flags.js';

/** Flags that stand in for settings: a replay needs them, and the module's folder does not hold them. */
const SETTING_FLAGS = [
  'roster',
  'themes',
  'rules',
  'history',
  'sessions',
  'rooms',
  'witnesses',
  'availability',
  'travel',
  'hearings',
  'size',
  'count',
  'balance',
  'roles',
  'title',
  'seed',
  'lang',
  'keep',
  'today',
  'partial',
  'maxMoves',
  'modules',
  'rounds',
] as const;

/** What a manifest keeps of the flags. */
export function manifestOptionsOf(
  flags: Flags,
  { language, dialect, pseudonyms, readership = 'coordinator' }: OutputOptions,
  people: number,
): ManifestOptions {
  const given = SETTING_FLAGS.flatMap((name) => {
    const value = flags[name];
    return value === undefined
      ? []
      : [[name, typeof value === 'number' || typeof value === 'boolean' ? String(value) : value] as const];
  });
  return {
    effort: flags.effort,
    starts: flags.starts?.count ?? budgetOf({ effort: flags.effort }, people).starts,
    ...(flags.starts === undefined || flags.starts.first === 0 ? {} : { firstStart: flags.starts.first }),
    ...(flags.shard === undefined ? {} : { shard: flags.shard }),
    timeLimit: flags.timeLimit ?? null,
    language,
    csv: dialect,
    pseudonyms,
    ...(readership === 'coordinator' ? {} : { readership }),
    ...(flags.prove === true ? { prove: proofLimitsOf(flags.effort).nodes } : {}),
    ...(flags.calendars === false ? { calendars: 'none' } : {}),
    ...(flags.personCalendars === true ? { calendars: 'people' } : {}),
    flags: Object.fromEntries(given),
  };
}
