import { append } from '../domain/append.js';
import type { Availability } from '../domain/availability.js';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import { REFERENCE_KINDS, type ReferenceKind } from '../domain/diagnostics/input.js';
import { layOutGroups, type GroupLayoutRequest } from '../domain/group-layout.js';
import { withLayoutChanges } from '../domain/layout-change.js';
import type { EarlierModule } from '../domain/history.js';
import type { Group } from '../domain/group.js';
import { findModuleExcess } from '../domain/limits.js';
import type { Module, Programme } from '../domain/module.js';
import { copyParticipant } from '../domain/participant.js';
import { attributeOf, type Cohort } from '../domain/roster.js';
import type { Session } from '../domain/session.js';
import type { EarlierFiles, Settings, TimetableSettings } from '../domain/settings.js';
import { readAvailability } from '../readers/availability-reader.js';
import { decodeText } from '../readers/decode.js';
import { loadEncodings } from '../readers/encodings.js';
import { nearest } from '../readers/nearest.js';
import type { InputFile, Reading } from '../readers/reading.js';
import { readRooms } from '../readers/room-reader.js';
import { readRosters, type RosterFile } from '../readers/roster-reader.js';
import { readRules } from '../readers/rule-reader.js';
import { readSessions } from '../readers/session-reader.js';
import { readSettings } from '../readers/settings-reader.js';
import { defaultSettings } from '../readers/settings-values.js';
import { readThemes } from '../readers/theme-reader.js';
import { readTravel } from '../readers/travel-reader.js';
import { readWitnesses } from '../readers/witness-reader.js';
import { chooseBalance } from './choose-balance.js';
import { chooseRoles } from './choose-roles.js';
import { isConsequence, isLoss } from './consequences.js';
import type { FileSource, InputRecord } from './files.js';
import { explainGone, keepGroups, type KeptGroups } from './keep-groups.js';
import { withoutSheet } from '../domain/sheet-name.js';
import { openInput } from './open-input.js';
import { readEarlierModule } from './read-history.js';
import { locateBalance, locateColumns } from './settings-places.js';
import { watchColumns } from './watched-columns.js';

/** What is to be read: a settings file, or nothing but what flags say; flags win over the file. */
export interface ModuleRequest {
  /** Name of `module.toml`; absent for a run without a module folder. */
  readonly settingsFile?: string;
  /** Put before the names of files in the settings, so that they are relative to it: `''` or a path that ends in `/`. */
  readonly folder: string;
  /** Settings given by flags; their file names are taken as they are. */
  readonly overrides?: Partial<Settings>;
  /**
   * People cut their texts out of the files when asked: half the memory and time of a large cohort, but nothing of them is
   * left by `{ ...person }` or `structuredClone`. Absent: plain data.
   */
  readonly isLean?: boolean;
  /** Name of the list whose groups are to go on, for the people that there are now; absent: groups are laid out anew. */
  readonly keep?: string;
}

export interface ModuleReading {
  /** Absent when an error forbids going on. */
  readonly module?: Module;
  /** Every diagnostic of every file, in the order of the files. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, in that order; a name in the module's folder is relative to it. */
  readonly inputs: readonly InputRecord[];
  /** The groups that go on; absent where none were asked to, or an error forbids it. Those of the module have sizes that are only a beginning. */
  readonly kept?: KeptGroups;
}

/** What the files list that others refer to. */
type Listed = readonly ReferenceKind[];
const THEMES: Listed = ['theme', 'theme-or-strand'];
const SESSIONS: Listed = ['session', 'site'];
const PEOPLE: Listed = ['person', 'attribute', 'level'];
const WITNESSES: Listed = ['witness-or-group'];

/** A path from the root of a disk, of Windows too: this code runs in a browser as well, which cannot tell. */
const ABSOLUTE = /^(?:\/|\\|[A-Za-z]:[/\\])/;

const EMPTY_COHORT: Cohort = { participants: [], attributes: [] };

