import type { Words } from './words.js';

/** The files of a folder as a line names them: those of a folder below are counted (`calendars/ (58 files)`), where it first occurs. */
export function writtenFiles(names: readonly string[], words: Words): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    const [top] = name.split('/');
    const shown = top === name ? name : `${top}/`;
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  return [...counts].map(([shown, count]) => (shown.endsWith('/') ? `${shown} (${words.files(count)})` : shown));
}
