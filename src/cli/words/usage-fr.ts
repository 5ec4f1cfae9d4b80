import { rangeText } from '../../domain/start-range.js';
import { commanderInFrench } from './commander-fr.js';
import type { ExpectedWords, UsageWords } from './words.js';

export const expectedInFrench: ExpectedWords = {
  whole: (least, most) =>
    most === undefined
      ? `Un nombre entier est attendu, ${least} ou plus.`
      : `Un nombre entier de ${least} à ${most} est attendu.`,
  seconds: 'Un nombre de secondes supérieur à 0 est attendu.',
  day: 'Un jour est attendu\u00a0: 2018-02-12, ou 12/02/2018.',
  starts: 'Un nombre entier, 1 ou plus, est attendu, ou un intervalle de numéros de départs, par exemple 0..999.',
  shard: 'I/K est attendu, la part I de K, comptées à partir de 1\u00a0: de 1/10 à 10/10 pour dix parts.',
  place: 'Un nom est attendu.',
};

export const usageInFrench: UsageWords = {
  error: (message) => `erreur\u00a0: ${message}`,
  commander: commanderInFrench,
  fromExcludesExample: '--from et --example s’excluent.',
  coordinatorsFolder: (folder, readership) =>
    `${folder} contient votre propre plan, et --for ${readership} en fait un autre à afficher. Donnez-lui un dossier à part\u00a0: --out affichage.`,
  noNewFolder: 'init\u00a0: donnez le dossier à créer.',
  onlyOneStandardInput: 'l’entrée standard (-) ne peut être qu’un seul fichier.',
  noModuleHere: (settings) =>
    `pas de ${settings} dans le dossier courant\u00a0: nommez le dossier d’un module, ou donnez --roster ÉCOLE=FICHIER.`,
  moduleIsFile: (file) =>
    `${file} est un fichier\u00a0; le dossier d’un module était attendu. Si c’est une liste de personnes\u00a0: brassage init mon-module --from ${file}, ou --roster ÉCOLE=${file}.`,
  wrongValue: (flag, given, sentence) => `${flag} ${given}\u00a0: ${sentence}`,
  noPlanIn: (folder, list) => `--keep ${folder}\u00a0: ce dossier ne contient pas de plan (pas de ${list}).`,
  calendarsExclude: '--no-calendars et --person-calendars s’excluent.',
  personCalendarsPosted:
    '--person-calendars et --for s’excluent\u00a0: le calendrier d’une personne n’est que pour elle.',
  noTimetable: (flag) =>
    `${flag === undefined ? '' : `${flag}\u00a0: `}ce module n’a pas de [timetable]\u00a0: donnez --sessions FICHIER.`,
  changesNeedKeep: '--by changes\u00a0: donnez --keep FICHIER, l’emploi du temps publié auparavant.',
  noRooms: 'ce module n’a pas de liste de salles\u00a0: donnez --rooms FICHIER.',
  noWitnesses: 'ce module n’a pas de liste de grands témoins\u00a0: donnez --witnesses FICHIER.',
  shardAlone: '--shard demande --starts\u00a0: quels départs répartir, par exemple --starts 0..999.',
  tooManyShards: ({ index, of }, starts) =>
    `--shard ${index}/${of}\u00a0: il y a ${starts.count} départs à répartir (${rangeText(starts)}), moins que ${of} parts.`,
  outputFailed: (reason) => `la sortie standard ne peut pas être écrite (${reason}).`,
  modulesOrRounds: 'donnez --modules N, ou --rounds N pour les tours d’une journée\u00a0: l’un des deux.',
};
