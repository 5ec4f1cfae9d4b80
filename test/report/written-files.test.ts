import { expect, it } from 'vitest';
import { wordsOf } from '../../src/report/words.js';
import { writtenFiles } from '../../src/report/written-files.js';

it('names the files of a folder and counts those of the folders in it', () => {
  const names = ['groups.csv', 'calendars/groups/A.ics', 'calendars/rooms/B.ics', 'more/a.txt', 'manifest.json'];
  expect(writtenFiles(names, wordsOf('en'))).toEqual([
    'groups.csv',
    'calendars/ (2 files)',
    'more/ (1 file)',
    'manifest.json',
  ]);
  expect(writtenFiles(names, wordsOf('fr'))[1]).toMatch(/^calendars\/ \(2\sfichiers\)$/);
});
