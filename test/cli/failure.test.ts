import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../src/cli/failure.js';
import { ProblemTooLarge } from '../../src/engine/exact.js';
import { FileProblem, type FileProblemCode } from '../../src/node/file-problem.js';

const CODES: readonly FileProblemCode[] = [
  'missing',
  'exists',
  'not-ours',
  'changed',
  'current',
  'is-directory',
  'not-a-folder',
  'not-readable',
  'not-writable',
];

describe('a failure', () => {
  it('of the disk is a sentence that names the place, never a stack trace, and exits 2, or 3 where a file cannot be read', () => {
    for (const code of CODES) {
      for (const language of ['en', 'fr'] as const) {
        const problem = new FileProblem(code, 'plan/out', { reason: 'EACCES', files: ['a.csv', 'b.csv'] });
        const { text, exitCode } = describeFailure(problem, language);
        expect(text).toMatch(language === 'en' ? /^error: plan\/out .*\.$/ : /^erreur\u00a0: plan\/out .*\.$/);
        expect(exitCode).toBe(code === 'not-readable' ? 3 : 2);
      }
    }
  });

  it('names the files that stand in the way, and the reason of the system', () => {
    const foreign = describeFailure(new FileProblem('not-ours', 'out', { files: ['a.csv', 'b.csv'] }), 'en');
    expect(foreign.text).toContain('(a.csv, b.csv)');
    expect(describeFailure(new FileProblem('not-writable', 'out', { reason: 'ENOSPC' }), 'en').text).toContain(
      'ENOSPC',
    );
  });

  it('names no more files than can be read, and sends no control character of theirs to the terminal', () => {
    const files = ['\u001b]0;x\u0007', ...Array.from({ length: 29 }, (_, at) => `${at}.csv`)];
    const { text } = describeFailure(new FileProblem('not-ours', 'o\u001b[31mut', { files }), 'en');
    expect(text).toBe(
      'error: o\\u001b[31mut holds files that brassage did not write (\\u001b]0;x\\u0007, 0.csv, 1.csv, 2.csv, 3.csv, 4.csv, 5.csv, 6.csv, 22 more): nothing was touched. Give another folder.',
    );
  });

  it('of a shell in a folder that is gone is no bug', () => {
    const error = Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'uv_cwd' });
    expect(describeFailure(error, 'en')).toEqual({
      text: 'error: The folder that you are in is no more. Go to one that is: cd',
      exitCode: 2,
    });
  });

  it('to count exactly is an error of the input, with what would do, in either language', () => {
    const english = describeFailure(new ProblemTooLarge('numbers', 1e20), 'en');
    expect(english.exitCode).toBe(3);
    expect(english.text).toMatch(/^error: numbers: .* rounder weights .* fewer decimals\.$/);
    const french = describeFailure(new ProblemTooLarge('rules', 1e20), 'fr');
    expect(french.text).toMatch(/^erreur\u00a0: .* plus ronds suffiraient \(100 plutôt que 997\)\.$/);
  });

  it('of ours is called a bug, with its stack trace, and exits 1', () => {
    const { text, exitCode } = describeFailure(new TypeError('x is not a function'), 'en');
    expect(exitCode).toBe(1);
    expect(text).toMatch(/^This is a bug in brassage; nothing was written\./);
    expect(text).toContain('failure.test.ts');
    expect(describeFailure('thrown text', 'fr').text).toContain('thrown text');
  });
});
