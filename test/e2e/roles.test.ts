import { describe, expect, it } from 'vitest';
import { runCli, runWell } from './warm-cli.js';
import { copyFixture, edit, fixture } from './workspace.js';

const MODULE = fixture('roles');
/** The figures are of interest, not how good they are. */
const GROUPS = ['groups', '--effort', '0', '--starts', '2'];
const ROLES =
  'school=South=fair_share+at_least 2,internships=embassy=not_alone,internships=hospital=fair_share+at_most 2,language=together,speciality=distinct,grade=mean,age=spread';

describe('the module that uses every role', () => {
  it('is checked without a warning: what its roles ask together is weighed, and nothing opposes outright', async () => {
    const { stdout, stderr } = await runWell(['check', MODULE]);
    expect(stderr).not.toContain('warning');
    // Two historians for five groups: nothing to remark where nobody wants them in every group.
    expect(stderr).not.toContain('Fewer people');
    expect(stdout).toMatch(/embassy +\d+ +\d+ +6 +not_alone$/m);
    expect(stdout).toMatch(/grade +mean 12\.9 ± 2\.2 +30 +mean$/m);
  });

  it('has a line for each role, in words, and the same as JSON', async () => {
    const { stderr } = await runWell([...GROUPS, MODULE]);
    for (const role of ['at_least 2', 'not_alone', 'at_most 2', 'together', 'distinct', 'mean', 'spread'])
      expect(stderr).toContain(`  ${role} `);
    expect(stderr).toMatch(/German in \d groups?/);
    const { stdout } = await runWell([...GROUPS, MODULE, '--json']);
    const { roles } = JSON.parse(stdout) as { roles: readonly { role: string; value: number; bound: number }[] };
    expect(roles.map(({ role }) => role)).toEqual([
      'at_least',
      'not_alone',
      'at_most',
      'together',
      'distinct',
      'spread',
      'mean',
    ]);
    for (const { value, bound } of roles) expect(value).toBeGreaterThanOrEqual(bound);
  });

  it('gives the same groups where --roles says what its settings say, in any number of threads', async () => {
    const bare = await copyFixture('roles');
    await edit(`${bare}/module.toml`, (text) => text.replace(/\[roles\].*(?=\[rules\])/s, ''));
    const [settings, flag, none] = await Promise.all([
      runWell([...GROUPS, MODULE]),
      runWell([...GROUPS, bare, '--threads', '2', '--roles', ROLES]),
      runCli([...GROUPS, bare]),
    ]);
    expect(flag.stdout).toBe(settings.stdout);
    expect(none.stdout).not.toBe(settings.stdout);
  });

  it('is scored with the figures it was made with', async () => {
    const folder = await copyFixture('roles');
    const made = JSON.parse((await runWell([...GROUPS, folder, '--json'])).stdout) as { score: object; roles: object };
    await runWell([...GROUPS, folder, '--output', `${folder}/list.csv`]);
    const judged = JSON.parse((await runWell(['score', folder, '--groups', `${folder}/list.csv`, '--json'])).stdout);
    expect(judged).toMatchObject({ score: made.score, roles: made.roles });
  });

  it('warns by name where a rule opposes fair share, and says what to write', async () => {
    const folder = await copyFixture('roles');
    await edit(`${folder}/rules.csv`, (text) => `${text}not_alone,internships=hospital,,,Nobody alone\n`);
    const { stderr } = await runCli(['check', folder]);
    expect(stderr).toContain('warning: Nobody is to be alone with these values of');
    expect(stderr).toContain('(line 4 of the rules)');
    expect(stderr).toContain('Maybe "internships=hospital" = "not_alone" in [roles]');
    const french = await runCli(['check', folder, '--lang', 'fr']);
    expect(french.stderr).toContain('(ligne 4 des règles)');
  });
});

describe('--roles', () => {
  it('that is no list, or asks of an attribute without weight, is refused', async () => {
    const wrong = await runCli(['check', MODULE, '--roles', 'language']);
    expect(wrong.code).toBe(2);
    const unweighted = await runCli(['check', MODULE, '--balance', 'school=1', '--roles', 'language=together']);
    expect(unweighted.code).toBe(3);
    expect(unweighted.stderr).toContain('No weight is given to language');
  });
});
