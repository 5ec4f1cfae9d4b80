import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/check/check-groups.js';
import type { TimetableRow } from '../../src/domain/timetable.js';
import { comparePlans, matchGroups } from '../../src/usecases/compare.js';
import { listOf, text } from '../helpers/groupings.js';
import { moduleOf, rule } from '../helpers/modules.js';
import { modules } from '../helpers/random-modules.js';

const module = moduleOf({
  columns: { school: 'EEEEII' },
  sizes: [2, 2, 2],
  balance: { school: 3 },
  rules: [rule('apart', 'a b')],
});
const list = (members: Readonly<Record<string, string>>) => ({
  groups: Object.entries(members).map(([label, own]) => ({ label, theme: '', strand: '', size: own.length })),
  placements: Object.entries(members).flatMap(([group, own]) =>
    [...own].map((participant) => ({ participant, group, source: { file: 'list.csv' } })),
  ),
});
const row = (group: string, session: string, changes: Partial<TimetableRow> = {}): TimetableRow => ({
  uid: `${session}-${group}`,
  version: 0,
  session,
  date: '2018-02-12',
  start: 540,
  end: 720,
  kind: 'work',
  group,
  theme: '',
  strand: '',
  room: 'R1',
  site: '',
  witnesses: [],
  status: 'unchanged',
  changed: '',
  isLocked: false,
  ...changes,
});

describe('comparePlans', () => {
  it('says who is elsewhere, who is in one list alone, and what each rule and figure is', () => {
    const { a, b, moved } = comparePlans(
      module,
      { list: list({ G01: 'ab', G02: 'cd', G03: 'e' }) },
      { list: list({ G01: 'ae', G02: 'cb', G03: 'f' }) },
    );
    expect(moved).toEqual([
      { key: 'b', a: 'G01', b: 'G02' },
      { key: 'd', a: 'G02', b: '' },
      { key: 'e', a: 'G03', b: 'G01' },
      { key: 'f', a: '', b: 'G03' },
    ]);
    expect([a, b].map(({ report }) => report.rules[0].units)).toEqual([1, 0]);
  });

  it('takes no renamed group for a move', () => {
    const { groups, moved } = comparePlans(
      module,
      { list: list({ 'Table 1': 'ab', 'Table 2': 'cd', 'Table 3': 'ef' }) },
      { list: list({ G01: 'ed', G02: 'ba', G03: 'fc' }) },
    );
    // Table 1 is G02 with both; the two others have one of each, of two ways the first.
    expect(groups[0]).toEqual({ a: 'Table 1', b: 'G02' });
    expect(new Set(groups.map((match) => match.b))).toEqual(new Set(['G01', 'G02', 'G03']));
    expect(moved).toHaveLength(2);
  });

  it('lets a label win over members', () => {
    expect(matchGroups(list({ G01: 'ab', G02: 'cd' }), list({ g01: 'cd', G02: 'ab' }))).toEqual([
      { a: 'G01', b: 'g01' },
      { a: 'G02', b: 'G02' },
    ]);
  });

  it('leaves a group without a counterpart alone', () => {
    expect(matchGroups(list({ X: 'ab', Y: 'cd' }), list({ Z: 'ef' }))).toEqual([]);
    expect(matchGroups(list({ X: 'abc' }), list({ Z: 'ad', W: 'bc' }))).toEqual([{ a: 'X', b: 'W' }]);
  });

  it('says in what rows differ, and whom to tell, with groups under their later name', () => {
    const before = [
      row('Table 1', 'S1'),
      row('Table 1', 'S2', { witnesses: ['W1'], kind: 'hearing' }),
      row('G02', 'S1'),
      row('G02', 'S3'),
      row('G02', 'S4', { status: 'cancelled' }),
    ];
    const after = [
      row('G01', 'S1', { room: 'R2', start: 600 }),
      row('G01', 'S2', { witnesses: ['W2'], kind: 'hearing' }),
      row('G02', 'S1'),
      row('G02', 'S4'),
    ];
    const { timetable } = comparePlans(
      module,
      { list: list({ 'Table 1': 'abc', G02: 'def' }), rows: before },
      { list: list({ G01: 'abc', G02: 'def' }), rows: after },
    );
    expect(timetable?.changes).toEqual([
      { group: 'G01', session: 'S1', what: ['time', 'place'] },
      { group: 'G01', session: 'S2', what: ['people'] },
      { group: 'G02', session: 'S4', what: ['new'] },
      { group: 'G02', session: 'S3', what: ['cancelled'] },
    ]);
    expect(timetable?.rows).toBe(5);
    expect(timetable?.notices.map(({ to }) => to.id)).toEqual(['G01', 'G01', 'G02', 'G02', 'W1', 'W2']);
  });

  it('says nothing of timetables unless both have one', () => {
    const plain = { list: list({ G01: 'abc', G02: 'def' }) };
    expect(comparePlans(module, plain, { ...plain, rows: [] }).timetable).toBeUndefined();
  });

  it('finds nothing to say of a list beside itself, and the figures of the judge', () => {
    fc.assert(
      fc.property(modules({ roles: true }), (random) => {
        const groupOf = random.groups.flatMap(({ size }, group) => Array.from({ length: size }, () => group));
        const own = listOf(random, groupOf);
        const { a, b, moved, groups } = comparePlans(random, { list: own }, { list: own });
        expect(moved).toEqual([]);
        expect(groups).toHaveLength(random.groups.length);
        expect([text(a.report.soft), text(b.report.soft)]).toEqual(
          Array.from({ length: 2 }, () => text(checkGroups(random, own).soft)),
        );
      }),
    );
  });

  it('moves nobody when every group has another label', () => {
    fc.assert(
      fc.property(modules(), (random) => {
        const groupOf = random.groups.flatMap(({ size }, group) => Array.from({ length: size }, () => group));
        const own = listOf(random, groupOf);
        const renamed = {
          groups: own.groups.map((group) => ({ ...group, label: `Table ${group.label}` })),
          placements: own.placements.map((placement) => ({ ...placement, group: `Table ${placement.group}` })),
        };
        expect(comparePlans(random, { list: own }, { list: renamed }).moved).toEqual([]);
      }),
    );
  });

  it('matches many groups of other labels by those that share most, one after the other', () => {
    const many = 1_001;
    const listed = (label: (group: number) => string, groupOf: (person: number) => number) => ({
      groups: Array.from({ length: many }, (_, group) => ({ label: label(group), theme: '', strand: '', size: 3 })),
      placements: Array.from({ length: 3 * many }, (_, person) => ({
        participant: `p${person}`,
        group: label(groupOf(person)),
        source: { file: 'list.csv' },
      })),
    });
    const before = listed(
      (group) => `A${group}`,
      (person) => Math.floor(person / 3),
    );
    // The first of every group is now in the next: two of three people are where they were.
    const after = listed(
      (group) => `B${group}`,
      (person) => (Math.floor(person / 3) + (person % 3 === 0 ? 1 : 0)) % many,
    );
    expect(matchGroups(before, after)).toEqual(
      before.groups.map(({ label }) => ({ a: label, b: `B${label.slice(1)}` })),
    );
  });
});
