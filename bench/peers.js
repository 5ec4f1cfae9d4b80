// Runs other tools on the same roster as ours, where the person has them, and says plainly which were not found. Nothing is
// installed. Score: squared deviations from fair share over four attributes at equal weights, 150 people in 16 groups.
//
//   GROUPENG='…' GROUPSELECT='…' node bench/peers.js
//
// anticlust is looked for in R. GroupEng and groupselect have no usual command line: give one each, in which {roster} stands for a
// CSV with a header, {groups} for the number of groups and {answer} for the CSV to write, with columns `id` and `group`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { cohortCsv } from './cohort.js';
import { describeMachine } from './machine.js';

const GROUPS = 16;
const ATTRIBUTES = ['school', 'internship', 'region', 'gender'];
const folder = mkdtempSync(join(tmpdir(), 'brassage-peers-'));
const roster = join(folder, 'roster.csv');
const answer = join(folder, 'groups.csv');
writeFileSync(roster, [...cohortCsv(150)].join(''));
const people = parse(readFileSync(roster), { columns: true });

const OURS = [
  fileURLToPath(new URL('../bin/brassage.js', import.meta.url)),
  'groups',
  ...`--count ${GROUPS} --balance school=1,internships=1,region=1,gender=1 --lang en --csv rfc4180 --quiet`.split(' '),
  '--roster',
  roster,
  '--output',
  answer,
];

/** Each writes one line `id,group` a person; `finds` tells whether the tool is there. */
const peers = [
  {
    name: 'brassage',
    finds: [process.execPath, ['--version']],
    runs: [process.execPath, OURS],
  },
  {
    name: 'anticlust (R), exchange',
    finds: ['Rscript', ['-e', 'library(anticlust)']],
    runs: [
      'Rscript',
      [
        '-e',
        `library(anticlust); d <- read.csv("${roster}", colClasses = "character"); ` +
          `f <- categories_to_binary(d[, c(${ATTRIBUTES.map((key) => `"${key}"`).join(', ')})]); set.seed(1); ` +
          `g <- anticlustering(f, K = ${GROUPS}, objective = "variance"); ` +
          `write.csv(data.frame(id = d$id, group = g), "${answer}", row.names = FALSE, quote = FALSE)`,
      ],
    ],
  },
  fromEnvironment('GroupEng', 'GROUPENG'),
  fromEnvironment('groupselect', 'GROUPSELECT'),
];

console.log(describeMachine());
try {
  for (const { name, finds, runs } of peers) {
    if (spawnSync(finds[0], finds[1], { stdio: 'ignore' }).status !== 0) {
      console.log(`${name.padEnd(26)} not found`);
      continue;
    }
    const from = performance.now();
    const { status, stderr } = spawnSync(runs[0], runs[1], { encoding: 'utf8' });
    const seconds = (performance.now() - from) / 1000;
    console.log(
      status === 0
        ? `${name.padEnd(26)} ${scoreOf(answer).toFixed(2)}   ${seconds.toFixed(2)} s, start to end`
        : `${name.padEnd(26)} failed: ${stderr.trim().split('\n').at(-1)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A tool whose command a variable gives; not found where it is not set. */
function fromEnvironment(name, variable) {
  const command = process.env[variable] ?? 'false';
  const filled = command
    .replaceAll('{roster}', roster)
    .replaceAll('{groups}', String(GROUPS))
    .replaceAll('{answer}', answer);
  return { name, finds: ['sh', ['-c', command === 'false' ? 'false' : 'true']], runs: ['sh', ['-c', filled]] };
}

function scoreOf(file) {
  const groupOf = new Map(parse(readFileSync(file), { columns: true, bom: true }).map(({ id, group }) => [id, group]));
  const sizes = new Map();
  for (const group of groupOf.values()) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  let score = 0;
  for (const key of ATTRIBUTES) {
    for (const level of new Set(people.map((person) => person[key]))) {
      const holders = people.filter((person) => person[key] === level);
      for (const [group, size] of sizes) {
        const count = holders.filter(({ id }) => groupOf.get(id) === group).length;
        score += (count - (holders.length * size) / people.length) * (count - (holders.length * size) / people.length);
      }
    }
  }
  return score;
}
