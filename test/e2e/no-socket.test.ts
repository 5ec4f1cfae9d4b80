import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.js';
import { fixture, makeFolder } from './workspace.js';

const FORBID = new URL('forbid-sockets.js', import.meta.url).href;
const closed = { env: { NODE_OPTIONS: `--import=${FORBID}` } };

describe('a connection', () => {
  it('would be noticed by this test', async () => {
    const script = "import('node:net').then((net) => net.connect(9, '127.0.0.1'))";
    const asked = promisify(execFile)(process.execPath, ['--import', FORBID, '-e', script]);
    await expect(asked).rejects.toMatchObject({ code: 99 });
    const fetching = promisify(execFile)(process.execPath, ['--import', FORBID, '-e', "fetch('http://127.0.0.1:9')"]);
    await expect(fetching).rejects.toMatchObject({ code: 99 });
  });

  it('is opened by no command, however it reads, proves, packs or searches', async () => {
    const home = await makeFolder();
    const at = (name: string) => join(home, name);
    const module = fixture('tiny');
    const groups = at('out/groups.csv');
    for (const args of [
      ['init', at('module')],
      ['init', at('guessed'), '--from', join(fixture('acid'), 'workbook.xlsx')],
      ['check', module],
      ['plan', module, '--out', at('out'), '--prove', '--threads', '2'],
      ['groups', module, '--output', at('list.csv')],
      ['score', module, '--groups', groups],
      ['compare', groups, at('list.csv'), module],
      ['timetable', module, '--groups', groups, '--output', at('timetable.csv')],
      ['repair', module, '--keep', at('out'), '--out', at('repaired')],
      ['rotate', module, '--modules', '2', '--effort', '0', '--out', at('rotation')],
      ['verify', at('out'), module],
      ['completion', 'bash'],
      ['--help'],
    ]) {
      const { code, stderr } = await runCli(args, closed);
      expect({ args, code, stderr: code === 0 ? '' : stderr }).toEqual({ args, code: 0, stderr: '' });
    }
  });
});
