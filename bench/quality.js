// How near the bound the mix comes, and in what time: the search alone, by cohort size, then whole shares, which are the hardest.
// The four attributes of bench/cohort.js at equal weights, in squared deviations from fair share; median of several seeds.
//
//   node bench/quality.js [SEEDS] [EFFORT]
import { formGroups, gapOf, readModule, toNumber } from '../dist/index.js';
import { cohortCsv, wholeSharesCsv } from './cohort.js';
import { describeMachine, median } from './machine.js';
import { sayVerdict } from './verdict.js';

const seeds = Number(process.argv[2] ?? 5);
const effort = Number(process.argv[3] ?? 2);
const usual = ['school', 'internships', 'region', 'gender'];
const cohort = (people, groups) => moduleOf([...cohortCsv(people)].join(''), usual, groups);
const whole = (levels, people, groups) =>
  moduleOf(
    wholeSharesCsv(levels, people),
    levels.map((_, index) => `a${index + 1}`),
    groups,
  );
const cases = [
  { name: '150 in 16', module: await cohort(150, 16), within: 0.2 },
  { name: '1,000 in 107', module: await cohort(1_000, 107), within: 0.1 },
  { name: '10,000 in 1,067', module: await cohort(10_000, 1_067), within: 0.3 },
  { name: 'whole: 9,9,9 over 16', module: await whole([9, 9, 9], 144, 16), below: 8 },
  { name: 'whole: 9,9,9 over 100', module: await whole([9, 9, 9], 900, 100), below: 68 },
  { name: 'whole: 8,4,2,2 over 1,000', module: await whole([8, 4, 2, 2], 8_000, 1_000), below: 60 },
];
/** Share above the bound that a cohort may keep. */
const MOST_GAP = 0.0005;

console.log(`${describeMachine()} · ${seeds} seeds · effort ${effort}`);
console.log(
  'case                        bound     median      worst   gap (worst)   optimal   search, median   slowest',
);
const verdicts = [];
for (const { name, module, within, below } of cases) {
  const runs = [];
  for (let seed = 0; seed < seeds; seed++) runs.push(await run(module, `seed ${seed}`));
  const worst = runs.reduce((a, b) => (a.value >= b.value ? a : b));
  const seconds = runs.map((each) => each.seconds);
  const gap = worst.gap === Infinity ? '–' : `${(100 * worst.gap).toFixed(3)} %`;
  console.log(
    [
      name.padEnd(25),
      worst.bound.toFixed(2).padStart(9),
      median(runs.map((each) => each.value))
        .toFixed(2)
        .padStart(10),
      worst.value.toFixed(2).padStart(10),
      gap.padStart(13),
      `${runs.filter((each) => each.gap === 0).length}/${seeds}`.padStart(9),
      `${median(seconds).toFixed(3)} s`.padStart(16),
      `${Math.max(...seconds).toFixed(3)} s`.padStart(9),
    ].join(' '),
  );
  const values = new Set(runs.map((each) => each.value));
  if (within !== undefined) {
    const isMet = worst.gap <= MOST_GAP && values.size === 1 && median(seconds) < within;
    const wanted = `${name} within ${100 * MOST_GAP} % of the bound in less than ${within} s, the same value every run`;
    verdicts.push([wanted, `${gap}, ${median(seconds).toFixed(3)} s, ${values.size} value(s)`, isMet]);
  } else {
    verdicts.push([
      `${name} less than ${below} squared units`,
      `${worst.value.toFixed(2)} at most`,
      worst.value < below,
    ]);
  }
}
for (const verdict of verdicts) sayVerdict(...verdict);

/** One search; preparation and judgement are not counted. */
async function run(module, seed) {
  let from = 0;
  let seconds = 0;
  const onStage = (stage) => {
    if (stage === 'search') from = performance.now();
    else if (stage === 'judge') seconds = (performance.now() - from) / 1000;
  };
  const result = await formGroups({ module, seed, search: { effort }, onStage });
  if (result.status !== 'formed') throw new Error(`${seed}: no groups`);
  const { total } = result.formed.certificate;
  return { value: toNumber(total.value), bound: toNumber(total.bound), gap: gapOf(total), seconds };
}

/** A module of one roster and so many groups, every attribute at weight 1. */
async function moduleOf(csv, attributes, groupCount) {
  const bytes = new TextEncoder().encode(csv);
  const balance = new Map(attributes.map((key) => [key, 1]));
  const overrides = { title: 'bench', rosters: [{ school: '', file: 'cohort.csv' }], groupCount, balance };
  const { module, diagnostics } = await readModule(async () => bytes, { folder: '', overrides });
  if (module === undefined) throw new Error(diagnostics.map(({ code }) => code).join(', '));
  return module;
}
