import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/check/check-groups.js';
import { compareWorth, worthOf, type Worth } from '../../src/check/list-worth.js';
import type { GroupList } from '../../src/domain/group.js';
import type { Module } from '../../src/domain/module.js';
import { improveList } from '../../src/usecases/improve-list.js';
import { listOf, text } from '../helpers/groupings.js';
import { modules } from '../helpers/random-modules.js';

/** What the judge says of the best list that one exchange makes, or of the list itself. */
function bestByTrying(module: Module, groupOf: readonly number[]): Worth {
  let best = worthOf(checkGroups(module, listOf(module, groupOf)));
  for (let p = 0; p < groupOf.length; p++) {
    for (let q = p + 1; q < groupOf.length; q++) {
      const swapped = groupOf.with(p, groupOf[q]).with(q, groupOf[p]);
      const worth = worthOf(checkGroups(module, listOf(module, swapped)));
      if (compareWorth(worth, best) < 0) best = worth;
    }
  }
  return best;
}

const show = ({ faults, hard, soft }: Worth) => `${faults} ${hard} ${text(soft)}`;

/** A module and a list that fills its groups. */
const filled = modules({ roles: true }).chain((module) => {
  const seats = module.groups.flatMap(({ size }, group) => Array.from({ length: size }, () => group));
  return fc
    .shuffledSubarray(seats, { minLength: seats.length, maxLength: seats.length })
    .map((groupOf) => ({ module, groupOf }));
});

describe('improveList (properties)', () => {
  it('names the best of all exchanges first, and each next one given those before it', () => {
    fc.assert(
      fc.property(filled, ({ module, groupOf }) => {
        const { changes } = improveList(module, listOf(module, groupOf), undefined);
        const current = [...groupOf];
        for (const { change, before, after } of changes) {
          expect(show(worthOf(before))).toBe(show(worthOf(checkGroups(module, listOf(module, current)))));
          expect(show(worthOf(after))).toBe(show(bestByTrying(module, current)));
          expect(compareWorth(worthOf(after), worthOf(before))).toBeLessThan(0);
          if (change.kind !== 'swap') throw new Error('an exchange was expected');
          const [p, q] = [change.first, change.second].map((key) =>
            module.cohort.participants.findIndex((person) => person.key === key),
          );
          [current[p], current[q]] = [current[q], current[p]];
        }
        if (changes.length < 3) {
          const left = worthOf(checkGroups(module, listOf(module, current)));
          expect(show(bestByTrying(module, current))).toBe(show(left));
        }
      }),
    );
  });

  it('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(filled, ({ module, groupOf }) => {
        const list = listOf(module, groupOf);
        const turned: GroupList = { ...list, placements: list.placements.toReversed() };
        const changesOf = (one: GroupList) => improveList(module, one, undefined).changes.map(({ change }) => change);
        expect(changesOf(turned)).toEqual(changesOf(list));
      }),
    );
  });
});
