// Tries far more cases than `npm test`: random module folders, workbooks with random damage, random tables and texts for every reader and writer.
//
//   npm run fuzz                    fifty times as many: 10,000 module folders
//   npm run fuzz -- 5 test/readers  five times as many, of these tests alone
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const given = process.argv.slice(2);
const factor = /^[\d.]+$/.test(given[0] ?? '') ? given.shift() : '50';
const places = given.length > 0 ? given : ['test/property', 'test/readers', 'test/writers', 'test/e2e/hostile.test.ts'];
const { status } = spawnSync('npx', ['--no-install', 'vitest', 'run', ...places], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, BRASSAGE_RUNS: factor },
  stdio: 'inherit',
  // npx is a script of the shell on Windows.
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
