// How time grows with people: `groups` from CSV to CSV as a process, groups of 8, four attributes, beside what csv-parse alone
// takes to read the same file. Prints the stages that `--verbose` tells, peak memory, and the exponent of the search fitted over
// the sizes from 10,000 on (least squares of logarithms). The ratio to csv-parse at a million people is the median of three runs.
//
//   node bench/scale.js [LARGEST]
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';
import { cohortCsv } from './cohort.js';
import { describeMachine } from './machine.js';
import { sayVerdict } from './verdict.js';

const program = fileURLToPath(new URL('../bin/brassage.js', import.meta.url));
const largest = Number(process.argv[2] ?? 1_000_000);
const sizes = [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= largest);
const folder = mkdtempSync(join(tmpdir(), 'brassage-scale-'));

console.log(describeMachine());
console.log(
  '   people   reading  preparation    search  judgement   writing     whole   memory  csv-parse (stream, sync)  ratio',
);
const searches = [];
const verdicts = [];
try {
  for (const people of sizes) {
    const roster = join(folder, `${people}.csv`);
    writeCohort(roster, people);
    const runs = [];
    for (let count = 0; count < (people === 1_000_000 ? 3 : 1); count++)
      runs.push({ ...run(roster), parsed: [await streamCsv(roster), readCsv(roster)] });
    runs.sort((a, b) => ratioOf(a) - ratioOf(b));
    const median = runs[runs.length >> 1];
    const { stages, seconds, memory, isOptimal, parsed } = median;
    if (people === 1_000_000) {
      const ratio = ratioOf(median);
      verdicts.push(
        ['a million people optimal (proved)', isOptimal ? 'proved' : 'not proved', isOptimal],
        ['their search in less than 5 s', `${stages.search.toFixed(1)} s`, stages.search < 5],
        [
          'from CSV to CSV in twice the time of csv-parse, its faster way',
          `${ratio.toFixed(2)} times (${runs.map((one) => ratioOf(one).toFixed(2)).join(', ')})`,
          ratio <= 2,
        ],
        ['in less than 2 GiB', memory, Number(memory.replace(/[^\d]/g, '')) < 2_048],
      );
    }
    if (people >= 10_000) searches.push([people, stages.search]);
    const cells = [
      people.toLocaleString('en').padStart(9),
      ...['reading', 'preparation', 'search', 'judgement', 'writing'].map((name) =>
        `${stages[name].toFixed(3)} s`.padStart(9),
      ),
      `${seconds.toFixed(2)} s`.padStart(9),
      memory.padStart(9),
      `${parsed.map((value) => value.toFixed(2)).join(' s, ')} s`.padStart(16),
      parsed
        .map((value) => (seconds / value).toFixed(1))
        .join(', ')
        .padStart(18),
      isOptimal ? 'optimal (proved)' : 'not proved',
    ];
    console.log(cells.join(' '));
  }
  if (searches.length > 1) {
    const exponent = exponentOf(searches);
    verdicts.push(['search grows no faster than people ^ 1.1', `people ^ ${exponent.toFixed(2)}`, exponent <= 1.1]);
  }
  for (const verdict of verdicts) sayVerdict(...verdict);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** To the faster of the two ways in which csv-parse reads the file. */
function ratioOf({ seconds, parsed }) {
  return seconds / Math.min(...parsed);
}

function writeCohort(file, people) {
  const handle = openSync(file, 'w');
  for (const text of cohortCsv(people)) writeSync(handle, text);
  closeSync(handle);
}

function run(roster) {
  const balance = 'school=1,internships=1,region=1,gender=1';
  const args = [
    program,
    'groups',
    '--roster',
    roster,
    '--size',
    '8',
    '--balance',
    balance,
    '--lang',
    'en',
    '--verbose',
  ];
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...args, '--output', join(folder, 'groups.csv'), '--force'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`exit ${status}: ${stderr.slice(-2_000)}`);
  const seconds = (performance.now() - from) / 1000;
  const rows = [...stderr.matchAll(/^(\w+) +([\d.,]+) s +([\d.,]+ \w+)$/gm)];
  const stages = Object.fromEntries(rows.map(([, name, time]) => [name, Number(time.replace(',', ''))]));
  return { stages, seconds, memory: rows.at(-1)[3], isOptimal: /Score .* optimal \(proved\)/.test(stderr) };
}

async function streamCsv(file) {
  const from = performance.now();
  const records = createReadStream(file).pipe(parse());
  records.resume();
  await once(records, 'end');
  return (performance.now() - from) / 1000;
}

function readCsv(file) {
  const from = performance.now();
  parseWhole(readFileSync(file));
  return (performance.now() - from) / 1000;
}

function exponentOf(points) {
  const logs = points.map(([people, seconds]) => [Math.log(people), Math.log(seconds)]);
  const mean = (index) => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return over / logs.reduce((sum, [a]) => sum + (a - x) * (a - x), 0);
}
