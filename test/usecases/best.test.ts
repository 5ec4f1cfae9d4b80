import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest, ManifestOptions, ManifestStart, StopReason } from '../../src/domain/manifest.js';
import { sliceOf, type Shard, type StartRange } from '../../src/domain/start-range.js';
import { chooseBest, type BestResult } from '../../src/usecases/best.js';
import { digestFile } from '../../src/writers/digest.js';
import { writeManifest } from '../../src/writers/manifest.js';
import { encodeUtf8 } from '../../src/writers/utf8.js';
import { runs } from '../helpers/runs.js';

type Files = Map<string, Uint8Array>;

/** Where each start ends, by number; a start without violations and penalty is at the bound. */
type Outcomes = readonly { readonly soft: number; readonly hard?: number }[];

const OPTIONS: ManifestOptions = {
  effort: 2,
  starts: 0,
  timeLimit: null,
  language: 'en',
  csv: 'excel',
  pseudonyms: false,
  flags: {},
};

/** What the starts of a range would leave: run in order up to the bound, and the groups of the best. */
async function planOf(
  outcomes: Outcomes,
  asked: StartRange,
  details: { shard?: Shard; manifest?: Partial<Manifest>; options?: Partial<ManifestOptions>; cutAt?: number } = {},
): Promise<Files | undefined> {
  const { shard, cutAt } = details;
  const { first, count } = shard === undefined ? asked : sliceOf(asked, shard);
  const starts: ManifestStart[] = [];
  let stopped: StopReason = 'budget';
  for (let start = first; start < first + count && stopped === 'budget'; start++) {
    const { soft, hard = 0 } = outcomes[start];
    if (start === cutAt) stopped = 'time-limit';
    else if (soft === 0 && hard === 0) stopped = 'bound';
    starts.push({ start, proposals: start === cutAt ? 10 : 100, hard, soft: start === cutAt ? soft + 5 : soft });
  }
  const [best] = starts.toSorted((a, b) => a.hard - b.hard || a.soft - b.soft || a.start - b.start);
  if (best.hard > 0) return undefined;
  const groups = encodeUtf8(`groups of start ${best.start}\n`);
  const manifest: Manifest = {
    manifest: 1,
    brassage: '0.1.0',
    command: 'plan',
    title: 'A module',
    seed: 'seed',
    options: {
      ...OPTIONS,
      starts: asked.count,
      ...(asked.first === 0 ? {} : { firstStart: asked.first }),
      ...(shard === undefined ? {} : { shard }),
      ...details.options,
    },
    inputs: [await digestFile('ena.csv', encodeUtf8('roster'))],
    outputs: [await digestFile('groups.csv', groups)],
    score: { hard: 0, value: String(best.soft), bound: '0', gap: '0.000000' },
    search: { stopped, starts },
    ...details.manifest,
  };
  return new Map([
    ['groups.csv', groups],
    ['manifest.json', encodeUtf8(writeManifest(manifest))],
  ]);
}

function choose(folders: Readonly<Record<string, Files | undefined>>): Promise<BestResult> {
  const source = async (name: string) => {
    const [, folder, file] = /^(.*)\/([^/]+)$/.exec(name) ?? [];
    return folders[folder]?.get(file) ?? 'missing';
  };
  return chooseBest(source, Object.keys(folders));
}

async function shardsOf(outcomes: Outcomes, asked: StartRange, of: number) {
  const shards = Array.from({ length: of }, (_, index) => ({ index: index + 1, of }));
  const plans = await Promise.all(
    shards.map(async (shard) => [`s/${shard.index}`, await planOf(outcomes, asked, { shard })] as const),
  );
  return Object.fromEntries(plans);
}

