import type { Random } from '../engine/random.js';
import { THRESHOLDS, THRESHOLD_UNIT } from '../engine/thresholds.js';
import { cosetLeaders } from './abelian-group.js';
import type { Groupings } from './request.js';
import { allOf, type StarterFrame } from './starter-frame.js';
import type { Symmetry } from './symmetry.js';

/** Temperatures in units of one repeat for each element of the group. */
const HOT = 0.6;
const STAGES = 50;
const COOLING = 0.968;

/**
 * Looks for people to fill the frames of starter modules such that, carried on by the group, they repeat no meeting: simulated
 * annealing over exchanges of two orbits and over what an orbit is turned by. Few choices decide over all modules, so that
 * the search is short where such a plan exists.
 */
export class StarterSearch {
  readonly #symmetry: Symmetry;
  readonly #frames: readonly StarterFrame[];
  readonly #random: Random;
  /** By frame, by place. */
  readonly #seated: readonly Int32Array[];
  /** By frame, by slot. */
  readonly #leaders: readonly Int32Array[];
  /** By frame, by slot: the element that carries its leader to its first place. */
  readonly #turns: readonly Int32Array[];
  /** By class of pairs, over all modules. */
  readonly #meetings: Int32Array;
  #repeats = 0;
  #made = 0;

  constructor(symmetry: Symmetry, frames: readonly StarterFrame[], random: Random) {
    this.#symmetry = symmetry;
    this.#frames = frames;
    this.#random = random;
    this.#seated = frames.map(({ firstSeat, blocks }) => new Int32Array(firstSeat[blocks.length]).fill(-1));
    this.#leaders = frames.map(({ leaders }) => leaders.slice());
    this.#turns = frames.map(({ slots }) => new Int32Array(slots.length));
    this.#meetings = new Int32Array(symmetry.classSizes.length);
    frames.forEach(({ slots, stabiliser }, f) =>
      slots.forEach((_, slot) =>
        this.#fill(f, slot, this.#leaders[f][slot], stabiliser[random.index(stabiliser.length)]),
      ),
    );
  }

  proposals(): number {
    return this.#made;
  }

  /** Repeats within all modules. */
  repeats(): number {
    return this.#repeats;
  }

  /** Goes on until nothing is repeated, or the budget is spent; the last state is kept, cold as it is then. */
  run(budget: number): void {
    const stage = Math.max(1, Math.floor(budget / STAGES));
    let temperature = HOT * this.#symmetry.group.order;
    for (let made = 0; made < budget && this.#repeats > 0; made++) {
      this.#propose((temperature * THRESHOLDS[this.#random.index(THRESHOLDS.length)]) / THRESHOLD_UNIT);
      if (made % stage === stage - 1) temperature *= COOLING;
      this.#made++;
    }
  }

  /** All modules, written out. Groups of a module are in the order of its base blocks, each followed by its images. */
  modules(): Groupings {
    const { group, moved, peopleCount } = this.#symmetry;
    const { order, sums } = group;
    return this.#frames.flatMap(({ stabiliser, blocks, firstSeat }, f) =>
      cosetLeaders(group, allOf(order), stabiliser).map((element) => {
        const groupOf = new Int32Array(peopleCount);
        let label = 0;
        blocks.forEach((own, block) => {
          for (const step of cosetLeaders(group, stabiliser, own)) {
            const turn = sums[element * order + step];
            for (const person of this.#seated[f].subarray(firstSeat[block], firstSeat[block + 1]))
              groupOf[moved[turn * peopleCount + person]] = label;
            label++;
          }
        });
        return groupOf;
      }),
    );
  }

  #propose(limit: number): void {
    const random = this.#random;
    const f = random.index(this.#frames.length);
    const { slots, stabiliser } = this.#frames[f];
    const [leaders, turns] = [this.#leaders[f], this.#turns[f]];
    const one = random.index(slots.length);
    const other = random.index(slots.length);
    if (slots[one].stays !== slots[other].stays) return;
    const before = this.#repeats;
    const kept = [leaders[one], turns[one], leaders[other], turns[other]];
    const isTurned = slots[one].block === slots[other].block;
    if (isTurned && stabiliser.length === slots[one].length) return;
    this.#clear(f, one);
    if (isTurned) this.#fill(f, one, kept[0], stabiliser[random.index(stabiliser.length)]);
    else {
      this.#clear(f, other);
      this.#fill(f, one, kept[2], stabiliser[random.index(stabiliser.length)]);
      this.#fill(f, other, kept[0], stabiliser[random.index(stabiliser.length)]);
    }
    if (this.#repeats - before <= limit) return;
    this.#clear(f, one);
    if (!isTurned) {
      this.#clear(f, other);
      this.#fill(f, other, kept[2], kept[3]);
    }
    this.#fill(f, one, kept[0], kept[1]);
  }

  #fill(f: number, slot: number, leader: number, turn: number): void {
    const { blocks, slots } = this.#frames[f];
    const { block, seat, length } = slots[slot];
    const { moved, peopleCount, group } = this.#symmetry;
    for (let i = 0; i < length; i++) {
      const element = group.sums[turn * group.order + blocks[block][i]];
      this.#seated[f][seat + i] = moved[element * peopleCount + leader];
      this.#count(f, block, seat + i, 1);
    }
    this.#leaders[f][slot] = leader;
    this.#turns[f][slot] = turn;
  }

  #clear(f: number, slot: number): void {
    const { block, seat, length } = this.#frames[f].slots[slot];
    for (let i = 0; i < length; i++) {
      this.#count(f, block, seat + i, -1);
      this.#seated[f][seat + i] = -1;
    }
  }

  /** Counts the meetings of whoever sits there with all who sit in the block, over all images of the block, or takes them back. */
  #count(f: number, block: number, seat: number, change: number): void {
    const { classOf, classSizes, peopleCount, group } = this.#symmetry;
    const { blocks, firstSeat } = this.#frames[f];
    const seated = this.#seated[f];
    const times = (change * group.order) / blocks[block].length;
    const row = seated[seat] * peopleCount;
    for (let other = firstSeat[block]; other < firstSeat[block + 1]; other++) {
      if (other === seat || seated[other] < 0) continue;
      const pairs = classOf[row + seated[other]];
      const before = this.#meetings[pairs] - classSizes[pairs];
      const after = before + times;
      this.#meetings[pairs] += times;
      this.#repeats += (after > 0 ? after : 0) - (before > 0 ? before : 0);
    }
  }
}
