import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { TimetableChange } from '../domain/diagnostics/timetable-change.js';
import { findBlockedGroups, findBlockedWitnesses } from './blocked-hearings.js';
import { linesOf } from './evidence.js';
import { proposeHearingChanges, type ChangeBudget } from './hearing-changes.js';
import type { HearingModel } from './hearing-model.js';
import { labels, type Propose, type Reason } from './hearing-reason.js';
import { hearingUnit, roomsFor, type RoomUnit } from './housing.js';
import { groupsByTheme } from './model.js';
import { largestRooms } from './precheck-rooms.js';
import { proposeRooms } from './room-changes.js';
import { findShortWitnesses } from './short-witnesses.js';

/** Steps for the changes of all reasons together: some tenths of a second at most. */
const CHANGE_STEPS = 6_000_000;

/**
 * Why the hearings cannot all take place, from the simplest reason to the most involved; a group that one reason names is left out of the later ones:
 * too few witnesses of a theme, rooms too small, one witness whom too many groups must hear, one group with too few occasions, several groups that share too few hearings.
 */
export function precheckHearings(
  hearings: HearingModel,
  isOpen: (session: number) => boolean = () => true,
): readonly Diagnostic[] {
  const budget: ChangeBudget = { steps: CHANGE_STEPS };
  return findReasons(hearings, (...aims) => {
    for (const aim of aims) {
      const changes = proposeHearingChanges(hearings, aim, { isOpen, budget });
      if (changes.length > 0) return changes;
    }
    return [];
  });
}

function findReasons(hearings: HearingModel, propose: Propose): readonly Diagnostic[] {
  if (hearings.asked === 0) return [];
  const found: Diagnostic[] = [];
  const isExplained = hearings.options.map(() => false);
  const explain = (reasons: readonly Reason[]): void => {
    for (const { diagnostic, groups } of reasons) {
      found.push(diagnostic);
      for (const group of groups) isExplained[group] = true;
    }
  };
  const open = (): readonly number[] => hearings.options.flatMap((_, group) => (isExplained[group] ? [] : [group]));
  explain(findThemesWithoutWitnesses(hearings));
  explain(findGroupsWithoutRoom(hearings, open()));
  explain(findBlockedWitnesses(hearings, open(), propose));
  explain(findBlockedGroups(hearings, open(), propose));
  explain(findShortWitnesses(hearings, open(), propose));
  return found;
}

function findThemesWithoutWitnesses({ model, asked, eligible }: HearingModel): readonly Reason[] {
  return [
    ...groupsByTheme(
      model,
      model.groups.map((_, group) => group),
    ),
  ].flatMap(([theme, groups]) => {
    const own = eligible[groups[0]];
    const witnesses = own.map((witness) => model.witnesses[witness].id);
    if (witnesses.length >= asked) return [];
    const people = asked - witnesses.length;
    const others = people > 1 ? [] : model.witnesses.filter((_, witness) => !own.includes(witness));
    const fewer = witnesses.length;
    const changes: readonly TimetableChange[] = [
      ...others.map(({ id, source }) => ({ kind: 'serve-theme' as const, who: id, theme, source })),
      { kind: 'more-people', role: 'witness', people, themes: [theme] },
      ...(fewer === 0 ? [] : [{ kind: 'hearings-per-group' as const, hearings: fewer }]),
    ];
    const details = {
      changes,
      sources: linesOf(own.length === 0 ? model.witnesses : own.map((witness) => model.witnesses[witness])),
    };
    const diagnostic =
      witnesses.length === 0
        ? diagnose('error', 'timetable.theme-without-witness', { theme, groups: groups.length, asked }, details)
        : diagnose('error', 'timetable.too-few-witnesses', { theme, asked, witnesses }, details);
    return [{ diagnostic, groups }];
  });
}

/** Groups that attend hearings and find no room to hear anybody in; those of one size make one reason. */
function findGroupsWithoutRoom({ model, sessions }: HearingModel, groups: readonly number[]): readonly Reason[] {
  if (model.rooms.length === 0) return [];
  const bySize = new Map<string, { needed: number; rooms: readonly number[]; units: (readonly RoomUnit[])[] }>();
  for (const group of groups) {
    const units = sessions
      .filter((session) => model.attending[session].includes(group))
      .map((session) => hearingUnit(model, session, [group]));
    if (units.length === 0 || units.some((unit) => roomsFor(model, unit).length > 0)) continue;
    const nearest = units
      .flatMap((unit) => largestRooms(model, unit))
      .toSorted((a, b) => model.rooms[b].capacity - model.rooms[a].capacity || a - b)
      .slice(0, 1);
    const key = `${units[0].leastSeats}|${nearest.join()}`;
    const entry = bySize.get(key) ?? { needed: units[0].leastSeats, rooms: nearest, units: [] };
    entry.units.push(units);
    bySize.set(key, entry);
  }
  return [...bySize.values()].map(({ needed, rooms, units }) => {
    const members = units.map(([unit]) => unit.groups[0]);
    const at = [...new Set(units.flat().map(({ session }) => session))].map((session) => model.sessions[session]);
    const lack = { kind: 'hearing' as const, seats: [needed], sites: units[0][0].sites, most: 1 };
    const changes = proposeRooms(model, { ...lack, sessions: at.map(({ id }) => id) }, (changed) =>
      units.every((own) => own.some((unit) => roomsFor(changed, unit).length > 0)),
    );
    const nearest = rooms.map((room) => model.rooms[room]);
    const params = { groups: labels(model, members), needed, largest: nearest[0]?.capacity ?? 0 };
    const details = { sources: nearest.length > 0 ? linesOf(nearest) : linesOf(at), changes };
    return { diagnostic: diagnose('error', 'timetable.no-hearing-room', params, details), groups: members };
  });
}
