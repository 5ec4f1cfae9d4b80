import { createBins, type Bins } from '../../src/engine/mix/bins.js';
import { fairCounts } from '../../src/engine/mix/fair-counts.js';
import type { Mix } from '../../src/engine/mix/mix.js';
import { compileProblem } from '../../src/engine/problem.js';
import { moduleOf } from './modules.js';

/** Groups of `size` people as they are listed, as bins; attributes of equal weight, of one letter a person. */
export function startBins(
  columns: Readonly<Record<string, string>>,
  size: number,
): { mix: Mix; people: Int32Array; groups: number; bins: Bins } {
  const letters = Object.entries(columns).map(([key, cells]): [string, readonly string[]] => [key, [...cells]]);
  const peopleCount = letters[0][1].length;
  const groups = peopleCount / size;
  const { mix } = compileProblem(
    moduleOf({
      columns: Object.fromEntries(letters),
      balance: Object.fromEntries(letters.map(([key]) => [key, 1])),
      sizes: Array.from({ length: groups }, () => size),
    }),
  );
  const bins = createBins({
    levelStart: mix.levelStart,
    levels: mix.levels,
    levelCount: mix.levelCount,
    width: mix.width,
    binStart: Int32Array.from({ length: groups + 1 }, (_, bin) => bin * size),
    curvature: mix.curvature,
    rowOf: new Int32Array(groups),
    pull: mix.pull,
    ...fairCounts(mix, mix.levels, groups),
  });
  return { mix, people: Int32Array.from({ length: peopleCount }, (_, p) => p), groups, bins };
}
