// Groups repaired when people have come and gone and attributes have changed so that hard rules are broken: how many have to move, whether
// that is proved, how near the bound of these sizes the mix comes, and how long it takes, for the fewest moves alone and compared
// with more: on a machine that others use too the time of the processor says more than that of the clock.
//
//   node bench/repair.js [LARGEST] [ROUNDS]
import { formGroups, readModule, toNumber } from '../dist/index.js';
import { repairGroups } from '../dist/engine/repair/repair-groups.js';
import { cohortCsv } from './cohort.js';
import { describeMachine } from './machine.js';
import { sayVerdict } from './verdict.js';

const largest = Number(process.argv[2] ?? 100_000);
const rounds = process.argv[3] === undefined ? undefined : Number(process.argv[3]);
const cases = [
  { people: 150, groups: 16, left: 2, arrived: 1, broken: 0, alone: 0.5, compared: 2 },
  { people: 150, groups: 16, left: 2, arrived: 1, broken: 2, alone: 0.5, compared: 2 },
  { people: 1_000, groups: 100, left: 3, arrived: 2, broken: 3, alone: 5, compared: 5 },
  { people: 10_000, groups: 1_000, left: 30, arrived: 20, broken: 10, alone: 20, compared: 20 },
  { people: 100_000, groups: 10_000, left: 300, arrived: 200, broken: 30, alone: 60, compared: 60 },
].filter(({ people }) => people <= largest);
const RULES = ['at_least,school=INET,2', 'at_most,internships=préfecture,5', 'not_alone,gender=F,'];

console.log(describeMachine());
console.log(
  '  people  groups  sizes  rules broken   search        moves   proved   value    bound     gap    pieces     time  processor  longest piece',
);
const verdicts = [];
for (const { people, groups, left, arrived, broken, alone, compared } of cases) {
  const before = await planOf(people, groups, arrived);
  for (const slack of [1, 0]) {
    const request = await changedAfter(before, { left, broken, slack });
    for (const isCompared of [false, true]) {
      const from = performance.now();
      const used = process.cpuUsage();
      let last = from;
      let longest = 0;
      const pause = async () => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      };
      const result = await repairGroups({
        ...request,
        isCompared,
        ...(rounds === undefined ? {} : { rounds }),
        control: { pause },
      });
      const seconds = (performance.now() - from) / 1000;
      const { user, system } = process.cpuUsage(used);
      const computed = (user + system) / 1e6;
      const words = isCompared ? 'compared' : 'fewest alone';
      const name = `${people.toLocaleString('en')} in ${groups.toLocaleString('en')}, ${broken} rules broken, ${words}`;
      const limit = isCompared ? compared : alone;
      verdicts.push([
        `${name}: in less than ${limit} s of processor time`,
        `${computed.toFixed(2)} s`,
        computed < limit,
      ]);
      const repaired = result.status === 'repaired' ? result.steps.at(-1) : undefined;
      const value = repaired === undefined ? NaN : toNumber(repaired.value);
      const bound = repaired === undefined ? NaN : toNumber(repaired.bound);
      console.log(
        [
          people.toLocaleString('en').padStart(8),
          groups.toLocaleString('en').padStart(7),
          (slack === 0 ? 'even' : '± 1').padStart(6),
          String(broken).padStart(13),
          words.padStart(14),
          (result.status === 'repaired' ? result.steps.map(({ moves }) => moves).join(' ') : result.status).padStart(
            10,
          ),
          (result.isProved === true ? 'yes' : 'no').padStart(8),
          value.toFixed(2).padStart(9),
          bound.toFixed(2).padStart(9),
          `${(100 * (value / bound - 1)).toFixed(2)} %`.padStart(8),
          String(result.pieces ?? '').padStart(7),
          `${seconds.toFixed(2)} s`.padStart(9),
          `${computed.toFixed(2)} s`.padStart(10),
          `${longest.toFixed(0)} ms`.padStart(9),
        ].join(' '),
      );
    }
  }
}
for (const verdict of verdicts) sayVerdict(...verdict);

function idOf(row) {
  return row.slice(0, row.indexOf(','));
}

/** Groups of the people but for those who arrive later. */
async function planOf(people, groups, arrived) {
  const [header, ...rows] = [...cohortCsv(people + arrived)].join('').trimEnd().split('\n');
  const present = rows.slice(0, people);
  const module = await moduleOf([header, ...present], groups, []);
  const formed = await formGroups({ module, seed: 'before', search: { effort: people > 5_000 ? 0 : 1 } });
  if (formed.status !== 'formed') throw new Error(`${people}: ${formed.status}`);
  const { assignment } = formed.formed.grouping;
  const labelOf = new Map(module.cohort.participants.map(({ key, id }) => [id, assignment.get(key)]));
  return { header, rows, groups, labelOf };
}

/** The same groups when people have left, others arrived, and some of those who stay have changed schools, so that their groups have too few of one. */
async function changedAfter({ header, rows, groups, labelOf }, { left, broken, slack }) {
  const stride = Math.floor(rows.length / (left + 1));
  const gone = new Set(Array.from({ length: left }, (_, index) => rows[stride * (index + 1)]));
  const labels = [...new Set(labelOf.values())].sort((a, b) => (a < b ? -1 : 1));
  const hit = new Set(
    labels.filter((_, index) => index % Math.ceil(labels.length / Math.max(1, broken)) === 0).slice(0, broken),
  );
  const kept = new Map();
  const now = rows
    .filter((row) => !gone.has(row))
    .map((row) => {
      const label = labelOf.get(idOf(row));
      if (!hit.has(label) || !row.includes(',INET,')) return row;
      const count = kept.get(label) ?? 0;
      kept.set(label, count + 1);
      return count === 0 ? row : row.replace(',INET,', ',ENA,');
    });
  // Two people of the first group that nothing else is amiss in have to be kept apart from now on.
  const whole = labels.find((label) => !hit.has(label));
  const pair = now.map(idOf).filter((id) => labelOf.get(id) === whole);
  const rules = broken === 0 ? [] : [`apart,${pair[0]}|${pair[1]},`];
  const module = await moduleOf([header, ...now], groups, rules);
  const even = now.length / groups;
  const order = new Map(labels.map((label, group) => [label, group]));
  const homeOf = Int32Array.from(module.cohort.participants, ({ id }) => order.get(labelOf.get(id)) ?? -1);
  return {
    module,
    home: {
      homeOf,
      least: new Int32Array(groups).fill(Math.floor(even) - slack),
      most: new Int32Array(groups).fill(Math.ceil(even) + slack),
    },
    seed: 'bench',
  };
}

/** A module of one roster and the rules of this bench, every attribute at weight 1. */
async function moduleOf(lines, groupCount, rules) {
  const rows = lines.slice(1);
  const files = new Map([
    ['cohort.csv', `${lines.join('\n')}\n`],
    [
      'rules.csv',
      `rule,who,value\n${[`together,${idOf(rows[0])}|${idOf(rows[1])},`, ...RULES, ...rules].join('\n')}\n`,
    ],
  ]);
  const source = async (name) => new TextEncoder().encode(files.get(name));
  const balance = new Map(['school', 'internships', 'region', 'gender'].map((key) => [key, 1]));
  const rosters = [{ school: '', file: 'cohort.csv' }];
  const overrides = { title: 'bench', rosters, rulesFile: 'rules.csv', groupCount, balance };
  const { module, diagnostics } = await readModule(source, { folder: '', overrides });
  if (module === undefined) throw new Error(diagnostics.map(({ code }) => code).join(', '));
  return module;
}
