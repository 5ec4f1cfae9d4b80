import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { asWord, tidyPaths } from '../../src/report/messages/place.js';

it('paths go no way there and back', () => {
  expect(tidyPaths('june/../my-module/inet.csv:3')).toBe('my-module/inet.csv:3');
  expect(tidyPaths('a/b/../../c.csv')).toBe('c.csv');
  expect(tidyPaths('/a/../c.csv')).toBe('/c.csv');
  expect(tidyPaths('Someone is in x/june/../ena.csv, line 2.')).toBe('Someone is in x/ena.csv, line 2.');
  expect(tidyPaths('(june/../ena.csv)')).toBe('(ena.csv)');
  for (const path of ['../my-module/inet.csv', '../../a.csv', './../a.csv', 'a/..b/c.csv', 'a b/c.csv', '1/2 of 3/4'])
    expect(tidyPaths(path)).toBe(path);
});

describe('a path in a command that is to be copied', () => {
  it('is left as it is where it is plain', () => {
    expect(asWord('module/ena-2026.csv')).toBe('module/ena-2026.csv');
  });

  it
    .skipIf(process.platform === 'win32')
    .each(['Liste élèves ENSP 2026.csv', 'l’été.csv', 'a"b`c$d\\e.csv', 'module/ena.csv', '(1) & co.xlsx'])(
    'is one word to a shell: %s',
    (name) => {
      expect(execFileSync('sh', ['-c', `printf %s ${asWord(name)}`], { encoding: 'utf8' })).toBe(name);
    },
  );
});
