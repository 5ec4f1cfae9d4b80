// Runs the library's `optimise` on instances of the maximally diverse grouping problem.
//
//   node bench/mdgp.js FILE... [--seconds S] [--proposals N] [--seed TEXT] [--solution FILE]
//   node bench/mdgp.js --folder DIR [--seconds S,S…] [--seed TEXT] [--only TEXT]
//   MDGPLIB=DIR node bench/mdgp.js [--seconds S,S…]    the same; says so where neither names a folder
//
// One line a file: objective, proposals, CPU seconds of the search (reading the file is not counted, measuring the machine's pace
// is). `--seconds` is turned into a budget of proposals at the pace measured first; `--proposals` is the budget itself, and gives
// the same answer everywhere. A solution file has a line `# objective` and then one line `person group` each, both from 0.
// With a folder, every instance in it, and every header in its ds-headers.txt, is set beside the figures in mdgp-recorded.json.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { optimise } from '../dist/index.js';
import { MalformedInstance, readInstance } from './mdgp-instance.js';
import { sayVerdict } from './verdict.js';

/** Proposals of the first look at the machine's pace. */
const TRIAL = 3_000_000;
/** Shares of the time for further looks, by searches that are short but whole: code gets faster as it is used. */
const TRIALS = [0.04, 0.06];
/** Share of the time left over that is worth another search. */
const WORTHWHILE = 0.1;

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '10' },
    proposals: { type: 'string' },
    seed: { type: 'string', default: '1' },
    solution: { type: 'string' },
    folder: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const limits = options.seconds.split(',').map(Number);
const folder = options.folder ?? (files.length === 0 ? process.env.MDGPLIB : undefined);
const isUsable =
  limits.every((limit) => limit > 0) &&
  (folder === undefined ? files.length > 0 && limits.length === 1 : files.length === 0) &&
  (options.solution === undefined || files.length === 1);

if (process.argv.length === 2 && folder === undefined) {
  console.log('Dense distances: not compared. MDGPLIB=DIR names a folder of instances of the MDGPLIB.');
} else if (!isUsable) {
  console.error('usage: node bench/mdgp.js FILE... [--seconds S] [--proposals N] [--seed TEXT] [--solution FILE]');
  console.error('       node bench/mdgp.js --folder DIR [--seconds S,S…] [--seed TEXT] [--only TEXT]');
  process.exitCode = 2;
} else {
  try {
    if (folder === undefined) await runFiles();
    else await runFolder(folder);
  } catch (error) {
    if (!(error instanceof MalformedInstance) && error.code !== 'ENOENT') throw error;
    console.error(error.message);
    process.exitCode = 3;
  }
}

async function runFiles() {
  for (const file of files) {
    const instance = readInstance(readFileSync(file, 'utf8'), file);
    const { objective, proposals, seconds, groupOf } = await solve(instance, limits[0]);
    console.log(`${basename(file)} ${objective} · ${proposals} proposals · ${seconds.toFixed(2)} s CPU`);
    if (options.solution !== undefined)
      writeFileSync(
        options.solution,
        `# ${objective}\n${Array.from(groupOf, (group, p) => `${p} ${group}\n`).join('')}`,
      );
  }
}

async function runFolder(folder) {
  const recorded = JSON.parse(readFileSync(new URL('mdgp-recorded.json', import.meta.url), 'utf8')).instances;
  console.log(`Node ${process.version} · ${cpus().length} × ${cpus()[0].model.trim()} · seed ${options.seed}\n`);
  console.log('| instance | CPU s | brassage | TPSDP (recorded) | ahead % | published best | ahead % |');
  console.log('|---|---|---|---|---|---|---|');
  const ahead = (value, peer) => (peer === undefined ? '' : (((value - peer) / peer) * 100).toFixed(4));
  const leads = new Map(limits.map((limit) => [limit, []]));
  for (const { name, instance } of listInstances(folder).filter(({ name }) => name.includes(options.only))) {
    const record = recorded[name];
    for (const limit of limits) {
      const peer = record?.tpsdp[String(limit)];
      const { objective, seconds } = await solve(instance(), limit);
      const published = record?.published;
      if (peer !== undefined) leads.get(limit).push(((objective - peer) / peer) * 100);
      console.log(
        `| ${name} | ${seconds.toFixed(1)} | ${objective.toFixed(3)} | ${peer ?? ''} | ${ahead(objective, peer)} | ${published ?? ''} | ${ahead(objective, published)} |`,
      );
    }
  }
  console.log();
  for (const [limit, own] of leads) {
    if (own.length === 0) continue;
    const mean = own.reduce((sum, lead) => sum + lead, 0) / own.length;
    const worst = own.reduce((least, lead) => Math.min(least, lead));
    const behind = own.filter((lead) => lead < -0.1).length;
    const seen = `${mean.toFixed(3)} % ahead in the mean, ${worst.toFixed(3)} % at worst`;
    sayVerdict(
      `${limit} s of dense distances, better than TPSDP as recorded, none 0.1 % behind`,
      seen,
      mean > 0 && behind === 0,
    );
  }
}

/** The instances of a folder, and those that a header of other sizes makes of the same distances. */
function listInstances(folder) {
  const names = readdirSync(folder)
    .filter((name) => /_(ss|ds)_\d+\.txt$/.test(name))
    .sort();
  const plain = names.map((name) => ({
    name: name.slice(0, -'.txt'.length),
    instance: () => readInstance(readFileSync(join(folder, name), 'utf8'), name),
  }));
  const headers = readdirSync(folder).includes('ds-headers.txt')
    ? readFileSync(join(folder, 'ds-headers.txt'), 'utf8').split('\n')
    : [];
  const ranged = headers.flatMap((line) => {
    const [name, ...header] = line.trim().split(/\s+/);
    const source = `${name.replace('_ds_', '_ss_')}.txt`;
    if (!names.includes(source)) return [];
    return [
      { name, instance: () => readInstance(readFileSync(join(folder, source), 'utf8'), source, header.join(' ')) },
    ];
  });
  return [...plain, ...ranged];
}

/** The best of the searches that fit the time: one that takes most of it, and the short ones that measured the pace. */
async function solve({ people, sizes, distances }, limit) {
  const from = cpuSeconds();
  const spent = () => cpuSeconds() - from;
  const control = { cut: () => (spent() >= limit ? 'time-limit' : undefined) };
  const request = { distances, people, sizes, goal: 'maximise' };
  if (options.proposals !== undefined) {
    const found = await optimise({ ...request, seed: options.seed, proposals: Number(options.proposals) });
    return { ...found, seconds: spent() };
  }
  let best;
  let pace = 0;
  const search = async (proposals) => {
    const before = spent();
    const found = await optimise({
      ...request,
      seed: options.seed,
      proposals: Math.max(1, Math.floor(proposals)),
      control,
    });
    pace = found.proposals / (spent() - before);
    if (best === undefined || found.objective > best.objective) best = found;
  };
  await search(TRIAL);
  for (const share of TRIALS) await search(pace * limit * share);
  do await search(pace * (limit - spent()) * 0.98);
  while (limit - spent() > limit * WORTHWHILE);
  return { ...best, seconds: spent() };
}

function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
