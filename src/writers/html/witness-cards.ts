import { dayAndMonth, spokenTimes } from '../../report/date-words.js';
import { kindWord } from '../../report/kind-words.js';
import type { ViewLine } from '../../domain/timetable-view.js';
import { namesOf, placeName, statusMark } from './group-agenda.js';
import { html, NOTHING, type Html } from './markup.js';
import { groupLinks, placesText, type PageContext } from './page-context.js';

/** For each guest and jury member: who that is, and where they are awaited when. */
export function witnessesSection(context: PageContext): Html | undefined {
  const guests = new Map<string, ViewLine[]>();
  for (const line of context.document.timetable?.byWitness.lines ?? []) {
    const { witness = '' } = line;
    const own = guests.get(witness);
    if (own === undefined) guests.set(witness, [line]);
    else own.push(line);
  }
  if (guests.size === 0) return undefined;
  return html`<div class="guests">
    ${[...guests].map(([id, lines], index) => guestCard(context, id, lines, index))}
  </div>`;
}

function guestCard(context: PageContext, id: string, lines: readonly ViewLine[], index: number): Html {
  const { words } = context;
  const [{ title = '', familyName = '', givenName = '', position = '', organisation = '', role }] = lines;
  const name = [givenName, familyName].filter((text) => text !== '').join(' ');
  const about = [position, organisation].filter((text) => text !== '').join(', ');
  return html` <article class="guest" aria-labelledby="w${index}" data-whole>
    <header data-name>
      <h3 id="w${index}"><bdi>${name === '' ? id : [title, name].join(' ').trim()}</bdi></h3>
      <p>${role === undefined ? '' : words.witnesses[role]}${about === '' ? '' : `${words.colon}${about}`}</p>
    </header>
    <ul>
      ${together(lines).map((line) => appointment(context, line))}
    </ul>
  </article>`;
}

/** Presentations that follow one another before one jury are one appointment. */
function together(lines: readonly ViewLine[]): readonly ViewLine[] {
  const appointments: ViewLine[] = [];
  for (const line of lines) {
    const last = appointments.at(-1);
    if (last === undefined || placeOf(last) !== placeOf(line)) appointments.push(line);
    else {
      const groups = [...(last.groups ?? []), ...(line.groups ?? [])];
      const [start, end] = [Math.min(last.start ?? 0, line.start ?? 0), Math.max(last.end ?? 0, line.end ?? 0)];
      appointments[appointments.length - 1] = { ...last, groups, start, end };
    }
  }
  return appointments;
}

function placeOf({ session, kind, room, site, others, status }: ViewLine): string {
  return JSON.stringify([session, kind, room, site, others, status]);
}

function appointment(context: PageContext, line: ViewLine): Html {
  const { document, words } = context;
  const { language } = document;
  const { date = '', start = 0, end = 0, kind, groups = [], room = '', site = '', others = [], status } = line;
  return html`<li class="${status === 'cancelled' ? 'off' : ''}" data-item="${placesText(context, groups)}">
    <b>${dayAndMonth(date, language)}</b>,
    <span class="time">${spokenTimes(start, end, language)}</span
    >${room === '' && site === '' ? NOTHING : html` · ${placeName(room, site)}`}<br />
    <span class="kind">${kind === undefined ? '' : kindWord(kind, language)}</span> ${groupLinks(context, groups)}
    ${others.length === 0 ? NOTHING : html`<span class="who">${words.timetable.with} ${namesOf(others)}</span>`}
    ${statusMark(context, status)}
  </li>`;
}
