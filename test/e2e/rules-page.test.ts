import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { RULE_KINDS } from '../../src/domain/rule.js';
import { ROLE_KINDS } from '../../src/domain/role.js';
import { ROOT } from './run-cli.js';
import { runCli } from './warm-cli.js';
import { copyFixture, edit, fixture, textOf } from './workspace.js';

/** Lines of an example, what the page says of them, and the sentences that it shows. */
interface Example {
  readonly is: 'kept' | 'not kept' | 'impossible';
  readonly lines: string;
  readonly sentences: readonly string[];
}

const [RULES, ROLES] = (await textOf(ROOT, 'docs', 'rules.md')).split('\n## Roles\n');
const EXAMPLE =
  /(?:<!-- (?<is>not kept|impossible) -->\n\n)?```csv\n(?<lines>[^`]*)```(?:\n\n```text\n(?<text>[^`]*)```)?/g;
const EXAMPLES = [...RULES.matchAll(EXAMPLE)].map(({ groups = {} }): Example => ({
  is: (groups['is'] ?? 'kept') as Example['is'],
  lines: groups['lines'],
  sentences: (groups['text'] ?? '').split('\n').filter((line) => line !== ''),
}));
const examples = (is: Example['is']) => EXAMPLES.filter((example) => example.is === is);

/** The module of 2018 with these rules alone, and a way to run it beside it, so that files are named as on the page. */
async function withRules(lines: string) {
  const folder = await copyFixture('regards-croises-2018');
  await writeFile(join(folder, 'rules.csv'), `rule;who;value;weight;reason\n${lines}`);
  return (...args: readonly string[]) => runCli(args, { cwd: join(folder, '..') });
}

describe('the examples of docs/rules.md', () => {
  it('show every rule kept, hard and weighted', () => {
    const kept = examples('kept').map(({ lines }) => lines);
    expect(kept.map((lines) => lines.split(';')[0])).toEqual([...RULE_KINDS]);
    expect(kept.join('')).toMatch(/^\w+;[^;]*;[^;]*;\d+;/m);
  });

  it('can all be kept at once', async () => {
    const run = await withRules(
      examples('kept')
        .map(({ lines }) => lines)
        .join(''),
    );
    const { code, stderr } = await run('check', 'module');
    expect({ code, errors: stderr.match(/.*error: .*/g) }).toEqual({ code: 0, errors: null });
  });

  it('are broken by the published groups as is shown of each alone', async () => {
    const broken = examples('not kept');
    const run = await withRules(broken.map(({ lines }) => lines).join(''));
    const { code, stdout } = await run(
      'score',
      'module',
      '--groups',
      fixture('regards-croises-2018/expected/groups.csv'),
    );
    expect(code).toBe(5);
    const said = stdout.split('\n').map((line) => line.trim());
    for (const [at, { sentences }] of broken.entries()) {
      const found = said.filter((line) => new RegExp(`line ${at + 2}, \\w+: [\\d,]+ violation`).test(line));
      expect(found.map((line) => line.replace(`line ${at + 2},`, 'line 2,'))).toEqual(sentences);
    }
    expect(broken.map(({ lines }) => lines.split(';')[0])).toEqual([...RULE_KINDS]);
  });

  it.each(examples('impossible').map((example) => [example.lines.trim(), example] as const))(
    '%s: is impossible for the reason that is shown',
    async (_name, { lines, sentences }) => {
      const run = await withRules(lines);
      const { code, stderr } = await run('check', 'module');
      expect(code).toBe(4);
      expect(stderr.split('\n').filter((line) => line.includes('error: '))).toEqual(sentences);
    },
  );

  it('show every role, all of which can be asked at once', async () => {
    const settings = [...ROLES.matchAll(/```toml\n([^`]*)```/g)].map(([, line]) => line).join('');
    for (const role of ROLE_KINDS) expect(settings).toContain(`"${role}`);
    const folder = await copyFixture('roles');
    await edit(join(folder, 'module.toml'), (text) =>
      text.replace(/\n\[roles\]\n[\s\S]*?\n\[rules\]/, () => `\n[roles]\n${settings}\n[rules]`),
    );
    const { code, stderr } = await runCli(['check', folder]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stderr).not.toContain('warning');
  });
});
