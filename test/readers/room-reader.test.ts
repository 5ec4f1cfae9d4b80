import { describe, expect, it } from 'vitest';
import { readRooms } from '../../src/readers/room-reader.js';
import { brief, file, NO_COLUMNS, session } from './facts.js';

const read = (...rows: readonly string[]) => {
  const text = ['Salle;Site;Capacité;Usages;Indisponible', ...rows].join('\n');
  const { value, diagnostics } = readRooms(file(text, 'rooms.csv'), NO_COLUMNS, {
    sessions: [session('S1', ['Commanderie']), session('S2')],
  });
  return { rooms: value, errors: brief(diagnostics) };
};

describe('readRooms', () => {
  it('reads rooms, with the spelling of sites that the sessions use', () => {
    const { rooms, errors } = read('101;commanderie;24;travail|auditions;S1', 'Amphi;Annexe;170;;');
    expect(errors).toEqual([]);
    expect(rooms).toEqual([
      {
        id: '101',
        site: 'Commanderie',
        capacity: 24,
        uses: ['work', 'hearing'],
        unavailable: ['S1'],
        source: { file: 'rooms.csv', line: 2 },
      },
      { id: 'Amphi', site: 'Annexe', capacity: 170, uses: [], unavailable: [], source: { file: 'rooms.csv', line: 3 } },
    ]);
  });

  it.each([
    ['101;;six;;', 'cell.not-a-whole-number rooms.csv:2:3 [Capacité] "six"'],
    ['101;;0;;', 'cell.not-a-whole-number rooms.csv:2:3 [Capacité] "0"'],
    ['101;;;;', 'cell.empty rooms.csv:2:3 [Capacité]'],
    ['101;;9;travial;', 'cell.not-one-of rooms.csv:2:4 [Usages] "travial" -> travail'],
    ['101;;9;;S1|S9', 'reference.unknown rooms.csv:2:5 [Indisponible] "S9"'],
    [';;9;;', 'cell.empty rooms.csv:2:1 [Salle]'],
    ['101;Comanderie;9;;', 'warning room.site-near rooms.csv:2:2 [Site] "Comanderie" -> Commanderie'],
  ])('reports %j', (row, expected) => {
    expect(read(row).errors).toEqual([expected]);
  });

  it('says what a cell may hold', () => {
    const text = 'room;capacity;uses\n101;-1;danse\n102;1;work\n';
    const { value, diagnostics } = readRooms(file(text, 'rooms.csv'), NO_COLUMNS, { sessions: [] });
    expect(value.map(({ id }) => id)).toEqual(['102']);
    expect(diagnostics.map(({ params }) => params)).toEqual([
      { least: 1 },
      {
        expected: ['plenary', 'work', 'hearing', 'presentation', 'visit'],
        expectedFrench: ['plénière', 'travail', 'audition', 'restitution', 'visite'],
      },
    ]);
  });

  it('refuses one room twice', () => {
    expect(read('101;;9;;', '101;;8;;').errors).toEqual(['id.twice rooms.csv:3:1 [Salle] "101"']);
  });
});
