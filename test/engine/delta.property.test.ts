import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULE_KINDS } from '../../src/domain/rule.js';
import { compileProblem, type Problem } from '../../src/engine/problem.js';
import { scoreOf } from '../../src/engine/state.js';
import { State } from '../../src/engine/state.js';
import { fillings } from '../helpers/groupings.js';
import { moduleOf, rule, toTheme } from '../helpers/modules.js';
import { modules } from '../helpers/random-modules.js';
import { runs } from '../helpers/runs.js';

const swaps = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 1, maxLength: 12 });

function firstFilling(problem: Problem): Int32Array {
  const [groupOf] = fillings([...problem.groupSizes]);
  return Int32Array.from(groupOf);
}

/** The pairs of the draw that are of different groups when their turn comes. */
function followSwaps(
  problem: Problem,
  draw: readonly (readonly [number, number])[],
  visit: (p: number, q: number, groupOf: Int32Array) => void,
) {
  const groupOf = firstFilling(problem);
  for (const [a, b] of draw) {
    const p = a % problem.peopleCount;
    const q = b % problem.peopleCount;
    if (groupOf[p] === groupOf[q]) continue;
    visit(p, q, groupOf);
    [groupOf[p], groupOf[q]] = [groupOf[q], groupOf[p]];
  }
}

describe('delta of a swap', () => {
  it.each(['balance', 'wishes', 'history', ...RULE_KINDS])(
    'equals the penalty recomputed after it minus the one before: %s',
    (kind) => {
      const kinds = RULE_KINDS.filter((name) => name === kind);
      const traits = {
        people: 10,
        wishes: kind === 'wishes',
        rules: kinds.length > 0 ? 'any' : 'none',
        kinds,
        history: kind === 'history',
      } as const;
      fc.assert(
        fc.property(modules(traits), swaps, (module, draw) => {
          const problem = compileProblem(module);
          for (const model of [...problem.hard, ...problem.soft]) {
            let term: ReturnType<typeof model.start> | undefined;
            followSwaps(problem, draw, (p, q, groupOf) => {
              term ??= model.start(groupOf);
              expect(term.penalty).toBe(model.start(groupOf).penalty);
              const after = groupOf.slice();
              [after[p], after[q]] = [after[q], after[p]];
              const delta = term.delta(p, q);
              expect(delta).toBe(model.start(after).penalty - model.start(groupOf).penalty);
              expect(term.delta(q, p)).toBe(delta);
              expect(term.taking(p, q) + term.taking(q, p)).toBe(delta);
              if (term.isInvolved[p] === 0 && term.isInvolved[q] === 0) expect(delta).toBe(0);
              term.apply(p, q);
            });
          }
        }),
        { numRuns: runs(36) },
      );
    },
  );

  it('is what three people cost together who each take the place of the next, in any term', () => {
    const traits = { people: 10, wishes: true, rules: 'any', history: true, roles: true } as const;
    fc.assert(
      fc.property(modules(traits), fc.nat(), fc.nat(), fc.nat(), (module, ...draw) => {
        const problem = compileProblem(module);
        const groupOf = firstFilling(problem);
        const [p, q, r] = draw.map((number) => number % problem.peopleCount);
        fc.pre(new Set([groupOf[p], groupOf[q], groupOf[r]]).size === 3);
        const after = groupOf.slice();
        [after[p], after[q], after[r]] = [groupOf[q], groupOf[r], groupOf[p]];
        for (const model of [...problem.hard, ...problem.soft]) {
          const term = model.start(groupOf);
          const cost = term.taking(p, q) + term.taking(q, r) + term.taking(r, p);
          expect(cost).toBe(model.start(after).penalty - term.penalty);
        }
        const before = scoreOf(problem, groupOf);
        const { hard, soft } = scoreOf(problem, after);
        const state = new State(problem, groupOf);
        state.weigh(
          problem.hard.map(() => 1),
          problem.soft.map(() => 1),
          problem.guides.map(() => 0),
        );
        const cost = state.taking(p, q) + state.taking(q, r) + state.taking(r, p);
        expect(cost).toBe(hard - before.hard + soft - before.soft);
      }),
      { numRuns: runs(60) },
    );
  });

  it('adds up along a chain where somebody costs the same wherever he is', () => {
    // Nobody works on B, and so `a` is in the wrong place in every group, `b` and `c` in none.
    const module = moduleOf({
      people: 3,
      places: { A: [1], C: [1], D: [1] },
      rules: [
        rule('fixed', 'a', { target: toTheme('B'), weight: 5 }),
        rule('fixed', 'c', { target: toTheme('A'), weight: 3 }),
      ],
    });
    const problem = compileProblem(module);
    const groupOf = Int32Array.from([0, 1, 2]);
    const state = new State(problem, groupOf);
    const after = Int32Array.from([1, 2, 0]);
    const { soft } = scoreOf(problem, after);
    expect(state.taking(0, 1) + state.taking(1, 2) + state.taking(2, 0)).toBe(soft - scoreOf(problem, groupOf).soft);
  });

  it('keeps every share of a term adding up to its penalty, none below its bound', () => {
    fc.assert(
      fc.property(modules({ people: 10 }), swaps, (module, draw) => {
        const problem = compileProblem(module);
        for (const model of [...problem.hard, ...problem.soft]) {
          let term: ReturnType<typeof model.start> | undefined;
          followSwaps(problem, draw, (p, q, groupOf) => {
            term ??= model.start(groupOf);
            const shares = term.explain();
            expect(shares.reduce((sum, { penalty }) => sum + penalty, 0)).toBe(term.penalty);
            for (const { penalty, bound } of shares) expect(penalty).toBeGreaterThanOrEqual(bound);
            term.apply(p, q);
          });
        }
      }),
      { numRuns: runs(36) },
    );
  });
});

