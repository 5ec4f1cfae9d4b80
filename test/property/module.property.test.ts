import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/check/check-groups.js';
import { checkTimetable } from '../../src/check/check-timetable.js';
import { CSV_DIALECTS } from '../../src/domain/csv-dialect.js';
import { hasError } from '../../src/domain/diagnostic.js';
import { isEqual } from '../../src/domain/fraction.js';
import type { Module } from '../../src/domain/module.js';
import { readGroupList } from '../../src/readers/group-list-reader.js';
import { checkModule } from '../../src/usecases/check-module.js';
import { toGroupList } from '../../src/usecases/form-groups.js';
import type { OutputOptions } from '../../src/usecases/list-groups.js';
import { plan, type PlanResult } from '../../src/usecases/plan.js';
import { readModule, type ModuleReading } from '../../src/usecases/read-module.js';
import { scoreList } from '../../src/usecases/score.js';
import { parseManifest } from '../../src/writers/manifest-parser.js';
import { runs } from '../helpers/runs.js';
import { ROOT } from '../e2e/run-cli.js';
import { damage, strike } from './damage.js';
import { drawFolder, type Folder } from './random-module.js';
import { expectSentences } from './sentences.js';

const RUNS = runs(200);
const BLOWS = runs(100);

function read(folder: Folder): Promise<ModuleReading> {
  const encoder = new TextEncoder();
  return readFiles(new Map([...folder].map(([name, text]) => [name, encoder.encode(text)])));
}

function readFiles(files: ReadonlyMap<string, Uint8Array>): Promise<ModuleReading> {
  return readModule(async (name) => files.get(name) ?? 'missing', { settingsFile: 'module.toml', folder: '' });
}

/** A shipped module, every file by its bytes. */
function filesOf(fixture: string): ReadonlyMap<string, Uint8Array> {
  const folder = join(ROOT, 'fixtures', fixture);
  const names = readdirSync(folder).filter((name) => /\.(?:csv|toml)$/.test(name));
  return new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
}

function planOf(reading: ModuleReading, module: Module, output: OutputOptions): Promise<PlanResult> {
  const options = {
    effort: 0,
    starts: 1,
    timeLimit: null,
    language: output.language,
    csv: output.dialect,
    pseudonyms: false,
    flags: {},
  };
  return plan({
    module,
    seed: 'any',
    search: { effort: 0 },
    output,
    inputs: reading.inputs,
    version: '0.0.0',
    options,
  });
}

describe('for any module folder', () => {
  it('reading, checking and planning never throw, and what they say is said whole in both languages', async () => {
    const seen = { refused: 0, impossible: 0, planned: 0 };
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.constantFrom(...CSV_DIALECTS), async (draw, dialect) => {
        const reading = await read(drawFolder(draw));
        expectSentences(reading.diagnostics);
        const { module } = reading;
        expect(module === undefined).toBe(hasError(reading.diagnostics));
        if (module === undefined) {
          seen.refused++;
          return;
        }
        const { groupObstacles, timetableObstacles, notes } = checkModule(module);
        expectSentences([...groupObstacles, ...timetableObstacles, ...notes]);
        const result = await planOf(reading, module, {
          language: module.settings.language,
          dialect,
          pseudonyms: false,
        });
        seen[result.status]++;
        if (result.status === 'impossible') {
          expect(hasError(result.reasons)).toBe(true);
          expectSentences(result.reasons);
        } else {
          expect([groupObstacles, timetableObstacles].map(hasError)).toEqual([false, false]);
          expectSound(module, result);
          expectReadBack(module, result);
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    // A generator that only ever makes refused modules would prove nothing.
    const rare = Object.entries(seen).filter(([, count]) => count < RUNS / 20);
    expect(rare).toEqual([]);
  });
});

describe('for any damage to the files of a module', () => {
  const modules = ['tiny', 'roles'].map(filesOf);

  it('reading and planning never throw, what is said has a place, and a plan passes the check', async () => {
    const seen = { refused: 0, read: 0 };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...modules), fc.nat(), damage, async (module, which, blows) => {
        const names = [...module.keys()];
        const name = names[which % names.length];
        const reading = await readFiles(new Map(module).set(name, strike(module.get(name) ?? new Uint8Array(), blows)));
        expectSentences(reading.diagnostics);
        const errors = reading.diagnostics.filter(({ severity }) => severity === 'error');
        expect(reading.module === undefined).toBe(errors.length > 0);
        seen[reading.module === undefined ? 'refused' : 'read']++;
        if (reading.module === undefined) return;
        const output: OutputOptions = { language: 'fr', dialect: 'excel-fr', pseudonyms: false };
        const result = await planOf(reading, reading.module, output);
        if (result.status === 'impossible') expectSentences(result.reasons);
        else expectSound(reading.module, result);
      }),
      { numRuns: BLOWS, endOnFailure: true },
    );
    expect(Math.min(seen.refused, seen.read)).toBeGreaterThan(BLOWS / 50);
  });
});

/** The independent judges find nothing to say, and the figures agree. */
function expectSound(module: Module, { formed, timetable }: PlanResult & { status: 'planned' }): void {
  const report = checkGroups(module, toGroupList(formed.grouping));
  expect(report.structure).toEqual([]);
  expect(report.hard).toBe(0);
  expect(isEqual(report.soft, formed.certificate.total.value)).toBe(true);
  const { value, bound } = formed.certificate.total;
  expect(bound.numerator * value.denominator).toBeLessThanOrEqual(value.numerator * bound.denominator);
  const { programme, groups } = module;
  if (programme === undefined || timetable === undefined)
    expect([programme, timetable]).toEqual([undefined, undefined]);
  else expect(checkTimetable({ programme, groups, timetable: timetable.timetable })).toEqual([]);
}

/** The files hold what was formed: our own readers bring the same groups, with the same score. */
function expectReadBack(module: Module, { formed, files, timetable }: PlanResult & { status: 'planned' }): void {
  expect([...files.keys()]).toEqual(
    timetable === undefined
      ? ['groups.csv', 'plan.xlsx', 'report.html', 'manifest.json']
      : ['groups.csv', 'timetable.csv', 'fairness.csv', 'plan.xlsx', 'report.html', 'manifest.json'],
  );
  const bytes = files.get('groups.csv') ?? new Uint8Array();
  const { value, diagnostics } = readGroupList({ name: 'groups.csv', bytes }, module.settings.columns, module);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(new Map(value.placements.map(({ participant, group }) => [participant, group]))).toEqual(
    new Map(formed.grouping.assignment),
  );
  expect(value.groups).toEqual(formed.grouping.groups);
  const score = scoreList(module, value);
  expect(score.isBroken).toBe(false);
  expect(score.certificate?.total).toEqual(formed.certificate.total);
  expect(parseManifest(new TextDecoder().decode(files.get('manifest.json')))).toBeDefined();
}
