import { html, type Html } from './markup.js';
import type { PageContext } from './page-context.js';

/** What the plan was made from, what is proved of it, and how anybody can see whether that is so; `undefined` for readers who judge nothing. */
export function provenanceSection({ document, words }: PageContext): Html | undefined {
  const { notes, readership } = document;
  if (readership !== 'coordinator') return undefined;
  const { provenance } = words;
  const texts = new Map<string, readonly string[]>();
  for (const { term, text } of notes) texts.set(term, [...(texts.get(term) ?? []), text]);
  return html`<p class="intro">${provenance.intro}</p>
    <dl class="notes">
      ${[...texts].map(
        ([term, own]) =>
          html`<div>
            <dt>${term}</dt>
            ${own.map((text) => html`<dd>${text}</dd>`)}
          </div>`,
      )}
    </dl>
    <h3>${provenance.verify}</h3>
    <p>${provenance.verifySays}</p>
    <p><code>brassage verify</code></p>`;
}
