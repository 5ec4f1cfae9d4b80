import type { FirstDifference } from '../domain/diagnostics/verify.js';

/** Characters of a long line that are shown, and those of them before the point where two lines part. */
const SHOWN = 100;
const LEAD = 30;

/** Where two files begin to differ; `undefined` where they are the same bytes. Text is told by lines, anything else by bytes. */
export function findFirstDifference(here: Uint8Array, there: Uint8Array): FirstDifference | undefined {
  const offset = firstOffset(here, there);
  if (offset === undefined) return undefined;
  const [ours, theirs] = [decode(here), decode(there)];
  if (ours === undefined || theirs === undefined) return { kind: 'byte', offset };
  const [left, right] = [linesOf(ours), linesOf(theirs)];
  const index = left.findIndex((line, at) => line !== right.at(at));
  const line = index < 0 ? left.length : index;
  const [a, b] = [left.at(line), right.at(line)];
  return { kind: 'line', line: line + 1, here: cutOut(a, b), there: cutOut(b, a) };
}

function firstOffset(a: Uint8Array, b: Uint8Array): number | undefined {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) if (a[at] !== b[at]) return at;
  return a.length === b.length ? undefined : shorter;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Lines with their ends, so that a file whose ends alone were changed differs in its first; nothing after a last end. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** A line without its end, but where nothing else differs; of a long one what is around the first difference. */
function cutOut(line: string | undefined, other: string | undefined): string | undefined {
  if (line === undefined) return undefined;
  const [plain, otherPlain] = [withoutEnd(line), other === undefined ? undefined : withoutEnd(other)];
  const [shown, beside] = plain === otherPlain ? [line, other ?? ''] : [plain, otherPlain ?? ''];
  const letters = [...shown];
  if (letters.length <= SHOWN) return shown;
  const others = [...beside];
  const parting = letters.findIndex((letter, at) => letter !== others.at(at));
  const at = parting < 0 ? letters.length : parting;
  const from = Math.max(0, Math.min(at - LEAD, letters.length - SHOWN));
  const end = Math.min(letters.length, from + SHOWN);
  return `${from > 0 ? '…' : ''}${letters.slice(from, end).join('')}${end < letters.length ? '…' : ''}`;
}

function withoutEnd(line: string): string {
  return line.replace(/\r?\n$/, '');
}
