import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pageWordsOf } from '../../../src/writers/html/page-words.js';
import { makePage, pageOf } from '../../helpers/pages.js';

const YEAR = 'regards-croises-2018';

const all = (page: string, pattern: RegExp): readonly string[] => [...page.matchAll(pattern)].map(([, found]) => found);
const sectionsOf = (page: string): readonly string[] => all(page, /<section class="part [a-z]+" id="([a-z]+)"/g);
/** What is read, without markup. */
const textOf = (page: string): string => page.replace(/<(style|script)>[^]*?<\/\1>|<[^>]*>/g, ' ');

describe('the page of a plan', () => {
  it('has a section for each part of the plan, in the order of its contents', async () => {
    const page = await pageOf({ of: YEAR });
    const sections = ['groups', 'mix', 'timetable', 'presentations', 'witnesses', 'fairness', 'provenance'];
    expect(sectionsOf(page)).toEqual(sections);
    expect(all(page.slice(0, page.indexOf('<main')), /href="#([a-z]+)"/g)).toEqual(['main', ...sections]);
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('<title>Regards croisés 2018</title>');
    expect(all(page, /data-card="(\d+)"/g)).toHaveLength(16);
    expect(all(page, /(data-person)>/g)).toHaveLength(168);
    expect(new Set(all(page, /<h3 id="dh[^>]*>([^<]*)</g))).toContain('lundi 12\u00a0février 2018');
  });

  it('shows the counts of each group, and says by a mark and in words which are not fair', async () => {
    // All of one school in one group: four where two would be fair, and nobody of the other.
    const page = await pageOf({ of: 'tiny', edits: { 'rules.csv': () => 'rule,who\ntogether,A1|A2|A3|A4\n' } });
    const [school] = all(page, /<h3><bdi>school<\/bdi>([^]*?)<\/table>/g);
    const cells = all(school, /<td class="(?:lo|hi|ev|na)[^>]*>([^]*?)<\/td>/g).map((cell) =>
      cell.replace(/<[^>]*>/g, ''),
    );
    expect(cells.toSorted()).toEqual(['0▼ too few', '0▼ too few', '4▲ too many', '4▲ too many']);
    expect(textOf(school)).toContain('0 of 4 counts fair');
    expect(textOf(school)).toContain('Deviation reached: 16 · least possible 0');
    expect(textOf(school)).toContain('16 above the proved minimum');
  });

  it('lists presentations in order, jury by jury, and each guest once', async () => {
    const page = await pageOf({ of: YEAR });
    const juries = all(page, /<article class="jury"([^]*?)<\/article>/g);
    expect(juries.map((jury) => all(jury, /value="(\d)"/g))).toEqual(
      Array.from({ length: 4 }, () => ['1', '2', '3', '4']),
    );
    expect(all(page, /(<article class="guest")/g)).toHaveLength(18);
  });

  it('says by a mark, not by colour alone, how each count of the mix stands to its share', async () => {
    const page = await pageOf({ of: YEAR });
    const marks = new Map(
      [...page.matchAll(/<span class="swatch (\w+)" aria-hidden="true">([^<]*)</g)].map(([, tint, mark]) => [
        tint,
        mark,
      ]),
    );
    expect([...marks.keys()].slice(0, 5)).toEqual(['lo2', 'lo1', 'ev', 'hi1', 'hi2']);
    expect(new Set(marks.values()).size).toBe(marks.size);
    const cells = [
      ...page.matchAll(/<td class="(lo2|lo1|ev|hi1|hi2)">\d+<span class="mark" aria-hidden="true">([^<]*)</g),
    ];
    expect(cells).toHaveLength(all(page, /<td class="(lo2|lo1|ev|hi1|hi2)">/g).length);
    expect(cells.length).toBeGreaterThan(100);
    for (const [, tint, mark] of cells) expect(mark).toBe(marks.get(tint));
  });

  it('does not say a theme twice where the label of the group has it', async () => {
    const themes = 'theme,title,groups\nWATER,WATER,1\nBUS,BUS,1\n';
    const page = await pageOf({ of: 'tiny', edits: { 'themes.csv': () => themes } });
    expect(page).toMatch(/<h3 id="gh\d"><bdi>WATER/);
    expect(page).not.toContain('class="theme"');
    expect(await pageOf({ of: 'tiny' })).toContain('<p class="theme">Water in the city</p>');
  });

  it('draws who has met whom only where somebody has', async () => {
    expect(await pageOf({ of: 'tiny' })).not.toContain('id="meetings"');
    const list = 'group,id,school\nG1,A1,North\nG1,A2,North\nG1,B1,South\nG2,A3,North\nG2,B2,South\n';
    const edits = {
      'module.toml': (text: string) => `${text}\n[history]\nfiles = ["first.csv"]\n`,
      'first.csv': () => list,
    };
    const page = await pageOf({ of: 'tiny', edits });
    expect(sectionsOf(page)).toContain('meetings');
    expect(textOf(page)).toContain('Over 2 modules, this one included');
    expect(await pageOf({ of: 'tiny', edits, readership: 'participants' })).not.toContain('id="meetings"');
  });

  it.each(['participants', 'witnesses'] as const)('judges nothing and shows no attribute to %s', async (readership) => {
    const page = await pageOf({ of: YEAR, readership });
    expect(sectionsOf(page)).toEqual(['groups', 'timetable', 'presentations', 'witnesses']);
    expect(page).not.toContain('class="held"');
    for (const word of ['ambassade', 'troisième concours', 'brassage verify', 'prouvé', 'id="wishes"'])
      expect(textOf(page)).not.toContain(word);
  });

  it('shows ids for names under pseudonyms', async () => {
    const page = await pageOf({ of: YEAR, pseudonyms: true });
    for (const name of ['Bessière', 'Lefèvre', 'Kovalenko']) expect(page).not.toContain(name);
    expect(page).toContain('<b><bdi>E006</bdi></b>');
    expect(page).toContain('Les identifiants tiennent lieu de noms.');
  });

  it('does without themes, timetable, weights and title', async () => {
    const page = await pageOf({
      of: 'tiny',
      edits: {
        'module.toml': () =>
          'language = "en"\n[[roster]]\nschool = "North"\nfile = "north.csv"\n[groups]\ncount = 2\n[balance]\n',
      },
    });
    expect(sectionsOf(page)).toEqual(['groups', 'provenance']);
    expect(page).toMatch(/<h1>Groups and timetable<\/h1>/);
    expect(page).not.toContain('class="theme"');
    const { filter } = pageWordsOf('en');
    expect(page).toContain(`>${filter.hintGroups}</small>`);
    expect(page).not.toContain(filter.hint);
    expect(page).toContain(`data-found="${filter.foundGroups}"`);
    expect(await pageOf({ of: 'tiny' })).toContain(`>${filter.hint}</small>`);
  });

  it('names a theme without title only where the label does not, and tells long labels of one theme apart', async () => {
    const theme = 'Transition écologique et solidarité entre les territoires';
    const page = await pageOf({
      of: 'tiny',
      edits: {
        'module.toml': () =>
          'language = "en"\n[[roster]]\nschool = "North"\nfile = "north.csv"\n[themes]\nfile = "themes.csv"\n[balance]\nschool = 1\n',
        'north.csv': () => 'id\nA1\nA2\nA3\nA4\n',
        'themes.csv': () => `theme,groups\n${theme},2\n`,
      },
    });
    expect(page).not.toContain('class="theme"');
    const upright = all(page, /class="up"><span><a href="#g\d"><bdi>([^<]*)</g);
    expect(upright).toEqual(['Transition écologique et…ritoires-G1', 'Transition écologique et…ritoires-G2']);
  });

  it('is the same again, and of a size to be sent by mail', async () => {
    const page = await pageOf({ of: YEAR });
    expect(await makePage({ of: YEAR })).toBe(page);
    expect(new TextEncoder().encode(page).length).toBeLessThan(400_000);
  });
});

describe('the markup of a page', () => {
  it.each(['coordinator', 'participants'] as const)(
    'is sound for the %s: ids once, links and labels that lead somewhere',
    async (readership) => {
      const page = await pageOf({ of: YEAR, readership });
      const ids = all(page, / id="([^"]*)"/g);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      const wanted = [
        ...all(page, / href="#([^"]*)"/g),
        ...all(page, / for="([^"]*)"/g),
        ...all(page, / aria-(?:labelledby|describedby)="([^"]*)"/g).flatMap((names) => names.split(' ')),
      ];
      expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    },
  );

  it('fetches nothing, and allows its own style and script alone', async () => {
    const page = await pageOf({ of: YEAR });
    expect(page).not.toMatch(/ (?:src|srcset|action|style|on\w+)=|https?:|@import|url\(/);
    const policy = all(page, /Content-Security-Policy" content="([^"]*)"/g)[0].replaceAll('&#39;', "'");
    const hashOf = (element: string) => {
      const [text, ...more] = all(page, new RegExp(`<${element}>([^]*?)</${element}>`, 'g'));
      expect(more).toEqual([]);
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hashOf('style')}`,
      `script-src ${hashOf('script')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('lets no title end the style that holds it', async () => {
    const title = '</style><script>alert(1)</script>"; } * { color: red';
    const page = await pageOf({
      of: 'tiny',
      edits: { 'module.toml': (text) => text.replace(/^title = .*$/m, `title = '${title}'`) },
    });
    expect(all(page, /(<script)/g)).toHaveLength(1);
    expect(page).toContain('<h1>&lt;/style&gt;&lt;script&gt;');
    expect(all(page, /<style>([^]*?)<\/style>/g)[0]).not.toMatch(/alert\(|color: red/);
  });
});

describe('the words of a page', () => {
  it.each(['en', 'fr'] as const)(
    'are all there in %s, with no-break spaces where the language wants them',
    (language) => {
      const texts = textsIn(pageWordsOf(language));
      expect(texts.length).toBeGreaterThan(80);
      for (const text of texts) {
        expect(text.trim()).not.toBe('');
        expect(text).not.toContain("'");
        if (language === 'fr') expect(text).not.toMatch(/[^\u00a0][:;!?»]|«[^\u00a0]/);
        else expect(text).not.toMatch(/\s[:;!?]/);
      }
    },
  );
});

/** Every text of a catalogue; of a function, what it says of two values. */
function textsIn(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function')
    return [1, 2].flatMap((value) => textsIn(Reflect.apply(words, undefined, [value, 'x', 'y'])));
  return Object.values(words as object).flatMap(textsIn);
}
