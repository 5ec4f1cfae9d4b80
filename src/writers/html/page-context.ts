import type { PlanDocument } from '../../report/plan-document/plan-document.js';
import { formatDecimal } from '../../report/number-format.js';
import { html, type Html } from './markup.js';
import { pageWordsOf, type PageWords } from './page-words.js';

/** What every section of a page needs. */
export interface PageContext {
  readonly document: PlanDocument;
  readonly words: PageWords;
  /** Place of each group in the document, by label; a group that is no more has none. */
  readonly placeOf: ReadonlyMap<string, number>;
}

export function createContext(document: PlanDocument): PageContext {
  return {
    document,
    words: pageWordsOf(document.language),
    placeOf: new Map(document.groups.map(({ label }, place) => [label, place])),
  };
}

/** The places of some groups, for the filter: `0 3`. */
export function placesText({ placeOf }: PageContext, labels: readonly string[]): string {
  return labels.flatMap((label) => placeOf.get(label) ?? []).join(' ');
}

/** The labels of some groups, each a link to its card; of all of them, the words for that. */
export function groupLinks(context: PageContext, labels: readonly string[]): Html {
  const { placeOf, words } = context;
  if (labels.length > 2 && labels.length === placeOf.size) return html`<b>${words.timetable.allGroups}</b>`;
  return html`<b class="labels"
    >${labels.map((label, index) => [index === 0 ? '' : ', ', groupLink(context, label)])}</b
  >`;
}

/** A label, a link to its card where there is one. Of a label of more letters than `most` the middle is left out. */
export function groupLink({ placeOf }: PageContext, label: string, most = Infinity): Html {
  const place = placeOf.get(label);
  const shown = html`<bdi>${withoutMiddle(label, most)}</bdi>`;
  return place === undefined ? shown : html`<a href="#g${place}">${shown}</a>`;
}

/** The beginning and the end of a text that is too long, an ellipsis between them. */
function withoutMiddle(text: string, most: number): string {
  const letters = Array.from(text);
  if (letters.length <= most) return text;
  const end = Math.floor((most - 1) / 3);
  return `${letters.slice(0, most - 1 - end).join('')}…${letters.slice(-end).join('')}`;
}

/** A number with no more digits after the mark than it needs. */
export function decimal({ document }: PageContext, value: number): string {
  return formatDecimal(document.language, value);
}

/** A table that may be wider than a narrow screen: it scrolls by itself, also by keyboard. `id` is that of its caption. */
export function scrolled(id: string, table: Html): Html {
  return edged(html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">${table}</div>`);
}

/** A text whose lines keep their length, likewise; with its name. */
export function scrolledText(name: string, lines: readonly string[]): Html {
  return edged(
    html`<div class="scroll" role="region" aria-label="${name}" tabindex="0"><pre>${lines.join('\n')}</pre></div>`,
  );
}

/** The script marks the edge beyond which there is more. */
function edged(region: Html): Html {
  return html`<div class="edge" data-edge>${region}</div>`;
}
