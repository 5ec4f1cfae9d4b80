// Times the commands that a person waits for, as whole processes on the shipped 2018 module: start to end, median of several
// runs after one that is not counted. Prints the machine and the versions, since seconds mean nothing without them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeMachine } from './machine.js';
import { sayVerdict } from './verdict.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'bin', 'brassage.js');
const module = join(root, 'fixtures', 'regards-croises-2018');
const runs = Number(process.argv[2] ?? 9);
const folder = mkdtempSync(join(tmpdir(), 'brassage-bench-'));

const jobs = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'brassage --help', args: [program, '--help'], wanted: 0.15 },
  { name: 'brassage check', args: [program, 'check', module, '--quiet'] },
  { name: 'brassage groups', args: [program, 'groups', module, '--quiet'], wanted: 0.6 },
  {
    name: 'brassage plan',
    args: [program, 'plan', module, '--quiet', '--force', '--out', join(folder, 'out')],
    wanted: 1.5,
  },
];

console.log(`${describeMachine()} · ${runs} runs`);
const verdicts = [];
try {
  for (const { name, args, wanted } of jobs) {
    const seconds = Array.from({ length: runs + 1 }, () => time(args))
      .slice(1)
      .sort((a, b) => a - b);
    const [least, median, most] = [seconds[0], seconds[runs >> 1], seconds[runs - 1]].map((value) => value.toFixed(3));
    console.log(`${name.padEnd(18)} median ${median} s   (${least} – ${most})`);
    if (wanted !== undefined)
      verdicts.push([`${name} in less than ${wanted} s`, `${median} s`, Number(median) < wanted]);
  }
  for (const verdict of verdicts) sayVerdict(...verdict);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function time(args) {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${args.join(' ')} exits ${status}: ${stderr.toString()}`);
  return (performance.now() - from) / 1000;
}