const textsOf = (files: ReadonlyMap<string, Uint8Array> | undefined) =>
  new Map([...(files ?? [])].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
const said = ({ diagnostics }: BestResult) => diagnostics.map(({ severity, code }) => `${severity} ${code}`);
const soft = (...penalties: number[]): Outcomes => penalties.map((penalty) => ({ soft: penalty }));
const EIGHT = soft(7, 5, 6, 4, 9, 4, 8, 7);

describe('the best of the shards of a search', () => {
  it('is what one machine would have written, to the byte, wherever starts reach the bound', async () => {
    const outcomes = fc.array(fc.record({ soft: fc.nat(4) }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(outcomes, fc.nat(5), fc.nat(), async (found, first, parts) => {
        const asked = { first, count: found.length };
        const placed = [...soft(...Array.from({ length: first }, () => 1)), ...found];
        const result = await choose(await shardsOf(placed, asked, 1 + (parts % found.length)));
        expect(result.diagnostics).toEqual([]);
        expect(textsOf(result.best?.files)).toEqual(textsOf(await planOf(placed, asked)));
      }),
      { seed: 32, numRuns: runs(150) },
    );
  });

  it('is that of the lowest start among equals', async () => {
    const { best } = await choose(await shardsOf(EIGHT, { first: 0, count: 8 }, 4));
    expect(best?.winner).toMatchObject({ folder: 's/2', best: { start: 3, soft: 4 } });
    expect(best?.ranking.map(({ folder }) => folder)).toEqual(['s/2', 's/3', 's/1', 's/4']);
  });

  it('does not depend on the order in which the folders are named, or on one that is named twice', async () => {
    const plans = await shardsOf(EIGHT, { first: 0, count: 8 }, 4);
    const turned = Object.fromEntries(Object.entries(plans).toReversed());
    const one = await choose(plans);
    expect(textsOf((await choose(turned)).best?.files)).toEqual(textsOf(one.best?.files));
    const source = async (name: string) => plans[name.slice(0, 3)]?.get(name.slice(4)) ?? ('missing' as const);
    const twice = await chooseBest(source, [...Object.keys(plans), 's/1/', 's/1']);
    expect(twice.diagnostics).toEqual([]);
  });

  it('is chosen from ranges too, and from what was chosen before', async () => {
    const early = await choose(await shardsOf(EIGHT, { first: 0, count: 4 }, 2));
    const files: Files = new Map(early.best?.files);
    const result = await choose({ early: files, late: await planOf(EIGHT, { first: 4, count: 4 }) });
    expect(result.diagnostics).toEqual([]);
    expect(textsOf(result.best?.files)).toEqual(textsOf(await planOf(EIGHT, { first: 0, count: 8 })));
  });
});

describe('the best of shards that tried a proof', () => {
  it('keeps how the proof of the winner ended', async () => {
    const plans = await shardsOf(EIGHT, { first: 0, count: 8 }, 4);
    const winner = JSON.parse(textsOf(plans['s/2']).get('manifest.json') ?? '');
    const proof = { outcome: 'limit', nodes: 3 };
    const proved = encodeUtf8(writeManifest({ ...winner, search: { ...winner.search, proof } }));
    const { best } = await choose({ ...plans, 's/2': new Map(plans['s/2']).set('manifest.json', proved) });
    expect(best?.manifest.search).toMatchObject({ proof, starts: { length: 8 } });
  });
});

describe('what is not whole', () => {
  it('is said: starts that no plan has, with the range to run', async () => {
    const { 's/2': _lost, ...plans } = await shardsOf(EIGHT, { first: 0, count: 8 }, 4);
    const result = await choose(plans);
    expect(said(result)).toEqual(['warning plans.missing-starts']);
    expect(result.diagnostics[0].params).toEqual({ starts: 2, ranges: ['2..3'], next: '2..3' });
    expect(result.best?.winner.best.start).toBe(5);
  });

  it('does not count starts after one that reached the bound as missing', async () => {
    const { 's/4': _lost, ...plans } = await shardsOf(soft(3, 2, 0, 1, 5, 5, 5, 5), { first: 0, count: 8 }, 4);
    const result = await choose(plans);
    expect(result.diagnostics).toEqual([]);
    expect(result.best?.manifest.search).toMatchObject({ stopped: 'bound', starts: [{}, {}, { start: 2 }] });
  });

  it('is a folder without a plan, as a shard leaves that finds no valid groups', async () => {
    const outcomes = EIGHT.map((outcome, start) => (start < 2 ? { ...outcome, hard: 1 } : outcome));
    const result = await choose(await shardsOf(outcomes, { first: 0, count: 8 }, 4));
    expect(said(result)).toEqual(['warning plans.no-plan', 'warning plans.missing-starts']);
    expect(result.best?.winner.best.start).toBe(3);
  });

  it('is everything when no folder holds a plan', async () => {
    const outcomes = EIGHT.map((outcome) => ({ ...outcome, hard: 1 }));
    const result = await choose(await shardsOf(outcomes, { first: 0, count: 8 }, 4));
    expect(said(result)).toEqual(['error plans.none']);
    expect(result.best).toBeUndefined();
  });

  it('is said of starts that overlap, each counted once', async () => {
    const [asked, later] = [
      { first: 0, count: 6 },
      { first: 4, count: 4 },
    ];
    const result = await choose({ a: await planOf(EIGHT, asked), b: await planOf(EIGHT, later) });
    expect(said(result)).toEqual(['warning plans.repeated-starts']);
    expect(result.diagnostics[0].params).toEqual({ starts: 2, ranges: ['4..5'] });
    expect(textsOf(result.best?.files)).toEqual(textsOf(await planOf(EIGHT, { first: 0, count: 8 })));
  });

  it('is each start that was cut short, where the manifest says which', async () => {
    const asked = { first: 0, count: 8 };
    const starts: readonly ManifestStart[] = [
      { start: 0, proposals: 20, hard: 0, soft: 9, cut: true },
      { start: 1, proposals: 100, hard: 0, soft: 7 },
    ];
    const plan = await planOf(EIGHT, asked, { manifest: { search: { stopped: 'interrupted', starts } } });
    const result = await choose({ plan });
    expect(result.diagnostics.filter(({ code }) => code === 'plans.cut').map(({ params }) => params)).toEqual([
      { reason: 'interrupted', start: 0 },
    ]);
    expect(result.best?.manifest.search.starts).toEqual(starts);
  });

  it('is a start cut short, unless another plan has the whole of it', async () => {
    const asked = { first: 0, count: 8 };
    const plans = await shardsOf(EIGHT, asked, 4);
    const cut = await planOf(EIGHT, asked, { shard: { index: 2, of: 4 }, cutAt: 3 });
    const result = await choose({ ...plans, 's/2': cut });
    expect(said(result)).toEqual(['warning plans.cut']);
    expect(result.best?.manifest.search.stopped).toBe('time-limit');
    expect(result.best?.winner.best.start).toBe(5);
    const mended = await choose({ ...plans, cut });
    expect(said(mended)).toEqual(['warning plans.repeated-starts']);
    expect(mended.best?.manifest.search.stopped).toBe('budget');
    expect(mended.best?.winner).toMatchObject({ folder: 's/2', best: { start: 3 } });
  });
});

describe('what does not belong together', () => {
  const asked = { first: 0, count: 8 };

  it('is refused by the folder that is unlike most, and the field', async () => {
    const plans = await shardsOf(EIGHT, asked, 4);
    const shard = { index: 1, of: 4 };
    for (const [manifest, options, field] of [
      [{ seed: 'other' }, {}, 'seed'],
      [{ brassage: '0.2.0' }, {}, 'brassage'],
      [{}, { effort: 5 }, 'options.effort'],
      [{}, { flags: { size: '9' } }, 'options.flags.size'],
      [{ inputs: [await digestFile('ena.csv', encodeUtf8('another'))] }, {}, 'inputs ena.csv'],
    ] as const) {
      const stranger = await planOf(EIGHT, asked, { shard, manifest });
      const plan = Object.keys(options).length === 0 ? stranger : await planOf(EIGHT, asked, { shard, options });
      const result = await choose({ ...plans, 's/1': plan });
      expect(result.best).toBeUndefined();
      expect(result.diagnostics).toMatchObject([
        { severity: 'error', code: 'plans.differs', source: { file: 's/1/manifest.json' }, params: { other: 's/2' } },
      ]);
      expect(result.diagnostics[0].params).toMatchObject({ fields: [{ field }] });
    }
  });

  it('is refused when two plans tell different things of one start', async () => {
    const other = await planOf(
      EIGHT.map(({ soft: penalty }) => ({ soft: penalty + 1 })),
      asked,
    );
    const result = await choose({ a: await planOf(EIGHT, asked), b: other });
    expect(new Set(said(result))).toEqual(new Set(['error plans.disagree', 'warning plans.repeated-starts']));
    expect(result.best).toBeUndefined();
  });

  it('is refused when a file of the winner was changed, or is gone', async () => {
    const plan = await planOf(EIGHT, asked);
    expect(said(await choose({ a: new Map(plan).set('groups.csv', encodeUtf8('by hand')) }))).toEqual([
      'error plans.changed',
    ]);
    const { params } = (await choose({ a: new Map([...(plan ?? [])].slice(1)) })).diagnostics[0];
    expect(params).toEqual({ reason: 'missing' });
  });

  it('is refused when a manifest is not one of ours', async () => {
    expect(said(await choose({ a: new Map([['manifest.json', encodeUtf8('{"name": "app"}')]]) }))).toEqual([
      'error plans.not-a-manifest',
    ]);
  });
});
