import { describe, expect, it } from 'vitest';
import { createStyle } from '../../src/cli/color.js';
import { PLAIN } from '../../src/report/style.js';

const TERMINAL = { isTTY: true };
const PIPE = {};

/** Whether emphasis writes escape sequences. */
function isColoured(stream: { isTTY?: boolean }, wanted: boolean | undefined, env: Record<string, string>): boolean {
  return createStyle(stream, wanted, env).bad('x') !== 'x';
}

describe('colour', () => {
  it('is decided by the terminal when nobody says anything', () => {
    expect(isColoured(TERMINAL, undefined, {})).toBe(true);
    expect(isColoured(PIPE, undefined, {})).toBe(false);
    expect(createStyle(PIPE, undefined, {})).toBe(PLAIN);
  });

  it('is switched off on a terminal by --no-color, NO_COLOR, FORCE_COLOR=0 and a dumb terminal', () => {
    expect(isColoured(TERMINAL, false, {})).toBe(false);
    expect(isColoured(TERMINAL, undefined, { NO_COLOR: '1' })).toBe(false);
    expect(isColoured(TERMINAL, undefined, { FORCE_COLOR: '0' })).toBe(false);
    expect(isColoured(TERMINAL, undefined, { TERM: 'dumb' })).toBe(false);
  });

  it('is not switched off by an empty NO_COLOR (no-color.org)', () => {
    expect(isColoured(TERMINAL, undefined, { NO_COLOR: '' })).toBe(true);
  });

  it('is switched on in a pipe by FORCE_COLOR, and --no-color wins over it', () => {
    expect(isColoured(PIPE, undefined, { FORCE_COLOR: '1' })).toBe(true);
    expect(isColoured(PIPE, false, { FORCE_COLOR: '1' })).toBe(false);
  });
});
