import type { Language } from '../../domain/settings.js';

export interface WorkbookWords {
  readonly groups: string;
  readonly noticeBoard: string;
  readonly byName: string;
  /** Header word of a person's names in one. */
  readonly name: string;
  /** Header word of the rank of the wish fulfilled. */
  readonly wish: string;
  readonly byGroup: string;
  readonly byRoom: string;
  readonly byWitness: string;
  readonly balance: string;
  readonly notes: string;
  /** Header word of the titles of theme and strand, beside their ids. */
  readonly groupTitle: string;
  /** Of a plan without a title. */
  readonly plan: string;
  readonly level: string;
  readonly total: string;
  readonly fairShare: string;
  /** What the marks and colours of counts mean. */
  readonly marks: string;
  readonly otherRole: string;
  readonly verdicts: string;
  readonly provenance: string;
  readonly again: string;
  readonly howAgain: string;
  readonly colon: string;
  readonly page: (page: string, pages: string) => string;
}

const WORDS: Readonly<Record<Language, WorkbookWords>> = {
  en: {
    groups: 'Groups',
    noticeBoard: 'Notice board',
    byName: 'By name',
    name: 'name',
    wish: 'wish',
    byGroup: 'Timetable by group',
    byRoom: 'Timetable by room',
    byWitness: 'Timetable by witness',
    balance: 'Balance',
    notes: 'Notes',
    groupTitle: 'title',
    plan: 'Plan of the groups',
    level: 'level',
    total: 'total',
    fairShare: 'fair share',
    marks:
      'People of each group who hold each level. Green: fair share, rounded down or up. ▲ one above it, ▼ one below it; ▲▲, ▼▼ two or more.',
    otherRole: 'not to be shared out fairly: it has another role',
    verdicts: 'What the plan is worth',
    provenance: 'Where it comes from',
    again: 'How to make it again',
    howAgain:
      'brassage verify out   (out: the folder of this workbook) compares every file with the inputs and makes the plan again, to the byte.',
    colon: ': ',
    page: (page, pages) => `Page ${page} of ${pages}`,
  },
  fr: {
    groups: 'Groupes',
    noticeBoard: 'Affichage',
    byName: 'Liste alphabétique',
    name: 'nom',
    wish: 'vœu',
    byGroup: 'Emploi du temps par groupe',
    byRoom: 'Emploi du temps par salle',
    byWitness: 'Emploi du temps par témoin',
    balance: 'Mélange',
    notes: 'Notes',
    groupTitle: 'intitulé',
    plan: 'Plan des groupes',
    level: 'valeur',
    total: 'total',
    fairShare: 'part équitable',
    marks:
      'Élèves de chaque groupe qui ont chaque valeur. Vert : part équitable, arrondie par défaut ou par excès. ▲ un de plus, ▼ un de moins ; ▲▲, ▼▼ deux ou davantage.',
    otherRole: 'n’est pas à répartir équitablement : cette valeur a un autre rôle',
    verdicts: 'Ce que vaut le plan',
    provenance: 'D’où il vient',
    again: 'Comment le refaire',
    howAgain:
      'brassage verify out   (out : le dossier de ce classeur) compare chaque fichier aux données de départ et refait le plan, à l’octet près.',
    colon: '\u00a0: ',
    page: (page, pages) => `Page ${page} sur ${pages}`,
  },
};

export function workbookWordsOf(language: Language): WorkbookWords {
  return WORDS[language];
}
