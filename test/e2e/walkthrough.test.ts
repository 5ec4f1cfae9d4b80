import { expect, it } from 'vitest';
import { runShell, type Ended } from './run-cli.js';
import { readSteps } from './walkthrough.js';
import { runCli } from './warm-cli.js';
import { makeFolder } from './workspace.js';

it.each(['timetable.md', 'year.md', 'rotation.md'])(
  'docs/%s can be followed step by step, and prints what it shows',
  async (page) => {
    const cwd = await makeFolder();
    let printed: readonly string[] = [];
    for (const step of await readSteps(page)) {
      if (step.kind === 'run') {
        const { command } = step;
        const { code, stdout, stderr } = await runLine(command, cwd);
        expect({ command, code, stderr: code === step.exit ? '' : stderr }).toEqual({
          command,
          code: step.exit,
          stderr: '',
        });
        printed = `${stdout}\n${stderr}`.split(/\r?\n/);
        continue;
      }
      let from = 0;
      for (const line of step.lines) {
        if (line === '…') continue;
        const at = printed.indexOf(line, from);
        if (at < 0) expect(printed.slice(from).join('\n')).toContain(line);
        from = at + 1;
      }
    }
  },
  120_000,
);

/** Runs a line as a shell does; what is but the program and words with no meaning to a shell, without one. */
function runLine(line: string, cwd: string): Promise<Ended> {
  const [program, ...words] = line.split(/ +/);
  if (program === 'brassage' && words.every((word) => /^[\w./=-]+$/.test(word))) return runCli(words, { cwd });
  return runShell(line.replaceAll(/\bbrassage (?=[a-z])/g, '$BRASSAGE '), { cwd });
}
