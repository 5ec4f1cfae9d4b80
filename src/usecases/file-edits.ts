import { hasError } from '../domain/diagnostic.js';
import type { EditedPlace, FileEdits, ListEdits, TimetableEdits } from '../domain/file-edits.js';
import { compareText } from '../domain/fold.js';
import type { GroupList } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { participantName } from '../domain/participant.js';
import { readGroupList } from '../readers/group-list-reader.js';
import { readTimetable } from '../readers/timetable-reader.js';
import { compareRows, matchGroups } from './compare.js';

/** A file of a plan as it was written, and as it is now. */
export interface EditedFile {
  /** Relative to the plan's folder. */
  readonly name: string;
  readonly written: Uint8Array;
  readonly now: Uint8Array;
}

/** What the plan is made from, and whether its people go by their ids. */
export interface EditedPlan {
  readonly module: Module;
  readonly pseudonyms: boolean;
}

/** What a change by hand changed; `undefined` for a file that is neither a group list nor a timetable, or can no longer be read as one. */
export function findEdits(file: EditedFile, plan: EditedPlan): FileEdits | undefined {
  if (/(?:^|\/)groups\.csv$/.test(file.name)) return findListEdits(file, plan);
  return /(?:^|\/)timetable\.csv$/.test(file.name) ? findTimetableEdits(file, plan) : undefined;
}

function findListEdits({ name, written, now }: EditedFile, { module, pseudonyms }: EditedPlan): ListEdits | undefined {
  const { cohort, themes, groups, settings } = module;
  const read = (bytes: Uint8Array): GroupList | undefined => {
    const options = { isTolerant: true, letsStrangersPass: true };
    const { value, diagnostics } = readGroupList(
      { name, bytes },
      settings.columns,
      { cohort, themes, groups },
      options,
    );
    return hasError(diagnostics) ? undefined : value;
  };
  const [before, after] = [read(written), read(now)];
  if (before === undefined || after === undefined) return undefined;
  const matches = matchGroups(before, after);
  const labelNow = new Map(matches.map(({ a, b }) => [a, b]));
  const [ofBefore, ofAfter] = [placesIn(before), placesIn(after)];
  const edited = cohort.participants.flatMap((person): EditedPlace[] => {
    const from = ofBefore.get(person.key) ?? [];
    const to = ofAfter.get(person.key) ?? [];
    const expected = from.map((label) => labelNow.get(label) ?? label).toSorted(compareText);
    if (expected.join('\n') === to.join('\n')) return [];
    return [{ person: pseudonyms && person.id !== '' ? person.id : participantName(person), from, to }];
  });
  const strangersOf = ({ strangers = [] }: GroupList) =>
    strangers.map((one) => ({ person: participantName(one), groups: [one.group] }));
  const known = new Set(strangersOf(before).map(({ person }) => person));
  const here = new Set(strangersOf(after).map(({ person }) => person));
  return {
    kind: 'groups',
    renamed: matches.filter(({ a, b }) => a !== b),
    moved: edited.filter(({ from, to }) => from.length > 0 && to.length > 0),
    added: [
      ...edited.filter(({ from }) => from.length === 0),
      ...strangersOf(after)
        .filter(({ person }) => !known.has(person))
        .map(({ person, groups: to }) => ({ person, from: [], to })),
    ],
    removed: [
      ...edited.filter(({ to }) => to.length === 0),
      ...strangersOf(before)
        .filter(({ person }) => !here.has(person))
        .map(({ person, groups: from }) => ({ person, from, to: [] })),
    ],
  };
}

/** Labels of all groups that each person of the cohort is in, sorted. */
function placesIn({ placements }: GroupList): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, readonly string[]>();
  for (const { participant, group } of placements)
    places.set(participant, [...(places.get(participant) ?? []), group].toSorted(compareText));
  return places;
}

function findTimetableEdits({ name, written, now }: EditedFile, { module }: EditedPlan): TimetableEdits | undefined {
  const [before, after] = [written, now].map((bytes) => readTimetable({ name, bytes }, module.settings.columns));
  if (hasError([...before.diagnostics, ...after.diagnostics])) return undefined;
  return { kind: 'timetable', changes: compareRows(before.value, after.value).changes };
}
