import { shortDate, spokenTimes } from '../../report/date-words.js';
import { kindWord } from '../../report/kind-words.js';
import type { ViewLine } from '../../domain/timetable-view.js';
import { html, NOTHING, type Html } from './markup.js';
import { scrolled, type PageContext } from './page-context.js';

/** The timetable of one group, folded on a screen. */
export function groupAgenda(
  context: PageContext,
  label: string,
  place: number,
  lines: readonly ViewLine[],
  isPrinted: boolean,
): Html {
  const { words } = context;
  return html`<details class="agenda${isPrinted ? '' : ' screen'}">
    <summary>${words.groups.agenda}</summary>
    ${scrolled(
      `ga${place}`,
      html`<table>
        <caption id="ga${place}" class="sr">
          ${words.agenda.caption(label)}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.agenda.when}</th>
            <th scope="col">${words.agenda.what}</th>
            <th scope="col">${words.agenda.where}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map((line) => agendaRow(context, line))}
        </tbody>
      </table>`,
    )}
  </details>`;
}

function agendaRow(context: PageContext, line: ViewLine): Html {
  const { language } = context.document;
  const { date = '', start = 0, end = 0, room = '', site = '', status } = line;
  return html` <tr class="${status === 'cancelled' ? 'off' : ''}">
    <td>${shortDate(date, language)} <span class="time">${spokenTimes(start, end, language)}</span></td>
    <td>${whatOf(context, line)}</td>
    <td>${placeName(room, site)}</td>
  </tr>`;
}

function whatOf(
  context: PageContext,
  { kind, sessionTitle = '', session = '', witnesses = [], status, order }: ViewLine,
): Html {
  const { language } = context.document;
  const rank = order === undefined ? '' : ` n°\u00a0${order}`;
  return html`<span class="kind"
      >${kind === undefined ? '' : kindWord(kind, language)}${language === 'fr' ? rank : rank.replace('n°\u00a0', '')}</span
    >
    ${kind === 'hearing' && witnesses.length > 0 ? namesOf(witnesses) : html`${sessionTitle === '' ? session : sessionTitle}`}${statusMark(context, status)}`;
}

/** A room with its site. */
export function placeName(room: string, site: string): Html {
  if (room === '') return html`${site}`;
  return html`${room}${site === '' ? NOTHING : html`<small>, ${site}</small>`}`;
}

export function namesOf(names: readonly string[]): Html {
  return html`${names.map((name, index) => html`${index === 0 ? '' : ', '}<bdi>${name}</bdi>`)}`;
}

/** What has become of a row since it was published, where its readers must know. */
export function statusMark({ words }: PageContext, status: ViewLine['status']): Html {
  if (status !== 'cancelled' && status !== 'moved') return NOTHING;
  return html` <em class="status">${words.timetable[status]}</em>`;
}
