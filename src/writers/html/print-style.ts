/** Looks on A4 paper, fit for black and white: each group on a sheet of its own, wide tables across. The title stands at the foot of each sheet. */
export function printStyle(title: string): string {
  return `
@page { size: A4; margin: 15mm 15mm 18mm; @bottom-left { content: ${cssString(title)}; font: 9pt sans-serif; } @bottom-right { content: counter(page) '\\00a0/\\00a0' counter(pages); font: 9pt sans-serif; } }
@page wide { size: A4 landscape; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #bbb; --firm: #666; --accent: #000; --wash: #fff; --found: #fff;
    --lo2: #a5c8e8; --lo1: #e2eef8; --hi1: #fbeedb; --hi2: #f3c483; --even: #f0efec; --met: #c4c4c4; --now: #6f6f6f; --again: #000;
  }
  html { scroll-behavior: auto; }
  body { display: block; max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.4; }
  .skip, .filter, .screen, .days { display: none !important; }
  p, li, dd { orphans: 3; widows: 3; }
  a { text-decoration: none; }
  .top { padding: 12mm 0 8mm; }
  .side { display: block; position: static; max-height: none; padding: 4mm 0 0; margin: 0; border: 0; }
  .toc ul { display: flex; flex-wrap: wrap; gap: 0 6mm; }
  .toc a { padding: 0; }
  .toc:has(li:only-child) { display: none; }
  .index { display: block; }
  .index > div { break-inside: avoid; }
  .index > div + div { margin-top: 5mm; }
  .index .name { font-size: 12pt; margin-bottom: 1mm; }
  .index ul { display: block; }
  .index li { display: grid; grid-template-columns: minmax(38mm, auto) minmax(0, 1fr) auto; gap: 0 4mm; align-items: baseline; padding: 1.5mm 0; border: 0; border-top: .5pt solid #bbb; border-radius: 0; font-size: 11pt; line-height: 1.3; }
  .index .about { display: block; }
  .index small { grid-column: 3; font-size: inherit; }
  .index.long { columns: 2; column-gap: 10mm; }
  .index.long li { grid-template-columns: minmax(0, 1fr) auto; font-size: 10pt; padding: 1.1mm 0; }
  .index.long small { grid-column: 2; grid-row: 1; }
  .index.long .about { grid-column: 1 / -1; font-size: 9pt; }
  .part { padding-top: 0; }
  .part > h2 { font-size: 20pt; }
  .groups > h2 { margin-top: 8mm; }
  .scroll { overflow: visible; }
  .edge::after { content: none !important; }
  .card, .guest, .jury { border: 0; border-radius: 0; padding: 0; box-shadow: none !important; }
  .cards { display: block; margin: 0; }
  .card { break-before: page; break-inside: avoid; }
  .card header { border-bottom: 2pt solid #000; padding-bottom: 4mm; }
  .card h3 { font-size: 40pt; line-height: 1.1; }
  .count { font-size: 14pt; }
  .theme { font-size: 16pt; margin-top: 2mm; }
  .strand { font-size: 13pt; }
  .members { margin-top: 2mm; }
  .members li { padding: 1.1mm 0; font-size: 14pt; line-height: 1.25; break-inside: avoid; }
  .many .members { columns: 2; column-gap: 8mm; }
  .many .members li { font-size: 11pt; }
  .members .school { font-size: inherit; max-width: none; }
  .members .held { display: none; }
  .members .found { margin: 0; padding-inline: 0; }
  .members .found .name::before { content: none; }
  .agenda { margin-top: 5mm; break-inside: avoid; }
  .agenda::details-content { content-visibility: visible; display: block; height: auto; overflow: visible; }
  .agenda summary { list-style: none; padding: 0; font-size: 11pt; }
  .agenda table { font-size: 9pt; line-height: 1.25; }
  .agenda td:last-child { white-space: nowrap; }
  .agenda th, .agenda td { padding: .55mm 3mm .55mm 0; }
  .agenda td:first-child .time { display: inline; }
  .agenda small { display: inline; font-size: inherit; }
  .mix, .wide { page: wide; }
  .part + .part { break-before: page; }
  .fairness + .provenance { break-before: auto; margin-top: 12mm; }
  .attribute, .jury, .guest, .judged, .verdicts li, tr { break-inside: avoid; }
  h2, h3, .intro, .legend, .worth { break-after: avoid; }
  table { font-size: 8.5pt; }
  thead { display: table-header-group; }
  .map th[scope=row], .grid th[scope=row], .plain th[scope=row] { position: static; }
  th, td { padding: 1mm 2mm; }
  .plain th, .plain td { padding: .7mm 4mm .7mm 0; }
  .map th, .map td { padding: .8mm 1mm; }
  .map td { border: .5pt solid #bbb; }
  .map td.na { border-style: dashed; }
  .map td.lo2, .map td.hi2 { border: 1.2pt solid #000; }
  .attribute { margin-top: 7mm; }
  .day { margin-top: 6mm; break-inside: avoid; }
  .grid thead th { min-width: 0; }
  .juries, .guests { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm 10mm; }
  .jury li, .guest li { font-size: 9.5pt; padding: 1.2mm 0; }
  .notes { margin-top: 4mm; }
  .notes div { padding: 1mm 0; }
  .part > h3, .judged h3 { margin-top: 7mm; }
  .matrix { max-width: 172mm; }
  .pairs, .swatch, .bar, .map td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
}

/** Any text as a CSS string (CSS Syntax Level 3, 4.3.7): all but letters and digits of ASCII by their code points, so that nothing in it can end the string or the style. */
function cssString(text: string): string {
  const escaped = Array.from(text, (character) =>
    /[a-zA-Z0-9]/.test(character) ? character : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}
