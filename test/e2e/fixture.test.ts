import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { parseTable, type Row } from './tables.js';
import { runWell } from './warm-cli.js';
import { fixture, textOf } from './workspace.js';

const MODULE = fixture('regards-croises-2018');

interface AttributeFigure {
  readonly key: string;
  readonly value: number;
  readonly bound: number;
  readonly isOptimal: boolean;
}

let people: readonly Row[];
let rows: readonly Row[];
let attributes: readonly AttributeFigure[];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'brassage-test-'));
  const { stdout } = await runWell([
    'plan',
    MODULE,
    '--out',
    join(folder, 'out'),
    '--json',
    '--csv',
    'rfc4180',
    '--lang',
    'en',
  ]);
  attributes = JSON.parse(stdout).attributes;
  people = parseTable(await textOf(folder, 'out', 'groups.csv'));
  rows = parseTable(await textOf(folder, 'out', 'timetable.csv'));
  await rm(folder, { recursive: true });
});

describe('the groups of the 2018 module', () => {
  it('hold every pupil of both rosters exactly once', async () => {
    const ena = parseTable(await textOf(MODULE, 'ena.csv')).map((row) => row['id']);
    // Windows-1252 below a title line: ids are plain letters and digits.
    const inet = [...(await textOf(MODULE, 'inet.csv')).matchAll(/^(N\d+);/gm)].map((match) => match[1]);
    expect([ena.length, inet.length]).toEqual([113, 55]);
    expect(people.map((row) => row['id']).sort()).toEqual([...ena, ...inet].sort());
  });

  it('are sixteen, two a strand, of ten or eleven', () => {
    const groups = groupBy(people, 'group');
    expect(groups.size).toBe(16);
    expect(new Set([...groups.values()].map((members) => members.length))).toEqual(new Set([10, 11]));
    const strands = groupBy(
      [...groups.values()].map(([first]) => ({ place: `${first['theme']}/${first['strand']}` })),
      'place',
    );
    expect([...strands.values()].map((list) => list.length)).toEqual(Array(8).fill(2));
  });

  it('hold both schools, the smaller one with three or four in each', () => {
    for (const members of groupBy(people, 'group').values()) {
      const inet = members.filter((row) => row['school'] === 'INET').length;
      expect([3, 4]).toContain(inet);
      expect(members.length - inet).toBeGreaterThanOrEqual(6);
    }
  });

  it('stand at the printed bound of every attribute, or within 0.5 % of it', () => {
    expect(attributes.map(({ key }) => key).slice(0, 2)).toEqual(['school', 'internships']);
    const far = attributes.filter(({ value, bound }) => value > bound * 1.005);
    expect(far.map(({ key, value, bound }) => `${key}: ${value} > ${bound}`)).toEqual([]);
    for (const { value, bound } of attributes) expect(bound).toBeLessThanOrEqual(value + 1e-9);
  });
});

describe('the timetable of the 2018 module', () => {
  it('puts no group in two places at once', () => {
    expectNoClash(
      (row) => [row['group']],
      () => true,
    );
  });

  it('puts no two things in one room at once', () => {
    const isTogether = (a: Row, b: Row) =>
      a['session'] === b['session'] && a['kind'] === b['kind'] && (a['kind'] === 'plenary' || sameWitness(a, b));
    expectNoClash(
      (row) => [`${row['site']}/${row['room']}`],
      (a, b) => a['room'] !== '' && !isTogether(a, b),
    );
  });

  it('puts no witness and no jury member in two rooms at once', () => {
    expectNoClash(
      (row) => row['witness'].split('|').filter((name) => name !== ''),
      (a, b) => a['room'] !== b['room'],
    );
  });

  it('gives every group two hearings, of two witnesses, and one presentation', () => {
    for (const [group, own] of groupBy(rows, 'group')) {
      const heard = own.filter((row) => row['kind'] === 'hearing').map((row) => row['witness']);
      expect([group, heard.length, new Set(heard).size]).toEqual([group, 2, 2]);
      expect(own.filter((row) => row['kind'] === 'presentation')).toHaveLength(1);
    }
  });

  it('seats everybody: no room holds more people than it has seats', async () => {
    const seats = new Map(
      parseTable(await textOf(MODULE, 'rooms.csv')).map((row) => [row['salle'], Number(row['capacité'])]),
    );
    const size = new Map([...groupBy(people, 'group')].map(([group, members]) => [group, members.length]));
    const meetings = groupBy(
      rows
        .filter((row) => row['room'] !== '')
        .map((row): Row => ({ ...row, meeting: `${row['date']} ${row['start']} ${row['room']}` })),
      'meeting',
    );
    const tooMany: string[] = [];
    for (const [meeting, present] of meetings) {
      const outside = new Set(present.flatMap((row) => row['witness'].split('|').filter((name) => name !== '')));
      const needed = present.reduce((sum, row) => sum + (size.get(row['group']) ?? 0), outside.size);
      if (needed > (seats.get(present[0]['room']) ?? 0)) tooMany.push(`${meeting}: ${needed} people`);
    }
    expect(meetings.size).toBeGreaterThan(100);
    expect(tooMany).toEqual([]);
  });

  it('keeps to the sessions: dates and times of each row lie within its session', async () => {
    const sessions = new Map(parseTable(await textOf(MODULE, 'sessions.csv')).map((row) => [row['séance'], row]));
    for (const row of rows) {
      const session = sessions.get(row['session']);
      expect(session?.['date'].split('/').reverse().join('-')).toBe(row['date']);
      expect(minutes(row['start'])).toBeGreaterThanOrEqual(minutes(session?.['début'] ?? ''));
      expect(minutes(row['end'])).toBeLessThanOrEqual(minutes(session?.['fin'] ?? ''));
      expect(minutes(row['start'])).toBeLessThan(minutes(row['end']));
    }
  });
});

/** Fails where two rows of one resource claim the same moment and `isClash` does not excuse them. */
function expectNoClash(resourcesOf: (row: Row) => readonly string[], isClash: (a: Row, b: Row) => boolean): void {
  const claims = rows.flatMap((row) => resourcesOf(row).map((resource): Row => ({ ...row, resource })));
  const clashes: string[] = [];
  for (const [resource, own] of groupBy(claims, 'resource')) {
    for (const [index, a] of own.entries()) {
      for (const b of own.slice(index + 1)) {
        const isSameTime = a['date'] === b['date'] && a['start'] < b['end'] && b['start'] < a['end'];
        if (isSameTime && isClash(a, b)) clashes.push(`${resource}: ${a['uid']} and ${b['uid']}`);
      }
    }
  }
  expect(clashes).toEqual([]);
  expect(claims.length).toBeGreaterThan(16);
}

function sameWitness(a: Row, b: Row): boolean {
  return a['kind'] === 'hearing' && a['witness'] !== '' && a['witness'] === b['witness'];
}

/** `9h`, `9h30`, `12:30`. */
function minutes(time: string): number {
  const match = /^(\d+)[h:](\d*)$/.exec(time);
  if (match === null) throw new Error(`no time: ${time}`);
  return Number(match[1]) * 60 + Number(match[2]);
}

function groupBy<T extends Row>(list: readonly T[], key: string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of list) groups.set(row[key], [...(groups.get(row[key]) ?? []), row]);
  return groups;
}
