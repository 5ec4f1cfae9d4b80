import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/domain/diagnostic.js';
import { readAvailability } from '../../src/readers/availability-reader.js';
import { readRooms } from '../../src/readers/room-reader.js';
import { readSessions } from '../../src/readers/session-reader.js';
import { readThemes } from '../../src/readers/theme-reader.js';
import { readTravel } from '../../src/readers/travel-reader.js';
import { readWitnesses } from '../../src/readers/witness-reader.js';
import { file, NO_COLUMNS } from './facts.js';

interface Found {
  readonly size: number;
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING = { themes: [], sessions: [], rooms: [], witnesses: [], groups: [] };
const READERS: readonly (readonly [string, string, number, (text: string) => Found])[] = [
  ['sessions', 'session,date,start,end,kind', 5, (text) => list(readSessions(file(text), NO_COLUMNS, NOTHING))],
  ['rooms', 'room,capacity', 2, (text) => list(readRooms(file(text), NO_COLUMNS, NOTHING))],
  ['witnesses', 'witness', 1, (text) => list(readWitnesses(file(text), NO_COLUMNS, NOTHING))],
  ['travel', 'from,to,minutes', 3, (text) => list(readTravel(file(text), NO_COLUMNS, NOTHING))],
  ['themes', 'theme', 1, (text) => list(readThemes(file(text), NO_COLUMNS))],
  [
    'availability',
    'who,session,state',
    1,
    (text) => {
      const { value, lines, diagnostics } = readAvailability(file(text), NO_COLUMNS, NOTHING);
      return { size: value.size + lines.size, diagnostics };
    },
  ],
];

function list({ value, diagnostics }: { value: readonly unknown[]; diagnostics: readonly Diagnostic[] }): Found {
  return { size: value.length, diagnostics };
}

describe.each(READERS)('a table of %s', (table, header, required, read) => {
  it('is refused without the columns that it must have', () => {
    const { size, diagnostics } = read('colour\nred\n');
    expect(size).toBe(0);
    expect(diagnostics.filter(({ code }) => code === 'column.missing')).toHaveLength(required);
  });

  it('is refused without a row', () => {
    const { size, diagnostics } = read(`${header}\n`);
    expect(size).toBe(0);
    expect(diagnostics.map(({ code, params }) => [code, params])).toEqual([['table.no-rows', { table }]]);
  });

  it('is refused where it is empty', () => {
    const { size, diagnostics } = read('');
    expect(size).toBe(0);
    expect(diagnostics.map(({ code }) => code)).toEqual(['file.empty']);
  });
});
