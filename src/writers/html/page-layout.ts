import { html, NOTHING, type Html } from './markup.js';
import type { PageContext } from './page-context.js';
import type { SectionKey } from './page-words.js';

export interface LaidOutSection {
  readonly key: SectionKey;
  readonly content: Html;
}

/** Header, table of contents, filter, sections. */
export function layOutPage(context: PageContext, title: string, sections: readonly LaidOutSection[]): Html {
  const { document, words } = context;
  return html`<a class="skip" href="#main">${words.skip}</a>
    <header class="top" id="top">
      <h1>${title}</h1>
      <ul class="headline">
        ${document.headline.map((phrase) => html`<li>${phrase}</li>`)}
      </ul>
    </header>
    <div class="side">
      <nav class="toc" aria-labelledby="toc">
        <h2 id="toc">${words.contents}</h2>
        <ul>
          ${sections.map(({ key }) => html`<li><a href="#${key}">${words.sections[key]}</a></li>`)}
        </ul>
      </nav>
      ${filterForm(context)}
    </div>
    <main id="main" tabindex="-1">
      ${sections.map(
        ({ key, content }) =>
          html`<section class="part ${key}" id="${key}" aria-labelledby="h-${key}">
            <h2 id="h-${key}">${words.sections[key]}</h2>
            ${content}
          </section> `,
      )}
    </main>`;
}

/** Hidden until the script, without which it would do nothing, shows it. */
function filterForm({ document, words }: PageContext): Html {
  const { filter } = words;
  const { groups, timetable } = document;
  const isTimed = timetable !== undefined;
  const themes = [...new Set(groups.map(({ theme }) => theme))].filter((theme) => theme !== '');
  const placesOf = (theme: string) =>
    groups.flatMap((group, place) => (group.theme === theme ? [place] : [])).join(' ');
  const nameOf = (theme: string) => groups.find((group) => group.theme === theme)?.themeTitle || theme;
  return html`<form
    class="filter"
    role="search"
    aria-labelledby="filter"
    data-filter
    data-found="${isTimed ? filter.found : filter.foundGroups}"
    data-nothing="${filter.nothing}"
    hidden
  >
    <h2 id="filter">${filter.title}</h2>
    <p>
      <label for="f-text">${filter.search}</label>
      <input id="f-text" type="search" autocomplete="off" spellcheck="false" aria-describedby="f-hint" />
      <small id="f-hint">${isTimed ? filter.hint : filter.hintGroups}</small>
    </p>
    <p>
      <label for="f-group">${filter.choose}</label>
      <select id="f-group">
        <option value="">${filter.everything}</option>
        ${themes.length === 0 ? NOTHING : html`<optgroup label="${filter.themes}">${themes.map((theme) => html`<option value="${placesOf(theme)}">${nameOf(theme)}</option>`)}</optgroup>`}
        <optgroup label="${filter.groups}">
          ${groups.map(({ label }, place) => html`<option value="${place}">${label}</option>`)}
        </optgroup>
      </select>
    </p>
    <p><button type="button">${filter.clear}</button></p>
    <p class="found" role="status" aria-live="polite" data-status></p>
  </form>`;
}
