import type { Random } from '../engine/random.js';
import {
  countStayers,
  drawFrame,
  listModuleSymmetries,
  type ModuleSymmetry,
  type StarterFrame,
} from './starter-frame.js';
import type { Symmetry } from './symmetry.js';

/** Draws in a row that may be refused before a call gives up. */
const DRAWS = 100;
/** Frames that counting lets pass are worth as many annealings: a draw takes about as long as one. */
const USES = 4;

/** Frames of starter modules under one symmetry, drawn at random until counting has nothing against them. */
export class StarterDraw {
  readonly #make: () => Symmetry;
  readonly #sizes: Int32Array;
  readonly #wanted: number;
  readonly #most: number;
  #made: { readonly symmetry: Symmetry; readonly modules: readonly ModuleSymmetry[] } | undefined;
  #refused = 0;
  #accepted = 0;
  #uses = 0;
  #frames: readonly StarterFrame[] | undefined;

  /**
   * @param make called when the first frames are asked for.
   * @param wanted modules.
   * @param most modules that there may be in all: those beyond what is wanted are left out later.
   */
  constructor(make: () => Symmetry, sizes: Int32Array, wanted: number, most: number) {
    this.#make = make;
    this.#sizes = sizes;
    this.#wanted = wanted;
    this.#most = most;
  }

  refused(): number {
    return this.#refused;
  }

  accepted(): number {
    return this.#accepted;
  }

  symmetry(): Symmetry {
    return this.#prepared().symmetry;
  }

  /** The same frames a few times, then others; `undefined` where all draws were refused. */
  next(random: Random): readonly StarterFrame[] | undefined {
    if (this.#frames !== undefined && this.#uses++ < USES) return this.#frames;
    this.#frames = undefined;
    this.#uses = 1;
    for (let draw = 0; draw < DRAWS; draw++) {
      const frames = this.#drawAll(random);
      if (frames === undefined) this.#refused++;
      else {
        this.#accepted++;
        this.#frames = frames;
        return frames;
      }
    }
    return undefined;
  }

  #prepared(): { readonly symmetry: Symmetry; readonly modules: readonly ModuleSymmetry[] } {
    if (this.#made === undefined) {
      const symmetry = this.#make();
      this.#made = { symmetry, modules: listModuleSymmetries(symmetry, this.#sizes) };
    }
    return this.#made;
  }

  #drawAll(random: Random): readonly StarterFrame[] | undefined {
    const { symmetry, modules } = this.#prepared();
    const drawn: ModuleSymmetry[] = [];
    let made = 0;
    while (made < this.#wanted) {
      const open = modules.filter(({ images }) => made + images <= this.#most);
      if (open.length === 0) return undefined;
      const module = open[random.index(open.length)];
      drawn.push(module);
      made += module.images;
    }
    const frames: StarterFrame[] = [];
    for (const module of drawn) {
      const frame = drawFrame(symmetry, module, this.#sizes, random);
      if (frame === undefined) return undefined;
      frames.push(frame);
    }
    return isPossible(symmetry, frames, this.#sizes, made) ? frames : undefined;
  }
}

/**
 * Whether there are pairs enough. Two people at places of a ring that an element of order two exchanges meet twice as often as they
 * should, unless it carries their block into itself; two who stay meet again in every image of a module.
 */
function isPossible(
  symmetry: Symmetry,
  frames: readonly StarterFrame[],
  sizes: Int32Array,
  moduleCount: number,
): boolean {
  const { peopleCount, rings, group } = symmetry;
  const staying = countStayers(symmetry);
  const canMeet = frames.some(({ stabiliser }) => stabiliser.length === group.order);
  let free = (peopleCount * (peopleCount - 1)) / 2 - (canMeet ? 0 : (staying * (staying - 1)) / 2);
  for (const element of group.involutions) {
    let met = 0;
    for (const { slots, blocks } of frames) {
      for (const { stays, block } of slots) if (!stays && blocks[block].includes(element)) met++;
    }
    if (met > rings) return false;
    free -= ((rings - met) * group.order) / 2;
  }
  const needed = moduleCount * sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  return needed <= free;
}
