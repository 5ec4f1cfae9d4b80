import { execFile, execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { AxeResults } from 'axe-core';
import fc from 'fast-check';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { html } from '../../src/writers/html/markup.js';
import { CHROMIUM, launchChromium } from '../helpers/chromium.js';
import { pageOf, type PageDraft } from '../helpers/pages.js';
import { runs } from '../helpers/runs.js';
import { makeFolder } from './workspace.js';

const YEAR = 'regards-croises-2018';
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What runs in the page, as a text: there is no document in the tests' own world. */
const UNFOLD = `document.querySelectorAll('details').forEach((details) => { details.open = true; })`;
const ACTIVE = 'document.activeElement';
/** Cells of every colour, and a map of meetings. */
const POOR = {
  'rules.csv': () => 'rule,who\ntogether,A1|A2|A3|A4\n',
  'module.toml': (text: string) => `${text}\n[history]\nfiles = ["first.csv"]\n`,
  'first.csv': () => 'group,id,school\nG1,A1,North\nG1,A2,North\nG1,B1,South\nG2,A3,North\nG2,B2,South\n',
};

// Skipped with its name in the report where there is no Chromium; .ci/run installs it.
describe.skipIf(CHROMIUM === undefined)('the page of a plan in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  /** The page as a file that is opened, with all that goes wrong in it. */
  async function open(draft: PageDraft, options: BrowserContextOptions = {}) {
    const file = join(await makeFolder(), 'report.html');
    await writeFile(file, await pageOf(draft));
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('request', (request) => request.url() === pathToFileURL(file).href || troubles.push(request.url()));
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => troubles.push(dialog.message())));
    await page.goto(pathToFileURL(file).href);
    return { page, troubles };
  }

  it.each([
    ['coordinator', 'light', { of: YEAR }],
    ['coordinator, of a poor mix with history,', 'dark', { of: 'tiny', edits: POOR }],
    ['participants', 'light', { of: 'tiny', readership: 'participants' }],
  ] as const)(
    'keeps WCAG 2.2 AA for the %s in %s colours, as far as axe can tell',
    async (_who, colorScheme, draft) => {
      const { page } = await open(draft, { colorScheme });
      expect(await violationsOf(page)).toEqual([]);
    },
    120_000,
  );

  it('keeps it on a narrow screen, with a filter at work and everything unfolded', async () => {
    const { page } = await open({ of: 'tiny', edits: POOR }, { viewport: { width: 320, height: 800 } });
    await page.getByLabel('Name, room or word').fill('ashcombe');
    await page.evaluate(UNFOLD);
    expect(await violationsOf(page)).toEqual([]);
  }, 120_000);

  it.each([1280, 320])('is no wider than a screen of %d pixels; wide tables scroll by themselves', async (width) => {
    const { page } = await open({ of: YEAR }, { viewport: { width, height: 800 } });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width);
    const isWide = await page.evaluate<boolean>(
      `[...document.querySelectorAll('.scroll')].some((region) => region.scrollWidth > region.clientWidth)`,
    );
    expect(isWide).toBe(width < 1280);
  });

  it('shows both half-days of a day side by side on 320 pixels', async () => {
    const { page } = await open({ of: YEAR }, { viewport: { width: 320, height: 800 } });
    const days = await page.evaluate<readonly (readonly [number, number])[]>(
      `[...document.querySelectorAll('.day .scroll')].map((region) => [region.scrollWidth, region.clientWidth])`,
    );
    expect(days.length).toBeGreaterThan(5);
    for (const [needed, given] of days) expect(needed).toBe(given);
  });

  it('marks the edge of a table that goes on beyond it, until its end is in sight', async () => {
    const { page } = await open({ of: YEAR }, { viewport: { width: 390, height: 800 } });
    const map = page.locator('.edge', { has: page.locator('.map') }).first();
    await expect.poll(() => map.getAttribute('class')).toBe('edge more');
    await map.locator('.scroll').evaluate((region) => (region.scrollLeft = region.scrollWidth));
    await expect.poll(() => map.getAttribute('class')).toBe('edge');
    await page.setViewportSize({ width: 1600, height: 800 });
    await expect.poll(() => page.locator('.edge.more').count()).toBe(0);
  });

  it('keeps in print the colours of the mix', async () => {
    const { page } = await open({ of: 'tiny', edits: POOR });
    await page.emulateMedia({ media: 'print' });
    const swatches = await page.evaluate<readonly (readonly [string, string])[]>(
      `[...document.querySelectorAll('.mix .swatch')].map((own) => getComputedStyle(own)).map((own) => [own.printColorAdjust, own.backgroundColor])`,
    );
    expect(swatches.map(([adjust]) => adjust)).toEqual(swatches.map(() => 'exact'));
    expect(new Set(swatches.map(([, color]) => color)).size).toBe(swatches.length);
    expect(swatches.length).toBeGreaterThanOrEqual(5);
  });

  it('asks for nothing else, runs nothing else and complains of nothing', async () => {
    const { page, troubles } = await open({ of: YEAR });
    await page.getByLabel('Nom, salle ou mot').fill('x');
    await page.evaluate(UNFOLD);
    expect(troubles).toEqual([]);
    // Its policy is in force: what is put in from outside does not run, and is reported.
    await page.evaluate(
      `{ const script = document.createElement('script'); script.textContent = 'document.title = "owned"'; document.body.append(script); }`,
    );
    expect(await page.title()).toBe('Regards croisés 2018');
    expect(troubles).toHaveLength(1);
  });

  it('shows hostile texts as they stand', async () => {
    const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;
    const label = `"onmouseover="alert(3)`;
    const csv = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const { page, troubles } = await open({
      of: 'tiny',
      edits: {
        'north.csv': (text) => text.replace('Ashcombe', csv(hostile)),
        'themes.csv': (text) => text.replace('Water in the city', csv(label)),
        'rooms.csv': (text) => text.replace('Oak', csv(hostile)),
        'sessions.csv': (text) => text.replace('What we found', csv(hostile)),
        'witnesses.csv': (text) => text.replace('Inwood', csv(hostile)).replace('mayor', csv(label)),
        'module.toml': (text) =>
          text.replace('"South"', JSON.stringify(hostile)).replace(/^title = .*/, `title = '''${hostile}'''`),
      },
    });
    expect(troubles).toEqual([]);
    expect(await page.locator('.name', { hasText: 'alert(1)' }).first().textContent()).toContain(hostile);
    expect(await page.locator('img, main script, [onmouseover], [onerror]').count()).toBe(0);
    await page.getByLabel('Name, room or word').fill('<script>');
    expect(await page.getByRole('status').textContent()).toMatch(/^People:\s\d/);
    expect(troubles).toEqual([]);
  });

  it('reads every text back as it was', async () => {
    const { page } = await open({ of: 'tiny' });
    const anyText = fc.string({ unit: 'binary', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 50, maxLength: 100 }), async (texts) => {
        const markup = String(html`${texts.map((text) => html`<p title="${text}">${text}</p>`)}`);
        const source = JSON.stringify(`<!doctype html><body>${markup}`);
        const read = await page.evaluate(
          `[...new DOMParser().parseFromString(${source}, 'text/html').body.children].map((own) => [own.textContent, own.getAttribute('title')])`,
        );
        expect(read).toEqual(texts.map((text) => text.replaceAll('\0', '\ufffd')).map((text) => [text, text]));
      }),
      { numRuns: runs(10) },
    );
  });

  it('filters by keyboard: by a name without its accents, by theme, and shows everything again', async () => {
    const { page } = await open({ of: YEAR });
    const status = page.getByRole('status');
    const shown = (selector: string) => page.locator(selector).filter({ visible: true });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`${ACTIVE}.textContent`)).toBe('Aller au contenu');
    while (!(await page.evaluate(`${ACTIVE}.id === 'f-text'`))) await page.keyboard.press('Tab');
    await page.keyboard.type('BESSIERE');
    expect(await status.textContent()).toMatch(/^Personnes\s:\s1 · groupes\s:\s1 · rendez-vous\s:\s\d+$/);
    expect(await shown('.card').count()).toBe(1);
    expect(await shown('.found .name').allTextContents()).toEqual([expect.stringContaining('Bessière')]);
    // The timetable of that person's group, and of no other.
    const place = await shown('.card').getAttribute('data-card');
    const places = await shown('[data-item]').evaluateAll((items) =>
      items.map((item) => item.getAttribute('data-item')?.split(' ')),
    );
    expect(places.length).toBeGreaterThan(14);
    for (const own of places) expect(own).toContain(place);

    await page.keyboard.press('Escape');
    expect(await status.textContent()).toBe('');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Acc');
    await expect.poll(() => shown('.card').count()).toBe(4);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('zzz');
    expect(await status.textContent()).toBe('Rien ne correspond.');
    expect(await shown('.card, [data-item], .day').count()).toBe(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await shown('.card').count()).toBe(16);
    expect(await page.evaluate(`${ACTIVE}.id`)).toBe('f-text');
  });

  it('finds a room and a guest in the timetable', async () => {
    const { page } = await open({ of: YEAR });
    await page.getByLabel('Nom, salle ou mot').fill('verhoeven');
    expect(await page.locator('.card:visible').count()).toBe(0);
    expect(await page.locator('.guest:visible h3').allTextContents()).toEqual(['M. Joost Verhoeven']);
    expect(await page.locator('.entry:visible').count()).toBeGreaterThan(0);
    await page.getByLabel('Nom, salle ou mot').fill('amphi rhin');
    expect(new Set(await page.locator('.grid tr:visible > [data-name]').allTextContents())).toEqual(
      new Set(['Amphi Rhin']),
    );
  });

  it('can be read without scripts, which show no filter then', async () => {
    const { page } = await open({ of: YEAR }, { javaScriptEnabled: false });
    expect(await page.getByRole('search').count()).toBe(0);
    expect(await page.locator('.card:visible').count()).toBe(16);
  });

  it.skipIf(!hasPoppler())('prints a sheet for each group, with its members and nothing else of them', async () => {
    const { page } = await open({ of: YEAR }, { colorScheme: 'dark' });
    const groups = await page.locator('.card').evaluateAll((cards) =>
      cards.map((card) => ({
        label: card.querySelector('h3')?.textContent ?? '',
        names: [...card.querySelectorAll('.members b')].map((name) => name.textContent),
      })),
    );
    const file = join(await makeFolder(), 'report.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true });
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-']);
    const sheets = stdout.split('\f');
    expect(sheets.length).toBeLessThan(50);
    // The first says what each group is about.
    for (const { label } of groups) expect(sheets[0]).toMatch(new RegExp(`${label} +\\d+\\spersonnes`));
    expect(sheets[0]).toContain('coopérations interterritoriales');
    const verdicts = sheets.filter((sheet) => sheet.includes('Ce que vaut le plan'));
    expect(verdicts).toHaveLength(1);
    expect(verdicts[0]).toMatch(/Vœux[^]*Score/);
    groups.forEach(({ label, names }, index) => {
      const sheet = sheets[index + 1];
      expect(sheet.trimStart().startsWith(label)).toBe(true);
      for (const name of names) expect(sheet).toContain(name);
      expect(sheet).toContain('Emploi du temps du groupe');
      expect(sheet).not.toMatch(/ambassade|troisième concours|Filtrer/);
      expect(sheet).toMatch(/Regards croisés 2018 +\d+\s\/\s\d+/);
    });
  });
});

/** What axe finds against WCAG 2.0 to 2.2, levels A and AA, and against good practice; what is right it does not describe. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>(`axe.run({ resultTypes: ['violations'] })`);
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html: element }) => element.slice(0, 120))
        .join(' | ')}`,
  );
}

function hasPoppler(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
