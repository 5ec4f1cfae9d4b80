import type { Session } from '../domain/session.js';
import type { Source } from '../domain/source.js';
import type { TimetableModel } from './model.js';

/** The lines of facts, in the order given, each once. */
export function linesOf(...facts: readonly (readonly { readonly source: Source }[])[]): readonly Source[] {
  const lines = new Map<string, Source>();
  for (const { source } of facts.flat()) {
    const key = `${source.file}\u0000${source.line ?? ''}`;
    if (!lines.has(key)) lines.set(key, source);
  }
  return [...lines.values()];
}

/**
 * The lines that say when somebody can come, of some sessions; of groups those that say `no`, as a group is free where nothing is
 * said of it.
 */
export function pollLines(
  { programme }: TimetableModel,
  who: readonly string[],
  sessions: readonly Session[],
  which: 'all' | 'no' = 'all',
): readonly { readonly source: Source }[] {
  const { availability, availabilityLines } = programme;
  return who.flatMap((id) =>
    sessions.flatMap(({ id: session }) => {
      const line = availabilityLines?.get(id)?.get(session);
      if (line === undefined || (which === 'no' && availability?.get(id)?.get(session) !== 'no')) return [];
      const { file, line: number } = line;
      return [{ source: { file, ...(number === undefined ? {} : { line: number }) } }];
    }),
  );
}
