import { html, type Html } from './markup.js';

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
  return html`${blocks.map((block) => (block.isTable ? textTable(block.lines, name) : definitions(block.lines)))}`;
}

function textTable(lines: readonly string[], name: string): Html {
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0"><pre>${lines.join('\n')}</pre></div>`;
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
