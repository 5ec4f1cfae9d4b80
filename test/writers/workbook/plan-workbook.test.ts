import { describe, expect, it } from 'vitest';
import type { BalanceCell, BalanceTable } from '../../../src/report/plan-document/balance-table.js';
import type { Cell, CellValue, Sheet } from '../../../src/writers/workbook/workbook.js';
import type { PlanDocument } from '../../../src/report/plan-document/plan-document.js';
import { layOutWorkbook } from '../../../src/writers/workbook/plan-workbook.js';
import { PAGE_HEIGHT, PAGE_WIDTH } from '../../../src/writers/workbook/page-room.js';
import { rowHeight } from '../../../src/writers/workbook/text-width.js';
import { documentOf, groupOf, timetableOf } from './documents.js';

const sheetsOf = (document: PlanDocument) => layOutWorkbook(document).sheets;
const valuesOf = ({ rows }: Sheet) => rows.map(({ cells }) => cells.map((cell) => plain(cell?.value ?? '')));

const heightOf = (rows: Sheet['rows']) => rows.reduce((sum, { height = 0 }) => sum + height, 0);

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
    expect(names({})).toEqual(['Groups', 'Notice board', 'By name', 'Notes']);
    expect(names({ timetable: timetableOf(), balance: [balanceOf(2, 3)], language: 'fr' })).toEqual([
      'Groupes',
      'Affichage',
      'Liste alphabétique',
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
      ['A1', 'A', '', '001', 'Beech', 'Bob', 'INET', 'x, y'],
      ['B1', 'B', 'Theme B', '000', 'Cedar', 'Cid', 'ENA', 'x, y'],
      ['B1', 'B', '', '001', 'Dogwood', 'Dot', 'INET', 'x, y'],
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

  it('say of each person which wish was fulfilled, a dash where none was and nothing where none was made', () => {
    const [first, second] = documentOf().groups;
    const wishes = [{ wish: 2 }, { wish: 'none' }, {}] as const;
    const members = [...first.members, second.members[0]].map((member, index) => ({ ...member, ...wishes[index] }));
    const rows = valuesOf(sheetOf(documentOf({ groups: [{ ...first, members }] }), 'Groups'));
    expect(rows.map((row) => row.at(-1))).toEqual(['wish', 2, '–', '']);
    expect(valuesOf(sheetOf(documentOf(), 'Groups'))[0]).not.toContain('wish');
  });

  it('list everybody by name, in lists side by side, whoever reads them', () => {
    for (const readership of ['coordinator', 'participants', 'witnesses'] as const) {
      const sheet = sheetOf(documentOf({}, readership), 'By name');
      const head = ['name', 'school', 'group'];
      expect(valuesOf(sheet)).toEqual([
        [...head, '', ...head, '', ...head],
        ['Ash Ann', 'ENA', 'A1  Theme A', '', 'Cedar Cid', 'ENA', 'B1  Theme B', '', '', '', ''],
        ['Beech Bob', 'INET', 'A1  Theme A', '', 'Dogwood Dot', 'INET', 'B1  Theme B', '', '', '', ''],
      ]);
    }
  });

  it.each([
    ['short labels', 'G', ''],
    ['long labels', 'Transition écologique-G', ''],
    ['long titles', 'PEREQ-A', 'Péréquation et contractualisation'],
    ['labels longer than there is room for', 'Transports et mobilités du quotidien dans les campagnes-G', ''],
  ])('list 150 people by name on two pages with %s, as wide as a page', (_, label, themeTitle) => {
    const people = Array.from({ length: 30 }, (_own, index) => `Jean-Christophe Montgolfier${index}/INET`);
    const groups = Array.from({ length: 5 }, (_own, index) => ({
      ...groupOf(`${label}${index}`, ...people),
      themeTitle,
    }));
    const { pages = [], scale = 100, widths, rows } = sheetOf(documentOf({ groups }), 'By name');
    expect(pages).toHaveLength(1);
    const room = (length: number) => (length * 100) / scale;
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(room(PAGE_WIDTH));
    const first = rows.slice(0, pages[0]).reduce((sum, { height = 0 }) => sum + height, 0);
    expect(first).toBeLessThanOrEqual(room(PAGE_HEIGHT));
    const names = rows.flatMap(({ cells }) => cells.filter((cell) => cell?.style === 'listed'));
    expect(names).toHaveLength(150);
  });

  it.each([
    [76, [76]],
    [78, [78]],
    [90, [45, 45]],
    [155, [78, 77]],
    [170, [57, 57, 56]],
  ])('list %d people by name on pages that are as full: %j', (count, expected) => {
    const people = Array.from({ length: count }, (_, index) => `Jean-Christophe Montgolfier${index}/INET`);
    const groups = [{ ...groupOf('Quelque-A', ...people), themeTitle: 'Transition écologique' }];
    const { pages = [], rows, scale = 100 } = sheetOf(documentOf({ groups }), 'By name');
    const bounds = [1, ...pages, rows.length];
    const namesOn = bounds.slice(1).map((end, page) => {
      const own = rows.slice(bounds[page], end);
      const height = own.reduce((sum, row) => sum + (row.height ?? 0), rows[0].height ?? 0);
      expect(height).toBeLessThanOrEqual((PAGE_HEIGHT * 100) / scale + 1e-6);
      return own.flatMap(({ cells }) => cells.filter((cell) => cell?.style === 'listed')).length;
    });
    expect(namesOn).toEqual(expected);
    expect(scale).toBeGreaterThanOrEqual(80);
  });

  it('leave out titles that repeat themes and strands for everybody, and no others', () => {
    const groups = ['Youth-G1', 'Health-G2'].map((label) => {
      const theme = label.split('-')[0];
      return { ...groupOf(label, 'A B/C'), theme, themeTitle: theme };
    });
    const headOf = (own: typeof groups) => valuesOf(sheetOf(documentOf({ groups: own }), 'Groups'))[0];
    expect(headOf(groups).slice(0, 3)).toEqual(['group', 'theme', 'id']);
    expect(headOf([groups[0], { ...groups[1], themeTitle: 'Public health' }]).slice(0, 3)).toEqual([
      'group',
      'theme',
      'title',
    ]);
    expect(valuesOf(sheetOf(documentOf({ groups }), 'Notice board'))[1]).toEqual(['A B  C', 'A B  C']);
  });

  it('give long labels on the notice board smaller letters, and a line more where they need it', () => {
    const headOf = (label: string) => {
      const groups = Array.from({ length: 8 }, (_, index) => groupOf(`${label}${index}`, 'A B/C'));
      const [{ cells, height = 0 }] = sheetOf(documentOf({ groups }), 'Notice board').rows;
      return { style: cells[0]?.style, height };
    };
    expect(headOf('Ville-G').style).toBe('noticeLabel');
    const [one, two] = ['Transition écologique-G', 'Numérique et démocratie de proximité-G'].map(headOf);
    expect([one.style, two.style]).toEqual(['noticeLongLabel', 'noticeLongLabel']);
    expect(two.height).toBeGreaterThan(one.height + 12);
  });

  it('give the headers of the balance as many lines as they need, and its sentences the whole width', () => {
    const headOf = (label: string) => {
      const groups = [groupOf(`${label}1`, 'A B'), groupOf(`${label}2`, 'A B')];
      const sheet = sheetOf(documentOf({ groups, balance: [balanceOf(2, 3)], language: 'fr' }), 'Mélange');
      return { sheet, height: sheet.rows.find(({ cells: [cell] }) => cell?.value === 'valeur')?.height ?? 0 };
    };
    const { sheet, height } = headOf('Transports et mobilités du quotidien-G');
    expect(height).toBeGreaterThanOrEqual(rowHeight(3));
    expect(headOf('G').height).toBeLessThan(height);
    const remarks = sheet.rows.filter(({ cells: [cell] }) => cell?.style === 'remark');
    expect(remarks.map(({ cells: [cell] }) => cell?.span)).toEqual([sheet.widths.length, sheet.widths.length]);
    expect(remarks[0].height).toBe(rowHeight(2));
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

  it.each([
    ['8 groups of 10', 8, 10, [8]],
    ['9 groups of 9', 9, 9, [9]],
    ['9 groups of 15', 9, 15, [5, 4]],
    ['16 groups of 11', 16, 11, [8, 8]],
    ['12 groups of 20', 12, 20, [4, 4, 4]],
    ['3 groups of 6', 3, 6, [3]],
    ['4 groups of 45', 4, 45, [4]],
  ])('post %s on pages that hold as many each, and cut none', (_, count, size, expected) => {
    const people = Array.from({ length: size }, (_own, index) => `Person N${index}/ENSP`);
    const groups = Array.from({ length: count }, (_own, index) => groupOf(`G${index}`, ...people));
    const { rows, widths, pages = [] } = sheetOf(documentOf({ groups }), 'Notice board');
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(PAGE_WIDTH);
    const bounds = [0, ...pages, rows.length];
    const posted = bounds.slice(1).map((end, page) => {
      const own = rows.slice(bounds[page], end);
      expect(heightOf(own)).toBeLessThanOrEqual(PAGE_HEIGHT);
      return own.flatMap(({ cells }) => cells.filter((cell) => cell?.style.endsWith('Label') === true)).length;
    });
    expect(posted).toEqual(expected);
  });

  it('post few groups in letters and lines that fill the page, and many in the usual ones at least', () => {
    const people = Array.from({ length: 9 }, (_, index) => `Person N${index}/ENSP`);
    const boardOf = (count: number) =>
      sheetOf(
        documentOf({ groups: Array.from({ length: count }, (_, index) => groupOf(`G${index}`, ...people)) }),
        'Notice board',
      );
    const scaleOf = ({ rows }: Sheet) => rows[0].cells[0]?.scale ?? 0;
    const [few, more, many] = [4, 8, 20].map(boardOf);
    expect(scaleOf(few)).toBeGreaterThan(scaleOf(more));
    expect(scaleOf(more)).toBeGreaterThan(115);
    expect(scaleOf(many)).toBeGreaterThanOrEqual(100);
    for (const { rows } of [few, more]) expect(heightOf(rows)).toBeGreaterThan(PAGE_HEIGHT * 0.85);
  });

  it('post names in letters for which the columns have room', () => {
    const boardOf = (name: string) =>
      sheetOf(documentOf({ groups: [groupOf('G1', `${name}/ENSP`), groupOf('G2', 'B C/ENSP')] }), 'Notice board');
    const [short, long] = ['Al Bo', `Jean-Christophe ${'Montgolfier-'.repeat(5)}`].map(boardOf);
    const scaleOf = ({ rows }: Sheet) => rows[0].cells[0]?.scale ?? 0;
    expect(scaleOf(long)).toBeLessThan(scaleOf(short));
    expect(scaleOf(long)).toBeGreaterThanOrEqual(100);
  });

  it('end pages of groups and timetables between groups, and make these pages as full', () => {
    const groups = Array.from({ length: 8 }, (_, index) =>
      groupOf(`A${index}`, ...Array.from({ length: 10 }, () => 'A B/C')),
    );
    const lines = groups.flatMap(({ label }) =>
      Array.from({ length: 6 }, (_, place) => ({ ...[...timetableOf().byGroup.lines][0], group: label, start: place })),
    );
    const document = documentOf({ groups, timetable: timetableOf(lines) });
    const pagesOf = (name: string) => {
      const { rows, pages = [] } = sheetOf(document, name);
      return pages.map((row) => [row, rows[row - 1].cells[0]?.value, rows[row].cells[0]?.value]);
    };
    expect(pagesOf('Groups')).toEqual([[41, 'A3', 'A4']]);
    expect(pagesOf('Timetable by group')).toEqual([[25, 'A3', 'A4']]);
  });

  it('show ids where names are hidden', () => {
    const groups = documentOf().groups.map((group) => ({
      ...group,
      members: group.members.map((member) => ({ ...member, familyName: '', givenName: '' })),
    }));
    const document = documentOf({ groups, isPseudonymous: true });
    expect(valuesOf(sheetOf(document, 'Notice board'))[2]).toEqual(['000  ENA', '000  ENA']);
    expect(valuesOf(sheetOf(document, 'Groups'))[0]).not.toContain('family_name');
    const byId = valuesOf(sheetOf(document, 'By name'));
    expect(byId.map((row) => [row[0], row[4]])).toEqual([
      ['id', 'id'],
      ['000', '001'],
      ['000', '001'],
    ]);
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

  it('have no notes for those who judge nothing', () => {
    for (const readership of ['participants', 'witnesses'] as const) {
      const document = documentOf({ verdicts: [], notes: [], timetable: timetableOf() }, readership);
      expect(sheetsOf(document).map(({ name }) => name)).toEqual([
        'Groups',
        'Notice board',
        'By name',
        'Timetable by group',
      ]);
    }
  });

  it('say at the end what the plan is worth, where it comes from and how it is made again', () => {
    const texts = valuesOf(sheetOf(documentOf({ timetable: timetableOf() }), 'Notes'))
      .flat()
      .join('\n');
    for (const text of ['4 people · 2 groups', 'Score 12', 'Rooms 1', 'Seed\nx', 'brassage verify out'])
      expect(texts).toContain(text);
  });
});
