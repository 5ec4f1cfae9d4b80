import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFlowNetwork } from '../../src/algorithms/min-cost-flow.js';
import { runs } from '../helpers/runs.js';

describe('createFlowNetwork', () => {
  it('sends units along the cheapest way first, and as many as fit at once', () => {
    const network = createFlowNetwork(4);
    const dear = network.addArc(0, 1, 5, 3);
    const cheap = network.addArc(0, 2, 2, 1);
    network.addArc(1, 3, 5, 0);
    network.addArc(2, 3, 2, 0);
    expect(network.solve(0, 3, 4)).toEqual({ flow: 4, cost: 8 });
    expect([network.flowOn(dear), network.flowOn(cheap)]).toEqual([2, 2]);
  });

  it('reroutes earlier units when that is cheaper in all', () => {
    const network = createFlowNetwork(4);
    const arcs = [
      network.addArc(0, 1, 1, 1),
      network.addArc(0, 2, 1, 4),
      network.addArc(1, 2, 1, 1),
      network.addArc(1, 3, 1, 5),
      network.addArc(2, 3, 1, 1),
    ];
    expect(network.solve(0, 3)).toEqual({ flow: 2, cost: 11 });
    expect(arcs.map(network.flowOn)).toEqual([1, 1, 0, 1, 1]);
  });

  it('takes arcs of negative cost', () => {
    const network = createFlowNetwork(3);
    network.addArc(0, 1, 2, 4);
    network.addArc(1, 2, 1, -10);
    network.addArc(1, 2, 1, 2);
    expect(network.solve(0, 2)).toEqual({ flow: 2, cost: 0 });
  });

  it('sends nothing where there is no way', () => {
    const network = createFlowNetwork(3);
    network.addArc(0, 1, 3, 1);
    expect(network.solve(0, 2)).toEqual({ flow: 0, cost: 0 });
  });

  it('goes on from where the last call stopped', () => {
    const network = createFlowNetwork(2);
    network.addArc(0, 1, 2, 1);
    network.addArc(0, 1, 2, 7);
    expect(network.solve(0, 1, 1)).toEqual({ flow: 1, cost: 1 });
    expect(network.solve(0, 1)).toEqual({ flow: 3, cost: 15 });
  });

  it('refuses what has no answer', () => {
    const cycle = createFlowNetwork(3);
    cycle.addArc(0, 1, 1, 0);
    cycle.addArc(1, 2, 1, -2);
    cycle.addArc(2, 1, 1, 1);
    expect(() => cycle.solve(0, 2)).toThrow(RangeError);
    const endless = createFlowNetwork(2);
    endless.addArc(0, 1, Infinity, 1);
    expect(() => endless.solve(0, 1)).toThrow(RangeError);
    expect(endless.solve(0, 1, 3)).toEqual({ flow: 3, cost: 3 });
    expect(() => endless.addArc(0, 2, 1, 1)).toThrow(RangeError);
    expect(() => endless.addArc(0, 1, 0.5, 1)).toThrow(RangeError);
  });

  it('costs as little as any choice of whole units', () => {
    const arcs = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 3 }),
        step: fc.integer({ min: 1, max: 4 }),
        capacity: fc.integer({ min: 1, max: 2 }),
        cost: fc.integer({ min: -4, max: 6 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(arcs, (drawn) => {
        // Arcs lead forward, so that there is no cycle whatever the costs.
        const list = drawn.map((arc) => ({ ...arc, to: Math.min(4, arc.from + arc.step) }));
        const network = createFlowNetwork(5);
        const ids = list.map(({ from, to, capacity, cost }) => network.addArc(from, to, capacity, cost));
        const solved = network.solve(0, 4);
        let best = { flow: 0, cost: 0 };
        const units = list.map(() => 0);
        const tryAll = (arc: number): void => {
          if (arc < list.length) {
            for (units[arc] = 0; units[arc] <= list[arc].capacity; units[arc]++) tryAll(arc + 1);
            return;
          }
          const excess = [0, 0, 0, 0, 0];
          list.forEach(({ from, to }, index) => {
            excess[from] -= units[index];
            excess[to] += units[index];
          });
          if (excess[1] !== 0 || excess[2] !== 0 || excess[3] !== 0) return;
          const cost = list.reduce((sum, each, index) => sum + each.cost * units[index], 0);
          if (excess[4] > best.flow || (excess[4] === best.flow && cost < best.cost)) best = { flow: excess[4], cost };
        };
        tryAll(0);
        expect(solved.flow).toBe(best.flow);
        expect(solved.cost).toBe(best.cost);
        expect(ids.reduce((sum, id, index) => sum + network.flowOn(id) * list[index].cost, 0)).toBe(solved.cost);
      }),
      { numRuns: runs(500) },
    );
  });
});
