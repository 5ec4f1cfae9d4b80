import { html, NOTHING, type Html } from './markup.js';
import type { PageContext } from './page-context.js';

/** What the plan was made from, what is proved of it, and how anybody can see whether that is so. */
export function provenanceSection({ document, words }: PageContext): Html {
  const { notes, readership } = document;
  const { provenance } = words;
  const isJudge = readership === 'coordinator';
  const texts = new Map<string, readonly string[]>();
  for (const { term, text } of notes) texts.set(term, [...(texts.get(term) ?? []), text]);
  return html`${isJudge ? html`<p class="intro">${provenance.intro}</p>` : NOTHING}
    <dl class="notes">
      ${[...texts].map(
        ([term, own]) =>
          html`<div>
            <dt>${term}</dt>
            ${own.map((text) => html`<dd>${text}</dd>`)}
          </div>`,
      )}
    </dl>
    ${
      isJudge
        ? html`<h3>${provenance.verify}</h3>
            <p>${provenance.verifySays}</p>
            <p><code>brassage verify</code></p>`
        : NOTHING
    }`;
}
