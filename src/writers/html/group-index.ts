import type { DocumentGroup } from '../../report/plan-document/document-group.js';
import { html, NOTHING, type Html } from './markup.js';
import { groupLink, type PageContext } from './page-context.js';

/** Lines that a sheet of paper holds below the title, one under the other. */
const ONE_COLUMN = 16;

/** All groups at a glance, theme by theme, each a link to its card. */
export function groupIndex(context: PageContext): Html {
  const { groups } = context.document;
  const themes = [...new Set(groups.map(({ theme }) => theme))];
  return html`<div class="index${groups.length + themes.length > ONE_COLUMN ? ' long' : ''}">
    ${themes.map((theme) => {
      const own = groups.filter((group) => group.theme === theme);
      const name = own[0].themeTitle === '' ? theme : own[0].themeTitle;
      return html`<div>
        ${name === '' ? NOTHING : html`<p class="name">${name}</p>`}
        <ul>
          ${own.map((group) => entry(context, group))}
        </ul>
      </div>`;
    })}
  </div>`;
}

/** What it is about has room on paper alone. */
function entry(context: PageContext, { label, strandTitle, members }: DocumentGroup): Html {
  const about = strandTitle === '' ? NOTHING : html` <span class="about">${strandTitle}</span>`;
  return html`<li>
    ${groupLink(context, label)}${about} <small>${context.words.groups.people(members.length)}</small>
  </li>`;
}
