import fc from 'fast-check';
import type { Module } from '../../../src/domain/module.js';
import { compileRotation } from '../../../src/engine/rotation/compile-rotation.js';
import type { RotationGroups, RotationProblem } from '../../../src/engine/rotation/rotation-problem.js';
import { priceMeetings } from '../../../src/engine/rotation/shared-modules.js';
import { createRandom, shuffle } from '../../../src/engine/random.js';
import { scoreOf, type Score } from '../../../src/engine/state.js';
import { modules } from '../../helpers/random-modules.js';

export interface DrawnRotation {
  readonly module: Module;
  readonly rotation: RotationProblem;
  readonly groups: RotationGroups;
}

/** Two to four modules of up to ten people with wishes, rules of any kind and earlier modules, everybody anywhere. */
export function rotations(): fc.Arbitrary<DrawnRotation> {
  const traits = { people: 10, wishes: true, rules: 'any', history: true } as const;
  return fc
    .tuple(modules(traits), fc.integer({ min: 2, max: 4 }), fc.string({ maxLength: 4 }))
    .map(([module, count, seed]) => {
      const rotation = compileRotation(module, count);
      const random = createRandom(seed);
      const places = Int32Array.from(
        [...rotation.problem.groupSizes].flatMap((size, group) => Array.from({ length: size }, () => group)),
      );
      return { module, rotation, groups: Array.from({ length: count }, () => shuffle(places.slice(), random)) };
    });
}

/** The whole objective, from nothing. */
export function scoreFromNothing(
  { problem, earlier, price, isWanted }: RotationProblem,
  groups: RotationGroups,
): Score {
  const own = groups.map((groupOf) => scoreOf(problem, groupOf));
  const meetings = priceMeetings({ groupOf: [...earlier, ...groups], first: earlier.length, isWanted });
  return {
    hard: own.reduce((sum, { hard }) => sum + hard, 0),
    soft: own.reduce((sum, { soft }) => sum + soft, price * meetings),
  };
}
