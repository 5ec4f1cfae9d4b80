import { mostOf } from '../../domain/extremes.js';
/** Letters of Arial that are narrower, or wider, than its digits. */
const NARROW = /[ijltfI.,:;'’|!()/\s·-]/u;
const SLIM = /[sckvxyzJ]/u;
const WIDE = /[mMW@%œŒæÆ]/u;
const CAPITAL = /[\p{Lu}w–—]/u;
/** Those that take two columns on any screen. */
const DOUBLE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u;

/** About how many digits of the usual font a text is as wide as; of several lines the widest. */
export function textWidth(text: string): number {
  return text.includes('\n') ? mostOf(text.split('\n').map(lineWidth)) : lineWidth(text);
}

function lineWidth(line: string): number {
  let width = 0;
  for (const letter of line) {
    let own = known.get(letter);
    if (own === undefined) {
      own = letterWidth(letter);
      known.set(letter, own);
    }
    width += own;
  }
  return width;
}

/** Letters that were measured: few, and met thousands of times. */
const known = new Map<string, number>();

function letterWidth(letter: string): number {
  if (NARROW.test(letter)) return 0.52;
  if (SLIM.test(letter)) return 0.9;
  if (WIDE.test(letter)) return 1.5;
  if (CAPITAL.test(letter)) return 1.25;
  return DOUBLE.test(letter) ? 2 : 1;
}

/** In points, of a line of the usual font, and what a row has beside its lines. */
const LINE_HEIGHT = 12.5;
const ROW_MARGIN = 2;

/** Height in points of a row of so many lines: not every spreadsheet finds it itself. */
export function rowHeight(lines: number): number {
  return lines * LINE_HEIGHT + ROW_MARGIN;
}

/** Lines that a text takes, wrapped word by word in so much room. */
export function wrappedLines(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const own = textWidth(word);
    if (used > 0 && used + SPACE + own > width) {
      lines++;
      used = 0;
    }
    used += own + (used > 0 ? SPACE : 0);
    const more = Math.ceil(used / width) - 1;
    lines += Math.max(0, more);
    used -= Math.max(0, more) * width;
  }
  return lines;
}

const SPACE = 0.52;
