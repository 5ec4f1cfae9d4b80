import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../src/cli/failure.js';
import { ProblemTooLarge } from '../../src/engine/exact.js';
import { FileProblem, type FileProblemCode } from '../../src/node/file-problem.js';

const CODES: readonly FileProblemCode[] = [
  'missing',
  'exists',
  'not-ours',
  'changed',
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
