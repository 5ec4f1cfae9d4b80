import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/check/check-groups.js';
import { checkTimetable } from '../../src/check/check-timetable.js';
import { hasError, type Diagnostic } from '../../src/domain/diagnostic.js';
import { readGroupList } from '../../src/readers/group-list-reader.js';
import { comparePlans } from '../../src/usecases/compare.js';
import { toGroupList } from '../../src/usecases/form-groups.js';
import { improveList } from '../../src/usecases/improve-list.js';
import { plan } from '../../src/usecases/plan.js';
import { readModule, type ModuleReading } from '../../src/usecases/read-module.js';
import { readCalendars, readPublished } from '../../src/usecases/read-published.js';
import { repair, type RepairPlanResult } from '../../src/usecases/repair.js';
import { scoreList } from '../../src/usecases/score.js';
import { ROOT } from '../e2e/run-cli.js';
import { runs } from '../helpers/runs.js';
import { damage, strike } from './damage.js';
import { expectSentences } from './sentences.js';

const RUNS = runs(15);

type Files = ReadonlyMap<string, Uint8Array>;

const encode = (text: string) => new TextEncoder().encode(text);
const LIST = 'out/groups.csv';
const TIMETABLE = 'out/timetable.csv';
const CALENDARS = 'out/calendars/';

/** The small module with two sites, the travel between them, and two earlier modules, one with its timetable. */
function makeModule(): Files {
  const folder = join(ROOT, 'fixtures/tiny');
  const names = readdirSync(folder).filter((name) => /\.(?:csv|toml)$/.test(name));
  const files = new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
  const settings = new TextDecoder().decode(files.get('module.toml'));
  const history =
    '[history]\ngroups = ["media.csv", "ethics.csv"]\ntimetables = ["media-timetable.csv", ""]\nweight = 1\n';
  return new Map<string, Uint8Array>([
    ...files,
    ['module.toml', encode(`${settings}\ntravel = "travel.csv"\njoint_days = 1\n\n${history}`)],
    ['rooms.csv', encode('room,site,capacity,uses\nHall,Centre,12,plenary\nOak,Centre,6,\nElm,Park,5,\n')],
    ['travel.csv', encode('from,to,minutes\nCentre,Park,20\nPark,Centre,25\n')],
    ['media.csv', encode('group,id,name,school\nX,A1,,\nX,A2,,\nX,B2,,\nY,A3,,\nY,,Hartwell Jean,South\n')],
    ['ethics.csv', encode('groupe;nom;prénom\n1;Ashcombe;Nora\n1;Estévez;Alba\n2;Fairlie;Omar\n')],
    [
      'media-timetable.csv',
      encode(
        'group,date,start,end,kind,order,session,theme\nX,2017-10-02,09:00,10:00,presentation,1,S,WATER\nY,2017-10-02,10:00,11:00,presentation,2,S,WATER\n',
      ),
    ],
  ]);
}

const sourceOf = (files: Files) => async (name: string) => files.get(name) ?? ('missing' as const);

function read(files: Files, keep?: string): Promise<ModuleReading> {
  return readModule(sourceOf(files), {
    settingsFile: 'module.toml',
    folder: '',
    ...(keep === undefined ? {} : { keep }),
  });
}

const OUTPUT = { language: 'en', dialect: 'excel', pseudonyms: false } as const;
const OPTIONS = {
  effort: 0,
  starts: 1,
  timeLimit: null,
  language: 'en',
  csv: 'excel',
  pseudonyms: false,
  flags: {},
} as const;

/** That module with the plan of it. */
async function makePlan(): Promise<Files> {
  const files = makeModule();
  const { module, inputs, diagnostics } = await read(files);
  if (module === undefined) throw new Error(JSON.stringify(diagnostics));
  const made = await plan({
    module,
    seed: 'any',
    search: { effort: 0 },
    output: OUTPUT,
    calendars: { people: false },
    inputs,
    version: '0.0.0',
    options: OPTIONS,
  });
  if (made.status !== 'planned') throw new Error(JSON.stringify(made.reasons));
  const written = [...made.files].filter(([name]) => /\.(?:csv|ics)$/.test(name));
  return new Map([...files, ...written.map(([name, bytes]): [string, Uint8Array] => [`out/${name}`, bytes])]);
}

