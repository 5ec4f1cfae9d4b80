import { createFlowNetwork } from '../algorithms/min-cost-flow.js';
import { areTogether, type HearingModel, type HearingOption } from './hearing-model.js';

/**
 * Most hearings that the groups can have when a group may be at two at once: a flow from groups over pairs of group and witness to
 * the seats of each witness in each session. With some of them settled, those and the most beside them: no plan with these has more.
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
  const { asked, eligible, witnessCount, sessions, perHearing, maxSessions } = hearings;
  const count = sessions.length;
  const [source, sink] = [0, 1];
  const witnessNode = (witness: number): number => 2 + witness;
  const seatNode = (witness: number, session: number): number => 2 + witnessCount + witness * count + session;
  const groupNode = (at: number): number => 2 + witnessCount * (1 + count) + at;
  const pairNode = (at: number, witness: number): number => groupNode(groups.length) + at * witnessCount + witness;
  const network = createFlowNetwork(pairNode(groups.length, 0));
  const taken = new Int32Array(witnessCount * count);
  const heard = hearings.options.map((): HearingOption[] => []);
  for (const option of settled) {
    taken[option.witness * count + option.session]++;
    heard[option.group].push(option);
  }
  for (let witness = 0; witness < witnessCount; witness++) {
    const own = taken.subarray(witness * count, (witness + 1) * count);
    const given = own.reduce((sum, groupsThere) => sum + groupsThere, 0);
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
      const isAway = hearings.overlaps[session].some((other) => own[other] > 0);
      const seats = isAway ? 0 : Math.max(0, seatsIn(session) - own[session]);
      network.addArc(seatNode(witness, session), witnessNode(witness), seats, 0);
    }
  }
  groups.forEach((group, at) => {
    network.addArc(source, groupNode(at), Math.max(0, asked - heard[group].length), 0);
    for (const witness of eligible[group]) {
      if (heard[group].some((option) => option.witness === witness)) continue;
      network.addArc(groupNode(at), pairNode(at, witness), 1, 0);
    }
    for (const { witness, session } of hearings.options[group]) {
      if (
        heard[group].some((option) => option.session === session || hearings.overlaps[session].includes(option.session))
      )
        continue;
      if (
        heard.some((others) =>
          others.some(
            (o) => o.witness === witness && o.session === session && !areTogether(hearings, session, o.group, group),
          ),
        )
      )
        continue;
      network.addArc(pairNode(at, witness), seatNode(witness, session), 1, 0);
    }
  });
  // What a group has heard beyond what is asked makes up for nobody else.
  const counted = heard.reduce((sum, options) => sum + Math.min(asked, options.length), 0);
  return counted + network.solve(source, sink).flow;
}

function sumOfLargest(numbers: readonly number[], count: number): number {
  const largest = numbers.toSorted((a, b) => b - a).slice(0, count);
  return largest.reduce((sum, number) => sum + number, 0);
}
