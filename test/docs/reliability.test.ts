import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../e2e/run-cli.js';

const PAGE = readFileSync(join(ROOT, 'docs', 'reliability.md'), 'utf8');
const ROWS = [...PAGE.matchAll(/^\| (?!promise|mistakes in this|---)(.+?) \| (.+?) \| (.*?) ?\|$/gm)].map(
  ([, promise, test]) => ({ promise, test }),
);

describe('docs/reliability.md', () => {
  it('has a test, a bench or a script that is there for every promise', () => {
    expect(ROWS.length).toBeGreaterThan(20);
    for (const { promise, test } of ROWS) {
      // The parts of `npm run mutate` have a test of their own.
      const isMeasured = /^`npm run mutate -- [\w-]+`$/.test(test);
      const files = [...test.matchAll(/(?:test|bench|\.ci)\/[\w./-]+/g)].map(([file]) => file);
      const missing = files.filter((file) => !existsSync(join(ROOT, file)));
      expect({ promise, hasTest: isMeasured || files.length > 0, missing }).toEqual({
        promise,
        hasTest: true,
        missing: [],
      });
    }
  });
});
