import { fold } from '../domain/fold.js';

/** Words of file names that name no school. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'liste listes list lists eleve eleves etudiant etudiants stagiaire stagiaires student students pupil pupils roster rosters promo promotion promotions ' +
    'trombi trombinoscope inscrit inscrits inscription inscriptions participant participants effectif effectifs export final finale finales definitif definitive ' +
    'v version copie copy de des du d la le les l the of et and pour for module fichier file new nouveau nouvelle maj ok feuil sheet ecole school'
  ).split(' '),
);
/** A single word of so few letters is an acronym. */
const ACRONYM = 5;

/** The school that a roster's file name seems to name: `liste_eleves_ENA-2026 v2.xlsx` is of ENA. Never `''` for a name with a letter or digit. */
export function schoolOfFile(name: string): string {
  const stem = (name.split(/[/\\]/).at(-1) ?? name).replace(/#.*$/, '').replace(/\.[^.]{1,5}$/, '');
  const words = stem.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '' && !COMMON.has(fold(word)));
  if (words.length === 0) return stem.trim();
  const [only] = words;
  if (words.length === 1 && only.length <= ACRONYM) return only.toUpperCase();
  return words.map((word) => (word === word.toUpperCase() ? word : word[0].toUpperCase() + word.slice(1))).join(' ');
}
