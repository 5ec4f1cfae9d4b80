import { append } from '../domain/append.js';
import { compareText } from '../domain/fold.js';
import type { Group } from '../domain/group.js';
import { eventSlug } from '../domain/module-key.js';
import type { TimetableRow } from '../domain/timetable.js';
import type { HearingModel } from './hearing-model.js';
import type { HearingState } from './hearing-state.js';
import type { RoomUnit } from './housing.js';
import { sitesOf, type TimetableModel } from './model.js';
import type { Panel } from './panels.js';
import { passageStarts } from './passages.js';
import { minutesOf, type PresentationOrder } from './presentation-order.js';

/** Everything that was decided, by numbers. */
export interface Decisions {
  readonly model: TimetableModel;
  readonly hearings: HearingModel;
  readonly state: HearingState;
  readonly panels: readonly Panel[];
  readonly order: PresentationOrder;
  /** Units of every session; those of one session stand in no particular order. */
  readonly units: readonly RoomUnit[];
  /** Empty when the module lists no rooms. */
  readonly roomOf: ReadonlyMap<RoomUnit, number>;
}

/** Rows sorted by date, start, session id, then group in the order of `groupList`. */
export function writeRows(
  decisions: Decisions,
  groupList: readonly Group[],
  moduleKey: string,
): readonly TimetableRow[] {
  const { model, units } = decisions;
  const rows = units.flatMap((unit) => rowsOf(decisions, unit));
  model.sessions.forEach((_, session) => {
    if (model.forms[session] === 'visit')
      append(
        rows,
        model.attending[session].map((group) => baseRow(model, session, group, 'visit')),
      );
  });
  const place = new Map(groupList.map((group, index) => [group.label, index]));
  rows.sort(
    (a, b) =>
      compareText(a.date, b.date) ||
      a.start - b.start ||
      compareText(a.session, b.session) ||
      (place.get(a.group) ?? 0) - (place.get(b.group) ?? 0),
  );
  return nameEvents(rows, moduleKey);
}

function rowsOf(decisions: Decisions, unit: RoomUnit): readonly TimetableRow[] {
  const { model, hearings, state, roomOf } = decisions;
  const room = roomOf.get(unit);
  const inRoom = (row: TimetableRow): TimetableRow =>
    room === undefined ? row : { ...row, room: model.rooms[room].id, site: model.rooms[room].site || row.site };
  if (unit.kind === 'presentation') return presentationRows(decisions, unit).map(inRoom);
  return unit.groups.map((group) => {
    const row = inRoom(baseRow(model, unit.session, group, unit.kind));
    if (unit.kind !== 'hearing') return row;
    const witness = state.at(group, hearings.sessions.indexOf(unit.session))?.witness;
    return { ...row, witnesses: witness === undefined ? [] : [model.witnesses[witness].id] };
  });
}

function presentationRows({ model, panels, order }: Decisions, unit: RoomUnit): readonly TimetableRow[] {
  const panel = panels.find((each) => each.session === unit.session && each.groups[0] === unit.groups[0]);
  if (panel === undefined) return [];
  const minutes = minutesOf(model, panel);
  const starts = passageStarts(model.sessions[panel.session], panel.groups.length, minutes);
  const ranks = order.get(panel) ?? [];
  const witnesses = panel.members.map((member) => model.jury[member].id);
  return panel.groups.map((group, at) => {
    const start = starts[ranks[at] - 1];
    return {
      ...baseRow(model, panel.session, group, 'presentation'),
      start,
      end: start + minutes,
      witnesses,
      order: ranks[at],
    };
  });
}

function baseRow(model: TimetableModel, session: number, group: number, kind: TimetableRow['kind']): TimetableRow {
  const { id, date, start, end } = model.sessions[session];
  const { label, theme, strand } = model.groups[group];
  const sites = sitesOf(model, session, group);
  return {
    uid: '',
    version: 0,
    session: id,
    date,
    start,
    end,
    kind,
    group: label,
    theme,
    strand,
    room: '',
    site: sites.length === 1 ? sites[0] : '',
    witnesses: [],
    status: 'new',
    changed: '',
    isLocked: false,
  };
}

/** `module-session-group` in `[a-z0-9-]`; where two would be the same, the second gets a number. */
function nameEvents(rows: readonly TimetableRow[], moduleKey: string): readonly TimetableRow[] {
  const taken = new Set<string>();
  const uidOf = new Map<TimetableRow, string>();
  const inOrder = rows.toSorted((a, b) => compareText(a.session, b.session) || compareText(a.group, b.group));
  for (const row of inOrder) {
    const plain = eventSlug(moduleKey, row.session, row.group);
    let uid = plain;
    for (let number = 2; taken.has(uid); number++) uid = `${plain}-${number}`;
    taken.add(uid);
    uidOf.set(row, uid);
  }
  return rows.map((row) => ({ ...row, uid: uidOf.get(row) ?? '' }));
}
