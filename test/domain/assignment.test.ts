import { describe, expect, it } from 'vitest';
import { assignCohort } from '../../src/domain/assignment.js';

describe('the assignment of a cohort', () => {
  const keys = ['a', 'b', 'c'];
  const labels = ['G02', 'G01', 'G02'];
  const assignment = assignCohort(keys, labels);
  const map = new Map(keys.map((key, p) => [key, labels[p]]));

  it('is a map from key to label like any other', () => {
    expect(assignment.size).toBe(3);
    expect([...assignment]).toEqual([...map]);
    expect([...assignment.entries()]).toEqual([...map.entries()]);
    expect([...assignment.keys()]).toEqual(keys);
    expect([...assignment.values()]).toEqual(labels);
    expect([assignment.get('b'), assignment.get('z')]).toEqual(['G01', undefined]);
    expect([assignment.has('c'), assignment.has('')]).toEqual([true, false]);
  });

  it('shows each entry to a visitor', () => {
    const seen: unknown[] = [];
    assignment.forEach((label, key, all) => seen.push([key, label, all === assignment]));
    expect(seen).toEqual(keys.map((key, p) => [key, labels[p], true]));
  });
});
