import { SharedModules, visitMeetings, type Meetups } from './shared-modules.js';

/**
 * What it costs that people meet again over a rotation, kept up to date swap by swap, with what everyone would cost in every group of every
 * planned module ({@link SharedModules} says how meetings are priced).
 */
export class MeetingLedger {
  /** Sum of the prices of all meetings again, before the weight. */
  penalty = 0;
  readonly #meetups: Meetups;
  readonly #groupCount: number;
  readonly #peopleCount: number;
  readonly #shared: SharedModules;
  /** By planned module: person × groups, what the members of the group cost together with that person. */
  readonly #cells: readonly Float64Array[];

  constructor(meetups: Meetups, groupCount: number) {
    const { groupOf, first } = meetups;
    const n = groupOf[first].length;
    this.#meetups = meetups;
    this.#groupCount = groupCount;
    this.#peopleCount = n;
    this.#shared = new SharedModules(meetups);
    this.#cells = groupOf.slice(first).map(() => new Float64Array(n * groupCount));
    visitMeetings(meetups, (p, q) => {
      if (!this.#shared.find(p, q)) return;
      this.penalty += this.#shared.price();
      for (let module = first; module < groupOf.length; module++)
        this.#addToCells(module, p, q, this.#shared.marginal(module));
    });
  }

  /** What the members of q's group in a module cost more if p, of another one, took q's place there. */
  taking(module: number, p: number, q: number): number {
    const { first, groupOf } = this.#meetups;
    const cells = this.#cells[module];
    const group = groupOf[first + module][q];
    const groupCount = this.#groupCount;
    return cells[p * groupCount + group] - cells[q * groupCount + group] - this.#between(first + module, p, q);
  }

  /** Adds {@link taking}, times a price, to `costs` for each two of some people of different groups: row by row, who takes a place by row. */
  addTakings(module: number, people: Int32Array, price: number, costs: Float64Array): void {
    const { first, groupOf } = this.#meetups;
    const at = first + module;
    const cells = this.#cells[module];
    const groups = groupOf[at];
    const groupCount = this.#groupCount;
    const size = people.length;
    for (let i = 0; i < size; i++) {
      const [p, ofP] = [people[i], groups[people[i]]];
      for (let j = 0; j < i; j++) {
        const [q, ofQ] = [people[j], groups[people[j]]];
        const between = this.#between(at, p, q);
        costs[i * size + j] += price * (cells[p * groupCount + ofQ] - cells[q * groupCount + ofQ] - between);
        costs[j * size + i] += price * (cells[q * groupCount + ofP] - cells[p * groupCount + ofP] - between);
      }
    }
  }

  /**
   * Takes a swap of p and q in a module into account; called before the assignment changes.
   *
   * @param ofP the people of p's group, p among them; likewise of q's.
   */
  swap(module: number, p: number, q: number, ofP: Int32Array, ofQ: Int32Array): void {
    const { first, groupOf } = this.#meetups;
    const at = first + module;
    const [from, to] = [groupOf[at][p], groupOf[at][q]];
    for (const mate of ofP) {
      if (mate === p) continue;
      this.#change(at, p, mate, -1);
      this.#change(at, q, mate, 1);
    }
    for (const mate of ofQ) {
      if (mate === q) continue;
      this.#change(at, q, mate, -1);
      this.#change(at, p, mate, 1);
    }
    const cells = this.#cells[module];
    for (let person = 0; person < this.#peopleCount; person++) {
      const change = this.#between(at, person, q) - this.#between(at, person, p);
      if (change === 0) continue;
      cells[person * this.#groupCount + from] += change;
      cells[person * this.#groupCount + to] -= change;
    }
  }

  /** What a pair costs more by meeting in a module than by not meeting there, all others as they are. */
  #between(at: number, p: number, q: number): number {
    return p !== q && this.#shared.find(p, q, at) ? this.#shared.marginal(at) : 0;
  }

  /** Two people come together in a module (1) or part there (−1): what they cost in all others changes. */
  #change(at: number, p: number, q: number, sign: 1 | -1): void {
    const { first, groupOf, isWanted } = this.#meetups;
    if (isWanted(p, q)) return;
    const shared = this.#shared;
    shared.find(p, q, at);
    this.penalty += sign * shared.marginal(at);
    for (let module = first; module < groupOf.length; module++) {
      if (module === at) continue;
      const apart = shared.marginal(module);
      shared.add(at);
      const together = shared.marginal(module);
      shared.remove(at);
      this.#addToCells(module, p, q, sign * (together - apart));
    }
  }

  #addToCells(module: number, p: number, q: number, change: number): void {
    if (change === 0) return;
    const { first, groupOf } = this.#meetups;
    const cells = this.#cells[module - first];
    cells[p * this.#groupCount + groupOf[module][q]] += change;
    cells[q * this.#groupCount + groupOf[module][p]] += change;
  }
}