/** Reads a module whole: every file, every error of every file, references resolved. Solves nothing. */
export async function readModule(source: FileSource, request: ModuleRequest): Promise<ModuleReading> {
  const diagnostics: Diagnostic[] = [];
  const inputs: InputRecord[] = [];
  const lost = new Set<ReferenceKind>();
  const opened = new Set<string>();
  const open = async (typed: string, lists: Listed = [], encoding?: string): Promise<InputFile | undefined> => {
    const { name, bytes, file, diagnostics: found } = await openInput(source, typed);
    append(diagnostics, found);
    if (bytes !== undefined && !opened.has(name)) inputs.push({ ...recordedName(name, request.folder), bytes });
    opened.add(name);
    if (file === undefined) for (const kind of lists) lost.add(kind);
    if (file === undefined || encoding === undefined) return file;
    await loadEncodings();
    return { ...file, encoding };
  };
  const keep = <T>(reading: Reading<T>, lists: Listed = []): T => {
    for (const diagnostic of reading.diagnostics) if (!isConsequence(diagnostic, lost)) diagnostics.push(diagnostic);
    if (reading.diagnostics.some(isLoss)) for (const kind of lists) lost.add(kind);
    return reading.value;
  };
  const finish = (module?: Module, kept?: KeptGroups): ModuleReading => {
    const read = { diagnostics, inputs: tellApart(inputs) };
    if (module === undefined || hasError(diagnostics)) return read;
    return { module: withNamedHistory(module, read.inputs), ...read, ...(kept === undefined ? {} : { kept }) };
  };

  const settings = await readSettingsOf(request, open, keep);
  if (settings === undefined || (settings.rosters.length === 0 && hasError(diagnostics))) return finish();
  // A setting that is wrong may have hidden any file: the others are still looked at, but not what they refer to.
  if (hasError(diagnostics)) for (const kind of REFERENCE_KINDS) lost.add(kind);
  const { names: columns, unmet } = watchColumns(settings.columns);
  const themesFile = settings.themesFile === undefined ? undefined : await open(settings.themesFile, THEMES);
  const themes = themesFile === undefined ? [] : keep(readThemes(themesFile, columns), THEMES);
  const sessionsFile = settings.timetable === undefined ? undefined : await open(settings.timetable.sessions, SESSIONS);
  const sessions =
    sessionsFile === undefined ? undefined : keep(readSessions(sessionsFile, columns, { themes }), SESSIONS);

  const rosterFiles: RosterFile[] = [];
  for (const { school, file, encoding, separator } of settings.rosters) {
    const roster = await open(file, PEOPLE, encoding);
    if (roster !== undefined)
      rosterFiles.push({ ...roster, school, ...(separator === undefined ? {} : { separator }) });
  }
  const references = {
    ...(settings.namesakes === undefined ? {} : { namesakes: settings.namesakes }),
    ...(settings.themesFile === undefined ? {} : { themes }),
    ...(sessions === undefined ? {} : { sessions }),
  };
  // Rosters that could not be opened have been named: without them there is nobody to say more about.
  const isUnread = rosterFiles.length === 0 && settings.rosters.length > 0;
  const read = isUnread ? EMPTY_COHORT : keep(readRosters(rosterFiles, columns, references), PEOPLE);
  const cohort =
    request.isLean === true ? read : { ...read, participants: read.participants.map((one) => copyParticipant(one)) };
  if (settings.rosters.length > 1 && cohort.participants.length > 0 && attributeOf(cohort, 'school') === undefined) {
    diagnostics.push(diagnose('warning', 'school.unknown', { rosters: settings.rosters.length }));
  }
  const absent = cohort.participants.filter(({ absences }) => absences.length > 0).length;
  if (absent > 0 && settings.timetable === undefined)
    diagnostics.push(diagnose('note', 'absences.unused', { people: absent }));
  const sourceOf = locateBalance(request, inputs[0]);
  const roles = keep(chooseRoles(settings, cohort));
  const balance = chooseBalance({ settings, cohort, roles, sourceOf, isWhole: !lost.has('attribute') }, diagnostics);
  const list = request.keep === undefined ? undefined : await open(request.keep);
  const layout = layoutOf(settings, themes, cohort);
  const isLaidOut = !hasError(diagnostics);
  const going = list === undefined || !isLaidOut ? undefined : keep(keepGroups(list, { layout, cohort, columns }));
  const groups = going?.groups ?? (isLaidOut && list === undefined ? layOut(layout, diagnostics) : []);
  if (groups.length === 0) lost.add('target');

  const rulesFile = settings.rulesFile === undefined ? undefined : await open(settings.rulesFile);
  const ruling = rulesFile === undefined ? undefined : readRules(rulesFile, columns, { cohort, themes, groups });
  const rules = ruling === undefined ? [] : keep(going === undefined ? ruling : withGone(ruling, going.kept));
  const programme = settings.timetable && (await readProgramme(settings.timetable, sessions ?? [], groups));
  const history = settings.history && (await readHistory(settings.history));
  if (!hasError(diagnostics)) {
    const typed = locateColumns(request, inputs[0]);
    const labels = cohort.attributes.map(({ label }) => label);
    for (const folded of unmet()) {
      const { header, source: place } = typed.get(folded) ?? {
        header: folded,
        source: { file: request.settingsFile ?? '', column: 'columns' },
      };
      const details = { source: place, value: header, suggestion: nearest(header, labels) };
      diagnostics.push(diagnose('warning', 'columns.unmet', {}, details));
    }
  }
  const module: Module = {
    settings,
    cohort,
    themes,
    groups,
    balance,
    ...(roles.size === 0 ? {} : { roles }),
    rules,
    ...(programme === undefined ? {} : { programme }),
    ...(history === undefined ? {} : { history }),
  };
  append(diagnostics, findModuleExcess(module));
  return finish(module, going?.kept);

  async function readHistory(earlier: readonly EarlierFiles[]): Promise<readonly EarlierModule[]> {
    const modules: EarlierModule[] = [];
    for (const { timetable: name, groups: list } of earlier) {
      const timetable = name === undefined ? undefined : await open(name);
      const file = await open(list);
      // Without the people there is nobody to tell from strangers.
      if (file === undefined || (name !== undefined && timetable === undefined) || lost.has('person')) continue;
      const files = { groups: file, ...(timetable === undefined ? {} : { timetable }) };
      modules.push(keep(readEarlierModule(files, columns, cohort)));
    }
    return modules;
  }

  async function readProgramme(
    timetable: TimetableSettings,
    found: readonly Session[],
    all: readonly Group[],
  ): Promise<Programme> {
    const roomsFile = timetable.rooms === undefined ? undefined : await open(timetable.rooms);
    const rooms = roomsFile === undefined ? [] : keep(readRooms(roomsFile, columns, { sessions: found }));
    const witnessesFile = timetable.witnesses === undefined ? undefined : await open(timetable.witnesses, WITNESSES);
    const witnesses =
      witnessesFile === undefined ? [] : keep(readWitnesses(witnessesFile, columns, { themes }), WITNESSES);
    const file = timetable.availability === undefined ? undefined : await open(timetable.availability);
    const poll =
      file === undefined ? undefined : readAvailability(file, columns, { witnesses, groups: all, sessions: found });
    const availability: Availability | undefined = poll && keep(poll);
    const travelFile = timetable.travel === undefined ? undefined : await open(timetable.travel);
    const travel =
      travelFile === undefined ? undefined : keep(readTravel(travelFile, columns, { sessions: found, rooms }));
    const { hearingsPerGroup, weights } = timetable;
    return {
      sessions: found,
      rooms,
      witnesses,
      hearingsPerGroup,
      ...(availability === undefined ? {} : { availability }),
      ...(travel === undefined ? {} : { travel }),
      ...(weights === undefined ? {} : { weights }),
      ...(poll === undefined ? {} : { availabilityLines: poll.lines }),
    };
  }
}

