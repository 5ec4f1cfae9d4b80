import { createFlowNetwork } from '../algorithms/min-cost-flow.js';
import type { Kept } from './kept.js';
import { groupsByTheme, isForTheme, sitesOf, type TimetableModel } from './model.js';
import { presenceOf } from './presence.js';
import { createReach } from './reach.js';

/** The jury of one theme in one session, and the groups that present to it. */
export interface Panel {
  readonly session: number;
  readonly theme: string;
  /** Ascending. */
  readonly groups: readonly number[];
  /** Jury members, ascending; empty when none can come. */
  readonly members: readonly number[];
  /** How many of the members come though they said "if needed". */
  readonly ifNeededCount: number;
}

/** Penalties of the flow: a panel without anybody is worse than anything, a reluctant member worse than a small panel, a small panel worse than an uneven one. */
const EMPTY_PANEL = 1_000_000_000;
const IF_NEEDED = 1_000_000;
const IDLE_MEMBER = 1_000;
/** Where a panel was published: what keeping a member is worth, and what another beside costs. */
const KEPT_MEMBER = 10_000_000;
const ADDED_MEMBER = 5_000;

/**
 * Forms one panel per theme in every presentation session. A member sits on one panel at a time, in at most `maxSessions` sessions; as many panels as possible have a member, members
 * who said "if needed" sit only where a panel would be empty without them, and the others are shared out evenly.
 *
 * A member of a panel that was published stays there if that is possible at all; one of a panel that is past or locked always.
 *
 * A minimum-cost flow from members, through the slots they can attend, to the seats of panels, whose costs rise seat by seat (Ahuja, Magnanti, Orlin, "Network Flows", 1993, ch. 14).
 */
export function formPanels(model: TimetableModel, kept?: Kept): readonly Panel[] {
  const empty = emptyPanels(model);
  const slotOf = jurySlots(model);
  const slots = [...new Set(empty.map((panel) => slotOf[panel.session]))];
  const { jury } = model;
  const [source, sink] = [0, 1];
  const memberNode = (member: number): number => 2 + member;
  const presenceNode = (member: number, slot: number): number => 2 + jury.length * (1 + slots.indexOf(slot)) + member;
  const panelNode = (panel: number): number => 2 + jury.length * (1 + slots.length) + panel;
  const network = createFlowNetwork(panelNode(empty.length));

  const seats: {
    readonly arc: number;
    readonly member: number;
    readonly panel: number;
    readonly isIfNeeded: boolean;
  }[] = [];
  const fixed = empty.map((panel) => fixedMembers(model, panel, kept));
  jury.forEach((guest, member) => {
    const held = empty.filter((_, index) => fixed[index]?.includes(member) === true);
    const heldSlots = new Set(held.map(({ session }) => slotOf[session]));
    const most = Math.max(0, Math.min((guest.maxSessions ?? Infinity) - held.length, slots.length));
    network.addArc(source, memberNode(member), most, 0);
    network.addArc(memberNode(member), sink, most, 0);
    for (const slot of slots) network.addArc(memberNode(member), presenceNode(member, slot), 1, 0);
    empty.forEach((panel, index) => {
      const presence = presenceOf(guest, model.sessions[panel.session], model.programme.availability);
      const slot = slotOf[panel.session];
      if (fixed[index] !== undefined || heldSlots.has(slot)) return;
      if (presence === 'no' || !isForTheme(guest, panel.theme)) return;
      const published = publishedMembers(panel, kept);
      const isKept = published.includes(guest.id);
      const isIfNeeded = presence === 'if_needed';
      const from = presenceNode(member, slot);
      const price =
        (isIfNeeded ? IF_NEEDED : 0) -
        (isKept ? KEPT_MEMBER : 0) +
        (published.length > 0 && !isKept ? ADDED_MEMBER : 0);
      const arc = network.addArc(from, panelNode(index), 1, price);
      seats.push({ arc, member, panel: index, isIfNeeded });
    });
  });
  empty.forEach((_, index) => {
    jury.forEach((_member, seat) => {
      network.addArc(panelNode(index), sink, 1, seat === 0 ? -EMPTY_PANEL : seat - IDLE_MEMBER);
    });
  });
  network.solve(source, sink);

  return empty.map((panel, index) => {
    const members = fixed[index];
    if (members !== undefined) return { ...panel, members, ifNeededCount: countReluctant(model, panel, members) };
    const taken = seats.filter((seat) => seat.panel === index && network.flowOn(seat.arc) > 0);
    return {
      ...panel,
      members: taken.map((seat) => seat.member),
      ifNeededCount: taken.filter((seat) => seat.isIfNeeded).length,
    };
  });
}

/** Slot of each session, as far as juries go: presentations of one day between which there is no time for the way are as good as at once. */
export function jurySlots(model: TimetableModel): readonly number[] {
  const reach = createReach(model);
  if (!reach.isNeeded) return model.slotOf;
  const slotOf = [...model.slotOf];
  const presentations = model.forms.flatMap((form, session) => (form === 'presentation' ? [session] : []));
  const isFar = (a: number, b: number) =>
    model.attending[a].some((group) => model.attending[b].every((other) => reach.isOutOfReach(a, group, b, other)));
  for (const session of presentations) {
    for (const earlier of presentations) {
      if (earlier >= session) break;
      if (!isFar(earlier, session)) continue;
      const [from, to] = [slotOf[session], slotOf[earlier]];
      slotOf.forEach((slot, at) => (slotOf[at] = slot === from ? to : slot));
    }
  }
  return slotOf;
}

/** The jury that the past or a lock gives a panel, ascending; `undefined`: none. */
function fixedMembers(model: TimetableModel, panel: Panel, kept: Kept | undefined): readonly number[] | undefined {
  const groups = panel.groups.filter((group) => kept?.isFixed(group, panel.session) === true);
  if (groups.length === 0) return undefined;
  const published = publishedMembers({ ...panel, groups }, kept);
  return model.jury.flatMap(({ id }, member) => (published.includes(id) ? [member] : []));
}

function countReluctant({ jury, sessions, programme }: TimetableModel, { session }: Panel, members: readonly number[]) {
  const isReluctant = (member: number) =>
    presenceOf(jury[member], sessions[session], programme.availability) === 'if_needed';
  return members.filter(isReluctant).length;
}

/** Whom the groups of a panel were told they would present to. */
function publishedMembers({ session, groups }: Panel, kept: Kept | undefined): readonly string[] {
  return kept === undefined ? [] : groups.flatMap((group) => kept.rowAt(group, session)?.witnesses ?? []);
}

/** Panels by session, then theme; groups of one theme that sit at two sites have a panel at each. */
function emptyPanels(model: TimetableModel): readonly Panel[] {
  return model.sessions.flatMap((_, session) => {
    if (model.forms[session] !== 'presentation') return [];
    return [...groupsByTheme(model, model.attending[session])].flatMap(([theme, groups]) => {
      const places = [...new Set(groups.map((group) => sitesOf(model, session, group).join('|')))];
      return places.map((place) => ({
        session,
        theme,
        groups: groups.filter((group) => sitesOf(model, session, group).join('|') === place),
        members: [],
        ifNeededCount: 0,
      }));
    });
  });
}
