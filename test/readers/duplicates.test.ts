import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/domain/diagnostic.js';
import { createIdRegister, placeOf } from '../../src/readers/duplicates.js';

describe('an id', () => {
  it('is used once, whatever its letters, and the second use names the first', () => {
    const register = createIdRegister();
    const found: Diagnostic[] = [];
    const use = (id: string, line: number) =>
      register(id, { file: 'a.csv', line }, (diagnostic) => void found.push(diagnostic));
    expect([use('B1', 2), use('B2', 3), use('b1', 4), use('-', 5), use('.', 6)]).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
    expect(found).toEqual([
      {
        severity: 'error',
        code: 'id.twice',
        params: { otherFile: 'a.csv', otherLine: 2 },
        source: { file: 'a.csv', line: 4 },
        value: 'b1',
      },
    ]);
  });

  it('of a file without lines was on line 0', () => {
    expect(placeOf({ file: 'a.csv' })).toEqual({ otherFile: 'a.csv', otherLine: 0 });
  });
});
