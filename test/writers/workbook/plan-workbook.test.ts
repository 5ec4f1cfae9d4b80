import { describe, expect, it } from 'vitest';
import type { BalanceCell, BalanceTable } from '../../../src/report/plan-document/balance-table.js';
import type { Cell, CellValue, Sheet } from '../../../src/writers/workbook/workbook.js';
import type { PlanDocument } from '../../../src/report/plan-document/plan-document.js';
import { layOutWorkbook } from '../../../src/writers/workbook/plan-workbook.js';
import { documentOf, groupOf, timetableOf } from './documents.js';

const sheetsOf = (document: PlanDocument) => layOutWorkbook(document).sheets;
const valuesOf = ({ rows }: Sheet) => rows.map(({ cells }) => cells.map((cell) => plain(cell?.value ?? '')));

function plain(value: CellValue): unknown {
  return typeof value === 'object' && 'runs' in value ? value.runs.map(({ text }) => text).join('') : value;
}

function sheetOf(document: PlanDocument, name: string): Sheet {
  const sheet = sheetsOf(document).find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Counts of one level in each group, against a share of two and a half; the third group has a whole share. */
function balanceOf(...counts: readonly number[]): BalanceTable {
  const cells = counts.map((count): BalanceCell => ({ count, share: 2.5, isFair: count === 2 || count === 3 }));
  const level = { level: 'embassy', holders: 10, isShared: true, cells };
  const other = { ...level, level: 'police', isShared: false };
  return {
    key: 'k',
    name: 'internships',
    weight: 5,
    deviation: 1.5,
    least: 1.5,
    isOptimal: true,
    levels: [level, other],
  };
}

describe('the sheets of a plan', () => {
  it('are those that have something to show, named in the language of the plan', () => {
    const names = (parts: Partial<PlanDocument>) => sheetsOf(documentOf(parts)).map(({ name }) => name);
    expect(names({})).toEqual(['Groups', 'Notice board', 'Notes']);
    expect(names({ timetable: timetableOf(), balance: [balanceOf(2, 3)], language: 'fr' })).toEqual([
      'Groupes',
      'Affichage',
      'Emploi du temps par groupe',
      'Mélange',
      'Notes',
    ]);
  });

  it('list everybody once, group by group, under a header that stays and can be filtered', () => {
    const sheet = sheetOf(documentOf(), 'Groups');
    expect(valuesOf(sheet)).toEqual([
      ['group', 'theme', 'title', 'id', 'family_name', 'given_name', 'school', 'internships'],
      ['A1', 'A', 'Theme A', '000', 'Ash', 'Ann', 'ENA', 'x, y'],
      ['A1', 'A', 'Theme A', '001', 'Beech', 'Bob', 'INET', 'x, y'],
      ['B1', 'B', 'Theme B', '000', 'Cedar', 'Cid', 'ENA', 'x, y'],
      ['B1', 'B', 'Theme B', '001', 'Dogwood', 'Dot', 'INET', 'x, y'],
    ]);
    expect(sheet.frozen.rows).toBe(1);
    expect(sheet.isFiltered).toBe(true);
    expect(sheet.rows.map(({ cells: [cell] }) => [cell?.isBanded ?? false, cell?.rule])).toEqual([
      [false, undefined],
      [false, 'thin'],
      [false, undefined],
      [true, 'thin'],
      [true, undefined],
    ]);
  });

  it('post a column a group, with names as typed and the school smaller, whoever reads them', () => {
    for (const readership of ['coordinator', 'participants'] as const) {
      const sheet = sheetOf(documentOf({}, readership), 'Notice board');
      expect(valuesOf(sheet)).toEqual([
        ['A1', 'B1'],
        ['Theme A', 'Theme B'],
        ['Ann Ash  ENA', 'Cid Cedar  ENA'],
        ['Bob Beech  INET', 'Dot Dogwood  INET'],
      ]);
      expect(sheet.rows[2].cells[0]?.value).toEqual({
        runs: [
          { text: 'Ann Ash', isMuted: false },
          { text: '  ENA', isMuted: true },
        ],
      });
    }
  });

  it('post many groups block under block, none cut by the end of a page', () => {
    const groups = Array.from({ length: 16 }, (_, index) =>
      groupOf(`G${index}`, ...Array.from({ length: 11 }, () => 'A B/C')),
    );
    const { rows, pages = [] } = sheetOf(documentOf({ groups }), 'Notice board');
    const heads = rows.flatMap(({ cells: [cell] }, row) => (cell?.style === 'noticeLabel' ? [row] : []));
    expect(heads).toHaveLength(4);
    expect(pages).toEqual([heads[2]]);
    expect(rows[heads[3]].cells.map((cell) => cell?.value)).toEqual(['G12', 'G13', 'G14', 'G15']);
  });

  it('show ids where names are hidden', () => {
    const groups = documentOf().groups.map((group) => ({
      ...group,
      members: group.members.map((member) => ({ ...member, familyName: '', givenName: '' })),
    }));
    const document = documentOf({ groups, isPseudonymous: true });
    expect(valuesOf(sheetOf(document, 'Notice board'))[2]).toEqual(['000  ENA', '000  ENA']);
    expect(valuesOf(sheetOf(document, 'Groups'))[0]).not.toContain('family_name');
  });

  it('give days and times as such, a line between days and between groups, and strike out what is cancelled but for the word', () => {
    const sheet = sheetOf(documentOf({ timetable: timetableOf() }), 'Timetable by group');
    expect(valuesOf(sheet).slice(0, 3)).toEqual([
      ['group', 'date', 'start', 'end', 'session', 'kind', 'room', 'site', 'status'],
      ['A1', { date: '2018-02-12' }, { time: 540 }, { time: 750 }, 'S1', 'work', 'R', 'S', 'new'],
      ['A1', { date: '2018-02-12' }, { time: 840 }, { time: 1050 }, 'S2', 'work', 'R', 'S', 'cancelled'],
    ]);
    expect(sheet.rows.slice(1).map(({ cells: [cell] }) => cell?.rule)).toEqual(['thick', undefined, 'thin', 'thick']);
    const struck = sheet.rows[2].cells.map((cell) => cell?.isStruck);
    expect(struck).toEqual([...Array.from({ length: 8 }, () => true), false]);
    expect(sheet.rows[1].cells.some((cell) => cell?.isStruck === true)).toBe(false);
  });

  it('leave the status out while nothing was published', () => {
    const lines = [...timetableOf().byGroup.lines].filter(({ status }) => status === 'new');
    const sheet = sheetOf(documentOf({ timetable: timetableOf(lines) }), 'Timetable by group');
    expect(valuesOf(sheet)[0]).not.toContain('status');
  });

  it('mark counts by their distance from fair share, and none of a level with another role', () => {
    const document = documentOf({
      balance: [balanceOf(2, 3, 1, 4, 0, 6)],
      groups: ['A', 'B', 'C', 'D', 'E', 'F'].map((label) => groupOf(label, 'A B')),
    });
    const sheet = sheetOf(document, 'Balance');
    const row = (name: string) => sheet.rows.find(({ cells: [cell] }) => cell?.value === name)?.cells ?? [];
    const styles = (cells: readonly (Cell | undefined)[]) => cells.slice(1, 7).map((cell) => cell?.style);
    expect(styles(row('embassy'))).toEqual(['fair', 'fair', 'below', 'above', 'farBelow', 'farAbove']);
    expect(row('embassy').map((cell) => cell?.value)).toEqual(['embassy', 2, 3, 1, 4, 0, 6, 10, 10 / 6]);
    expect(new Set(styles(row('police *')))).toEqual(new Set(['count']));
    expect(valuesOf(sheet).flat()).toContain(
      'internships · weight: 5 · deviation: 1.50 · least possible: 1.50 · optimal (proved)',
    );
  });

  it('say at the end what the plan is worth, where it comes from and how it is made again', () => {
    const texts = valuesOf(sheetOf(documentOf({ timetable: timetableOf() }), 'Notes'))
      .flat()
      .join('\n');
    for (const text of ['4 people · 2 groups', 'Score 12', 'Rooms 1', 'Seed\nx', 'brassage verify out'])
      expect(texts).toContain(text);
  });
});