/** As `repair` reads and makes a plan: the groups that go on, what was published, calendars that are out. */
async function repairOf(files: Files): Promise<{ said: readonly Diagnostic[]; result?: RepairPlanResult }> {
  const { module, kept, diagnostics, inputs } = await read(files, LIST);
  if (module === undefined || kept === undefined) return { said: diagnostics };
  const published = await readPublished(module, { keep: TIMETABLE }, sourceOf(files), { isWanted: false });
  const names = [...files.keys()].flatMap((name) => (name.startsWith(CALENDARS) ? [name.slice(CALENDARS.length)] : []));
  const beside = await readCalendars(CALENDARS, names, sourceOf(files));
  const said = [...diagnostics, ...published.diagnostics, ...beside.diagnostics];
  if (hasError(said)) return { said };
  const result = await repair({
    module,
    kept,
    seed: 'any',
    search: { effort: 0 },
    output: OUTPUT,
    calendars: { people: false, ...beside.calendars },
    inputs: [...inputs, ...published.inputs, ...beside.inputs],
    ...(published.before === undefined ? {} : { before: published.before }),
    listsChanges: true,
    version: '0.0.0',
    options: { ...OPTIONS, flags: { keep: LIST } },
  });
  return { said, result };
}

describe('for any damage to what an earlier run left, and to the tables that few modules have', async () => {
  const files = await makePlan();
  const names = ['travel.csv', 'media.csv', 'ethics.csv', 'media-timetable.csv', LIST, TIMETABLE];
  const calendars = [...files.keys()].filter((name) => name.startsWith(CALENDARS));
  const struck = fc
    .tuple(fc.constantFrom(...names, ...names, ...calendars), damage)
    .map(([name, blows]) => new Map(files).set(name, strike(files.get(name) ?? new Uint8Array(), blows)));

  it('repairing never throws, what is said is said whole, and a plan passes the check', async () => {
    const seen = { refused: 0, planned: 0 };
    await fc.assert(
      fc.asyncProperty(struck, async (given) => {
        const { said, result } = await repairOf(given);
        expectSentences(said);
        if (result?.status !== 'planned') {
          seen.refused++;
          const reasons = result?.reasons ?? said;
          expectSentences(reasons);
          expect(hasError(reasons)).toBe(true);
          return;
        }
        seen.planned++;
        const { module } = result.repair;
        expect(checkGroups(module, toGroupList(result.formed.grouping)).structure).toEqual([]);
        const { programme, groups } = module;
        if (programme === undefined || result.timetable === undefined) throw new Error('no timetable');
        expect(checkTimetable({ programme, groups, timetable: result.timetable.timetable })).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(Math.min(seen.refused, seen.planned)).toBeGreaterThan(RUNS / 10);
  });

  it('a list is judged, improved and compared, or refused', async () => {
    const { module } = await read(files);
    if (module === undefined) throw new Error('no module');
    const whole = files.get(LIST) ?? new Uint8Array();
    const listOf = (bytes: Uint8Array, isTolerant: boolean) =>
      readGroupList({ name: LIST, bytes }, module.settings.columns, module, { isTolerant });
    const asWritten = listOf(whole, false).value;
    fc.assert(
      fc.property(damage, fc.boolean(), (blows, isTolerant) => {
        const { value, diagnostics } = listOf(strike(whole, blows), isTolerant);
        expectSentences(diagnostics);
        if (hasError(diagnostics)) return;
        const { certificate } = scoreList(module, value);
        improveList(module, value, certificate);
        expect(comparePlans(module, { list: asWritten }, { list: value }).b.certificate).toEqual(certificate);
      }),
      { numRuns: RUNS * 3, endOnFailure: true },
    );
  });
});
