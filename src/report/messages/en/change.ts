import type { Change } from '../../../domain/diagnostics/change.js';
import type { ChangeWords } from '../catalogue.js';
import { counted } from '../plural.js';
import { timetableChanges } from './timetable-change.js';

/** What would do instead, as a sentence that begins with "Maybe"; `''` where nothing is proposed. */
export function adviceInEnglish(changes: readonly Change[]): string {
  return changes.length === 0 ? '' : `Maybe ${changes.map(phrase).join(', or ')}.`;
}

const PHRASES: ChangeWords = {
  ...timetableChanges,
  count: ({ rule, count, line }) => `${rule} ${count} in line ${line}`,
  'leave-out': ({ line, names }) => `line ${line} without ${names.join(', ')}`,
  fewer: ({ line, people }) => `${counted('en', people, 'person', 'people')} fewer in line ${line}`,
  soften: ({ lines, which }) => {
    if (lines.length === 1) return `a weight on line ${lines[0]} (or drop it)`;
    return which === 'any'
      ? `a weight on one of lines ${lines.join(', ')} (or drop it)`
      : `a weight on each of lines ${lines.join(', ')} (or drop them)`;
  },
  groups: ({ groups, min, max }) =>
    `${counted('en', groups, 'group', 'groups')} (size ${min === max ? min : `${min}..${max}`})`,
  strand: ({ column, value, strand, file, line }) =>
    `${column} ${value} for ${strand} (${file}${line === undefined ? '' : `:${line}`})`,
};

function phrase<Kind extends Change['kind']>(change: Extract<Change, { kind: Kind }>): string {
  return PHRASES[change.kind](change);
}
