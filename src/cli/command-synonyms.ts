import { fold } from '../domain/fold.js';
import type { CommandName } from './words/words.js';

/** Words that French speakers try for a command, folded. */
const MEANT: ReadonlyMap<string, CommandName | 'help'> = new Map([
  ['aide', 'help'],
  ['creer', 'init'],
  ['initialiser', 'init'],
  ['nouveau', 'init'],
  ['verifier', 'check'],
  ['controler', 'check'],
  ['planifier', 'plan'],
  ['planning', 'plan'],
  ['brasser', 'plan'],
  ['melanger', 'plan'],
  ['reparer', 'repair'],
  ['corriger', 'repair'],
  ['groupe', 'groups'],
  ['groupes', 'groups'],
  ['rotation', 'rotate'],
  ['horaire', 'timetable'],
  ['horaires', 'timetable'],
  ['calendrier', 'timetable'],
  ['noter', 'score'],
  ['evaluer', 'score'],
  ['comparer', 'compare'],
  ['meilleur', 'best'],
  ['prouver', 'verify'],
]);

/** Commander's message of an unknown command with what is meant by it, where commander has found nothing near. */
export function withCommand(message: string): string {
  const name = /^error: unknown command '(.*)'\n?$/.exec(message)?.[1];
  const meant = name === undefined ? undefined : MEANT.get(fold(name));
  return meant === undefined ? message : `${message.trimEnd()}\n(Did you mean ${meant}?)\n`;
}