describe('state after any swaps', () => {
  it('holds the score recomputed from nothing, full groups, and members that agree with groupOf', () => {
    fc.assert(
      fc.property(modules({ people: 10 }), swaps, (module, draw) => {
        const problem = compileProblem(module);
        const state = new State(problem, firstFilling(problem));
        for (const [a, b] of draw) {
          const p = a % problem.peopleCount;
          const q = b % problem.peopleCount;
          if (state.groupOf[p] === state.groupOf[q]) continue;
          const expected = { hard: state.hard + state.hardDelta(p, q), soft: state.soft + state.softDelta(p, q) };
          state.swap(p, q);
          expect({ hard: state.hard, soft: state.soft }).toEqual(expected);
          expect(expected).toEqual(scoreOf(problem, state.groupOf));
        }
        expect([...state.members].sort((x, y) => x - y)).toEqual([...state.members.keys()]);
        problem.groupSizes.forEach((size, group) => {
          expect(state.groupStart[group + 1] - state.groupStart[group]).toBe(size);
          for (let seat = state.groupStart[group]; seat < state.groupStart[group + 1]; seat++) {
            expect(state.groupOf[state.members[seat]]).toBe(group);
          }
        });
      }),
      { numRuns: runs(45) },
    );
  });

  it('prices a swap by any weights as the weighted sum of what every term says of it, whatever the limit', () => {
    const weights = fc.array(fc.nat(5), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(
        modules({ people: 10, roles: true }),
        swaps,
        weights,
        fc.integer({ min: -9, max: 9 }),
        (module, draw, drawn, step) => {
          const problem = compileProblem(module);
          const state = new State(problem, firstFilling(problem));
          const models = [...problem.hard, ...problem.soft, ...problem.guides];
          const weightOf = models.map((_, index) => drawn[index % drawn.length]);
          const [softFrom, guidesFrom] = [problem.hard.length, problem.hard.length + problem.soft.length];
          state.weigh(weightOf.slice(0, softFrom), weightOf.slice(softFrom, guidesFrom), weightOf.slice(guidesFrom));
          const value = (groupOf: Int32Array) =>
            models.reduce((sum, model, index) => sum + weightOf[index] * model.start(groupOf).penalty, 0);
          for (const [a, b] of draw) {
            const p = a % problem.peopleCount;
            const q = b % problem.peopleCount;
            if (state.groupOf[p] === state.groupOf[q]) continue;
            const after = state.groupOf.slice();
            [after[p], after[q]] = [after[q], after[p]];
            const delta = value(after) - value(state.groupOf);
            expect(state.delta(p, q)).toBe(delta);
            expect(state.loses(p, q, delta)).toBe(false);
            expect(state.loses(p, q, delta - 1)).toBe(true);
            expect(state.loses(p, q, step)).toBe(delta > step);
            state.swap(p, q);
          }
        },
      ),
      { numRuns: runs(45) },
    );
  });
});
