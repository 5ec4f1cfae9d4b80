import { dayAndMonth } from '../../report/date-words.js';
import type { DocumentTimetable } from '../../report/plan-document/document-timetable.js';
import { timetableWishes } from '../../report/timetable-table.js';
import { dayGrid } from './day-grid.js';
import { gatheringsByDay } from './gatherings.js';
import { html, NOTHING, type Html } from './markup.js';
import { scrolled, type PageContext } from './page-context.js';

/** Sessions a day beyond which a grid needs a sheet that lies across. */
const MOST_UPRIGHT = 3;

/** A grid of rooms and sessions for each day; then what is left to be wished. */
export function timetableSection(context: PageContext): Html | undefined {
  const { document, words } = context;
  const { timetable, language } = document;
  if (timetable === undefined) return undefined;
  const days = [...gatheringsByDay(timetable)];
  const isWide = days.some(([, lines]) => new Set(lines.map(({ session }) => session)).size > MOST_UPRIGHT);
  return html`<nav class="days" aria-label="${words.timetable.days}">
      <ul>
        ${days.map(([date]) => html`<li><a href="#d${date}">${dayAndMonth(date, language)}</a></li>`)}
      </ul>
    </nav>
    <div class="${isWide ? 'wide' : ''}">${days.map(([date, gatherings]) => dayGrid(context, date, gatherings))}</div>
    ${timetable.verdicts.length === 0 ? NOTHING : wishes(context, timetable)}`;
}

/** For those who judge the plan. */
function wishes({ document, words }: PageContext, { figures, programme }: DocumentTimetable): Html {
  const { head, rows } = timetableWishes(figures, programme, document.language);
  if (rows.length === 0) return NOTHING;
  const numbers = (cells: readonly string[]) => cells.slice(1);
  return html`<h3 id="wishes">${words.timetable.wishes}</h3>
    ${scrolled(
      'wishes',
      html`<table class="plain">
        <thead>
          <tr>
            <th scope="col">${head[0]}</th>
            ${numbers(head).map((title) => html`<th scope="col" class="n">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (cells) =>
              html`<tr>
                <th scope="row">${cells[0]}</th>
                ${numbers(cells).map((cell) => html`<td class="n">${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>`,
    )}`;
}
