import { createFlowNetwork } from '../algorithms/min-cost-flow.js';
import { areTogether, type HearingModel, type HearingOption } from './hearing-model.js';

/** Groups for which the same is left: each has `lacking` hearings to come, with these witnesses at these places. */
interface Alike {
  count: number;
  readonly lacking: number;
  readonly witnesses: readonly number[];
  readonly options: readonly HearingOption[];
}

/**
 * Most hearings that the groups can have when a group may be at two at once: a flow from groups over pairs of group and witness to
 * the seats of each witness in each session. With some of them settled, those and the most beside them: no plan with these has more.
 *
 * Groups for which the same is left flow as one. Whatever flows out of them can be shared out among them such that nobody has more than
 * what is left or hears a witness twice: a 0-1 matrix with equal row sums exists for any column sums up to the number of rows (D. Gale,
 * Pacific J. Math. 7(2), 1957).
 *
 * @param settled hearings without conflict; groups have none of them twice.
 * @param seatsAt groups that a witness can hear at once in a session. Absent: `perHearing` in all of them.
 */
export function mostHearings(
  hearings: HearingModel,
  groups: readonly number[],
  settled: Iterable<HearingOption> = [],
  seatsAt?: (witness: number, session: number) => number,
): number {
  const { asked, witnessCount, sessions, perHearing, maxSessions } = hearings;
  const count = sessions.length;
  const seatOf = ({ witness, session }: Pick<HearingOption, 'witness' | 'session'>): number =>
    witness * count + session;
  const heard = hearings.options.map((): HearingOption[] => []);
  const hearers = new Map<number, number[]>();
  for (const option of settled) {
    heard[option.group].push(option);
    hearers.set(seatOf(option), [...(hearers.get(seatOf(option)) ?? []), option.group]);
  }
  const alike = joinAlike(groups, (group) => ({
    count: 1,
    lacking: Math.max(0, asked - heard[group].length),
    witnesses: hearings.eligible[group].filter((witness) => !heard[group].some((option) => option.witness === witness)),
    options: hearings.options[group].filter((option) => {
      const { session } = option;
      const isBusy = heard[group].some(
        (other) => other.session === session || hearings.overlaps[session].includes(other.session),
      );
      return (
        !isBusy && (hearers.get(seatOf(option)) ?? []).every((other) => areTogether(hearings, session, other, group))
      );
    }),
  }));

  const [source, sink] = [0, 1];
  const witnessNode = (witness: number): number => 2 + witness;
  const seatNode = (seat: number): number => 2 + witnessCount + seat;
  const groupNode = (at: number): number => 2 + witnessCount * (1 + count) + at;
  const pairNode = (at: number, witness: number): number => groupNode(alike.length) + at * witnessCount + witness;
  const network = createFlowNetwork(pairNode(alike.length, 0));
  for (let witness = 0; witness < witnessCount; witness++) {
    const taken = sessions.map((_, session) => hearers.get(seatOf({ witness, session }))?.length ?? 0);
    const given = taken.reduce((sum, groupsThere) => sum + groupsThere, 0);
    const seatsIn = (session: number): number => seatsAt?.(witness, session) ?? perHearing[witness];
    const most =
      seatsAt === undefined
        ? Math.min(maxSessions[witness], count) * perHearing[witness]
        : sumOfLargest(
            sessions.map((_, session) => seatsIn(session)),
            maxSessions[witness],
          );
    network.addArc(witnessNode(witness), sink, Math.max(0, most - given), 0);
    for (let session = 0; session < count; session++) {
      const isAway = hearings.overlaps[session].some((other) => taken[other] > 0);
      const seats = isAway ? 0 : Math.max(0, seatsIn(session) - taken[session]);
      network.addArc(seatNode(seatOf({ witness, session })), witnessNode(witness), seats, 0);
    }
  }
  alike.forEach(({ count: size, lacking, witnesses, options }, at) => {
    network.addArc(source, groupNode(at), size * lacking, 0);
    for (const witness of witnesses) network.addArc(groupNode(at), pairNode(at, witness), size, 0);
    for (const option of options) network.addArc(pairNode(at, option.witness), seatNode(seatOf(option)), size, 0);
  });
  // What a group has heard beyond what is asked makes up for nobody else.
  const counted = heard.reduce((sum, options) => sum + Math.min(asked, options.length), 0);
  return counted + network.solve(source, sink).flow;
}

function joinAlike(groups: readonly number[], leftOf: (group: number) => Alike): readonly Alike[] {
  const alike = new Map<string, Alike>();
  for (const group of groups) {
    const left = leftOf(group);
    const places = left.options.map(({ witness, session }) => `${witness}.${session}`);
    const key = `${left.lacking};${left.witnesses.join()};${places.join()}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, left);
    else known.count++;
  }
  return [...alike.values()];
}

function sumOfLargest(numbers: readonly number[], count: number): number {
  const largest = numbers.toSorted((a, b) => b - a).slice(0, count);
  return largest.reduce((sum, number) => sum + number, 0);
}
