import { meetingPoints, meetingPrice } from '../../domain/history.js';

/** Who is in which group of which module: those before the rotation first, then its own. */
export interface Meetups {
  /** By module, by person: the group; −1 for whoever was not there. Those of the rotation may change. */
  readonly groupOf: readonly Int32Array[];
  /** Number of the first module that is planned. */
  readonly first: number;
  /** Whether two people are wanted together: their meetings cost nothing. */
  readonly isWanted: (p: number, q: number) => boolean;
}

/**
 * The modules in which two people meet, and what these cost. Each module is priced as if it were formed after those before it: two people who
 * share a group pay the square of the points of their earlier meetings ({@link meetingPrice}).
 */
export class SharedModules {
  readonly #meetups: Meetups;
  /** Numbers of modules, ascending. */
  readonly #list: Int32Array;
  #count = 0;

  constructor(meetups: Meetups) {
    this.#meetups = meetups;
    this.#list = new Int32Array(meetups.groupOf.length + 1);
  }

  /** Finds those of two people, `besides` left out; none where they are wanted together. Says whether there are any. */
  find(p: number, q: number, besides = -1): boolean {
    const { groupOf, isWanted } = this.#meetups;
    let count = 0;
    for (let module = 0; module < groupOf.length; module++) {
      const group = groupOf[module][p];
      if (group === groupOf[module][q] && group >= 0 && module !== besides) this.#list[count++] = module;
    }
    this.#count = count > 0 && isWanted(p, q) ? 0 : count;
    return this.#count > 0;
  }

  /** What they cost, one left out. */
  price(besides = -1): number {
    let sum = 0;
    for (let late = 1; late < this.#count; late++) {
      const module = this.#list[late];
      if (module === besides || module < this.#meetups.first) continue;
      let points = 0;
      for (let early = 0; early < late; early++)
        if (this.#list[early] !== besides) points += meetingPoints(module - this.#list[early]);
      sum += meetingPrice(points);
    }
    return sum;
  }

  /** What they cost with a module, beyond what they cost without it. */
  marginal(module: number): number {
    for (let i = 0; i < this.#count; i++) if (this.#list[i] === module) return this.price() - this.price(module);
    const without = this.price();
    this.add(module);
    const price = this.price() - without;
    this.remove(module);
    return price;
  }

  /** @param module none of them */
  add(module: number): void {
    let at = this.#count++;
    for (; at > 0 && this.#list[at - 1] > module; at--) this.#list[at] = this.#list[at - 1];
    this.#list[at] = module;
  }

  /** @param module one of them */
  remove(module: number): void {
    let at = 0;
    while (this.#list[at] !== module) at++;
    for (this.#count--; at < this.#count; at++) this.#list[at] = this.#list[at + 1];
  }
}

/** Visits every two people who meet in any module, once. */
export function visitMeetings(meetups: Meetups, visit: (p: number, q: number) => void): void {
  const { groupOf } = meetups;
  groupOf.forEach((groups, module) => {
    const members = new Map<number, number[]>();
    groups.forEach((group, person) => {
      if (group < 0) return;
      const list = members.get(group);
      if (list === undefined) members.set(group, [person]);
      else list.push(person);
    });
    const haveMet = (p: number, q: number) => {
      for (let earlier = 0; earlier < module; earlier++)
        if (groupOf[earlier][p] === groupOf[earlier][q] && groupOf[earlier][p] >= 0) return true;
      return false;
    };
    for (const list of members.values()) {
      for (let i = 1; i < list.length; i++)
        for (let j = 0; j < i; j++) if (!haveMet(list[j], list[i])) visit(list[j], list[i]);
    }
  });
}

/** What all meetings again cost together, from nothing. */
export function priceMeetings(meetups: Meetups): number {
  const shared = new SharedModules(meetups);
  let sum = 0;
  visitMeetings(meetups, (p, q) => {
    if (shared.find(p, q)) sum += shared.price();
  });
  return sum;
}
