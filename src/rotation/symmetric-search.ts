import { mostOf } from '../domain/extremes.js';
import type { Random } from '../engine/random.js';
import { abelianFactors, createAbelianGroup } from './abelian-group.js';
import type { Groupings } from './request.js';
import { StarterDraw } from './starter-draw.js';
import { StarterSearch } from './starter-search.js';
import { createSymmetry } from './symmetry.js';

/** Larger groups leave little to choose, and have many subgroups. */
const MOST_ELEMENTS = 64;
/** Proposals for each orbit that is to be placed. */
const PROPOSALS_BY_SLOT = 100;
/** Draws of starter modules that may all be refused by counting before a group is out of the race for good. */
const MOST_REFUSALS = 600;
/** A draw takes about the time of so many proposals. */
const DRAW_COST = 10;
/** What each group may spend in the first heat of the first race. */
const FIRST_HEAT = 10_000;
/** So many groups run the last heat. */
const FINALISTS = 2;

/** Modules in which few pairs meet again, or none. */
export interface SymmetricPlan {
  /** At most as many modules as asked for. */
  readonly groupOf: Groupings;
  readonly repeats: number;
}

/** A group in the race. */
interface Runner {
  readonly draw: StarterDraw;
  best: number;
  /** Of this heat. */
  spent: number;
  isOut: boolean;
}

/**
 * Looks for plans without repeats among those that a commutative group of moves carries into themselves: of every such group of at
 * most 64 elements, with the people in rings and the rest staying in place, it draws at random which modules and blocks have
 * which symmetry ({@link StarterDraw}), and anneals who is in them for a short time ({@link StarterSearch}). The groups run a race: in each heat all
 * may spend as much, the better half goes on to the next with twice as much (successive halving: Karnin, Koren and Somekh 2013), and after the last
 * all begin again with twice the first. Known plans are often of this kind: Kirkman's schoolgirls by the turns of a ring of
 * seven, and other resolvable designs (Colbourn and Dinitz, Handbook of Combinatorial Designs, II.7).
 */
export class SymmetricSearch {
  readonly #wanted: number;
  readonly #random: Random;
  readonly #runners: readonly Runner[];
  #heat: readonly Runner[];
  #allowance = FIRST_HEAT;
  #race = FIRST_HEAT;
  #turn = 0;
  #best: SymmetricPlan | undefined;
  #made = 0;

  /**
   * @param sizes by group, of every module.
   * @param moduleCount how many are wanted. Where no plan of so many is without repeats, as many as there could be by counting.
   */
  constructor(peopleCount: number, sizes: Int32Array, moduleCount: number, random: Random) {
    const largest = mostOf(sizes);
    const most = largest < 2 ? 0 : Math.floor((peopleCount - 1) / (largest - 1));
    this.#random = random;
    this.#wanted = Math.min(moduleCount, most);
    this.#runners = this.#wanted < 2 ? [] : listRunners(peopleCount, sizes, this.#wanted, most);
    this.#heat = this.#runners;
  }

  /** A draw counts as ten. */
  proposals(): number {
    return this.#made;
  }

  /** The modules with the fewest repeats so far; `undefined` where none were found. */
  best(): SymmetricPlan | undefined {
    return this.#best;
  }

  /** Whether a plan without repeats was found, or no group is left to try. */
  isDone(): boolean {
    return this.#heat.length === 0 || this.#best?.repeats === 0;
  }

  /** One short annealing of the group whose turn it is. */
  step(): void {
    const runner = this.#heat[this.#turn];
    const before = this.#made;
    this.#run(runner);
    runner.spent += this.#made - before;
    if (!runner.isOut && runner.spent < this.#allowance) return;
    this.#turn++;
    if (this.#turn === this.#heat.length) this.#endHeat();
  }

  #run(runner: Runner): void {
    const { draw } = runner;
    const refused = draw.refused();
    const frames = draw.next(this.#random);
    this.#made += DRAW_COST * (1 + draw.refused() - refused);
    runner.isOut = draw.accepted() === 0 && draw.refused() > MOST_REFUSALS;
    if (frames === undefined) return;
    const search = new StarterSearch(draw.symmetry(), frames, this.#random);
    search.run(PROPOSALS_BY_SLOT * frames.reduce((sum, { slots }) => sum + slots.length, 0));
    this.#made += search.proposals();
    const repeats = search.repeats();
    runner.best = Math.min(runner.best, repeats);
    if (this.#best === undefined || repeats < this.#best.repeats)
      this.#best = { groupOf: search.modules().slice(0, this.#wanted), repeats };
  }

  #endHeat(): void {
    const left = this.#heat.filter(({ isOut }) => !isOut).toSorted((one, other) => one.best - other.best);
    if (left.length > FINALISTS) {
      this.#heat = left.slice(0, Math.ceil(left.length / 2));
      this.#allowance *= 2;
    } else {
      this.#race *= 2;
      this.#allowance = this.#race;
      this.#heat = this.#runners.filter(({ isOut }) => !isOut);
    }
    for (const runner of this.#heat) runner.spent = 0;
    this.#turn = 0;
  }
}

/** Every group with every number of rings that leaves no more people in place than there are groups; the largest first. */
function listRunners(peopleCount: number, sizes: Int32Array, wanted: number, most: number): readonly Runner[] {
  const runners: Runner[] = [];
  for (let order = Math.min(MOST_ELEMENTS, peopleCount); order > 1; order--) {
    for (let rings = Math.floor(peopleCount / order); rings > 0; rings--) {
      if (peopleCount - rings * order > sizes.length) break;
      for (const factors of abelianFactors(order)) {
        const make = () => createSymmetry(peopleCount, createAbelianGroup(factors), rings);
        const draw = new StarterDraw(make, sizes, wanted, most);
        runners.push({ draw, best: Infinity, spent: 0, isOut: false });
      }
    }
  }
  return runners;
}
