import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { Source } from '../domain/source.js';
import { fold } from '../domain/fold.js';

/** Remembers ids and reports the second use of one, on folded texts: `b1` beside `B1` would confuse people. */
export function createIdRegister(): (id: string, source: Source, report: (diagnostic: Diagnostic) => void) => boolean {
  const first = new Map<string, Source>();
  return (id, source, report) => {
    const key = fold(id) || id;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, source);
      return true;
    }
    report(diagnose('error', 'id.twice', placeOf(other), { source, value: id }));
    return false;
  };
}

/** File and line of another place that a message names; line 0 when there is none. */
export function placeOf(source: Source): { otherFile: string; otherLine: number } {
  return { otherFile: source.file, otherLine: source.line ?? 0 };
}
