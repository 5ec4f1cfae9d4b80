import type { Language } from '../domain/settings.js';
import type { RowStatus } from '../domain/timetable.js';
import type { Witness } from '../domain/witness.js';

const STATUSES: Readonly<Record<RowStatus, Readonly<Record<Language, string>>>> = {
  new: { en: 'new', fr: 'nouveau' },
  moved: { en: 'moved', fr: 'modifié' },
  cancelled: { en: 'cancelled', fr: 'annulé' },
  unchanged: { en: 'unchanged', fr: 'inchangé' },
};

const ROLES: Readonly<Record<Witness['role'] | 'pupil', Readonly<Record<Language, string>>>> = {
  witness: { en: 'witness', fr: 'témoin' },
  jury: { en: 'jury', fr: 'jury' },
  pupil: { en: 'pupil', fr: 'élève' },
};

/** The word of what became of a row since it was last published. */
export function statusWord(status: RowStatus, language: Language): string {
  return STATUSES[status][language];
}

/** The word of what a person from outside comes for, or that somebody is a pupil. */
export function roleWord(role: Witness['role'] | 'pupil', language: Language): string {
  return ROLES[role][language];
}
