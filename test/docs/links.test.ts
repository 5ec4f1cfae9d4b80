import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../e2e/run-cli.js';
import { findPages } from '../e2e/walkthrough.js';

const PAGES = [...(await findPages()), 'CHANGELOG.md', 'CONTRIBUTING.md'];

/** A page without its blocks of code. */
async function proseOf(page: string): Promise<string> {
  return (await readFile(join(ROOT, page), 'utf8')).replaceAll(/^```[\s\S]*?^```$/gm, '');
}

/** Targets of all links and pictures of a page, code spans left aside. */
async function linksOf(page: string): Promise<readonly string[]> {
  const prose = await proseOf(page);
  const links = prose.replaceAll(/(?<!\[)`[^`\n]+`(?!\])/g, '').matchAll(/\]\((?<target>[^)\s]+)\)/g);
  return [...links].map(({ groups }) => groups?.['target'] ?? '');
}

/** The anchors that GitHub gives to the headings of a page, `-1` and so on behind those that come again. */
async function anchorsOf(page: string): Promise<ReadonlySet<string>> {
  const anchors = new Set<string>();
  for (const [, heading] of (await proseOf(page)).matchAll(/^#{1,6} (.*)$/gm)) {
    const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = words.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(/\s/g, '-');
    let anchor = slug;
    for (let again = 1; anchors.has(anchor); again++) anchor = `${slug}-${again}`;
    anchors.add(anchor);
  }
  return anchors;
}

describe('links', () => {
  it.each(PAGES)('of %s lead to files and headings that there are', async (page) => {
    const broken: string[] = [];
    for (const link of await linksOf(page)) {
      if (/^[a-z]+:/.test(link)) continue;
      const [path, anchor] = link.split('#', 2);
      const target = path === '' ? page : normalize(join(dirname(page), path));
      if (!existsSync(join(ROOT, target))) broken.push(link);
      else if (anchor !== undefined && !(await anchorsOf(target)).has(anchor)) broken.push(link);
    }
    expect(broken).toEqual([]);
  });

  it.each(['README.md', 'README.fr.md'])('of %s lead to every page', async (readme) => {
    const links = new Set(await linksOf(readme));
    const unnamed = (await findPages()).filter((page) => page.startsWith('docs/') && !links.has(page));
    expect(unnamed).toEqual([]);
  });
});
