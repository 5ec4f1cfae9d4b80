import { defineConfig } from 'vitest/config';

/** What `npm run mutate -- --vitest` runs against each mutant: the tests that import the sources, not those that start the program. */
export default defineConfig({
  test: {
    include: ['test/{algorithms,check,domain,engine,readers,usecases}/**/*.test.ts'],
    testTimeout: 120_000,
    // A worker for each mutant instead of one for each of its test files.
    isolate: false,
  },
});
