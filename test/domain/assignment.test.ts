import { describe, expect, it } from 'vitest';
import { assignCohort, indexGroups } from '../../src/domain/assignment.js';
import { moduleOf } from '../helpers/modules.js';

describe('the assignment of a cohort', () => {
  const { participants } = moduleOf({ columns: { x: ['u', 'v', 'w'] }, balance: { x: 1 }, sizes: [3] }).cohort;
  const keys = participants.map(({ key }) => key);
  const labels = ['G02', 'G01', 'G02'];
  const assignment = assignCohort(participants, ['G01', 'G02'], Int32Array.of(1, 0, 1));
  const map = new Map(keys.map((key, p) => [key, labels[p]]));

  it('is a map from key to label like any other', () => {
    expect(assignment.size).toBe(3);
    expect([...assignment]).toEqual([...map]);
    expect([...assignment.entries()]).toEqual([...map.entries()]);
    expect([...assignment.keys()]).toEqual(keys);
    expect([...assignment.values()]).toEqual(labels);
    expect([assignment.get(keys[1]), assignment.get('z')]).toEqual(['G01', undefined]);
    expect([assignment.has(keys[2]), assignment.has('')]).toEqual([true, false]);
  });

  it('shows each entry to a visitor', () => {
    const seen: unknown[] = [];
    assignment.forEach((label, key, all) => seen.push([key, label, all === assignment]));
    expect(seen).toEqual(keys.map((key, p) => [key, labels[p], true]));
  });

  it('gives the groups by number, in the order of the grouping, like any map', () => {
    const { cohort } = moduleOf({ columns: { x: ['u', 'v', 'w'] }, balance: { x: 1 }, sizes: [3] });
    const ownKeys = cohort.participants.map(({ key }) => key);
    const own = assignCohort(cohort.participants, ['G01', 'G02', 'G03'], Int32Array.of(1, 0, 2));
    const groups = ['G02', 'G01'].map((label) => ({ label, theme: '', strand: '', size: 1 }));
    expect([...indexGroups(cohort, { groups, assignment: own })]).toEqual([0, 1, -1]);
    expect([...indexGroups(cohort, { groups, assignment: new Map(own) })]).toEqual([0, 1, -1]);
    expect([...indexGroups(cohort, { groups, assignment: new Map([[ownKeys[2], 'G01']]) })]).toEqual([-1, -1, 1]);
    const strangers = new Map([['z', 'G01']]);
    expect([...indexGroups(cohort, { groups, assignment: strangers })]).toEqual([-1, -1, -1]);
    expect([...indexGroups({ ...cohort, participants: [...participants] }, { groups, assignment: own })]).toEqual([
      0, 1, -1,
    ]);
  });
});
