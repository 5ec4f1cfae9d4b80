import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/check/timetable-rules/case.js';
import { leastSiteChanges, siteChangesOf } from '../../src/check/timetable-rules/site-changes.js';
import { runs } from '../helpers/runs.js';
import { groups, row, session } from './small-programme.js';

const SITES = ['North', 'South', 'West'];

/** A session of one group: where it is, and the sites that it may be at; with `isHalf`, only where it is. */
interface Place {
  readonly date: string;
  readonly start: number;
  readonly site: string;
  readonly sites: readonly string[];
  readonly isHalf?: boolean;
}

function entry({ date, start, site, sites, isHalf = false }: Place): Entry {
  const audience = { kind: isHalf ? ('halves' as const) : ('groups' as const) };
  return {
    row: row('S1', 'A1', 'work', '', { date, start, site }),
    session: session('S1', date, start, start + 10, { sites, audience }),
    group: groups[0],
  };
}

const at = (date: string, start: number, site: string) => row('S1', 'A1', 'work', '', { date, start, site });

describe('changes of site', () => {
  it('are those between two rows of one day, in the order of their times', () => {
    const rows = [
      at('2018-02-12', 700, 'North'),
      at('2018-02-12', 600, 'South'),
      at('2018-02-12', 500, 'North'),
      at('2018-02-13', 400, 'South'),
    ];
    expect(siteChangesOf(rows)).toBe(2);
    expect(siteChangesOf(rows.toReversed())).toBe(2);
    expect(siteChangesOf([rows[2], rows[3], rows[0], rows[1]])).toBe(2);
  });

  it('are none from or to a row without a site', () => {
    expect(
      siteChangesOf([at('2018-02-12', 500, 'North'), at('2018-02-12', 600, ''), at('2018-02-12', 700, 'North')]),
    ).toBe(0);
    expect(
      siteChangesOf([at('2018-02-12', 500, 'North'), at('2018-02-12', 600, ''), at('2018-02-12', 700, 'South')]),
    ).toBe(1);
  });
});

describe('the changes that no choice of rooms avoids', () => {
  /** Of every choice of a site for each session that has one, the fewest changes within a day. */
  function fewest(places: readonly Place[]): number {
    const asked = places
      .filter(({ site }) => site !== '')
      .toSorted((a, b) => a.date.localeCompare(b.date) || a.start - b.start);
    let best = Infinity;
    const choose = (index: number, changes: number, before?: { date: string; site: string }): void => {
      if (index === asked.length) {
        best = Math.min(best, changes);
        return;
      }
      const { date, site, sites, isHalf } = asked[index];
      for (const next of isHalf ? [site] : sites.length > 0 ? sites : SITES)
        choose(index + 1, changes + (before?.date === date && before.site !== next ? 1 : 0), { date, site: next });
    };
    choose(0, 0);
    return best;
  }

  it('are the fewest of every choice of one site a session', () => {
    const place = fc.record({
      date: fc.constantFrom('2018-02-12', '2018-02-13'),
      site: fc.constantFrom(...SITES, ''),
      sites: fc.subarray(SITES),
      isHalf: fc.boolean(),
    });
    const days = fc.uniqueArray(fc.nat(9), { maxLength: 6 });
    fc.assert(
      fc.property(days, fc.array(place, { minLength: 6, maxLength: 6 }), (starts, all) => {
        const places = starts.map((start, index) => ({ ...all[index], start: 500 + start }));
        expect(leastSiteChanges([places.map(entry)])).toBe(fewest(places));
      }),
      { numRuns: runs(300) },
    );
  });

  it('are added up over the groups', () => {
    const [date, isHalf] = ['2018-02-12', true];
    const own = [
      { date, start: 500, site: 'North', sites: [], isHalf },
      { date, start: 600, site: 'South', sites: [], isHalf },
    ].map(entry);
    expect(leastSiteChanges([own, own])).toBe(2);
  });

  it('are none where no site is known', () => {
    const [date, sites] = ['2018-02-12', []];
    const own = [
      { date, start: 500, site: 'North', sites: ['North'] },
      { date, start: 600, site: 'South', sites },
      { date, start: 700, site: 'North', sites: ['North'] },
    ].map(entry);
    expect(leastSiteChanges([own])).toBe(0);
  });
});