/** Calls each earlier module as its list is recorded. */
function withNamedHistory(module: Module, inputs: readonly InputRecord[]): Module {
  const { history, settings } = module;
  if (history === undefined) return module;
  const nameOf = new Map(inputs.map(({ name, place = name }) => [place, name]));
  const named = history.map((earlier, index) => {
    const name = nameOf.get(withoutSheet(settings.history?.[index]?.groups ?? ''));
    return name === undefined ? earlier : { ...earlier, name };
  });
  return { ...module, history: named };
}

function recordedName(name: string, folder: string): Pick<InputRecord, 'name' | 'place'> {
  if (folder === '' || !name.startsWith(folder)) return { name };
  return { name: name.slice(folder.length), place: name };
}

/** A file elsewhere that bears the name of one in the module's folder is the one to be called otherwise: settings know no other name. */
function tellApart(inputs: readonly InputRecord[]): readonly InputRecord[] {
  const inFolder = new Set(inputs.flatMap(({ name, place }) => (place === undefined ? [] : [name])));
  return inputs.map((input) =>
    input.place === undefined && inFolder.has(input.name)
      ? { ...input, name: `./${input.name}`, place: input.name }
      : input,
  );
}

async function readSettingsOf(
  { settingsFile, folder, overrides = {} }: ModuleRequest,
  open: (name: string) => Promise<InputFile | undefined>,
  keep: <T>(reading: Reading<T>) => T,
): Promise<Settings | undefined> {
  if (settingsFile === undefined) return { ...defaultSettings(), ...overrides };
  const file = await open(settingsFile);
  if (file === undefined) return undefined;
  // A key may be written with escapes.
  if (/encoding|\\/.test(decodeText(file).value ?? '')) await loadEncodings();
  const settings = withoutReplaced(inFolder(keep(readSettings(file)), folder), overrides);
  const timetable =
    overrides.timetable === undefined ? settings.timetable : { ...settings.timetable, ...overrides.timetable };
  const history = overrides.history?.map((own) => settings.history?.find(({ groups }) => groups === own.groups) ?? own);
  return {
    ...settings,
    ...overrides,
    ...(timetable === undefined ? {} : { timetable }),
    ...(history === undefined ? {} : { history }),
  };
}

