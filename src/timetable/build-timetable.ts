import { diagnose, type Diagnostic, type DiagnosticCode } from '../domain/diagnostic.js';
import { findTimetableExcess } from '../domain/limits.js';
import { createRandom } from '../engine/random.js';
import { linesOf, pollLines } from './evidence.js';
import { mostHearings } from './hearing-flow.js';
import { createRoomCheck, type RoomCheck } from './hearing-rooms.js';
import { proposeForMissing } from './missing-changes.js';
import { proposeOneRoom } from './room-changes.js';
import { planHearings, type HearingPlan } from './hearings.js';
import { keepRooms } from './kept-rooms.js';
import { findChangedLocks } from './locks.js';
import { publishAfter } from './publication.js';
import { sharedUnits, workUnits, type RoomUnit } from './housing.js';
import { housePartly } from './partial-rooms.js';
import { prepareTimetable, type Preparation } from './precheck.js';
import { orderPresentations } from './presentation-order.js';
import type { TimetableRequest, TimetableResult } from './request.js';
import { planRooms } from './rooms.js';
import { describeMissed, planRoomsInReach } from './rooms-in-reach.js';
import { writeRows, type Decisions } from './rows.js';
import { collectWarnings } from './warnings.js';

/** Reasons that leave no timetable, not even a partial one: what they forbid could only be left out by guessing. */
const FATAL: ReadonlySet<DiagnosticCode> = new Set([
  'timetable.sessions-overlap',
  'timetable.minutes-too-long',
  'timetable.lock-broken',
]);

/**
 * Makes the timetable of given groups: checks by counting what cannot be, forms the juries, places the hearings, gives rooms, draws the order of presentations.
 *
 * The same request gives the same rows whatever the order of sessions, rooms, witnesses and availabilities; the order of `groups` only sorts rows.
 */
export function buildTimetable(request: TimetableRequest): TimetableResult {
  const excess = findTimetableExcess(request.programme, request.groups.length);
  if (excess.length > 0) return { status: 'impossible', reasons: excess };
  const preparation = prepareTimetable(request);
  const { obstacles } = preparation;
  const isPartial = request.isPartial === true && obstacles.every(({ code }) => !FATAL.has(code));
  if (obstacles.length > 0 && !isPartial) return { status: 'impossible', reasons: obstacles };
  const { model, hearings, panels, kept } = preparation;
  const roomsLacking = createRoomCheck(hearings, panels, kept);
  const plan = planHearings(hearings, roomsLacking, createRandom(`${request.seed}/hearings`), kept);
  const missing = explainMissing(preparation, plan, roomsLacking);
  if (missing.length > 0 && !isPartial) return { status: 'impossible', reasons: missing };

  const slots = unitsBySlot(preparation, plan);
  const housed = model.rooms.length === 0 ? [] : slots;
  const { rooms, missed } = planRoomsInReach(
    model,
    housed,
    (units) => (kept === undefined ? planRooms(model, units) : keepRooms(model, units, kept)),
    ({ groups, session }) => groups.every((group) => kept?.isFixed(group, session) !== true),
    (session) => kept?.isPast(session) !== true,
  );
  if (!rooms.isFound && !isPartial)
    return { status: 'impossible', reasons: [roomsNotFound(preparation, rooms.slot, slots[rooms.slot])] };
  const tooFar = describeMissed(model, missed);
  if (tooFar.length > 0 && !isPartial) return { status: 'impossible', reasons: tooFar };
  const roomOf = rooms.isFound ? rooms.roomOf : housePartly(model, housed, kept);
  const order = orderPresentations(model, panels, createRandom(`${request.seed}/presentations`), {
    kept,
    earlierRanks: request.earlierRanks,
  });
  const decisions: Decisions = { model, hearings, state: plan.state, panels, order, units: slots.flat(), roomOf };
  const made = writeRows(decisions, request.groups, request.moduleKey);
  const rows = request.before === undefined ? made : publishAfter(made, request.before);
  const broken = request.before === undefined ? [] : findChangedLocks(model, rows, request.before);
  if (broken.length > 0) return { status: 'impossible', reasons: broken };
  const result = { timetable: { rows }, warnings: collectWarnings(decisions) };
  const lacking =
    rooms.isFound || obstacles.length > 0 ? [] : [roomsNotFound(preparation, rooms.slot, slots[rooms.slot])];
  const reasons = [...obstacles, ...missing, ...lacking, ...tooFar];
  if (reasons.length === 0) return { status: 'found', ...result };
  const missingHearings = plan.missing.reduce((sum, count) => sum + Math.max(0, count), 0);
  const most = mostHearings(hearings, [...model.groups.keys()], hearings.fixed.flat());
  const isFewestMissing = missingHearings === hearings.asked * model.groups.length - most;
  return { status: 'partial', ...result, reasons, missingHearings, isFewestMissing };
}

/** Everything that needs a room, slot by slot. */
function unitsBySlot(
  { model, hearings, panels }: Preparation,
  { state }: HearingPlan,
): readonly (readonly RoomUnit[])[] {
  return model.slots.map((slot) =>
    slot.flatMap((session) => {
      const at = hearings.sessions.indexOf(session);
      const witnessOf = (group: number): number => (at < 0 ? -1 : (state.at(group, at)?.witness ?? -1));
      return [...sharedUnits(model, session, panels), ...workUnits(model, session, witnessOf)];
    }),
  );
}

function explainMissing(preparation: Preparation, plan: HearingPlan, roomsLacking: RoomCheck): readonly Diagnostic[] {
  const { model, hearings } = preparation;
  const { state, missing, crowded } = plan;
  const sessions = hearings.sessions.map((index) => model.sessions[index]);
  const lacking = missing.flatMap((count, group) => {
    if (count <= 0) return [];
    const open = hearings.eligible[group].filter((witness) => !state.hasHeard(group, witness));
    const guests = open.map((witness) => model.witnesses[witness]);
    const witnesses = guests.map(({ id }) => id);
    const { label } = model.groups[group];
    const sources = linesOf(guests, pollLines(model, witnesses, sessions), pollLines(model, [label], sessions, 'no'));
    const changes = proposeForMissing(state, roomsLacking, group, count);
    const params = { group: label, missing: count, witnesses };
    return [diagnose('error', 'timetable.hearings-missing', params, { sources, changes })];
  });
  if (lacking.length > 0 || crowded.length === 0) return lacking;
  const slots = [...new Set(crowded.map((session) => model.slotOf[hearings.sessions[session]]))];
  const units = unitsBySlot(preparation, plan);
  return slots.map((slot) => roomsNotFound(preparation, slot, units[slot]));
}

function roomsNotFound({ model }: Preparation, slot: number, units: readonly RoomUnit[]): Diagnostic {
  const sessions = model.slots[slot].map((session) => model.sessions[session]);
  const details = { sources: linesOf(sessions), changes: proposeOneRoom(model, units) };
  return diagnose('error', 'timetable.rooms-not-found', { sessions: sessions.map(({ id }) => id) }, details);
}
