import { describe, expect, it } from 'vitest';
import { createTravel } from '../../src/domain/travel.js';
import { readTravel } from '../../src/readers/travel-reader.js';
import { room } from '../timetable/programmes.js';
import { brief, file, NO_COLUMNS, session } from './facts.js';

const read = (...rows: readonly string[]) => {
  const text = ['De;Vers;Minutes', ...rows].join('\n');
  const sites = { sessions: [session('S1', ['Commanderie', 'Parlement'])], rooms: [room('R', 9, { site: 'INET' })] };
  const { value, diagnostics } = readTravel(file(text, 'travel.csv'), NO_COLUMNS, sites);
  return { travel: value, errors: brief(diagnostics) };
};

describe('readTravel', () => {
  it('reads minutes both ways, or one way where each has a line', () => {
    const { travel, errors } = read('commanderie;INET;25', 'INET;Parlement;30', 'Parlement;INET;40');
    expect(errors).toEqual([]);
    expect(travel[0]).toEqual({
      from: 'Commanderie',
      to: 'INET',
      minutes: 25,
      source: { file: 'travel.csv', line: 2 },
    });
    const minutes = createTravel(travel);
    expect([minutes('Commanderie', 'INET'), minutes('INET', 'Commanderie')]).toEqual([25, 25]);
    expect([minutes('INET', 'Parlement'), minutes('Parlement', 'INET')]).toEqual([30, 40]);
    expect([minutes('INET', 'INET'), minutes('INET', ''), minutes('Commanderie', 'Parlement')]).toEqual([0, 0, 0]);
  });

  it.each([
    ['Commanderi;INET;25', 'reference.unknown travel.csv:2:1 [De] "Commanderi" -> Commanderie'],
    ['INET;;25', 'cell.empty travel.csv:2:2 [Vers]'],
    ['INET;inet;25', 'travel.same-site travel.csv:2:2 [Vers] "inet"'],
    ['INET;Parlement;', 'cell.empty travel.csv:2:3 [Minutes]'],
    ['INET;Parlement;une heure', 'cell.not-a-whole-number travel.csv:2:3 [Minutes] "une heure"'],
  ])('reports %j', (row, expected) => {
    expect(read(row)).toEqual({ travel: [], errors: [expected] });
  });

  it('names the sites that there are', () => {
    const sites = { sessions: [session('S1', ['Parlement'])], rooms: [room('R', 9, { site: 'INET' })] };
    const { diagnostics } = readTravel(file('de;vers;minutes\nx;INET;25\n', 'travel.csv'), NO_COLUMNS, sites);
    expect(diagnostics[0].params).toEqual({ kind: 'site', known: ['Parlement', 'INET'], count: 2 });
  });

  it('reports two lines for one way', () => {
    expect(read('INET;Parlement;30', 'inet;parlement;35').errors).toEqual([
      'travel.twice travel.csv:3:1 [De] "INET, Parlement"',
    ]);
  });
});
