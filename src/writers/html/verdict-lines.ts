import { html, type Html } from './markup.js';
import { scrolledText } from './page-context.js';

/** A line of a text table, cells parted by two spaces or more. */
const CELLS = /\S {2,}(?=\S)/g;

/** Lines that were made for a terminal: those of one name and its text become a list of definitions, tables keep their columns. */
export function verdictLines(lines: readonly string[], name: string): Html {
  const blocks: { readonly isTable: boolean; readonly lines: string[] }[] = [];
  for (const line of lines) {
    const isTable = line.startsWith(' ') || (line.match(CELLS) ?? []).length > 1;
    const last = blocks.at(-1);
    if (last !== undefined && last.isTable === isTable) last.lines.push(line);
    else blocks.push({ isTable, lines: [line] });
  }
  return html`${blocks.map((block) => (block.isTable ? scrolledText(name, block.lines) : definitions(block.lines)))}`;
}

function definitions(lines: readonly string[]): Html {
  return html`<ul class="verdicts">
    ${lines.map((line) => {
      const cut = line.indexOf('  ');
      return cut < 0
        ? html`<li>${line}</li>`
        : html`<li><b>${line.slice(0, cut)}</b> <span>${line.slice(cut).trim()}</span></li>`;
    })}
  </ul>`;
}
