import type { DocumentGroup, DocumentMember } from '../../report/plan-document/document-group.js';
import type { PlanDocument } from '../../report/plan-document/plan-document.js';
import { headerOf, type HeaderKey } from '../headers.js';
import { tableSheet, type TableColumn } from './table-sheet.js';
import type { CellValue, Sheet } from './workbook.js';
import { workbookWordsOf } from './workbook-words.js';

interface Line {
  readonly group: DocumentGroup;
  /** Place of the group among all. */
  readonly place: number;
  readonly member: DocumentMember;
  readonly isFirst: boolean;
}

/** In digits of the usual font: so wide that most people take one line. */
const MOST_WIDE = 44;

/** Everybody, one row each, group by group; without the titles where each repeats theme and strand. */
export function groupSheet({ groups, attributes, language }: PlanDocument): Sheet {
  const words = workbookWordsOf(language);
  const column = (header: HeaderKey, valueOf: TableColumn<Line>['valueOf']): TableColumn<Line> => {
    return { header: headerOf(header, language), style: 'wrapped', valueOf };
  };
  const isTitled = groups.some((group) => titlesOf(group) !== placeOf(group));
  const lines = groups.flatMap((group, place) =>
    group.members.map((member, index): Line => ({ group, place, member, isFirst: index === 0 })),
  );
  return tableSheet({
    name: words.groups,
    lines,
    isDense: true,
    columns: [
      { ...column('group', ({ group }) => group.label), style: 'strong', mostWide: MOST_WIDE },
      { ...column('theme', ({ group }) => group.theme), mostWide: MOST_WIDE },
      column('strand', ({ group }) => group.strand),
      {
        header: words.groupTitle,
        style: 'small',
        valueOf: ({ group, isFirst }) => (isTitled && isFirst ? titlesOf(group) : ''),
        mostWide: 46,
      },
      column('id', ({ member }) => member.id),
      column('family_name', ({ member }) => member.familyName),
      column('given_name', ({ member }) => member.givenName),
      column('school', ({ member }) => member.school),
      ...attributes.map((header, index): TableColumn<Line> => {
        return {
          header,
          style: 'wrapped',
          mostWide: MOST_WIDE,
          valueOf: ({ member }) => member.levels[index].join(', '),
        };
      }),
      { header: words.wish, style: 'integer', valueOf: ({ member }) => wishOf(member) },
    ],
    layoutOf: ({ place, isFirst }) => ({
      isBanded: place % 2 === 1,
      rule: isFirst ? 'thin' : undefined,
      isStruck: false,
      isStart: isFirst,
    }),
  });
}

function wishOf({ wish }: DocumentMember): CellValue {
  return wish === 'none' ? '–' : (wish ?? '');
}

function titlesOf({ themeTitle, strandTitle }: DocumentGroup): string {
  return joined(themeTitle, strandTitle);
}

function placeOf({ theme, strand }: DocumentGroup): string {
  return joined(theme, strand);
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' – ');
}
