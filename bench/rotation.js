// Modules in which nobody meets again. Prints the repeated meetings of each plan, counted anew by the judge, beside the fewest
// that are possible by counting, and how long it takes: the median over several seeds, in a warm process.
//
//   node bench/rotation.js [SEEDS]
import { measureMeetings, planRotation, summariseMeetings } from '../dist/index.js';
import { describeMachine, median } from './machine.js';
import { sayVerdict } from './verdict.js';

const seeds = Number(process.argv[2] ?? 9);

/** As even as can be, the larger ones first. */
function evenSizes(people, groups) {
  return Int32Array.from({ length: groups }, (_, group) => Math.floor((people + groups - 1 - group) / groups));
}

/** As the judge sees it. */
function judge({ groupOf }) {
  const figures = measureMeetings(
    groupOf.map((groups) => ({ assignment: new Map([...groups].map((group, person) => [`P${person}`, `G${group}`])) })),
  );
  return { ...figures, ...summariseMeetings(figures) };
}

async function run({ people, groups, modules, schools, budget }) {
  const sizes = Array.from({ length: modules }, () => evenSizes(people, groups));
  const strata =
    schools === undefined ? [] : [Int32Array.from({ length: people }, (_, person) => (person < schools ? 0 : 1))];
  const plans = [];
  for (let seed = 0; seed < seeds; seed++) {
    const from = performance.now();
    const plan = await planRotation({ peopleCount: people, sizes, strata, seed: `bench ${seed}`, budget });
    plans.push({ plan, milliseconds: performance.now() - from, ...judge(plan) });
  }
  return plans;
}

/** `0`, or `0 – 16` where seeds differ. */
function range(numbers) {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return least === most ? `${least}` : `${least} – ${most}`;
}

console.log(`${describeMachine()} · ${seeds} seeds`);
const budget = { starts: 40, proposals: 300_000 };
const cases = [
  { name: '5-3-7 (Kirkman)', people: 15, groups: 5, modules: 7, most: 1_000 },
  { name: '16-9-4', people: 144, groups: 16, modules: 4, most: 1_000 },
  { name: '16-9-6', people: 144, groups: 16, modules: 6, most: 1_000 },
  { name: '150 people over 16 modules', people: 150, groups: 16, modules: 16, schools: 90, most: 1_000 },
  { name: '8-4-9', people: 32, groups: 8, modules: 9 },
  { name: '8-4-10', people: 32, groups: 8, modules: 10 },
];
await run({ ...cases[0], budget });
for (const { name, most, ...instance } of cases) {
  const plans = await run({ ...instance, budget });
  const times = plans.map(({ milliseconds }) => milliseconds);
  const repeats = plans.map((figures) => figures.repeats);
  const slowest = Math.max(...times);
  const seen = `${range(repeats)} in ${median(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)} – ${slowest.toFixed(0)}), by ${[...new Set(plans.map(({ plan }) => plan.origin))].join(' or ')}`;
  const isMet = repeats.every((count) => count === 0) && slowest < (most ?? Infinity);
  sayVerdict(`${name}: no repeats${most === undefined ? '' : ' in less than 1 s'}`, seen, isMet);
}

// No plan without repeats is known for these, or none can be: what is reached where arithmetic does not fit.
for (const [people, groups, modules] of [
  [150, 15, 4],
  [150, 15, 6],
  [150, 14, 6],
  [150, 12, 8],
]) {
  const [{ plan, milliseconds, repeats, least, most }] = await run({
    people,
    groups,
    modules,
    schools: 90,
    budget: { starts: 4, proposals: 300_000 },
  });
  console.log(
    `${people} people, ${groups} groups, ${modules} modules: ${repeats} repeats (no fewer than ${plan.bound}), ${least} to ${most} others met, ${(milliseconds / 1000).toFixed(1)} s`,
  );
}
