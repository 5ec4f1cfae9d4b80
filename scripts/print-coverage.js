// Prints what `vitest run --coverage` measured, a row per folder of src, instead of one per file.
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { total, ...files } = JSON.parse(
  readFileSync(new URL('../coverage/coverage-summary.json', import.meta.url), 'utf8'),
);
const KINDS = ['lines', 'branches'];

/** By folder: number of files, and for each kind how many there are and how many a test reached. */
const folders = new Map();
for (const [path, measured] of Object.entries(files)) {
  const parts = relative(ROOT, path).split(sep);
  const name = parts.length > 2 ? parts.slice(0, 2).join('/') : parts[0];
  const own = folders.get(name) ?? { files: 0, lines: { total: 0, covered: 0 }, branches: { total: 0, covered: 0 } };
  own.files++;
  for (const kind of KINDS) {
    own[kind].total += measured[kind].total;
    own[kind].covered += measured[kind].covered;
  }
  folders.set(name, own);
}

const percent = ({ covered, total }) => `${(total === 0 ? 100 : (100 * covered) / total).toFixed(1)} %`;
const row = (name, own) => [name, String(own.files), percent(own.lines), percent(own.branches)];
const rows = [
  ['folder', 'files', ...KINDS],
  ...[...folders].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, own]) => row(name, own)),
  row('all', { ...total, files: Object.keys(files).length }),
];
const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
for (const cells of rows)
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
