import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Many tests wait for the program that they start: one worker would leave a core idle.
    maxWorkers: 2,
    // Files that follow one another in a worker share what they import: none may leave anything behind in it.
    isolate: false,
    coverage: { include: ['src/**'], exclude: ['src/cli/main.ts'] },
  },
});
