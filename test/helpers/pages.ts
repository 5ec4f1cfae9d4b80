import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputOptions } from '../../src/usecases/list-groups.js';
import { PAGE_NAME, plan } from '../../src/usecases/plan.js';
import { readModule } from '../../src/usecases/read-module.js';
import { fixture } from '../e2e/workspace.js';

export interface PageDraft extends Partial<OutputOptions> {
  /** Name of the fixture that it is the plan of. */
  readonly of: string;
  /** Changes files of it, by name. */
  readonly edits?: Readonly<Record<string, (text: string) => string>>;
}

const known = new Map<string, Promise<string>>();

/** The page of a plan that is made with hardly any search; made once, where no file of it is changed. */
export function pageOf(draft: PageDraft): Promise<string> {
  if (draft.edits !== undefined) return makePage(draft);
  const key = JSON.stringify(draft);
  const page = known.get(key) ?? makePage(draft);
  known.set(key, page);
  return page;
}

/** {@link pageOf}, made anew. */
export async function makePage({ of, edits = {}, ...output }: PageDraft): Promise<string> {
  const files = new Map(
    readdirSync(fixture(of), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(fixture(of), name))] as const),
  );
  for (const [name, change] of Object.entries(edits)) {
    const before = files.get(name)?.toString('utf8') ?? '';
    const after = change(before);
    if (after === before) throw new Error(`the edit changes nothing in ${name}`);
    files.set(name, Buffer.from(after));
  }
  const source = async (name: string) => files.get(name) ?? ('missing' as const);
  const { module, diagnostics, inputs } = await readModule(source, { settingsFile: 'module.toml', folder: '' });
  if (module === undefined) throw new Error(JSON.stringify(diagnostics));
  const { language, seed } = module.settings;
  const asked = { language, dialect: 'rfc4180', pseudonyms: false, ...output } as const;
  const result = await plan({
    module,
    seed,
    search: { effort: 0 },
    output: asked,
    inputs,
    version: '1.2.3',
    options: { effort: 0, starts: 1, timeLimit: null, language, csv: 'rfc4180', pseudonyms: false, flags: {} },
  });
  if (result.status !== 'planned') throw new Error(JSON.stringify(result.reasons));
  return new TextDecoder().decode(result.files.get(PAGE_NAME));
}
