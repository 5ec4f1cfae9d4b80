import { visibleDirections } from '../../report/visible-text.js';

/** Characters that mean something in HTML text or in a quoted value; a carriage return, which a parser would turn into a line feed. */
const SPECIAL = /[&<>"'\r]/g;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};
/** What no HTML document can hold: a null character, and half a surrogate pair. */
const UNFIT = /[\0\p{Surrogate}]/gu;

/** Where a value stands in a template. */
type Place = 'text' | 'value';

/** What may stand in a template: a text, which is escaped; markup, which is not; several of them; nothing. */
export type Content = string | number | Html | undefined | readonly Content[];

/** Markup that is fit to be sent: only {@link html} and {@link trusted} make it. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** For this file alone. */
  static of(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

export const NOTHING = Html.of('');

/**
 * HTML with values in it. Every text is escaped, wherever it stands, and turns nothing after it around; markup goes in as it is.
 * @throws TypeError where a value would stand elsewhere than in text or in a double-quoted attribute value, or markup in the latter: no
 * escaping would make that safe.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  const { texts, places } = templateOf(strings);
  let markup = texts[0];
  for (let index = 0; index < values.length; index++) {
    markup += places[index] === 'text' ? markupOf(values[index]) : valueOf(values[index]);
    markup += texts[index + 1];
  }
  return Html.of(markup);
}

/** A text of this program's own, such as a style sheet, that goes in as it is. Never one that holds a word of the inputs. */
export function trusted(markup: string): Html {
  return Html.of(markup);
}

function markupOf(value: Content): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') return value.map(markupOf).join('');
  return escapeText(String(value));
}

function valueOf(value: Content): string {
  if (value === undefined) return '';
  if (typeof value === 'object') throw new TypeError('Only texts and numbers can stand in an attribute.');
  return escapeText(String(value));
}

function escapeText(text: string): string {
  return visibleDirections(text.replace(UNFIT, '\ufffd')).replace(SPECIAL, (character) => REFERENCES[character]);
}

interface Template {
  /** Without the indentation of the source. */
  readonly texts: readonly string[];
  /** Of each value. */
  readonly places: readonly Place[];
}

const templates = new WeakMap<TemplateStringsArray, Template>();

/** What there is to know of a template; looked at once each. */
function templateOf(strings: TemplateStringsArray): Template {
  const known = templates.get(strings);
  if (known !== undefined) return known;
  const template = readTemplate(strings);
  templates.set(strings, template);
  return template;
}

function readTemplate(strings: readonly string[]): Template {
  const places: Place[] = [];
  let state: Place | 'tag' = 'text';
  const texts = strings.map((source, index) => {
    let text = '';
    for (const [token] of source.matchAll(/\s*\n\s*|[^]/g)) {
      if (state === 'text' && token === '<') state = 'tag';
      else if (state === 'tag' && token === '>') state = 'text';
      else if (state === 'tag' && token === '"') state = 'value';
      else if (state === 'value' && token === '"') state = 'tag';
      text += token.length > 1 || token === '\n' ? (state === 'tag' ? ' ' : '\n') : token;
    }
    if (index === strings.length - 1) return text;
    if (state === 'tag') throw new TypeError(`A value can only stand in text or between double quotes: ${source}`);
    places.push(state);
    return text;
  });
  return { texts, places };
}
