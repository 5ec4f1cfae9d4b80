import { mostOf } from '../../domain/extremes.js';
import type { DocumentMeetings } from '../../report/plan-document/document-meetings.js';
import { html, type Html } from './markup.js';

/** What two people are to each other. */
export type MeetingKind = 'before' | 'now' | 'again';

const BEFORE = 1;
const NOW = 2;
const KINDS: Readonly<Record<number, MeetingKind>> = { [BEFORE]: 'before', [NOW]: 'now', [BEFORE | NOW]: 'again' };

export interface MatrixGroup {
  readonly label: string;
  /** Its people, who follow those of the groups before it. */
  readonly size: number;
}

export interface MatrixWords {
  readonly title: string;
  readonly description: string;
}

/** People × people as a picture, one path for each kind of meeting. A side is the number of people and, left of it, the groups' labels. */
export function drawMeetings(
  { people, modules }: Pick<DocumentMeetings, 'people' | 'modules'>,
  groups: readonly MatrixGroup[],
  words: MatrixWords,
): Html {
  const side = people.length;
  const paths = pathsOf(side, modules);
  const text = Math.max(1.6, side / 62);
  const margin = Math.ceil(mostOf([...groups.map(({ label }) => label.length), 1]) * text * 0.68 + text);
  let at = 0;
  const blocks = groups.map((group) => ({ ...group, from: (at += group.size) - group.size }));
  return html`<svg
    class="pairs"
    role="img"
    aria-labelledby="mt md"
    viewBox="${-margin} 0 ${side + margin} ${side}"
    focusable="false"
  >
    <title id="mt">${words.title}</title>
    <desc id="md">${words.description}</desc>
    <rect class="ground" width="${side}" height="${side}" />
    ${Object.values(KINDS).map((kind) => html`<path class="${kind}" d="${paths[kind]}" />`)}
    <path class="rule" d="${blocks.map(({ from }) => `M0 ${from}h${side}M${from} 0v${side}`).join('')}" />
    <g font-size="${Math.round(text * 10) / 10}">
      ${blocks.map(({ label, size, from }) => html`<text x="${-text / 2}" y="${Math.round((from + size / 2 + text / 3) * 10) / 10}" text-anchor="end">${label}</text>`)}
    </g>
  </svg>`;
}

/** Runs of equal cells, row by row, as strokes one unit wide. */
function pathsOf(side: number, modules: readonly Int32Array[]): Readonly<Record<MeetingKind, string>> {
  const strokes: Record<MeetingKind, string[]> = { before: [], now: [], again: [] };
  const companions = modules.map(peopleByGroup);
  const row = new Uint8Array(side);
  for (let person = 0; person < side; person++) {
    row.fill(0);
    modules.forEach((groupOf, module) => {
      const mark = module === modules.length - 1 ? NOW : BEFORE;
      for (const other of companions[module].get(groupOf[person]) ?? []) row[other] |= mark;
    });
    row[person] = 0;
    for (let from = 0; from < side;) {
      let to = from + 1;
      while (to < side && row[to] === row[from]) to++;
      if (row[from] !== 0) strokes[KINDS[row[from]]].push(`M${from} ${person}.5h${to - from}`);
      from = to;
    }
  }
  return { before: strokes.before.join(''), now: strokes.now.join(''), again: strokes.again.join('') };
}

/** Those who were in a group, by group; whoever was in none has met nobody. */
function peopleByGroup(groupOf: Int32Array): ReadonlyMap<number, readonly number[]> {
  const byGroup = new Map<number, number[]>();
  groupOf.forEach((group, person) => {
    if (group < 0) return;
    const own = byGroup.get(group);
    if (own === undefined) byGroup.set(group, [person]);
    else own.push(person);
  });
  return byGroup;
}