/** A size stands in for a number of groups and the other way round: a flag that gives one replaces both of the settings. */
function withoutReplaced(settings: Settings, { groupSize, groupCount }: Partial<Settings>): Settings {
  if (groupSize === undefined && groupCount === undefined) return settings;
  const { groupSize: _size, groupCount: _count, ...rest } = settings;
  return rest;
}

/** Makes the file names of the settings relative to their folder. */
function inFolder(settings: Settings, folder: string): Settings {
  const at = (name: string) => (name === '-' || ABSOLUTE.test(name) ? name : `${folder}${name}`);
  const optional = (
    key: 'themesFile' | 'rulesFile' | 'rooms' | 'witnesses' | 'availability' | 'travel',
    name: string | undefined,
  ) => (name === undefined ? {} : { [key]: at(name) });
  const { timetable, history } = settings;
  return {
    ...settings,
    rosters: settings.rosters.map((roster) => ({ ...roster, file: at(roster.file) })),
    ...optional('themesFile', settings.themesFile),
    ...optional('rulesFile', settings.rulesFile),
    ...(timetable === undefined
      ? {}
      : {
          timetable: {
            ...timetable,
            sessions: at(timetable.sessions),
            ...optional('rooms', timetable.rooms),
            ...optional('witnesses', timetable.witnesses),
            ...optional('availability', timetable.availability),
            ...optional('travel', timetable.travel),
          },
        }),
    ...(history === undefined
      ? {}
      : {
          history: history.map(({ groups, timetable: list }) => ({
            groups: at(groups),
            ...(list === undefined ? {} : { timetable: at(list) }),
          })),
        }),
  };
}

function withGone<T>({ value, diagnostics }: Reading<T>, kept: KeptGroups): Reading<T> {
  return { value, diagnostics: explainGone(diagnostics, kept) };
}

function layoutOf(
  { groupSize, groupCount }: Settings,
  themes: Module['themes'],
  { participants }: Cohort,
): GroupLayoutRequest {
  return {
    themes,
    people: participants.length,
    ...(groupSize === undefined ? {} : { groupSize }),
    ...(groupCount === undefined ? {} : { groupCount }),
  };
}

function layOut(request: GroupLayoutRequest, diagnostics: Diagnostic[]): readonly Group[] {
  const layout = layOutGroups(request);
  append(
    diagnostics,
    layout.diagnostics.map((diagnostic) => withLayoutChanges(diagnostic, request)),
  );
  return layout.groups;
}
