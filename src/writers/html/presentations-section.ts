import { leastOf, mostOf } from '../../domain/extremes.js';
import { longDate, spokenTime, spokenTimes } from '../../report/date-words.js';
import type { ViewLine } from '../../domain/timetable-view.js';
import { namesOf, placeName } from './group-agenda.js';
import { html, NOTHING, type Html } from './markup.js';
import { groupLink, placesText, type PageContext } from './page-context.js';

/** The groups in order of passage, a list for each jury. */
export function presentationsSection(context: PageContext): Html | undefined {
  const { document, words } = context;
  const juries = juriesOf(document.timetable?.byGroup.lines ?? []);
  if (juries.length === 0) return undefined;
  return html`<p class="intro">${words.presentations.intro}</p>
    <div class="juries">${juries.map((lines, index) => juryCard(context, lines, index))}</div>`;
}

function juryCard(context: PageContext, lines: readonly ViewLine[], index: number): Html {
  const { document, words } = context;
  const { language } = document;
  const [{ date = '', session = '', sessionTitle = '', room = '', site = '', witnesses = [] }] = lines;
  const start = leastOf(lines.map((line) => line.start ?? 0));
  const end = mostOf(lines.map((line) => line.end ?? 0));
  return html` <article class="jury" aria-labelledby="j${index}" data-whole>
    <header data-name>
      <h3 id="j${index}">${sessionTitle === '' ? session : sessionTitle}</h3>
      <p>
        ${longDate(date, language)},
        <span class="time">${spokenTimes(start, end, language)}</span
        >${room === '' && site === '' ? NOTHING : html` · ${placeName(room, site)}`}
      </p>
      <p class="who">
        ${words.presentations.jury}${words.colon}${witnesses.length === 0 ? words.presentations.noJury : namesOf(witnesses)}
      </p>
    </header>
    <ol>
      ${lines.map((line) => passage(context, line))}
    </ol>
  </article>`;
}

function passage(context: PageContext, { group = '', start = 0, order }: ViewLine): Html {
  const { document, words, placeOf } = context;
  const known = document.groups[placeOf.get(group) ?? -1];
  const about =
    known === undefined
      ? ''
      : known.strandTitle || (known.strand === '' ? '' : `${words.groups.strand} ${known.strand}`);
  return html` <li data-item="${placesText(context, [group])}" value="${order ?? ''}">
    <span class="time">${spokenTime(start, document.language)}</span>
    <b>${groupLink(context, group)}</b>${about === '' ? NOTHING : html` <small>${about}</small>`}
  </li>`;
}

/** The presentations of each jury in order; those that were cancelled have none. */
function juriesOf(lines: Iterable<ViewLine>): readonly (readonly [ViewLine, ...ViewLine[]])[] {
  const juries = new Map<string, [ViewLine, ...ViewLine[]]>();
  for (const line of lines) {
    if (line.kind !== 'presentation' || line.status === 'cancelled') continue;
    const key = JSON.stringify([line.session, line.room, line.witnesses]);
    const own = juries.get(key);
    if (own === undefined) juries.set(key, [line]);
    else own.push(line);
  }
  for (const own of juries.values())
    own.sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || (a.order ?? 0) - (b.order ?? 0));
  const when = ([{ date = '', start = 0, session = '', room = '' }]: readonly ViewLine[]): string =>
    JSON.stringify([date, String(start).padStart(4, '0'), session, room]);
  return [...juries.values()].toSorted((a, b) => (when(a) < when(b) ? -1 : 1));
}
