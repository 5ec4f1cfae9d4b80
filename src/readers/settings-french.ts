import { foldHeader } from '../domain/fold.js';

/** French words for keys and tables of the settings, folded as headers are, to those keys. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  titre: ['title'],
  langue: ['language'],
  fuseauhoraire: ['timezone'],
  graine: ['seed'],
  liste: ['roster'],
  listes: ['roster'],
  theme: ['themes'],
  groupe: ['groups'],
  groupes: ['groups'],
  equilibre: ['balance'],
  melange: ['balance'],
  poids: ['weights', 'weight', 'balance'],
  regle: ['rules'],
  regles: ['rules'],
  emploidutemps: ['timetable'],
  historique: ['history'],
  colonnes: ['columns'],
  ecole: ['school'],
  fichier: ['file'],
  encodage: ['encoding'],
  separateur: ['separator'],
  voeux: ['wishes'],
  observes: ['observed'],
  taille: ['size'],
  nombre: ['count'],
  seances: ['sessions'],
  salles: ['rooms'],
  temoins: ['witnesses'],
  disponibilites: ['availability'],
  trajets: ['travel'],
  deplacements: ['travel'],
  auditions: ['hearings_per_group'],
  auditionspargroupe: ['hearings_per_group'],
  jourscommuns: ['joint_days'],
  emploisdutemps: ['timetables'],
};

/** The key that a French word for it means, of those that may stand there; `undefined` for any other word. */
export function frenchKey(word: string, known: readonly string[]): string | undefined {
  const folded = foldHeader(word);
  return Object.hasOwn(KEYS, folded) ? KEYS[folded].find((key) => known.includes(key)) : undefined;
}
