import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../src/cli/failure.js';
import { FileProblem } from '../../src/node/file-problem.js';
import { rawWorkbook, textRow } from '../helpers/workbooks.js';
import { ROOT } from './run-cli.js';
import { runCli } from './warm-cli.js';
import { makeFolder, textOf } from './workspace.js';

const PAGE = await textOf(ROOT, 'docs', 'errors.md');

/** What the page shows of a message, in English and in French. */
function shown(name: string): readonly string[] {
  const [, section = ''] = PAGE.split(`<!-- message: ${name} -->`);
  return [...section.matchAll(/```text\n([\s\S]*?)\n```/g)].slice(0, 2).map(([, text]) => text);
}

/** What `check` says of a roster, in English and in French. */
async function saidOf(roster: Uint8Array): Promise<readonly string[]> {
  const cwd = await makeFolder();
  await mkdir(join(cwd, 'm'));
  await writeFile(join(cwd, 'm', 'north.xlsx'), roster);
  const said: string[] = [];
  for (const language of ['en', 'fr']) {
    const { code, stderr } = await runCli(
      ['check', '--roster', 'North=m/north.xlsx', '--count', '1', '--lang', language],
      { cwd },
    );
    expect(code).toBe(3);
    said.push(...stderr.split('\n').filter((line) => line.startsWith('m/north.xlsx')));
  }
  return said;
}

describe('the messages of docs/errors.md that no line of commands makes', () => {
  it('are those of a formula without a value', async () => {
    const header = textRow(1, 'id', 'family_name');
    const row = '<row r="2"><c r="A2"><f>1+1</f></c><c r="B2" t="inlineStr"><is><t>Ashcombe</t></is></c></row>';
    expect(await saidOf(rawWorkbook({ sheets: { North: header + row } }))).toEqual(shown('formula'));
  });

  it('are those of a workbook with a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'North', rows: [['id'], ['A1']] }],
      encryption: { password: 'x', spinCount: 10 },
    });
    expect(await saidOf(bytes)).toEqual(shown('password'));
  });

  it('are those of a file that another program holds open', () => {
    const failure = new FileProblem('not-writable', 'groups.csv', { reason: 'EBUSY' });
    expect((['en', 'fr'] as const).map((language) => describeFailure(failure, language).text)).toEqual(shown('open'));
  });
});
