import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shellWord } from '../../src/cli/shell-word.js';

const NAMES = ['a.csv', 'Liste élèves ENSP 2026.csv', 'l’été.csv', 'a"b`c$d\\e.csv', 'module/ena.csv', '(1) & co.xlsx'];

describe('a word of a command', () => {
  it('is left as it is where it is plain', () => {
    expect(shellWord('module/ena-2026.csv')).toBe('module/ena-2026.csv');
    expect(shellWord('Élèves.csv')).toBe('Élèves.csv');
  });

  it.skipIf(process.platform === 'win32').each(NAMES)('is one word to a shell: %s', (name) => {
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(name)}`], { encoding: 'utf8' })).toBe(name);
  });
});
