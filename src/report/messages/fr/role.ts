import type { RoleDiagnosticParams } from '../../../domain/diagnostics/role.js';
import type { Catalogue } from '../catalogue.js';
import { counted } from '../plural.js';

const personnes = (count: number) => counted('fr', count, 'personne', 'personnes');
/** Where the second of two opposed wishes stands. */
const dapres = (lines: string) =>
  lines === '' ? '' : ` (${lines.includes(',') ? 'lignes' : 'ligne'} ${lines} des règles)`;

/** Sentences about roles, in French. */
export const role: Catalogue<RoleDiagnosticParams> = {
  'role.count-missing': ({ role: kind }) =>
    `Le rôle ${kind} demande un nombre de personnes par groupe, comme «\u00a0${kind} 2\u00a0».`,
  'role.unweighted': ({ attribute }) =>
    `Aucun poids n’est donné à ${attribute}, qui a un rôle\u00a0: donnez-lui-en un dans [balance] (ou dans --balance), 0 pour le laisser de côté.`,
  'role.twice': ({ first }) =>
    `Ses rôles sont déjà donnés sous «\u00a0${first}\u00a0». Mettez-les sur une seule ligne\u00a0: ["…", "…"].`,
  'role.not-of-a-level': ({ role: kind, attribute }) =>
    `Le rôle ${kind} porte sur tous les nombres d’un critère\u00a0: donnez-le à ${attribute}, et non à l’une de ses valeurs.`,
  'role.not-a-number': ({ role: kind, attribute }) =>
    `Le rôle ${kind} demande des nombres pour ${attribute}, comme 12 ou 12,5\u00a0; une cellule vide compte comme la moyenne.`,
  'role.ambiguous-number': ({ attribute }) =>
    `Une virgule et un point dans un nombre de ${attribute}\u00a0: il peut se lire de deux façons. Écrivez-le sans séparateur de milliers.`,
  'role.several-numbers': ({ role: kind, attribute, name }) =>
    `${name} a plusieurs valeurs de ${attribute}, et le rôle ${kind} veut un seul nombre par personne.`,
  'role.more-numbers': ({ attribute, count }) =>
    `${counted('fr', count, 'autre cellule', 'autres cellules')} de ${attribute} ${count < 2 ? 'ne contient' : 'ne contiennent'} pas un nombre et un seul.`,
  'role.missing-numbers': ({ attribute, people, of }) =>
    `${personnes(people)} sur ${of} ${people < 2 ? 'n’a' : 'n’ont'} pas de nombre pour ${attribute}, et ${people < 2 ? 'compte' : 'comptent'} comme la moyenne.`,
  'role.not-a-list': () => 'Des critères et leurs rôles étaient attendus, comme langue=ensemble,école=INET=au_moins 2.',
  'roles.shared-not-alone': ({ attribute, example, levels, lines }) =>
    `Personne ne doit être seul avec ces valeurs de ${attribute}${dapres(lines)}, et la part équitable, de moins de 2 par groupe, les répartit une à une\u00a0: ${levels.join(', ')}. Les deux s’opposent. Peut-être "${example}" = "pas_seul" dans [roles], au lieu de la part équitable.`,
  'roles.shared-together': ({ attribute, example, levels, lines }) =>
    `Ces valeurs de ${attribute} doivent être ensemble${dapres(lines)}, et la part équitable les répartit entre tous les groupes\u00a0: ${levels.join(', ')}. Les deux s’opposent. Peut-être "${example}" = "ensemble" dans [roles], au lieu de la part équitable.`,
  'roles.distinct-gathered': ({ attribute, example, levels, lines, gathered }) =>
    `Un groupe ne doit pas compter deux fois la même de ces valeurs de ${attribute}, et pourtant ${gathered === 'together' ? 'elles doivent être ensemble' : 'personne ne doit y être seul de son cas'}${dapres(lines)}\u00a0: ${levels.join(', ')}. Gardez l’un des deux pour «\u00a0${example}\u00a0» et les autres.`,
  'roles.least-above-most': ({ attribute, example, levels, lines, least, most }) =>
    `Chaque groupe doit compter au moins ${least} et au plus ${most} personnes d’une valeur de ${attribute}${dapres(lines)}\u00a0: ${levels.join(', ')}. Gardez l’un des deux pour «\u00a0${example}\u00a0».`,
};
