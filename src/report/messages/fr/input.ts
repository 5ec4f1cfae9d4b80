import type {
  InputDiagnosticParams,
  ReferenceKind,
  SettingsType,
  TableName,
} from '../../../domain/diagnostics/input.js';
import { formatNumber } from '../../number-format.js';
import type { Catalogue } from '../catalogue.js';
import { enumerated } from '../enumerated.js';
import { counted } from '../plural.js';

const REFERENCES_INCONNUES: Readonly<Record<ReferenceKind, string>> = {
  theme: 'Aucun thème ne s’appelle ainsi.',
  'theme-or-strand': 'Aucun thème ni volet ne s’appelle ainsi.',
  session: 'Aucune séance ne s’appelle ainsi.',
  person: 'Personne n’a cet identifiant ni ce nom.',
  site: 'Aucune séance ni salle n’est sur un site de ce nom.',
  'witness-or-group': 'Aucun témoin, membre de jury ni groupe ne s’appelle ainsi.',
  attribute: 'Aucune liste n’a ce critère.',
  level: 'Personne n’a cette valeur.',
  target: 'Aucun groupe, thème ni volet ne s’appelle ainsi.',
};

const REFERENCES: Readonly<Record<ReferenceKind, string>> = {
  theme: 'thèmes',
  'theme-or-strand': 'thèmes ou volets',
  session: 'séances',
  person: 'personnes',
  site: 'sites',
  'witness-or-group': 'témoins, membres de jury ou groupes',
  attribute: 'critères',
  level: 'valeurs',
  target: 'groupes, thèmes ou volets',
};

const TABLES_VIDES: Readonly<Record<TableName, string>> = {
  roster: 'Cette liste ne contient personne ; sous l’en-tête, une ligne par personne était attendue.',
  themes: 'Ce fichier ne contient aucun thème ; sous l’en-tête, une ligne par thème ou par volet était attendue.',
  sessions: 'Ce fichier ne contient aucune séance ; sous l’en-tête, une ligne par séance était attendue.',
  rooms: 'Ce fichier ne contient aucune salle. Retirez-le de module.toml si les salles ne sont pas à attribuer.',
  witnesses: 'Ce fichier ne contient aucun témoin. Retirez-le de module.toml s’il n’y en a pas.',
  availability: 'Ce fichier ne dit rien de personne. Retirez-le de module.toml si chacun est toujours disponible.',
  travel:
    'Ce fichier ne nomme aucun trajet. Retirez-le de module.toml si personne ne met de temps d’un site à l’autre.',
  'group-list': 'Cette liste ne place personne ; sous l’en-tête, une ligne par personne était attendue.',
};

const TYPES: Readonly<Record<SettingsType, string>> = {
  text: 'un texte entre guillemets droits',
  texts: 'un texte entre guillemets droits, ou plusieurs\u00a0: ["…", "…"]',
  'whole-number': 'un nombre entier, sans guillemets',
  number: 'un nombre, 0 ou plus, sans guillemets et avec un point\u00a0: 13.5',
  table: 'une section, qui commence par une ligne comme [groups]',
  tables: 'une ou plusieurs sections, qui commencent chacune par une ligne comme [[roster]]',
};

const lieu = ({ otherFile, otherLine }: { otherFile: string; otherLine: number }): string =>
  `${otherFile}, ligne ${otherLine}`;
const ou = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' ou $1');
const enumeres = (words: readonly string[], count: number): string =>
  count > words.length ? `${words.join(', ')}… (${count} en tout)` : words.join(', ');
const cellules = (count: number): string => counted('fr', count, 'cellule', 'cellules');
const fois = (count: number): string => counted('fr', count, 'fois', 'fois');

