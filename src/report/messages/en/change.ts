import type { Change } from '../../../domain/diagnostics/change.js';
import { counted } from '../plural.js';

/** What would do instead, as a sentence that begins with "Maybe"; `''` where nothing is proposed. */
export function adviceInEnglish(changes: readonly Change[]): string {
  return changes.length === 0 ? '' : `Maybe ${changes.map(phrase).join(', or ')}.`;
}

function phrase(change: Change): string {
  switch (change.kind) {
    case 'count':
      return `${change.rule} ${change.count} in line ${change.line}`;
    case 'leave-out':
      return `line ${change.line} without ${change.names.join(', ')}`;
    case 'fewer':
      return `${counted('en', change.people, 'person', 'people')} fewer in line ${change.line}`;
    case 'soften':
      if (change.lines.length === 1) return `a weight on line ${change.lines[0]} (or drop it)`;
      return change.which === 'any'
        ? `a weight on one of lines ${change.lines.join(', ')} (or drop it)`
        : `a weight on each of lines ${change.lines.join(', ')} (or drop them)`;
    case 'groups':
      return `${counted('en', change.groups, 'group', 'groups')} (size ${change.min === change.max ? change.min : `${change.min}..${change.max}`})`;
    case 'strand':
      return `${change.column} ${change.value} for ${change.strand} (${change.file}${change.line === undefined ? '' : `:${change.line}`})`;
  }
}
