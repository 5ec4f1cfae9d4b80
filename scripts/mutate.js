// Changes the sources in small ways and counts the changes that tests notice, part by part (mutation/parts.json). Reports of what was
// not noticed: reports/mutation/PART.html.
//
//   npm run mutate                             every part, then the table of docs/reliability.md
//   npm run mutate -- terms repair             these parts alone
//   npm run mutate -- --vitest terms           by Vitest's own runner, much slower: to compare
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const PARTS = JSON.parse(readFileSync('scripts/mutation/parts.json', 'utf8'));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { vitest: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => PARTS.every((part) => part.name !== name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Parts: ${PARTS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const wanted = positionals.length > 0 ? PARTS.filter(({ name }) => positionals.includes(name)) : PARTS;
const rows = [];
for (const part of wanted) {
  const { noticed, count } = await measure(part);
  const score = `${((100 * noticed) / count).toFixed(1)} % of ${count.toLocaleString('en')}`;
  rows.push(`| ${part.what} | \`npm run mutate -- ${part.name}\` | ${score} |`);
  console.log(`${part.name}: ${noticed} of ${count} noticed\n`);
}
console.log(rows.join('\n'));

async function measure({ name, sources, tests, runs = 1, without = [] }) {
  process.env.BRASSAGE_RUNS = String(runs);
  const mutants = await new Stryker({
    ...(values.vitest
      ? {}
      : {
          testRunner: 'resident',
          plugins: [fileURLToPath(new URL('mutation/resident-runner.js', import.meta.url))],
          resident: { without },
        }),
    mutate: sources,
    testFiles: tests,
    htmlReporter: { fileName: `reports/mutation/${name}.html` },
    jsonReporter: { fileName: `reports/mutation/${name}.json` },
  }).runMutationTest();
  const having = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  const noticed = having('Killed', 'Timeout');
  return { noticed, count: noticed + having('Survived', 'NoCoverage') };
}
