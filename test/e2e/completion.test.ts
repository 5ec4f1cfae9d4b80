import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE_ENVIRONMENT, ROOT } from './run-cli.js';
import { runCli, runWell } from './warm-cli.js';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

const isHere = (shell: Shell) => spawnSync(shell, ['--version']).error === undefined;
const scripts: Partial<Record<Shell, string>> = {};

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brassage-test-'));
  for (const shell of SHELLS) {
    const script = join(folder, `brassage.${shell}`);
    await writeFile(script, (await runWell(['completion', shell])).stdout);
    scripts[shell] = script;
  }
  await writeFile(join(folder, 'setup.zsh'), zshSetup(scripts.zsh ?? ''));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function run(shell: Shell, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(shell, args, { cwd: ROOT, env: BASE_ENVIRONMENT, encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout;
}

/** What a shell offers at the end of a line, sorted. */
const OFFERS: Readonly<Record<Shell, (line: string) => readonly string[]>> = {
  bash: (line) => {
    // As readline does, `=` is a word.
    const words = line.split(/ |(?==)|(?<==)/).map((word) => `'${word}'`);
    const program = `source ${scripts.bash}; COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _brassage; printf '%s\n' "\${COMPREPLY[@]}"`;
    return run('bash', ['--norc', '--noprofile', '-c', program]).split('\n').filter(Boolean).sort();
  },
  fish: (line) =>
    run('fish', ['--no-config', '-c', `source ${scripts.fish}; complete -C '${line}'`])
      .split('\n')
      .filter(Boolean)
      .map((offer) => offer.split('\t')[0].replace(/^--lang=/, ''))
      .sort(),
  zsh: (line) => {
    // Completion is a matter of the line editor: it runs in a terminal, and tells what it finds between two marks.
    const shown = run('zsh', ['-f', '-c', ZSH_TERMINAL, 'zsh', join(folder, 'setup.zsh'), line]);
    return [...new Set([...shown.matchAll(/<FOUND>(\S+)/g)].map(([, word]) => word))].sort();
  },
};

/** Types `$2` and a tab into a zsh in a terminal of its own, which has read `$1`. */
const ZSH_TERMINAL = String.raw`
  zmodload zsh/zpty
  zpty shell zsh -f -i
  zpty -w shell "source $1"
  zpty -r -m shell shown '*<READY>*' || exit 3
  zpty -w -n shell "$2"$'\t'
  zpty -r -m shell shown '*<MARK>*<MARK>*' || exit 4
  zpty -d shell
  print -r -- $shown`;

/** Has every candidate printed instead of offered. */
const zshSetup = (script: string) => `
  PROMPT=
  autoload -Uz compinit; compinit -u -D
  source ${script}
  bindkey '^I' complete-word
  mark() { print -r -- '<MARK>' }
  compprefuncs=(mark)
  comppostfuncs=(mark exit)
  compadd() {
    if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
    typeset -a found
    builtin compadd -A found "$@"
    print -rl -- \${found/#/<FOUND>}
  }
  print '<''READY>'
`;

const CASES: readonly (readonly [line: string, ...offered: readonly string[]])[] = [
  ['brassage pl', 'plan'],
  ['brassage plan --ef', '--effort'],
  ['brassage plan --lang ', 'en', 'fr'],
  ['brassage plan --lang=f', 'fr'],
  ['brassage --lang fr ver', 'verify'],
  ['brassage groups --csv r', 'rfc4180'],
  ['brassage plan --effort ', '0', '1', '2', '3', '4', '5'],
  ['brassage completion ', 'bash', 'fish', 'zsh'],
  ['brassage help ro', 'rotate'],
];

for (const shell of SHELLS) {
  // Skipped with its name in the report where there is no such shell; .ci/run installs it.
  describe.skipIf(!isHere(shell))(`completion in ${shell}`, () => {
    it('is a script without a fault of syntax', () => {
      run(shell, ['-n', scripts[shell] ?? '']);
    });

    for (const [line, ...offered] of CASES)
      it(`of ${line}`, () => {
        expect(OFFERS[shell](line)).toEqual(offered);
      });
  });
}

describe('completion of places', () => {
  it.skipIf(!isHere('bash'))('in bash offers files where a flag takes one, folders where a module is wanted', () => {
    const { bash } = OFFERS;
    expect(bash('brassage plan --rules pack')).toEqual(['package-lock.json', 'package.json']);
    expect(bash('brassage groups --roster ENA=fixtures/tiny/no')).toEqual(['fixtures/tiny/north.csv']);
    expect(bash('brassage check fixtures/ti')).toEqual(['fixtures/tiny']);
    expect(bash('brassage check pack')).toEqual([]);
    expect(bash('brassage compare pack')).toEqual(['package-lock.json', 'package.json']);
    expect(bash('brassage plan --seed pack')).toEqual([]);
  });

  it.skipIf(!isHere('zsh'))('in zsh does so too', () => {
    const { zsh } = OFFERS;
    expect(zsh('brassage plan --rules pack')).toEqual(['package-lock.json', 'package.json']);
    expect(zsh('brassage groups --roster ENA=fixtures/tiny/no')).toEqual(['north.csv']);
    expect(zsh('brassage check fixtures/ti')).toEqual(['tiny']);
    expect(zsh('brassage plan --seed pack')).toEqual([]);
  });

  it.skipIf(!isHere('fish'))('in fish does so too', () => {
    const { fish } = OFFERS;
    expect(fish('brassage plan --rules pack')).toEqual(['package-lock.json', 'package.json']);
    expect(fish('brassage check fixtures/ti')).toEqual(['fixtures/tiny/']);
    expect(fish('brassage check package.js')).toEqual([]);
    expect(fish('brassage plan --seed pack')).toEqual([]);
  });
});

describe('completion', () => {
  it('describes flags in the language of the call', async () => {
    const { stdout } = await runWell(['completion', 'fish', '--lang', 'fr']);
    expect(stdout).toContain("-d 'ardeur de la recherche, de 0 à 5'");
    expect(stdout).not.toContain('how hard to search');
  });

  it('is data as JSON too, and of no other shell', async () => {
    const { stdout } = await runWell(['completion', 'zsh', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ command: 'completion', status: 'done', shell: 'zsh' });
    expect((JSON.parse(stdout) as { script: string }).script).toMatch(/^#compdef brassage\n/);
    const { code, stderr } = await runCli(['completion', 'powershell']);
    expect(code).toBe(2);
    expect(stderr).toContain('Allowed choices are bash, zsh, fish.');
  });
});
