// A test runner for Stryker that loads the tests once and runs them again and again in one process, each time with another mutant
// at work. Vitest's own runner for Stryker imports all modules anew for each mutant, which takes longer than the tests themselves.
// What a test or a mutant leaves behind in the process must not be taken for a mutant noticed: the test that notices one has to pass again
// without it, else the process is given up, and the mutant tried once more in a new one.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, determineHitLimitReached, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import { collectTests, getFn, getHooks } from '@vitest/runner';
import fc from 'fast-check';
import { rolldown } from 'rolldown';

const STAND_IN = fileURLToPath(new URL('vitest.js', import.meta.url));
const BUNDLE = 'resident';
const PLAN = join(BUNDLE, 'tests.json');

/** A mutant counts as an endless loop where a line runs so many times as often as without; Stryker proposes a hundred times. */
const LOOPS = 10;
const PROPOSED_LOOPS = 100;
const LEAST_HITS = 1000;

class ResidentRunner {
  #log;
  #without;
  #tests;
  /** Whether nothing has run since the tests were loaded, and whether something was left behind. */
  #isFresh = false;
  #isSpoiled = false;
  /** What the instrumented sources read and write. */
  #space = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

  constructor(log, options) {
    this.#log = log;
    this.#without = (options.resident?.without ?? []).map((pattern) => new RegExp(pattern));
    // The first counterexample is enough.
    fc.configureGlobal({ endOnFailure: true });
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async dryRun({ testFiles }) {
    const files = testFiles.map((file) => relative('.', file));
    await bundleTests(files);
    const tests = await loadTests(files);
    const plan = { files, times: {} };
    const results = [];
    for (const [id, run] of tests) {
      if (this.#without.some((pattern) => pattern.test(id))) continue;
      this.#space.currentTestId = id;
      const from = performance.now();
      const failure = await failureOf(run);
      const timeSpentMs = performance.now() - from;
      this.#space.currentTestId = undefined;
      if (failure !== undefined) {
        delete this.#space.mutantCoverage.perTest[id];
        this.#log.warn(`Left out, since it fails in this process without any mutant: ${id}: ${failure.message}`);
        continue;
      }
      plan.times[id] = timeSpentMs;
      results.push({ id, name: id, timeSpentMs, status: TestStatus.Success });
    }
    writeFileSync(PLAN, JSON.stringify(plan));
    this.#tests = quickestFirst(tests, plan);
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: this.#space.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    // Stryker starts another process, and tries there what was refused here.
    if (this.#isSpoiled) throw new Error('Something was left behind in this process.');
    if (this.#tests === undefined) {
      this.#tests = await plannedTests();
      this.#isFresh = true;
    }
    const wanted = testFilter && new Set(testFilter);
    const limit = hitLimit && Math.ceil(hitLimit / PROPOSED_LOOPS) * LOOPS + LEAST_HITS;
    Object.assign(this.#space, { hitCount: limit && 0, hitLimit: limit });
    let nrOfTests = 0;
    for (const [id, run] of this.#tests) {
      if (wanted && !wanted.has(id)) continue;
      nrOfTests++;
      this.#space.activeMutant = activeMutant.id;
      const failure = await failureOf(run);
      this.#space.activeMutant = undefined;
      const endless = determineHitLimitReached(this.#space.hitCount, limit);
      if (failure !== undefined || endless) await this.#expectWhole(id, run);
      if (endless) return { status: MutantRunStatus.Timeout, reason: endless.reason };
      if (failure !== undefined)
        return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage: String(failure.message), nrOfTests };
      this.#isFresh = false;
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }

  /** That a test passes again. Where nothing but this mutant can have hindered it, the mutant counts as noticed, and nothing after it runs here. */
  async #expectWhole(id, run) {
    Object.assign(this.#space, { hitCount: undefined, hitLimit: undefined });
    this.#isSpoiled = (await failureOf(run)) !== undefined;
    if (this.#isSpoiled && !this.#isFresh) {
      this.#log.warn(`Started anew, since a test fails in this process that passed before: ${id}`);
      throw new Error('Something was left behind in this process.');
    }
    this.#isFresh = false;
  }
}

/** Makes JavaScript of the tests and the sources that they import, in the folder that Stryker works in. */
async function bundleTests(files) {
  const bundle = await rolldown({
    input: Object.fromEntries(files.map((file) => [nameOf(file), file])),
    platform: 'node',
    resolve: { alias: { vitest: STAND_IN }, extensionAlias: { '.js': ['.ts', '.js'] } },
    external: (id) => /^(?:node:|@?[a-z])/.test(id) && id !== 'vitest' && !existsSync(id),
  });
  await bundle.write({ dir: BUNDLE, format: 'esm' });
  await bundle.close();
}

function nameOf(file) {
  return file.replaceAll(/[\\/]/g, '-').replace(/\.ts$/, '');
}

/** The tests of the files, [id, function]; functions to call before the tests of a file have been called. */
async function loadTests(files) {
  const runner = {
    config: {
      root: process.cwd(),
      setupFiles: [],
      sequence: {},
      tags: [],
      testTimeout: 600_000,
      hookTimeout: 600_000,
      retry: 0,
    },
    importFile: (file) => import(pathToFileURL(resolve(BUNDLE, `${nameOf(relative('.', file))}.js`)).href),
  };
  const tests = [];
  for (const file of await collectTests(
    files.map((file) => resolve(file)),
    runner,
  )) {
    if (file.result?.errors?.length) throw new Error(`${file.name}: ${file.result.errors[0].message}`);
    await gather(file, relative('.', file.filepath), tests);
  }
  return tests;
}

async function gather(suite, path, tests) {
  for (const hook of getHooks(suite).beforeAll) await hook(suite);
  for (const [at, task] of suite.tasks.entries()) {
    const id = `${path} ${task.name}`;
    if (task.mode !== 'run' && task.mode !== 'queued') continue;
    if (task.type === 'suite') await gather(task, id, tests);
    else tests.push([suite.tasks.findIndex(({ name }) => name === task.name) < at ? `${id} #${at}` : id, getFn(task)]);
  }
}

async function plannedTests() {
  const plan = JSON.parse(readFileSync(PLAN, 'utf8'));
  return quickestFirst(await loadTests(plan.files), plan);
}

function quickestFirst(tests, { times }) {
  return tests.filter(([id]) => id in times).sort(([a], [b]) => times[a] - times[b]);
}

async function failureOf(run) {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error ?? new Error('nothing was thrown');
  }
}

function createRunner(log, options) {
  return new ResidentRunner(log, options);
}
createRunner.inject = ['logger', 'options'];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'resident', createRunner)];
