import type { DocumentMeetings } from '../../report/plan-document/document-meetings.js';
import { html, NOTHING, type Html } from './markup.js';
import { drawMeetings, type MeetingKind } from './meeting-matrix.js';
import { decimal, type PageContext } from './page-context.js';

/** People beyond whom nobody could read the map. */
const MOST_DRAWN = 600;

/** Who has met whom: in figures, and as a map. */
export function meetingsSection(context: PageContext): Html | undefined {
  const { document, words } = context;
  const { meetings } = document;
  if (meetings === undefined) return undefined;
  const { summary, pairs, repeats, people, modules } = meetings;
  const figures: readonly (readonly [string, number])[] = [
    [words.meetings.least, summary.least],
    [words.meetings.mean, Math.round(summary.mean * 10) / 10],
    [words.meetings.most, summary.most],
    [words.meetings.pairs, pairs],
    [words.meetings.repeats, repeats],
  ];
  return html`<p class="intro">${words.meetings.intro(modules.length)}</p>
    <dl class="figures">
      ${figures.map(
        ([term, value]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${decimal(context, value)}</dd>
          </div>`,
      )}
    </dl>
    ${people.length === 0 ? NOTHING : people.length > MOST_DRAWN ? html`<p>${words.meetings.tooMany}</p>` : picture(context, meetings)}`;
}

function picture(context: PageContext, meetings: DocumentMeetings): Html {
  const { document, words } = context;
  const kinds: readonly MeetingKind[] = ['before', 'now', 'again'];
  const sizes = document.groups.map(({ label, members }) => ({ label, size: members.length }));
  return html`<figure class="matrix">
    <figcaption>
      ${words.meetings.picture}
      <ul class="legend">
        ${kinds.map(
          (kind) =>
            html`<li>
              <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
                <rect class="${kind}" width="10" height="10" />
              </svg>
              ${words.meetings[kind]}
            </li>`,
        )}
      </ul>
    </figcaption>
    ${drawMeetings(meetings, sizes, { title: words.meetings.picture, description: words.meetings.pictureSays })}
  </figure>`;
}
