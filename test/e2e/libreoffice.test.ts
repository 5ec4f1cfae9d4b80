import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convert, hasLibreOffice } from './libreoffice.js';
import { runWell } from './warm-cli.js';
import { fixture, makeFolder, textOf } from './workspace.js';

/** Semicolons, quotes, UTF-8, French: what a person picks, or finds picked, when a file of ours is opened. */
const FRENCH_CSV = 'CSV:59,34,76,1,,1036';

// Skipped with its name in the report where there is no LibreOffice; .ci/run installs it.
describe.skipIf(!hasLibreOffice())('the lists opened in LibreOffice', () => {
  it('show accents, one column a field, ids as text and dates as dates', async () => {
    const folder = await makeFolder();
    const out = join(folder, 'out');
    await runWell(['plan', fixture('regards-croises-2018'), '--out', out, '--effort', '0', '--quiet']);
    const files = ['groups.csv', 'timetable.csv'].map((name) => join(out, name));
    await convert(folder, 'fods', files, `--infilter=${FRENCH_CSV}`);
    const groups = await textOf(folder, 'groups.fods');
    for (const word of ['Lefèvre', 'prénom', 'préfecture', 'L’Hœillet']) {
      expect(groups).toContain(`<text:p>${word}`);
    }
    expect(groups).toContain('<text:p>VILLE-A1</text:p>');
    expect(new Set(groups.match(/office:value-type="\w+"/g))).toEqual(new Set(['office:value-type="string"']));

    const timetable = await textOf(folder, 'timetable.fods');
    const rows = (await textOf(out, 'timetable.csv')).trimEnd().split('\r\n').length - 1;
    expect(timetable.match(/office:value-type="date"/g)).toHaveLength(rows);
    expect(timetable).toContain('office:date-value="2018-02-12"');
    expect(timetable).not.toContain('office:date-value="2018-12-02"');
  }, 120_000);
});
