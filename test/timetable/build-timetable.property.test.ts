import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import { runs } from '../helpers/runs.js';
import { conflictsOf } from './conflicts.js';
import { programmes } from './random-programmes.js';

describe('any programme', () => {
  it('gets a timetable without conflict, or reasons', () => {
    let found = 0;
    fc.assert(
      fc.property(programmes, (asked) => {
        const result = buildTimetable(asked);
        if (result.status === 'found') {
          found++;
          expect(conflictsOf(asked, result.timetable.rows)).toEqual([]);
        } else expect(result.reasons).not.toEqual([]);
      }),
      { numRuns: runs(500) },
    );
    expect(found).toBeGreaterThan(runs(500) / 5);
  });

  it('gets the same rows in another order of groups, but for their order', () => {
    fc.assert(
      fc.property(programmes, (asked) => {
        const rowsOf = (result: ReturnType<typeof buildTimetable>) =>
          result.status === 'found' ? result.timetable.rows.toSorted((a, b) => (a.uid < b.uid ? -1 : 1)) : [];
        const reversed = { ...asked, groups: asked.groups.toReversed() };
        expect(rowsOf(buildTimetable(reversed))).toEqual(rowsOf(buildTimetable(asked)));
      }),
      { numRuns: runs(120) },
    );
  });

  it('gives every event a key of its own', () => {
    fc.assert(
      fc.property(programmes, (asked) => {
        const result = buildTimetable(asked);
        const rows = result.status === 'found' ? result.timetable.rows : [];
        expect(new Set(rows.map((row) => row.uid)).size).toBe(rows.length);
        for (const row of rows) expect(row.uid).toMatch(/^test-2026-s\d-[ab]\d$/);
      }),
      { numRuns: runs(120) },
    );
  });
});
