/** Looks on a screen, light or dark, of any width. No word of the inputs is in it. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --card: #fff; --ink: #1b2330; --soft: #566072; --line: #dcdad4; --firm: #8b8f98;
  --accent: #0b5c6b; --wash: #e8f1f2; --found: #fdeeb5;
  --lo2: #a5c8e8; --lo1: #e2eef8; --hi1: #fbeedb; --hi2: #f3c483; --even: #f0efec;
  --met: #b9c6cf; --now: #0b5c6b; --again: #c8451b; --shade: rgb(27 35 48 / .3);
  --serif: Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Noto Serif', Georgia, serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181e; --card: #1b2027; --ink: #e8eaed; --soft: #a9b2bf; --line: #343b46; --firm: #7b8593;
    --accent: #79cbd8; --wash: #1f3238; --found: #54480f;
    --lo2: #24598a; --lo1: #1d3145; --hi1: #40331d; --hi2: #85540d; --even: #262c35;
    --met: #46535f; --now: #2d8494; --again: #ffb48c; --shade: rgb(0 0 0 / .75);
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0 auto; max-width: 84rem; padding: 0 clamp(1rem, 3vw, 2.5rem) 5rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); font-variant-numeric: lining-nums; overflow-wrap: break-word; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; margin: 0; }
h1 { font-size: clamp(2rem, 5vw, 3.1rem); letter-spacing: -.015em; }
p { margin: 0; }
ul, ol, dl, dd, figure { margin: 0; padding: 0; list-style: none; }
small { font-size: .8125rem; color: var(--soft); }
a { color: inherit; text-decoration-color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:hover { color: var(--accent); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
[hidden] { display: none !important; }
.sr { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 2; padding: .6rem 1rem; background: var(--accent); color: var(--paper); border-radius: 0 0 .4rem .4rem; }
.skip:focus { top: 0; color: var(--paper); }

.top { padding: clamp(2.5rem, 7vw, 5rem) 0 2rem; border-bottom: 1px solid var(--line); }
.top h1::before { content: ''; display: block; width: 3.5rem; height: .3rem; margin-bottom: 1.4rem; background: var(--accent); }
.headline { display: flex; flex-wrap: wrap; gap: .4rem 2rem; margin-top: 1.1rem; font-size: 1.0625rem; color: var(--soft); }
.side { padding: 1.5rem 0; border-bottom: 1px solid var(--line); display: grid; gap: 1.75rem; }
.side h2 { font: 600 .8125rem/1.4 var(--sans); letter-spacing: .02em; color: var(--soft); margin-bottom: .5rem; }
.toc ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.toc a { display: block; padding: .3rem 0; text-decoration: none; }
.toc a:hover { text-decoration: underline; text-decoration-color: var(--accent); }
.filter { display: grid; gap: .9rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); align-items: start; }
.filter h2, .filter .found { grid-column: 1 / -1; margin-bottom: 0; }
.filter label { display: block; font-size: .875rem; font-weight: 600; margin-bottom: .25rem; }
.filter input, .filter select, .filter button { width: 100%; min-height: 2.75rem; padding: .45rem .7rem; border: 1px solid var(--firm); border-radius: .35rem; background: var(--card); color: var(--ink); font: inherit; }
.filter button { cursor: pointer; color: var(--accent); border-color: var(--accent); font-weight: 600; }
.filter button:hover { background: var(--wash); }
.filter .found { min-height: 1.5em; font-size: .9375rem; color: var(--accent); font-weight: 600; }
@media (min-width: 72rem) {
  body { display: grid; grid-template-columns: 14rem minmax(0, 1fr); column-gap: 4rem; grid-template-rows: auto 1fr; }
  .top { grid-column: 1 / -1; }
  .side { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; border: 0; padding: 2.5rem .4rem 2rem; margin: 0 -.4rem; }
  .toc ul { display: block; }
  .filter { grid-template-columns: 1fr; border-top: 1px solid var(--line); padding-top: 1.5rem; }
}

.part { padding-top: clamp(2.5rem, 5vw, 4rem); }
.part > h2 { font-size: clamp(1.6rem, 3.2vw, 2.1rem); margin-bottom: .8rem; }
.part h3 { font-size: 1.2rem; }
.intro { max-width: 44rem; color: var(--soft); }
.note { margin-top: .4rem; font-size: .875rem; color: var(--soft); }
.scroll { position: relative; overflow-x: auto; max-width: 100%; }
.edge { position: relative; }
.edge.more::after { content: ''; position: absolute; inset: 0 0 0 auto; width: 1.5rem; border-right: 2px solid var(--firm); background: linear-gradient(to left, var(--shade), transparent); pointer-events: none; }
table { border-collapse: collapse; font-size: .875rem; line-height: 1.4; }
caption { text-align: left; color: var(--soft); padding-bottom: .5rem; }
th { font-weight: 600; text-align: left; }
th, td { padding: .4rem .6rem; vertical-align: top; }
.n { text-align: right; font-variant-numeric: tabular-nums lining-nums; }
.time { white-space: nowrap; font-variant-numeric: tabular-nums lining-nums; }
.kind { color: var(--soft); }
.labels { font-weight: 600; }
.off { color: var(--soft); }
.off b, .off .who, .off .kind, .off td, .off .time { text-decoration: line-through; }
.status { font-weight: 600; font-style: normal; color: var(--accent); }

.index { display: grid; gap: 1rem 2rem; margin-top: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); }
.index .name { font-size: .875rem; font-weight: 600; margin-bottom: .4rem; }
.index ul { display: flex; flex-wrap: wrap; gap: .5rem; }
.index li { position: relative; padding: .35rem .75rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--card); font-size: .875rem; line-height: 1.25rem; }
.index a { text-decoration: none; font-weight: 600; }
.index .about { display: none; }
.index a::after { content: ''; position: absolute; inset: 0; border-radius: 2rem; }
.index li:hover { border-color: var(--accent); }
.cards { display: grid; gap: 1.5rem; margin-top: 1.75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); align-items: start; }
.card, .guest, .jury { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1.4rem 1.5rem; min-width: 0; }
.card:target { border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent); }
.card header { display: grid; grid-template-columns: 1fr auto; gap: .1rem 1rem; align-items: baseline; padding-bottom: 1rem; border-bottom: 2px solid var(--accent); }
.card h3 { font-size: 1.55rem; min-width: 0; overflow-wrap: anywhere; }
.count { color: var(--soft); font-size: .875rem; white-space: nowrap; }
.theme { grid-column: 1 / -1; font-weight: 600; margin-top: .35rem; }
.strand { grid-column: 1 / -1; color: var(--soft); font-size: .9375rem; line-height: 1.4; }
.members li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; align-items: baseline; padding: .5rem 0; border-bottom: 1px solid var(--line); }
.members .school { font-size: .875rem; color: var(--soft); text-align: right; max-width: 10rem; }
.members .held { grid-column: 1 / -1; line-height: 1.4; }
.members .found { background: var(--found); margin: 0 -.6rem; padding-inline: .6rem; border-radius: .3rem; }
.members .found .name::before { content: '→ '; }
.members .found * { color: var(--ink); }
.agenda { margin-top: .9rem; }
.agenda summary { cursor: pointer; padding: .4rem 0; color: var(--accent); font-weight: 600; font-size: .9375rem; }
.agenda table { width: 100%; font-size: .8125rem; }
.agenda th, .agenda td { padding: .35rem .6rem .35rem 0; border-top: 1px solid var(--line); }
.agenda thead th { border: 0; color: var(--soft); }
.agenda td:first-child { white-space: nowrap; }
.agenda td:first-child .time { display: block; color: var(--soft); }

.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; margin-top: 1rem; font-size: .875rem; font-weight: 400; color: var(--soft); }
.legend li { display: flex; align-items: center; gap: .5rem; }
.swatch { display: inline-grid; place-items: center; width: 1.5rem; height: 1.25rem; border: 1px solid var(--line); border-radius: .2rem; font-size: .625rem; color: var(--ink); }
.attribute { margin-top: 2.5rem; }
.attribute h3 { display: flex; flex-wrap: wrap; gap: .25rem .8rem; align-items: baseline; }
.attribute h3 bdi::first-letter { text-transform: uppercase; }
.attribute h3 small { font: .875rem var(--sans); }
.worth { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; align-items: center; margin: .5rem 0 1rem; font-size: .9375rem; }
.proved { color: var(--accent); }
.fair { color: var(--soft); }
.bar { width: 8rem; height: .64rem; flex: none; }
.bar .all { fill: var(--hi1); stroke: var(--firm); stroke-width: .6; }
.bar .least { fill: var(--accent); }
.map { border-collapse: separate; border-spacing: 2px; }
.map th, .map td { padding: .3rem .45rem; vertical-align: middle; }
.map th[scope=row] { font-weight: 400; min-width: 9.5rem; max-width: 14rem; padding-left: 0; }
.map thead th { color: var(--soft); font-size: .8125rem; vertical-align: bottom; }
.map thead th.n { min-width: 4.2rem; }
.map thead th:first-child { padding-left: 0; }
.map .share { white-space: nowrap; color: var(--soft); padding-right: .9rem; }
.map .up { padding: .2rem 0; }
.map .up span { display: inline-block; writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; line-height: 1.9; }
.map .up a { text-decoration: none; }
.lo1, .lo2, .hi1, .hi2, .ev, .na { text-align: center; font-variant-numeric: tabular-nums lining-nums; border-radius: .2rem; }
td.lo1, td.lo2, td.hi1, td.hi2, td.ev, td.na { min-width: 2.1rem; }
.lo1 { background: var(--lo1); } .lo2 { background: var(--lo2); font-weight: 700; }
.hi1 { background: var(--hi1); } .hi2 { background: var(--hi2); font-weight: 700; }
.ev { background: var(--even); } .na { border: 1px dashed var(--line); }
.mark { font-size: .625rem; margin-left: .1rem; }
.lo1 .mark, .ev .mark, .hi1 .mark { color: var(--soft); }
.part > h3, .judged h3 { margin: 2.75rem 0 .6rem; }
.verdicts { max-width: 52rem; }
.verdicts li { padding: .55rem 0; border-top: 1px solid var(--line); font-variant-numeric: tabular-nums lining-nums; }
.verdicts b { margin-right: .5rem; }
pre { margin: 0 0 .8rem; font: .8125rem/1.6 ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace; }

.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1px; margin: 1.5rem 0; max-width: 56rem; background: var(--line); border: 1px solid var(--line); border-radius: .6rem; overflow: hidden; }
.figures div { background: var(--card); padding: 1rem 1.2rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.figures dt { font-size: .875rem; line-height: 1.35; color: var(--soft); }
.figures dd { font: 600 1.75rem/1.2 var(--serif); }
.matrix { max-width: 52rem; }
.matrix figcaption { font-weight: 600; margin-bottom: 1rem; }
.matrix .legend .swatch { width: 1rem; height: 1rem; border: 0; }
.pairs { display: block; width: 100%; height: auto; }
.pairs .ground { fill: var(--card); stroke: var(--line); stroke-width: .3; }
.pairs .rule { fill: none; stroke: var(--line); stroke-width: .15; }
.pairs text { fill: var(--soft); font-family: var(--sans); }
.pairs .before, .pairs .now, .pairs .again { fill: none; stroke-width: 1; }
.pairs .before { stroke: var(--met); } .pairs .now { stroke: var(--now); } .pairs .again { stroke: var(--again); }
rect.before { fill: var(--met); } rect.now { fill: var(--now); } rect.again { fill: var(--again); }

.days ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; font-size: .9375rem; }
.days a { display: block; padding: .3rem 0; text-decoration: none; }
.days a:hover { text-decoration: underline; text-decoration-color: var(--accent); }
.day { margin-top: 2.5rem; }
.day h3 { margin-bottom: .6rem; }
.day h3::first-letter { text-transform: uppercase; }
.grid { width: 100%; }
.grid th, .grid td { border-top: 1px solid var(--line); }
.grid thead th { border-top: 2px solid var(--accent); font-weight: 400; min-width: 11rem; }
.grid thead th:first-child { min-width: 7rem; width: 9rem; color: var(--soft); }
.grid thead .time { display: block; font-weight: 600; }
.grid thead .what { color: var(--soft); }
.grid tbody th[scope=row] { font-weight: 400; padding-left: 0; }
.map th[scope=row], .grid th[scope=row], .plain th[scope=row] { position: sticky; left: 0; background: var(--paper); }
.grid thead th:first-child, .grid .site th { padding-left: 0; }
.grid .site th { padding-top: 1rem; color: var(--accent); }
.entry + .entry { margin-top: .4rem; }
.entry .who { display: block; color: var(--soft); }
.entry.hearing .kind, .entry.presentation .kind { color: var(--accent); font-weight: 600; }
.juries, .guests { display: grid; gap: 1.5rem; margin-top: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); align-items: start; }
.jury h3, .guest h3 { font-size: 1.1rem; }
.guest h3 b { font-weight: 600; }
.jury header p, .guest header p { font-size: .9375rem; color: var(--soft); margin-top: .25rem; line-height: 1.45; }
.jury ol, .guest ul { margin-top: 1rem; }
.jury li, .guest li { padding: .6rem 0; border-top: 1px solid var(--line); font-size: .9375rem; line-height: 1.5; }
.jury ol { counter-reset: passage; }
.jury li { display: grid; grid-template-columns: 4.4rem minmax(0, 1fr); gap: 0 .6rem; align-items: baseline; }
.jury li small { grid-column: 2; line-height: 1.4; }
.guest .who { display: block; color: var(--soft); font-size: .875rem; }
.plain th, .plain td { border-top: 1px solid var(--line); padding: .45rem 1.2rem .45rem 0; }
.plain th[scope=row] { font-weight: 400; }
.plain thead th { vertical-align: bottom; color: var(--soft); max-width: 9rem; line-height: 1.3; }
.notes { max-width: 52rem; margin-top: 1.25rem; }
.notes div { display: grid; grid-template-columns: minmax(9rem, 16rem) minmax(0, 1fr); gap: 0 1.5rem; padding: .5rem 0; border-top: 1px solid var(--line); }
.notes dt { color: var(--soft); }
.notes dd { grid-column: 2; overflow-wrap: anywhere; font-variant-numeric: tabular-nums lining-nums; }
code { display: inline-block; margin-top: .5rem; padding: .5rem .9rem; background: var(--wash); border-radius: .35rem; font: .875rem ui-monospace, Menlo, Consolas, 'Liberation Mono', monospace; }
@media (max-width: 36rem) {
  .card, .guest, .jury { padding: 1.1rem; }
  .notes div { display: block; }
  .map th[scope=row] { min-width: 7rem; }
  .map thead th.n { min-width: 0; }
  .grid thead th { min-width: 8rem; }
  .grid thead th:first-child { min-width: 5.5rem; width: 5.5rem; }
  .few { table-layout: fixed; }
  .few thead th, .few thead th:first-child { min-width: 0; }
  .few th, .few td { padding-inline: .25rem; overflow-wrap: anywhere; }
  .few .time { white-space: normal; }
  .few .kind { display: block; }
}
`;
