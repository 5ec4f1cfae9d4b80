import { append } from '../domain/append.js';
import type { ManifestOptions } from '../domain/manifest.js';
import type { Language, Settings, TimetableSettings } from '../domain/settings.js';
import { splitSheetName, withoutSheet } from '../domain/sheet-name.js';
import type { Source } from '../domain/source.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { Reading } from '../readers/reading.js';
import { parseRoles } from '../readers/role-reader.js';
import { flagSource, parseBalance, parseRoster, parseSize } from '../readers/settings-values.js';

/** What flags say in place of the settings file, as typed. */
export interface SettingFlags {
  readonly roster?: readonly string[];
  readonly themes?: string;
  readonly rules?: string;
  readonly history?: readonly string[];
  readonly sessions?: string;
  readonly rooms?: string;
  readonly travel?: string;
  readonly witnesses?: string;
  readonly availability?: string;
  readonly hearings?: number;
  readonly size?: string;
  readonly count?: number;
  readonly balance?: string;
  readonly roles?: string;
  readonly title?: string;
  readonly seed?: string;
  readonly lang?: Language;
}

/** What was published before, as flags name it. */
export interface KeepFlags {
  readonly keep?: string;
  /** `YYYY-MM-DD`. */
  readonly today?: string;
  readonly partial?: boolean;
  /** Most people who may change groups. */
  readonly maxMoves?: number;
}

/** What a rotation plans: one of the two. */
export interface RotationFlags {
  readonly modules?: number;
  readonly rounds?: number;
}

/** Flags whose value names a file, or several, each after a school and `=`. */
const FILE_FLAGS: ReadonlySet<string> = new Set([
  'roster',
  'themes',
  'rules',
  'history',
  'sessions',
  'rooms',
  'travel',
  'witnesses',
  'availability',
  'keep',
]);

/** Flags that may be given several times. */
const LIST_FLAGS: ReadonlySet<string> = new Set(['roster', 'history']);

/** Flags whose value is a whole number. */
const NUMBER_FLAGS: ReadonlySet<string> = new Set(['hearings', 'count', 'maxMoves', 'modules', 'rounds']);

/** The settings that flags give. Every value that is none is an error under the flag's name. */
export function settingsOfFlags(flags: SettingFlags): Reading<Partial<Settings>> {
  const diagnostics: Diagnostic[] = [];
  const parsed = <Key extends keyof Settings>(
    key: Key,
    flag: string,
    parse: (text: string, source: Source) => Reading<Settings[Key] | undefined>,
    text: string | undefined,
  ): Partial<Settings> => {
    if (text === undefined) return {};
    const { value, diagnostics: found } = parse(text, flagSource(flag));
    append(diagnostics, found);
    return value === undefined ? {} : { [key]: value };
  };
  const rosters = (flags.roster ?? []).flatMap((text) => {
    const { value, diagnostics: found } = parseRoster(text, flagSource('--roster'));
    append(diagnostics, found);
    return value === undefined ? [] : [value];
  });
  const timetable = timetableOf(flags);
  const value: Partial<Settings> = {
    ...(flags.roster === undefined ? {} : { rosters }),
    ...(flags.themes === undefined ? {} : { themesFile: flags.themes }),
    ...(flags.rules === undefined ? {} : { rulesFile: flags.rules }),
    ...(flags.history === undefined ? {} : { history: flags.history.map((groups) => ({ groups })) }),
    ...parsed('groupSize', '--size', parseSize, flags.size),
    ...(flags.count === undefined ? {} : { groupCount: flags.count }),
    ...parsed('balance', '--balance', parseBalance, flags.balance),
    ...parsed('roles', '--roles', parseRoles, flags.roles),
    ...(flags.title === undefined ? {} : { title: flags.title }),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    ...(flags.lang === undefined ? {} : { language: flags.lang }),
    ...(timetable === undefined ? {} : { timetable: timetable as TimetableSettings }),
  };
  return { value, diagnostics };
}

/** The part of the timetable's settings that flags give; the module's own settings complete it. */
function timetableOf(flags: SettingFlags): Partial<TimetableSettings> | undefined {
  const { sessions, rooms, witnesses, availability, travel, hearings } = flags;
  const given = {
    ...(sessions === undefined ? {} : { sessions }),
    ...(rooms === undefined ? {} : { rooms }),
    ...(witnesses === undefined ? {} : { witnesses }),
    ...(availability === undefined ? {} : { availability }),
    ...(travel === undefined ? {} : { travel }),
    ...(hearings === undefined ? {} : { hearingsPerGroup: hearings }),
  };
  return Object.keys(given).length === 0 ? undefined : given;
}

/** The flags that a manifest keeps, as they were typed, but that files go by other names. @param nameOf is asked for files, not for sheets. */
export function flagsOfManifest(
  { flags }: Pick<ManifestOptions, 'flags'>,
  nameOf: (typed: string) => string,
): SettingFlags & KeepFlags & RotationFlags {
  const rename = (typed: string): string => {
    const { file, sheet } = splitSheetName(typed);
    return sheet === undefined ? nameOf(file) : `${nameOf(file)}#${sheet}`;
  };
  // A manifest may come from anywhere: what has no right shape says nothing.
  const shaped = Object.entries(flags).filter(([flag, value]) => LIST_FLAGS.has(flag) === (typeof value !== 'string'));
  const entries = shaped.map(([flag, value]): [string, unknown] => {
    if (NUMBER_FLAGS.has(flag)) return [flag, Number.isSafeInteger(Number(value)) ? Number(value) : 0];
    if (flag === 'lang') return [flag, value === 'en' ? 'en' : 'fr'];
    if (flag === 'partial') return [flag, value === 'true'];
    if (!FILE_FLAGS.has(flag)) return [flag, value];
    if (typeof value === 'string') return [flag, rename(value)];
    return [flag, flag === 'roster' ? value.map((text) => renameRoster(text, rename)) : value.map(rename)];
  });
  return Object.fromEntries(entries);
}

/** Every file that the flags of a manifest name, as typed, without the names of sheets. */
export function filesOfFlags({ flags }: Pick<ManifestOptions, 'flags'>): readonly string[] {
  return Object.entries(flags).flatMap(([flag, value]) => {
    if (!FILE_FLAGS.has(flag)) return [];
    if (typeof value === 'string') return [withoutSheet(value)];
    return value.map((text) => withoutSheet(flag === 'roster' ? fileOfRoster(text) : text));
  });
}

function renameRoster(text: string, nameOf: (typed: string) => string): string {
  return `${text.slice(0, text.indexOf('=') + 1)}${nameOf(fileOfRoster(text))}`;
}

function fileOfRoster(text: string): string {
  return text.slice(text.indexOf('=') + 1).trim();
}
