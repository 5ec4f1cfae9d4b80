import { expect, it } from 'vitest';
import { runShell } from './run-cli.js';
import { readSteps } from './walkthrough.js';
import { makeFolder } from './workspace.js';

it.each(['timetable.md', 'year.md'])(
  'docs/%s can be followed step by step, and prints what it shows',
  async (page) => {
    const cwd = await makeFolder();
    let printed: readonly string[] = [];
    for (const step of await readSteps(page)) {
      if (step.kind === 'run') {
        const command = step.command.replaceAll(/\bbrassage (?=[a-z])/g, '$BRASSAGE ');
        const { code, stdout, stderr } = await runShell(command, { cwd });
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
