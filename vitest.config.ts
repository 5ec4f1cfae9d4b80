import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/helpers/longest-first.js';
import { RUNS_FACTOR } from './test/helpers/runs.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Generous: the machine may be busy with other work, and property tests may be asked for more cases than usual.
    testTimeout: 120_000 * Math.max(1, RUNS_FACTOR),
    hookTimeout: 120_000,
    // Many tests wait for the program that they start: one worker would leave a core idle.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Files that follow one another in a worker share what they import: none may leave anything behind in it.
    isolate: false,
    coverage: { include: ['src/**'], exclude: ['src/cli/main.ts'], reporter: ['json-summary', 'html'] },
  },
});
