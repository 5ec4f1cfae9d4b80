import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runShell, type Ended } from './run-cli.js';
import { findPages, readSteps, stepsOf } from './walkthrough.js';
import { runCli } from './warm-cli.js';
import { makeFolder } from './workspace.js';

describe('every page for users', async () => {
  it.each(await findPages())(
    '%s can be followed step by step, and prints what it shows',
    async (page) => {
      const cwd = await makeFolder();
      const env = page.endsWith('.fr.md') ? { LC_ALL: 'fr_FR.UTF-8' } : {};
      let printed: readonly string[] | 'unknown' = [];
      for (const step of await readSteps(page)) {
        if (step.kind === 'file') {
          await mkdir(dirname(join(cwd, step.path)), { recursive: true });
          await writeFile(join(cwd, step.path), step.content);
        } else if (step.kind === 'not-run') printed = 'unknown';
        else if (step.kind === 'run') {
          const { command } = step;
          const { code, stdout, stderr } = await runLine(command, cwd, env);
          expect({ command, code, stderr: code === step.exit ? '' : stderr }).toEqual({
            command,
            code: step.exit,
            stderr: '',
          });
          printed = `${stdout}\n${stderr}`.split(/\r?\n/);
        } else if (printed !== 'unknown') expectInOrder(printed, step.lines);
      }
    },
    120_000,
  );
});

describe('the commands of a page', () => {
  it('are run line by line, each with the exit code that is said of the last', () => {
    expect(stepsOf('<!-- exits 3 -->\n\n```sh\na --b   # why\n# how\nc "d"\n```\n\n```\nshown\n```\n')).toEqual([
      { kind: 'run', command: 'a --b', exit: 0 },
      { kind: 'run', command: 'c "d"', exit: 3 },
      { kind: 'shown', lines: ['shown'] },
    ]);
  });

  it('may be marked as not run, or stand aside; files are written', () => {
    const text =
      '<!-- not run: needs Slurm -->\n```bash\nsbatch x\n```\n<!-- do: mv a b -->\n<!-- file: m/a.csv -->\n```csv\nx;y\n```\n';
    expect(stepsOf(text)).toEqual([
      { kind: 'not-run' },
      { kind: 'run', command: 'mv a b', exit: 0 },
      { kind: 'file', path: 'm/a.csv', content: 'x;y\n' },
    ]);
  });

  it('are never passed over in silence', () => {
    expect(() => stepsOf('```bash\nsbatch x\n```\n')).toThrow('neither run');
  });
});

/** That lines are among those that were printed, in this order; where not, with what was. */
function expectInOrder(printed: readonly string[], lines: readonly string[]): void {
  let from = 0;
  for (const line of lines) {
    if (line === '…') continue;
    const at = printed.indexOf(line, from);
    if (at < 0) expect(printed.slice(from).join('\n')).toContain(line);
    expect(at, `"${line}" is not a whole line of what was printed`).toBeGreaterThanOrEqual(0);
    from = at + 1;
  }
}

/** Runs a line as a shell does; what is but the program and words with no meaning to a shell, without one. */
function runLine(line: string, cwd: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const [program, ...words] = line.trim().split(/ +/);
  if (program === 'brassage' && words.every((word) => /^[\w.,:+/=-]+$/.test(word))) return runCli(words, { cwd, env });
  return runShell(line.replaceAll(/\bbrassage (?=[a-z])/g, '$BRASSAGE '), {
    cwd,
    env: { ...env, FIXTURES: join(ROOT, 'fixtures') },
  });
}
