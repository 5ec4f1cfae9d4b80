import { joinList } from '../../report/number-format.js';
import type { DocumentGroup, DocumentMember } from '../../report/plan-document/document-group.js';
import type { ViewLine } from '../../domain/timetable-view.js';
import { groupAgenda } from './group-agenda.js';
import { groupIndex } from './group-index.js';
import { html, NOTHING, type Html } from './markup.js';
import type { PageContext } from './page-context.js';
import { personName } from './person-name.js';

/** Points of an A4 sheet that the members and the timetable of a group can have below its heading, and what a line of each takes. */
const SHEET = { points: 590, member: 22, agenda: 17, agendaHead: 45 };
/** Members from which they are printed smaller. */
const MANY_MEMBERS = 24;

/** A card for each group: theme, members and timetable. Printed, each is a sheet to hang on a door. */
export function groupsSection(context: PageContext): Html {
  const { document, words } = context;
  const { attributes, groups } = document;
  const agendas = linesByGroup(context);
  return html`<p class="intro">
      ${words.groups.intro}${document.isPseudonymous ? ` ${words.provenance.pseudonyms}` : ''}
    </p>
    <p class="note screen">
      ${words.groups.printed}${attributes.length === 0 ? '' : ` ${words.groups.below(joinList(attributes, words.and))}`}
    </p>
    ${groupIndex(context)}
    <div class="cards">
      ${groups.map((group, place) => groupCard(context, group, place, agendas.get(group.label) ?? []))}
    </div>`;
}

function groupCard(context: PageContext, group: DocumentGroup, place: number, agenda: readonly ViewLine[]): Html {
  const { words } = context;
  const { label, members } = group;
  return html` <article
    class="card${members.length >= MANY_MEMBERS ? ' many' : ''}"
    id="g${place}"
    data-card="${place}"
    aria-labelledby="gh${place}"
  >
    <header data-name>
      <h3 id="gh${place}"><bdi>${label}</bdi></h3>
      <p class="count">${words.groups.people(members.length)}</p>
      ${themeLines(context, group)}
    </header>
    ${
      members.length === 0
        ? html`<p>${words.groups.none}</p>`
        : html`<ul class="members" aria-label="${words.groups.members(label)}">
            ${members.map((member) => memberLine(member))}
          </ul>`
    }
    ${agenda.length === 0 ? NOTHING : groupAgenda(context, label, place, agenda, fitsSheet(members.length, agenda.length))}
  </article>`;
}

/** The theme by its title, or by its id, where the label does not say it. */
function themeLines({ words }: PageContext, { label, theme, themeTitle, strand, strandTitle }: DocumentGroup): Html {
  if (theme === '') return NOTHING;
  const strandName = [`${words.groups.strand} ${strand}`, ...(strandTitle === '' ? [] : [strandTitle])];
  const name = themeTitle === '' ? theme : themeTitle;
  return html`${label.includes(name) ? NOTHING : html`<p class="theme">${name}</p>`}
  ${strand === '' ? NOTHING : html`<p class="strand">${strandName.join(words.colon)}</p>`}`;
}

function memberLine({ levels, school, ...person }: DocumentMember): Html {
  const held = levels.map((own) => (own.length === 0 ? '–' : own.join(', '))).join(' · ');
  return html` <li data-person>
    <span class="name">${personName(person)}</span
    >${school === '' ? NOTHING : html` <span class="school">${school}</span>`}${held === '' ? NOTHING : html` <small class="held">${held}</small>`}
  </li>`;
}

/** Whether the timetable has room on the sheet that says who is in the group. */
function fitsSheet(members: number, lines: number): boolean {
  return members * SHEET.member + lines * SHEET.agenda + SHEET.agendaHead <= SHEET.points;
}

function linesByGroup({ document }: PageContext): ReadonlyMap<string, readonly ViewLine[]> {
  const byGroup = new Map<string, ViewLine[]>();
  for (const line of document.timetable?.byGroup.lines ?? []) {
    const own = byGroup.get(line.group ?? '');
    if (own === undefined) byGroup.set(line.group ?? '', [line]);
    else own.push(line);
  }
  return byGroup;
}