/** What is wrong in a file, in French. */
export const input: Catalogue<InputDiagnosticParams> = {
  'file.workbook': () =>
    'C’est un classeur, pas un fichier texte. Enregistrez-le en CSV (dans Excel : Fichier, Enregistrer sous, CSV UTF-8).',
  'file.unknown-encoding': () =>
    'Aucun encodage ne porte ce nom ; les plus courants sont utf-8, windows-1252 et utf-16le.',
  'file.undecodable': ({ encoding }) =>
    `Certains octets du fichier ne sont pas des lettres dans l’encodage ${encoding}. Enregistrez-le en CSV UTF-8.`,
  'file.too-large': () =>
    'Le fichier dépasse 512 Mo, et un guillemet y reste ouvert, des blancs y touchent un guillemet, ou une ligne n’y finit pas : il ne peut pas être lu ainsi. Exportez-le de nouveau avec les seuls guillemets nécessaires, ou coupez-le en plusieurs fichiers.',
  'file.nul-byte': () =>
    'Il y a ici un octet nul : ce n’est pas un fichier texte lisible. Enregistrez-le en CSV UTF-8.',
  'file.empty': () => 'Le fichier est vide ; un en-tête et des lignes étaient attendus.',
  'file.spoiled-letters': () =>
    'Des lettres étaient déjà abîmées quand ce fichier a été produit (mauvais encodage). Exportez-le de nouveau en CSV UTF-8, ou corrigez-les.',

  'table.open-quote': () =>
    'Un guillemet s’ouvre ici et ne se referme jamais. Fermez-le, ou doublez-le s’il fait partie du texte.',
  'table.row-short': ({ cells, columns }) =>
    `La ligne a ${cellules(cells)}, l’en-tête en a ${columns} : elle est tronquée, ou un séparateur manque.`,
  'table.row-long': ({ cells, columns }) =>
    `La ligne a ${cellules(cells)}, l’en-tête en a ${columns}. Un texte qui contient le séparateur doit être entre guillemets droits.`,
  'table.no-rows': ({ table }) => TABLES_VIDES[table],

  'column.missing': ({ accepted }) =>
    `Il manque une colonne ${ou(accepted)}. Renommez un en-tête, ou dites lequel c’est dans [columns] de module.toml.`,
  'column.twice': ({ first, firstField }) =>
    `Cette colonne veut dire la même chose que « ${first} » (colonne ${firstField}). Renommez ou retirez l’une des deux.`,
  'column.nameless': ({ header }) =>
    `Cette colonne n’a pas d’en-tête à la ligne ${header}. Donnez-lui-en un, ou videz-la.`,
  'column.ignored': () => 'Cette colonne n’est pas utilisée.',

  'cell.empty': () => 'Cette cellule est vide ; elle doit être remplie.',
  'cell.not-a-whole-number': ({ least }) => `Un nombre entier, ${least} ou plus, était attendu.`,
  'cell.ambiguous-number': () =>
    'Une virgule et un point dans le même nombre : il peut se lire de deux façons. Écrivez-le sans séparateur de milliers.',
  'cell.not-a-date': () => 'Ce n’est pas une date ; écrivez-la comme 12/02/2018 ou 2018-02-12.',
  'cell.no-such-day': () => 'Ce jour n’existe pas dans le calendrier.',
  'cell.not-a-time': () => 'Ce n’est pas une heure ; écrivez-la comme 09:00, 9h ou 9h30.',
  'cell.not-a-moment': () =>
    'Une date, une heure ou les deux étaient attendues, comme 12/02/2018, 9h30 ou 12/02/2018 9h30.',
  'cell.not-one-of': ({ expectedFrench }) => `Valeurs possibles : ${ou(expectedFrench)}.`,

  'reference.unknown': ({ kind, known, count }) =>
    `${REFERENCES_INCONNUES[kind]}${known.length === 0 ? '' : ` Choix possibles : ${enumeres(known, count)}.`}`,
  'reference.ambiguous': ({ kind, candidates }) =>
    `Cela peut désigner plusieurs ${REFERENCES[kind]} : ${ou(candidates)}. Écrivez ${kind === 'person' ? 'l’identifiant' : 'l’un de ces choix'}.`,
  'id.twice': (other) => `Cela figure déjà dans ${lieu(other)}. Renommez ou retirez l’un des deux.`,

  'theme.title-differs': ({ theme, title, ...other }) =>
    `Le thème ${theme} s’intitule « ${title} » dans ${lieu(other)} ; c’est ce titre qui est retenu.`,
  'theme.strand-twice': ({ theme, ...other }) =>
    `Cette partie du thème ${theme} figure déjà dans ${lieu(other)}. Renommez ou retirez l’une des deux.`,
  'theme.strand-nameless': ({ theme }) =>
    `Le thème ${theme} a plusieurs lignes : chacune doit nommer son volet, et celle-ci n’en nomme pas.`,
  'theme.min-above-max': ({ min, max }) => `La taille minimale, ${min}, dépasse la taille maximale, ${max}.`,

  'session.end-before-start': ({ start }) =>
    `La séance finit avant de commencer, ou au moment où elle commence (${start}).`,
  'session.halves-sites': () =>
    'Les moitiés sont à deux endroits en même temps\u00a0: deux sites différents étaient attendus dans la colonne site, par exemple Assemblée|Sénat.',
  'session.unknown-audience': ({ expectedFrench }) =>
    `Valeurs possibles : ${ou(expectedFrench)}, ou l’identifiant d’un thème.`,
  'session.not-a-break': () =>
    'Les heures d’une pause, comme 10h30-10h45, ou un nombre entier de minutes, étaient attendus.',
  'session.break-outside': ({ start, end }) => `La séance ne va que de ${start} à ${end}.`,
  'session.breaks-overlap': ({ other }) => `Cette pause en chevauche une autre de la séance, ${other}.`,
  'session.break-untimed': () =>
    'Des minutes seules sont une pause après la moitié des restitutions, et cette séance n’en a pas : donnez ses heures, comme 10h30-10h45.',
  'session.break-twice': () =>
    'Des minutes seules sont une pause après la moitié des restitutions, et il y en a déjà une : donnez les heures de celle-ci, comme 10h30-10h45.',
  'travel.same-site': () => 'D’un site à lui-même, il n’y a pas de trajet\u00a0; un autre site était attendu.',
  'travel.twice': (other) => `Ces deux sites figurent déjà dans ${lieu(other)}. Retirez l’une des deux lignes.`,
  'room.site-near': () => 'Aucune séance n’a lieu sur ce site, et l’un des sites des séances porte un nom très proche.',
  'witness.departure-before-arrival': ({ arrival }) =>
    `Cette personne part avant d’arriver, ou au moment où elle arrive (${arrival}).`,

  'availability.unknown-state': () =>
    'Valeurs possibles : oui, si_besoin ou non ; dans une grille, aussi x, ? ou rien.',
  'availability.contradiction': ({ who, session, ...other }) =>
    `${who} a une autre réponse pour la séance ${session} dans ${lieu(other)}. Gardez l’une des deux.`,
  'availability.witness-missing': ({ witness }) =>
    `Rien n’est dit de ${witness}, qui compte donc comme jamais disponible.`,

  'roster.none': () =>
    'Il n’y a aucune liste : nommez-en une par [[roster]] dans module.toml, ou par --roster ÉCOLE=FICHIER.',
  'roster.nameless': () => 'Cette ligne n’a ni nom ni identifiant : on ne peut pas savoir de qui il s’agit.',
  'roster.lines-in-name': ({ spans }) =>
    `Ce nom s’étend sur ${spans} lignes et contient le séparateur\u00a0: deux guillemets isolés ont peut-être avalé une ligne entre eux. Retirez-les, ou doublez chacun.`,
  'roster.school-differs': ({ school }) =>
    `D’après les réglages, c’est la liste de ${school}. Corrigez la cellule, ou retirez l’école des réglages.`,
  'roster.person-twice': ({ name, ...other }) =>
    `${name} figure déjà dans ${lieu(other)}. Retirez l’une des deux lignes.`,
  'roster.id-shared': ({ id, name, otherName, ...other }) =>
    `${name} porte l’identifiant ${id} de ${otherName} (${lieu(other)}). Donnez à chacun le sien.`,
  'roster.homonyms': ({ name, school, ...other }) =>
    `Deux personnes${school === '' ? '' : ` de l’école ${school}`} s’appellent ${name} (l’autre : ${lieu(other)}). Ajoutez une colonne d’identifiants pour les distinguer, ou retirez l’une des lignes si c’est la même personne.`,
  'roster.same-name': ({ name, school, otherSchool, ...other }) =>
    `Une personne de ce nom figure aussi dans ${lieu(other)} (${otherSchool === school || otherSchool === '' ? 'même école' : otherSchool}). Retirez l’une des deux lignes si c’est la même\u00a0; si elles sont deux, ajoutez ce nom en tête de module.toml\u00a0: homonymes = [${JSON.stringify(name)}].`,
  'roster.same-name-more': ({ count }) =>
    `${counted('fr', count, 'autre nom figure', 'autres noms figurent')} dans deux listes ou deux écoles.`,
  'roster.gender-words': ({ attribute, levels, level }) =>
    `${enumerated(levels, 'et')} sont lus comme une seule valeur de ${attribute}\u00a0: «\u00a0${level}\u00a0».`,
  'roster.values-unsplit': ({ attribute, people, separator }) =>
    `On dirait plusieurs valeurs de ${attribute} dans une case (${counted('fr', people, 'personne', 'personnes')}), lues comme une seule. Séparez-les par |, ou donnez separator = ${JSON.stringify(separator)} à cette [[roster]] dans module.toml.`,
  'roster.column-near': () =>
    'Cette colonne est lue comme un critère de plus. Si c’en est une autre, corrigez son titre ou nommez-la dans [columns].',
  'roster.count-line': () => 'Cette ligne compte les personnes\u00a0: elle n’est pas lue.',
  'roster.total-differs': ({ total, people }) =>
    `Cette ligne en compte ${total}, et ${counted('fr', people, 'personne a été lue', 'personnes ont été lues')}\u00a0: il manque peut-être quelqu’un, ou il y a quelqu’un de trop.`,
  'roster.no-family-names': ({ people }) =>
    `Personne n’a de nom de famille dans cette liste\u00a0: ${people === 1 ? 'la personne serait affichée' : `les ${counted('fr', people, 'personne', 'personnes')} seraient affichées`} par leur seul prénom. Corrigez le titre de la colonne (nom), ou nommez-la dans [columns].`,
  'roster.level-near': ({ attribute, count, usualCount }) =>
    `Cette valeur de ${attribute} figure ${fois(count)} ; une valeur très proche figure ${fois(usualCount)}. Elles sont comptées à part.`,

  'rule.value-missing': ({ rule }) =>
    rule === 'at_least' || rule === 'at_most'
      ? `La règle ${rule} demande un nombre de personnes par groupe dans la colonne valeur.`
      : `La règle ${rule} demande un groupe, un thème ou un volet dans la colonne valeur.`,
  'rule.value-unused': ({ rule }) => `La règle ${rule} ne demande pas de valeur ; celle-ci n’est pas utilisée.`,
  'rule.needs-two': ({ rule }) => `La règle ${rule} demande au moins deux personnes.`,
  'group-list.no-group': ({ name }) => `${name} n’a pas de groupe dans cette liste.`,
  'group-list.no-header': ({ person }) =>
    `Un en-tête était attendu ici, et cette ligne nomme ${person}. Ajoutez-en un au-dessus, comme groupe;identifiant ou groupe;nom.`,
  'group-list.filled-down': ({ groups, people }) =>
    `${counted('fr', groups, 'groupe n’est nommé', 'groupes ne sont nommés')} que sur une ligne ; ${counted('fr', people, 'personne', 'personnes')} sans groupe, sur les lignes suivantes, ${people < 2 ? 'a été comptée' : 'ont été comptées'} dans le groupe au-dessus.`,
  'group-list.labels-read': ({ pairs, count }) =>
    `Des groupes sont écrits autrement que dans le module : ${enumeres(pairs, count)}.`,
  'group-list.unknown-label': ({ people }) =>
    `Le module n’a pas de groupe de ce nom\u00a0: il est lu comme un groupe à part, de ${counted('fr', people, 'personne', 'personnes')}.`,
  'group-list.board': ({ groups, people }) =>
    `Lu comme un tableau d’affichage : ${counted('fr', groups, 'colonne, un groupe chacune', 'colonnes, un groupe chacune')}, et ${counted('fr', people, 'personne', 'personnes')} au-dessous.`,
  'group-list.count-line': () => 'Cette ligne compte des personnes ; elle n’a pas été lue.',

  'history.unpaired': ({ timetables, groups }) =>
    `${counted('fr', timetables, 'emploi du temps antérieur', 'emplois du temps antérieurs')} et ${counted('fr', groups, 'liste de groupes', 'listes de groupes')}\u00a0: à chaque emploi du temps il faut la liste de ses groupes, à la même place.`,
  'history.lists-twice': () =>
    'Les réglages nomment deux fois les listes antérieures, par files et par groups, qui veulent dire la même chose. Gardez l’un des deux.',
  'history.by-name': ({ people, names }) =>
    `${counted('fr', people, 'personne est reconnue', 'personnes sont reconnues')} ici au nom et à l’école, non à l’identifiant (${names.join(', ')}${people > names.length ? '…' : ''}). Vérifiez que ce sont bien les mêmes.`,
  'history.other-person': ({ id, earlier, now, taken }) =>
    `L’identifiant ${id} est celui de ${earlier} dans cette liste et celui de ${now} dans les listes des écoles. ${taken === '' ? 'Ce sont donc deux personnes.' : `La ligne est comprise comme celle de ${taken}.`}`,
  'history.namesakes': ({ name, candidates }) =>
    `${name} peut désigner plusieurs personnes\u00a0: ${candidates.join(', ')}. La ligne est laissée de côté\u00a0; un identifiant trancherait.`,
  'history.nobody': () =>
    'Personne de cette liste antérieure n’est dans les listes des écoles. Les personnes sont reconnues à leur identifiant, sinon à leur nom.',
  'history.no-group': ({ timetable }) =>
    `Aucun groupe de cette liste n’est dans ${timetable}. Les listes antérieures ne sont peut-être pas dans l’ordre des emplois du temps.`,

  'settings.syntax': () =>
    'Cette ligne n’est pas du TOML valable. Un texte se met entre guillemets droits, une clé avec des accents ou des espaces aussi ; une clé ne figure qu’une fois ; une section commence par une ligne comme [groups].',
  'settings.key-twice': ({ key, firstLine }) =>
    `La clé ${key} figure déjà ligne ${firstLine}. Gardez l’une des deux lignes, ou écrivez celle-ci sous le titre de la table dont elle dépend.`,
  'settings.unknown-key': ({ table, known }) =>
    `${table === '' ? 'Les réglages n’ont' : `La section [${table}] n’a`} pas cette clé. Clés possibles : ${known.join(', ')}.`,
  'settings.missing-key': ({ key }) => `Il manque ici la clé ${key}.`,
  'settings.wrong-type': ({ expected }) => `Valeur attendue : ${TYPES[expected]}.`,
  'settings.unknown-timezone': () => 'Aucun fuseau horaire ne porte ce nom ; écrivez-le comme Europe/Paris.',
  'settings.namesake-unmet': ({ people }) =>
    people === 0
      ? 'Personne ne s’appelle ainsi dans les listes d’élèves\u00a0: il n’y a pas d’homonymes à distinguer.'
      : 'Une seule personne s’appelle ainsi dans les listes d’élèves\u00a0: il n’y a pas d’homonymes à distinguer.',
  'settings.unknown-column': ({ header }) =>
    `Aucun tableau n’a cette colonne ; « ${header} » ne peut donc pas la désigner.`,
  'settings.not-a-separator': () =>
    'Le séparateur de valeurs est l’un de\u00a0: | , / + point-virgule, ou «\u00a0\\n\u00a0» pour un retour à la ligne dans la case.',
  'settings.not-a-size': () =>
    'La taille des groupes est un nombre entier ou deux, le plus petit d’abord : 9 ou [9, 10] dans module.toml, 9 ou 9..10 en ligne de commande.',
  'settings.not-a-weight': () => 'Un poids est un nombre entier, 0 ou plus.',
  'settings.not-a-timetable-weight': ({ most }) =>
    `Le poids d’un souhait est un nombre entier de 0 à ${formatNumber('fr', most, 0)}.`,
  'settings.not-a-balance': () => 'Des critères et leurs poids étaient attendus, comme école=100,stages=60.',
  'settings.not-a-roster': () => 'Un nom de fichier était attendu, comme ENA=ena.csv.',
  'settings.attribute-twice': ({ first }) => `C’est le même critère que « ${first} ». Gardez l’un des deux.`,
};
