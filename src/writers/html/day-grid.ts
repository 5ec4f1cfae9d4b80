import { longDate, spokenTimes } from '../../report/date-words.js';
import { kindWord } from '../../report/kind-words.js';
import type { ViewLine } from '../../domain/timetable-view.js';
import { namesOf, statusMark } from './group-agenda.js';
import { html, NOTHING, type Html } from './markup.js';
import { groupLinks, placesText, scrolled, type PageContext } from './page-context.js';

interface GridColumn {
  readonly session: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

interface GridRow {
  /** `''` for what takes place in no room. */
  readonly room: string;
  readonly site: string;
  readonly lines: readonly ViewLine[];
}

/** Sessions a day that have room beside one another on a telephone. */
const FEW = 2;

/** One day: rooms as rows, the sites together; sessions as columns; in each cell what takes place. */
export function dayGrid(context: PageContext, date: string, lines: readonly ViewLine[]): Html {
  const { document, words } = context;
  const day = longDate(date, document.language);
  const columns = columnsOf(context, lines);
  const id = `dc${date}`;
  const sites = bySite(rowsOf(lines));
  return html` <section class="day" id="d${date}" aria-labelledby="dh${date}" data-whole>
    <h3 id="dh${date}" data-name>${day}</h3>
    ${scrolled(
      id,
      html`<table class="grid${columns.length <= FEW ? ' few' : ''}">
        <caption id="${id}" class="sr">
          ${words.timetable.caption(day)}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.timetable.room}</th>
            ${columns.map((column) => columnHead(context, column))}
          </tr>
        </thead>
        ${sites.map(
          ([site, rows]) =>
            html`<tbody data-whole>
              ${
                site === ''
                  ? NOTHING
                  : html`<tr class="site">
                      <th scope="rowgroup" colspan="${columns.length + 1}"><bdi>${site}</bdi></th>
                    </tr>`
              }${rows.map((row) => gridRow(context, row, columns))}
            </tbody>`,
        )}
      </table>`,
    )}
  </section>`;
}

function columnHead({ document }: PageContext, { session, title, start, end }: GridColumn): Html {
  return html`<th scope="col">
    <span class="time">${spokenTimes(start, end, document.language)}</span>
    <span class="what">${title === '' ? session : title}</span>
  </th>`;
}

/** The sessions of the day, in order of time; their times are those of the programme, which the presentations of a jury may not fill. */
function columnsOf({ document }: PageContext, lines: readonly ViewLine[]): readonly GridColumn[] {
  const sessions = document.timetable?.programme.sessions ?? [];
  const columns = new Map<string, GridColumn>();
  for (const { session = '', sessionTitle = '', start = 0, end = 0 } of lines) {
    const known = columns.get(session) ?? sessions.find(({ id }) => id === session);
    columns.set(session, {
      session,
      title: sessionTitle,
      start: Math.min(start, known?.start ?? start),
      end: Math.max(end, known?.end ?? end),
    });
  }
  return [...columns.values()].toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function rowsOf(lines: readonly ViewLine[]): readonly GridRow[] {
  const rows = new Map<string, { room: string; site: string; lines: ViewLine[] }>();
  for (const line of lines) {
    const { room = '', site = '' } = line;
    const key = JSON.stringify([site, room]);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { room, site, lines: [line] });
    else row.lines.push(line);
  }
  return [...rows.values()];
}

function bySite(rows: readonly GridRow[]): readonly (readonly [string, readonly GridRow[]])[] {
  const sites = [...new Set(rows.map(({ site }) => site))];
  return sites.map((site) => [site, rows.filter((row) => row.site === site)] as const);
}

function gridRow(context: PageContext, { room, lines }: GridRow, columns: readonly GridColumn[]): Html {
  const name = room === '' ? html`<i>${context.words.timetable.noRoom}</i>` : html`<bdi>${room}</bdi>`;
  return html` <tr data-whole>
    <th scope="row" data-name>${name}</th>
    ${columns.map(({ session }) => {
      const own = lines.filter((line) => line.session === session);
      return html`<td>${own.map((line) => gridEntry(context, line))}</td>`;
    })}
  </tr>`;
}

function gridEntry(context: PageContext, line: ViewLine): Html {
  const { language } = context.document;
  const { kind, groups = [], witnesses = [], status } = line;
  return html`<div
    class="entry ${kind ?? ''}${status === 'cancelled' ? ' off' : ''}"
    data-item="${placesText(context, groups)}"
  >
    <span class="kind">${kind === undefined ? '' : kindWord(kind, language)}</span>
    ${groupLinks(context, groups)}${witnesses.length === 0 ? NOTHING : html` <span class="who">${namesOf(witnesses)}</span>`}${statusMark(context, status)}
  </div>`;
}
