import type { Change } from '../../../domain/diagnostics/change.js';
import { counted } from '../plural.js';

/** What would do instead, as a sentence that begins with « Peut-être »; `''` where nothing is proposed. */
export function adviceInFrench(changes: readonly Change[]): string {
  return changes.length === 0 ? '' : `Peut-être ${changes.map(phrase).join(', ou ')}.`;
}

function phrase(change: Change): string {
  switch (change.kind) {
    case 'count':
      return `${change.rule} ${change.count} à la ligne ${change.line}`;
    case 'leave-out':
      return `la ligne ${change.line} sans ${change.names.join(', ')}`;
    case 'fewer':
      return `${counted('fr', change.people, 'personne', 'personnes')} de moins à la ligne ${change.line}`;
    case 'soften':
      if (change.lines.length === 1) return `un poids à la ligne ${change.lines[0]} (ou la retirer)`;
      return change.which === 'any'
        ? `un poids à l’une des lignes ${change.lines.join(', ')} (ou la retirer)`
        : `un poids à chacune des lignes ${change.lines.join(', ')} (ou les retirer)`;
    case 'groups':
      return `${counted('fr', change.groups, 'groupe', 'groupes')} (taille ${change.min === change.max ? change.min : `${change.min}..${change.max}`})`;
    case 'strand':
      return `${change.column} ${change.value} pour ${change.strand} (${change.file}${change.line === undefined ? '' : `:${change.line}`})`;
  }
}
