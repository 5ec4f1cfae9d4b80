import type { GroupFairness } from '../../domain/timetable-figures.js';
import { presentationRanksLine } from '../../report/presentation-ranks-line.js';
import { html, type Html } from './markup.js';
import { groupLink, scrolled, type PageContext } from './page-context.js';
import { verdictLines } from './verdict-lines.js';

type FairnessColumn = Exclude<keyof GroupFairness, 'group'>;

const COLUMNS: readonly FairnessColumn[] = ['mornings', 'afternoons', 'rooms', 'siteChanges', 'ranks'];

/** What each group gets, to be compared: for those who judge the plan. Columns that are 0 everywhere are left out. */
export function fairnessSection(context: PageContext): Html | undefined {
  const { document, words } = context;
  const fairness = document.timetable?.figures.fairness ?? [];
  const columns = COLUMNS.filter((column) => fairness.some((own) => textOf(own, column) !== ''));
  if (document.readership !== 'coordinator' || columns.length === 0) return undefined;
  const ranks = document.timetable?.figures.presentationRanks;
  const table = scrolled(
    'fc',
    html`<table class="plain">
      <caption id="fc">
        ${words.fairness.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.fairness.group}</th>
          ${columns.map((column) => html`<th scope="col" class="n">${words.fairness[column]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${fairness.map(
          (own) =>
            html` <tr>
              <th scope="row">${groupLink(context, own.group)}</th>
              ${columns.map((column) => html`<td class="n">${textOf(own, column) || '0'}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`,
  );
  if (ranks === undefined) return table;
  return html`${table} ${verdictLines([presentationRanksLine(ranks, document.language)], words.fairness.caption)}`;
}

/** `''` for none. */
function textOf(own: GroupFairness, column: FairnessColumn): string {
  if (column === 'ranks') return own.ranks.join(', ');
  return own[column] === 0 ? '' : String(own[column]);
}
