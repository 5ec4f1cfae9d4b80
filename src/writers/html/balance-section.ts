import type { BalanceCell, BalanceLevel, BalanceTable } from '../../report/plan-document/balance-table.js';
import { html, NOTHING, type Html } from './markup.js';
import { decimal, groupLink, scrolled, type PageContext } from './page-context.js';
import type { PageWords } from './page-words.js';
import { verdictLines } from './verdict-lines.js';

/** Groups side by side in one table: as many as a sheet of paper has room for. */
const MOST_COLUMNS = 24;
/** Letters of a label that stand upright; of a longer one beginning and end, which tells groups of one theme apart. */
const MOST_UPRIGHT = 36;
/** A count that is so near its share shows no difference. */
const EVEN = 0.05;

/** Looks of a cell, from too few to too many, each with a mark: not everybody sees the colours, and not every printer has them. */
const MARKS = { lo2: '▼', lo1: '▽', ev: '=', hi1: '△', hi2: '▲', na: '' } as const;
type Tint = keyof typeof MARKS;

/** The mix as maps of group × level, with what each attribute reaches; then what else the plan is worth. */
export function balanceSection(context: PageContext): Html | undefined {
  const { document, words } = context;
  const { balance, verdicts } = document;
  if (balance.length === 0 && verdicts.length === 0) return undefined;
  return html`${
    balance.length === 0
      ? NOTHING
      : html`<p class="intro">${words.mix.intro}</p>
          ${legend(
            words.mix,
            balance.some(({ levels }) => levels.some(({ isShared }) => !isShared)),
          )}`
  }
  ${balance.map((table, index) => attributePart(context, table, index))}
  ${
    verdicts.length === 0
      ? NOTHING
      : html`<div class="judged">
          <h3>${words.mix.worth}</h3>
          ${verdictLines(verdicts, words.mix.worth)}
        </div>`
  }`;
}

function legend(words: PageWords['mix'], hasOthers: boolean): Html {
  const entries: readonly (readonly [Tint, string])[] = [
    ['lo2', words.tooFew],
    ['lo1', words.below],
    ['ev', words.even],
    ['hi1', words.over],
    ['hi2', words.tooMany],
    ...(hasOthers ? [['na', words.otherRole] as const] : []),
  ];
  return html`<ul class="legend" aria-label="${words.legend}">
    ${entries.map(([tint, text]) => html`<li><span class="swatch ${tint}" aria-hidden="true">${MARKS[tint]}</span> ${text}</li>`)}
  </ul>`;
}

function attributePart(context: PageContext, table: BalanceTable, index: number): Html {
  const { document, words } = context;
  const groups = document.groups.length;
  const starts = Array.from({ length: Math.ceil(groups / MOST_COLUMNS) }, (_, part) => part * MOST_COLUMNS);
  return html`<div class="attribute">
    <h3><bdi>${table.name}</bdi> <small>${words.mix.weight} ${decimal(context, table.weight)}</small></h3>
    ${worthOf(context, table)}
    ${starts.map((from) => map(context, table, index, from, Math.min(from + MOST_COLUMNS, groups)))}
  </div>`;
}

/** How near the deviation comes to the least possible, in words and as a bar. */
function worthOf(context: PageContext, { deviation, least, isOptimal, levels }: BalanceTable): Html {
  const { mix } = context.words;
  const cells = levels.flatMap((level) => (level.isShared ? level.cells : []));
  const fair = cells.filter(({ isFair }) => isFair).length;
  const bound = least === undefined ? mix.unknown : `${mix.least} ${decimal(context, least)}`;
  const verdict = isOptimal
    ? html`<b class="proved">✓ ${mix.optimal}</b>`
    : least === undefined
      ? NOTHING
      : html`<b>${mix.above(decimal(context, deviation - least))}</b>`;
  return html`<p class="worth">
    ${least === undefined ? NOTHING : bar(deviation, least)}
    <span>${mix.reached}${context.words.colon}${decimal(context, deviation)} · ${bound}</span>
    ${verdict}${cells.length === 0 ? NOTHING : html` <span class="fair">${mix.fair(String(fair), String(cells.length))}</span>`}
  </p>`;
}

/** What is unavoidable, solid, in what is reached. */
function bar(deviation: number, least: number): Html {
  const share = deviation === 0 ? 100 : Math.round((least / deviation) * 1000) / 10;
  return html`<svg class="bar" viewBox="0 0 100 8" aria-hidden="true" focusable="false">
    <rect class="all" x=".5" y=".5" width="99" height="7" rx="2" />
    <rect class="least" x=".5" y=".5" width="${Math.min(99, share)}" height="7" rx="2" />
  </svg>`;
}

function map(context: PageContext, { name, levels }: BalanceTable, index: number, from: number, to: number): Html {
  const { document, words } = context;
  const groups = document.groups.slice(from, to);
  const isWhole = from === 0 && to === document.groups.length;
  const id = `m${index}-${from}`;
  const caption = isWhole
    ? words.mix.caption(name)
    : words.mix.captionPart(name, groups[0].label, groups[groups.length - 1].label);
  return scrolled(
    id,
    html`<table class="map">
      <caption id="${id}" class="${isWhole ? 'sr' : ''}">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.mix.level}</th>
          <th scope="col" class="n">${words.mix.holders}</th>
          <th scope="col" class="n">${words.mix.share}</th>
          ${groups.map(({ label }) => html`<th scope="col" class="up"><span>${groupLink(context, label, MOST_UPRIGHT)}</span></th>`)}
        </tr>
      </thead>
      <tbody>
        ${levels.map((level) => mapRow(context, level, from, to))}
      </tbody>
    </table>`,
  );
}

function mapRow(
  context: PageContext,
  { level, holders, isShared, cells }: BalanceLevel,
  from: number,
  to: number,
): Html {
  const own = cells.slice(from, to);
  return html` <tr>
    <th scope="row"><bdi>${level}</bdi></th>
    <td class="n">${holders}</td>
    <td class="n share">${shareRange(context, cells)}</td>
    ${own.map((cell) => mapCell(context.words.mix, cell, isShared))}
  </tr>`;
}

/** The shares of groups of several sizes differ. */
function shareRange(context: PageContext, cells: readonly BalanceCell[]): string {
  const rounded = cells.map(({ share }) => Math.round(share * 10) / 10);
  const least = rounded.reduce((a, b) => Math.min(a, b), rounded[0] ?? 0);
  const most = rounded.reduce((a, b) => Math.max(a, b), 0);
  return least === most ? decimal(context, least) : `${decimal(context, least)}\u00a0–\u00a0${decimal(context, most)}`;
}

function mapCell(words: PageWords['mix'], { count, share, isFair }: BalanceCell, isShared: boolean): Html {
  if (!isShared) return html`<td class="na">${count}</td>`;
  const off = count - share;
  const tint = isFair ? (Math.abs(off) < EVEN ? 'ev' : off < 0 ? 'lo1' : 'hi1') : off < 0 ? 'lo2' : 'hi2';
  const text = isFair ? NOTHING : html`<span class="sr"> ${off < 0 ? words.tooFew : words.tooMany}</span>`;
  return html`<td class="${tint}">${count}<span class="mark" aria-hidden="true">${MARKS[tint]}</span>${text}</td>`;
}
