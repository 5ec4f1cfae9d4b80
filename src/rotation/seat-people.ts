import { mostOf } from '../domain/extremes.js';
import type { Random } from '../engine/random.js';
import type { Groupings } from './request.js';

/** Swaps tried for each person. */
const SWAPS_BY_PERSON = 60;

/**
 * Says who is whom in a plan that does not care: people change places, over all modules at once, while that spreads their kinds
 * more evenly over the groups. Meetings stay as they are.
 *
 * @param people by kind: they take the places in this order to begin with.
 * @returns by module, by person: the group.
 */
export function seatPeople(plan: Groupings, people: Int32Array, kindOf: Int32Array, random: Random): Groupings {
  const n = people.length;
  const seated = people.slice();
  const kinds = 1 + mostOf([0, ...kindOf]);
  const counts = plan.map((groupOf) => new Int32Array(kinds * (1 + mostOf([0, ...groupOf]))));
  plan.forEach((groupOf, module) => {
    seated.forEach((person, place) => counts[module][groupOf[place] * kinds + kindOf[person]]++);
  });
  /** What a place's change of kind adds to half the sum of squares of all counts. */
  const gain = (module: number, from: number, to: number, kind: number) => {
    const list = counts[module];
    return list[to * kinds + kind] - list[from * kinds + kind] + 1;
  };
  for (let swap = 0; kinds > 1 && swap < n * SWAPS_BY_PERSON; swap++) {
    const [one, other] = [random.index(n), random.index(n)];
    const [a, b] = [kindOf[seated[one]], kindOf[seated[other]]];
    if (a === b) continue;
    let change = 0;
    plan.forEach((groupOf, module) => {
      const [from, to] = [groupOf[one], groupOf[other]];
      if (from !== to) change += gain(module, from, to, a) + gain(module, to, from, b);
    });
    if (change > 0) continue;
    plan.forEach((groupOf, module) => {
      counts[module][groupOf[one] * kinds + a]--;
      counts[module][groupOf[other] * kinds + a]++;
      counts[module][groupOf[other] * kinds + b]--;
      counts[module][groupOf[one] * kinds + b]++;
    });
    [seated[one], seated[other]] = [seated[other], seated[one]];
  }
  return plan.map((groupOf) => {
    const ofPerson = new Int32Array(n);
    seated.forEach((person, place) => {
      ofPerson[person] = groupOf[place];
    });
    return ofPerson;
  });
}
