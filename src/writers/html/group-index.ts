import type { DocumentGroup } from '../../report/plan-document/document-group.js';
import { html, NOTHING, type Html } from './markup.js';
import { groupLink, type PageContext } from './page-context.js';

/** All groups at a glance, theme by theme, each a link to its card. */
export function groupIndex(context: PageContext): Html {
  const { groups } = context.document;
  const themes = [...new Set(groups.map(({ theme }) => theme))];
  return html`<div class="index">
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

function entry(context: PageContext, { label, members }: DocumentGroup): Html {
  return html`<li>${groupLink(context, label)} <small>${context.words.groups.people(members.length)}</small></li>`;
}
