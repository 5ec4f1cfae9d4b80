import type { Groupings, MetPair, RotationScore } from './request.js';

/**
 * All modules of a plan, kept so that a swap is priced in constant time. Of every module there is a matrix people × groups:
 * what the meetings of somebody with the members of a group would cost, given all other modules and earlier meetings. A
 * meeting costs nothing where the two have not met, and 1 + t where they have met t times: {@link RotationScore}, repeats and
 * excess added up. A swap that is carried out costs time in proportion to people, and to modules times the size of a group.
 */
export class MeetingState {
  readonly peopleCount: number;
  readonly groupOf: Groupings;
  #repeats = 0;
  #excess = 0;
  /** By pair of people, in both orders. */
  readonly #counts: Int32Array;
  /** By module, by person × group. */
  readonly #costs: readonly Int32Array[];
  /** By module, by group, then by rank: its members. */
  readonly #members: readonly (readonly Int32Array[])[];
  /** By module, by person: rank within the group. */
  readonly #ranks: readonly Int32Array[];
  readonly #groupCounts: readonly number[];

  /** @param groupOf taken over. */
  constructor(groupOf: Groupings, sizes: readonly Int32Array[], met: readonly MetPair[]) {
    const n = groupOf[0].length;
    this.peopleCount = n;
    this.groupOf = groupOf;
    this.#counts = new Int32Array(n * n);
    this.#groupCounts = sizes.map(({ length }) => length);
    this.#costs = sizes.map(({ length }) => new Int32Array(n * length));
    this.#members = sizes.map((list) => Array.from(list, (size) => new Int32Array(size)));
    this.#ranks = sizes.map(() => new Int32Array(n));
    for (const { first, second, times } of met) {
      this.#counts[first * n + second] += times;
      this.#counts[second * n + first] += times;
    }
    groupOf.forEach((grouping, module) => this.#seat(grouping, module));
    groupOf.forEach((grouping, module) => this.#price(grouping, module));
  }

  score(): RotationScore {
    return { repeats: this.#repeats, excess: this.#excess };
  }

  /** What the search minimises. */
  energy(): number {
    return this.#repeats + this.#excess;
  }

  repeats(): number {
    return this.#repeats;
  }

  /** Whether somebody has met a member of their group of this module elsewhere. */
  isRepeating(module: number, person: number): boolean {
    return this.#costs[module][person * this.#groupCounts[module] + this.groupOf[module][person]] > 0;
  }

  /** What {@link energy} gains by {@link swap}; the two are in different groups of the module. */
  delta(module: number, p: number, q: number): number {
    const costs = this.#costs[module];
    const groupCount = this.#groupCounts[module];
    const own = this.groupOf[module][p];
    const other = this.groupOf[module][q];
    return (
      costs[p * groupCount + other] -
      costs[p * groupCount + own] +
      costs[q * groupCount + own] -
      costs[q * groupCount + other] -
      2 * price(this.#counts[p * this.peopleCount + q])
    );
  }

  swap(module: number, p: number, q: number): void {
    const groupOf = this.groupOf[module];
    const ranks = this.#ranks[module];
    const [own, other] = [groupOf[p], groupOf[q]];
    this.#moveCosts(module, p, q);
    this.#meetOthers(module, p, q, this.#members[module][own]);
    this.#meetOthers(module, q, p, this.#members[module][other]);
    const [rankOfP, rankOfQ] = [ranks[p], ranks[q]];
    this.#members[module][own][rankOfP] = q;
    this.#members[module][other][rankOfQ] = p;
    ranks[p] = rankOfQ;
    ranks[q] = rankOfP;
    groupOf[p] = other;
    groupOf[q] = own;
  }

  /** One person leaves these members, another takes the place. */
  #meetOthers(module: number, leaver: number, comer: number, members: Int32Array): void {
    for (const x of members) {
      if (x === leaver) continue;
      this.#count(module, leaver, x, -1);
      this.#count(module, comer, x, 1);
    }
  }

  /** The matrix of the module itself, before the swap: two groups change a member each, for everybody. */
  #moveCosts(module: number, p: number, q: number): void {
    const n = this.peopleCount;
    const counts = this.#counts;
    const costs = this.#costs[module];
    const groupOf = this.groupOf[module];
    const groupCount = this.#groupCounts[module];
    const [own, other] = [groupOf[p], groupOf[q]];
    for (let x = 0; x < n; x++) {
      const group = groupOf[x];
      const toP = x === p ? 0 : price(counts[p * n + x] - (group === own ? 1 : 0));
      const toQ = x === q ? 0 : price(counts[q * n + x] - (group === other ? 1 : 0));
      costs[x * groupCount + own] += toQ - toP;
      costs[x * groupCount + other] += toP - toQ;
    }
  }

  /** Two people meet once more or less in a module: what that changes in the matrices of all others. */
  #count(module: number, x: number, y: number, change: number): void {
    const n = this.peopleCount;
    const before = this.#counts[x * n + y];
    const after = before + change;
    this.#counts[x * n + y] = after;
    this.#counts[y * n + x] = after;
    this.#tally(change > 0 ? before : after, change);
    for (let m = 0; m < this.groupOf.length; m++) {
      if (m === module) continue;
      const groupOf = this.groupOf[m];
      const here = groupOf[x] === groupOf[y] ? 1 : 0;
      const gain = price(after - here) - price(before - here);
      if (gain === 0) continue;
      this.#costs[m][x * this.#groupCounts[m] + groupOf[y]] += gain;
      this.#costs[m][y * this.#groupCounts[m] + groupOf[x]] += gain;
    }
  }

  /** Counts a meeting of two who met `before` times, or takes it back. */
  #tally(before: number, change: number): void {
    if (before > 0) this.#repeats += change;
    this.#excess += change * before;
  }

  #seat(grouping: Int32Array, module: number): void {
    const n = this.peopleCount;
    const filled = new Int32Array(this.#groupCounts[module]);
    grouping.forEach((group, person) => {
      const rank = filled[group]++;
      const members = this.#members[module][group];
      members[rank] = person;
      this.#ranks[module][person] = rank;
      for (let i = 0; i < rank; i++) {
        const other = members[i];
        this.#tally(this.#counts[person * n + other], 1);
        this.#counts[person * n + other]++;
        this.#counts[other * n + person]++;
      }
    });
  }

  #price(grouping: Int32Array, module: number): void {
    const n = this.peopleCount;
    const groupCount = this.#groupCounts[module];
    for (let x = 0; x < n; x++) {
      for (let y = 0; y < n; y++) {
        if (x === y) continue;
        const others = this.#counts[x * n + y] - (grouping[x] === grouping[y] ? 1 : 0);
        this.#costs[module][x * groupCount + grouping[y]] += price(others);
      }
    }
  }
}

/** What the next meeting of two people costs who have met so many times. */
function price(times: number): number {
  return times === 0 ? 0 : times + 1;
}
