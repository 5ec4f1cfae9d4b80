import type { Change } from '../../../domain/diagnostics/change.js';
import type { ChangeWords } from '../catalogue.js';
import { counted } from '../plural.js';
import { timetableChanges } from './timetable-change.js';

/** What would do instead, as a sentence that begins with « Peut-être »; `''` where nothing is proposed. */
export function adviceInFrench(changes: readonly Change[]): string {
  return changes.length === 0 ? '' : `Peut-être ${changes.map(phrase).join(', ou ')}.`;
}

/** Columns of the themes file as French files have them. */
const COLUMNS = { groups: 'groupes', min: 'min', max: 'max' } as const;

const PHRASES: ChangeWords = {
  ...timetableChanges,
  count: ({ rule, count, line }) => `${rule} ${count} à la ligne ${line}`,
  'leave-out': ({ line, names }) => `la ligne ${line} sans ${names.join(', ')}`,
  fewer: ({ line, people }) => `${counted('fr', people, 'personne', 'personnes')} de moins à la ligne ${line}`,
  soften: ({ lines, which }) => {
    if (lines.length === 1) return `un poids à la ligne ${lines[0]} (ou la retirer)`;
    return which === 'any'
      ? `un poids à l’une des lignes ${lines.join(', ')} (ou la retirer)`
      : `un poids à chacune des lignes ${lines.join(', ')} (ou les retirer)`;
  },
  groups: ({ groups, min, max }) =>
    `${counted('fr', groups, 'groupe', 'groupes')} (taille ${min === max ? min : `${min}..${max}`})`,
  strand: ({ column, value, strand, file, line }) =>
    `«\u00a0${COLUMNS[column]}\u00a0» à ${value} pour ${strand} (${file}${line === undefined ? '' : `:${line}`})`,
};

function phrase<Kind extends Change['kind']>(change: Extract<Change, { kind: Kind }>): string {
  return PHRASES[change.kind](change);
}
