// How time and memory of every command grow: each as a process of its own, over people by powers of ten and over what else a module can have
// many of. Prints seconds of the
// processor (others may use the machine too), peak memory and the exponent between neighbouring sizes (1: twice as many take twice as long; start-up of about a
// tenth of a second is taken off first), and a verdict on each: missed where an exponent is above 1.3 and the larger run takes more than a
// second. What a command refuses counts with its exit code; a run that takes longer than the limit is stopped, and larger ones left out.
//
//   node bench/commands.js [LARGEST] [--only TEXT] [--limit SECONDS]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describeMachine } from './machine.js';
import { GROUP_SIZE, writeModule } from './sized-module.js';
import { sayVerdict } from './verdict.js';

const { values, positionals } = parseArgs({
  options: { only: { type: 'string', default: '' }, limit: { type: 'string', default: '120' } },
  allowPositionals: true,
});
const largest = Number(positionals[0] ?? 100_000);
const limit = Number(values.limit);
const MOST_EXPONENT = 1.3;
const HURTS = 1;

const program = fileURLToPath(new URL('../bin/brassage.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'brassage-commands-'));
const usageFile = join(folder, 'usage.json');
const sayUsage = `data:text/javascript,${encodeURIComponent(
  `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${JSON.stringify(usageFile)}, JSON.stringify(process.resourceUsage())));`,
)}`;

const powers = (from, to) => Array.from({ length: Math.log10(to / from) + 1 }, (_, power) => from * 10 ** power);
const people = (to) => ({
  what: 'people',
  sizes: powers(1_000, Math.min(to, largest)),
  module: (size) => ({ people: size }),
});
const groups = (size) => Math.round(size / GROUP_SIZE);
const withTimetable = (size) => ({
  people: size,
  sessions: 12,
  rooms: Math.ceil(groups(size) * 1.2) + 1,
  witnesses: Math.ceil(groups(size) / 3) + 1,
});
const million = people(1_000_000);
const inGroups = (args) => ['groups', ...args, '--output', 'list.csv', '--force'];
const planned = (args) => ['plan', ...args, '--out', 'out', '--force'];

const COHORT = { people: 900 };
const of = (what, sizes, module) => ({ what, sizes: sizes.filter((size) => size <= largest), module });
const levels = of('levels', powers(100, 100_000), (size) => ({ people: Math.max(900, size), levels: size }));
const rules = of('rules', powers(100, 10_000), (size) => ({ people: 9_000, rules: size }));
const history = of('earlier modules', powers(1, 100), (size) => ({ ...COHORT, history: size }));
const wishes = of('themes to wish for', powers(10, 1_000), (size) => ({ people: 9_000, wishes: size }));
const sessions = of('sessions', powers(10, 10_000), (size) => ({ ...withTimetable(90), sessions: size }));
const rooms = of('rooms', powers(10, 10_000), (size) => ({ ...withTimetable(90), rooms: size + 4 }));
const witnesses = of('witnesses', powers(10, 10_000), (size) => ({ ...withTimetable(90), witnesses: size }));
const rotated = of('people', [1_000, 10_000, 100_000, 250_000], (size) => ({ people: size }));
const timetabled = of('people', [100, 300, 1_000, 3_000, 10_000], withTimetable);

/** What is run over what, and what has to be run before it. */
const SUBJECTS = [
  { over: million, name: 'check', args: ['check', '.'] },
  { over: million, name: 'groups', args: inGroups(['.']) },
  { over: million, name: 'plan', args: planned(['.']) },
  { over: million, name: 'init --from', args: ['init', 'new', '--from', 'roster.csv', '--dry-run'] },
  { over: million, name: 'score', args: ['score', '.', '--groups', 'groups.csv'] },
  { over: million, name: 'score, people missing', args: ['score', '.', '--groups', 'incomplete.csv'] },
  { over: million, name: 'compare', args: ['compare', 'groups.csv', 'other.csv', '.'] },
  { over: million, name: 'compare, groups renamed', args: ['compare', 'groups.csv', 'renamed.csv', '.'] },
  {
    over: million,
    name: 'repair',
    args: ['repair', '.', '--keep', 'incomplete.csv', '--out', 'repaired', '--force'],
  },
  { over: rotated, name: 'rotate', args: ['rotate', '.', '--modules', '4', '--out', 'rotation', '--force'] },
  { over: million, name: 'verify', args: ['verify', 'out', '.'], before: planned(['.']) },
  {
    over: timetabled,
    name: 'timetable',
    args: ['timetable', '.', '--groups', 'groups.csv', '--output', 'table.csv', '--force'],
  },
  { over: timetabled, name: 'plan with a timetable', args: planned(['.']) },
  { over: levels, name: 'check', args: ['check', '.'] },
  { over: levels, name: 'groups', args: inGroups(['.']) },
  { over: levels, name: 'plan', args: planned(['.']) },
  { over: rules, name: 'check', args: ['check', '.'] },
  { over: rules, name: 'groups', args: inGroups(['.']) },
  { over: history, name: 'groups', args: inGroups(['.']) },
  { over: wishes, name: 'groups', args: inGroups(['.']) },
  { over: sessions, name: 'check', args: ['check', '.'] },
  { over: sessions, name: 'plan', args: planned(['.']) },
  { over: rooms, name: 'plan', args: planned(['.']) },
  { over: witnesses, name: 'plan', args: planned(['.']) },
].filter(({ over, name }) => `${name} over ${over.what}`.includes(values.only));

console.log(`${describeMachine()} · up to ${largest.toLocaleString('en')} · at most ${limit} s a run`);
try {
  const start = run(folder, ['--version']).seconds;
  for (const { over, name, args, before } of SUBJECTS) {
    const { what, sizes, module } = over;
    const exponents = [];
    let last;
    for (const size of sizes) {
      const own = join(folder, 'module');
      writeModule(own, module(size));
      if (before !== undefined) run(own, before);
      const { seconds, megabytes, status } = run(own, args);
      rmSync(own, { recursive: true, force: true });
      const needed = Math.max(seconds - start, 0.001);
      const exponent = last === undefined ? undefined : Math.log(needed / last.needed) / Math.log(size / last.size);
      if (exponent !== undefined && seconds > HURTS) exponents.push(exponent);
      console.log(
        [
          `${name} over ${what}`.padEnd(34),
          size.toLocaleString('en').padStart(9),
          (status === null ? `> ${limit} s` : `${seconds.toFixed(2)} s`).padStart(10),
          `${megabytes} MB`.padStart(8),
          (exponent === undefined ? '' : `^ ${exponent.toFixed(2)}`).padStart(7),
          status === 0 ? '' : status === null ? ' stopped' : ` exit ${status}`,
        ].join(' '),
      );
      last = { size, needed };
      if (status === null) break;
    }
    const worst = Math.max(0, ...exponents);
    sayVerdict(
      `${name} grows no faster than ${what} ^ ${MOST_EXPONENT}`,
      worst === 0 ? 'never more than a second' : `^ ${worst.toFixed(2)}`,
      worst <= MOST_EXPONENT,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Seconds of the processor, in all threads, and the most memory held at once; nothing of a run that was stopped. */
function run(cwd, args) {
  const { status } = spawnSync(process.execPath, ['--import', sayUsage, program, ...args, '--lang', 'en'], {
    cwd,
    stdio: 'ignore',
    timeout: limit * 1000,
    killSignal: 'SIGKILL',
  });
  if (status === null) return { status, seconds: limit, megabytes: '?' };
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usageFile, 'utf8'));
  return { status, seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: Math.round(maxRSS / 1024) };
}
