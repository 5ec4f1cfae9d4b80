import { expect, it } from 'vitest';
import { tidyPaths } from '../../src/report/messages/place.js';

it('paths go no way there and back', () => {
  expect(tidyPaths('june/../my-module/inet.csv:3')).toBe('my-module/inet.csv:3');
  expect(tidyPaths('a/b/../../c.csv')).toBe('c.csv');
  expect(tidyPaths('/a/../c.csv')).toBe('/c.csv');
  expect(tidyPaths('Someone is in x/june/../ena.csv, line 2.')).toBe('Someone is in x/ena.csv, line 2.');
  expect(tidyPaths('(june/../ena.csv)')).toBe('(ena.csv)');
  for (const path of ['../my-module/inet.csv', '../../a.csv', './../a.csv', 'a/..b/c.csv', 'a b/c.csv', '1/2 of 3/4'])
    expect(tidyPaths(path)).toBe(path);
});
