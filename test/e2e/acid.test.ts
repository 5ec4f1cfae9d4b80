import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './warm-cli.js';
import { fixture } from './workspace.js';

const ACID = fixture('acid');

/** What a roster gives: its people, in any order, and what is said of it, each as `severity code line:column`. */
interface Outcome {
  readonly people: readonly string[];
  readonly said: readonly string[];
}

const THREE = ['1 Roche Ana', '2 Petit Léo', '3 Blanc Zoé'];
const TWO = THREE.slice(0, 2);
const people = (names: readonly string[], ...said: readonly string[]): Outcome => ({ people: names, said });
const refused = (...said: readonly string[]): Outcome => ({ people: [], said });
const otherFormat = refused('error workbook.other-format');
const damaged = refused('error workbook.damaged');

/** Of every file of the set, as somebody who opens it would judge. */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  // Encodings
  'utf-8-bom.csv': people(THREE),
  'utf-16-le-bom.csv': people(THREE),
  'utf-16-be-bom.csv': people(THREE),
  'utf-16-le-no-bom.csv': refused('error file.nul-byte 1'),
  'utf-16-odd-byte.csv': refused('error file.undecodable'),
  'utf-16-half-pair.csv': refused('error file.undecodable'),
  'utf-32-le.csv': refused('error file.nul-byte 1'),
  'windows-1252.csv': people([...THREE, '4 Œuf Chloë', '5 L’Hôte “Max”']),
  'macroman-or-broken.csv': refused('error file.undecodable'),
  'utf-8-cut.csv': refused(
    'warning file.spoiled-letters 1',
    'error table.row-short 3',
    'warning roster.column-near 1:prÃ©nom',
  ),
  'nul-in-cell.csv': refused('error file.nul-byte 2'),
  'nul-padding.csv': refused('error file.nul-byte 5'),
  'ctrl-z-at-end.csv': people(THREE),
  'invisible-characters.csv': people(['1 Ro\u200bche Ana', '2 \u202ePetit \u2066Léo']),
  // Line ends and quotation marks
  'cr-only.csv': people(THREE),
  'mixed-line-ends.csv': people(THREE),
  'blank-lines.csv': people(TWO),
  'line-breaks-in-cells.csv': people(['1 Roche\nde la Tour Ana\nMaria', '2 Petit Léo\nPaul', '3 Blanc "Zou" Zoé']),
  'quote-never-closed.csv': refused('error table.open-quote 3'),
  'quote-inside-cell.csv': people(['1 Roche 5" court Ana', '2 Petit Léo']),
  'text-after-quote.csv': people(['1 "Roche" junior Ana', '2 Petit Léo']),
  // As RFC 4180 reads it, and as nobody meant it.
  'lone-quote-cell.csv': people(
    ['1 Roche Ana', '2 ;Léo;M\n3; Zoé'],
    'warning roster.lines-in-name 3',
    'note balance.single-level',
  ),
  // Shapes
  'tabs.csv': people(THREE),
  'bars.csv': people(THREE),
  'commas.csv': people(['1 Roche, de Ana', '2 Petit Léo']),
  'sep-line.csv': people(THREE),
  'delimiter-in-quotes.csv': people(['1 Roche; de An;a', '2 Petit Léo']),
  'title-lines.csv': people(THREE),
  'total-line.csv': people(THREE, 'note roster.count-line 5'),
  'ragged-short.csv': refused('error table.row-short 3'),
  'ragged-long.csv': refused('error table.row-long 3'),
  'ragged-empty-cells.csv': people(TWO),
  'header-spaced.csv': people(TWO),
  'header-twice.csv': refused('error column.twice 1:genre'),
  'header-empty.csv': refused('error column.nameless 2'),
  'header-missing.csv': refused('error column.missing 1'),
  'header-only.csv': refused('error table.no-rows'),
  'empty.csv': refused('error file.empty'),
  'bom-alone.csv': refused('error file.empty'),
  'spaces-alone.csv': refused('error file.empty'),
  'nobody.csv': refused('error roster.nameless 3'),
  'same-id-twice.csv': refused('error roster.id-shared 5'),
  // Texts that mean something elsewhere
  'formulas.csv': people(['1 =HYPERLINK("http://x";"y") @Ana', '2 +33 1 -Léo', '3 =1+1 Zoé']),
  'terminal-escapes.csv': people(['1 \u001b[2J\u001b]0,pirate\u0007Roche Ana', '2 Petit Léo']),
  // Other formats, whatever they are called
  'workbook-called.csv': people(THREE),
  'csv-called.xlsx': people(THREE),
  'old-excel.xls': otherFormat,
  'page-called.xls': otherFormat,
  'xml-2003.xls': otherFormat,
  'pdf.csv': otherFormat,
  'picture.csv': otherFormat,
  'rich-text.rtf.csv': otherFormat,
  'workbook-zip-alone.xlsx': otherFormat,
  // Workbooks
  'workbook.xlsx': people(THREE),
  'workbook-cut.xlsx': damaged,
  'workbook-bit-flip.xlsx': damaged,
  'workbook-sheet-cut.xlsx': damaged,
  'workbook-sheet-not-xml.xlsx': damaged,
  'workbook-sheet-missing.xlsx': refused('error workbook.no-visible-sheet'),
  'workbook-far-cell.xlsx': refused('error workbook.too-spread'),
  'workbook-bomb.xlsx': refused('error workbook.too-large'),
  'workbook-bomb-dense.xlsx': refused('error workbook.too-dense'),
  'workbook-bomb-lying.xlsx': damaged,
  // An entity is not expanded, and a part that would lie outside goes nowhere: nothing is unpacked to the disk.
  'workbook-entities.xlsx': people(['1 &j; Ana', '2 Petit Léo']),
  'workbook-outside.xlsx': people(THREE),
};

interface Answer {
  readonly diagnostics: readonly { severity: string; code: string; line?: number; column?: string }[];
  readonly groups?: readonly { members: readonly { id: string; familyName: string; givenName: string }[] }[];
}

async function outcomeOf(file: string): Promise<Outcome & { readonly code: number | null }> {
  const asked = ['--roster', `A=${file}`, '--balance', 'genre=1', '--count', '1', '--effort', '0'];
  const { code, stdout } = await runCli(['groups', ...asked, '--json', '--lang', 'en']);
  const { diagnostics, groups = [] } = JSON.parse(stdout) as Answer;
  const members = groups.flatMap((group) => group.members);
  return {
    code,
    people: members.map(({ id, familyName, givenName }) => `${id} ${familyName} ${givenName}`).toSorted(),
    said: diagnostics.map(({ severity, code: said, line, column }) => {
      const place = [line, column].filter((part) => part !== undefined).join(':');
      return [severity, said, place].filter((part) => part !== '').join(' ');
    }),
  };
}

describe('the acid set', () => {
  it('has an outcome for each of its files', async () => {
    expect((await readdir(ACID)).toSorted()).toEqual(Object.keys(OUTCOMES).toSorted());
  });

  it.each(Object.entries(OUTCOMES))('%s is read right, or refused at the right place', async (name, expected) => {
    const { code, ...outcome } = await outcomeOf(join(ACID, name));
    expect(outcome).toEqual(expected);
    expect(code).toBe(expected.people.length > 0 ? 0 : 3);
  });
});
