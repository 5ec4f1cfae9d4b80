import type { Diagnostic, DiagnosticCode, DiagnosticParams } from '../../domain/diagnostic.js';
import type { Language } from '../../domain/settings.js';
import type { Catalogue } from './catalogue.js';
import { adviceInEnglish } from './en/change.js';
import { group as groupInEnglish } from './en/group.js';
import { guess as guessInEnglish } from './en/guess.js';
import { input as inputInEnglish } from './en/input.js';
import { limit as limitInEnglish } from './en/limit.js';
import { person as personInEnglish } from './en/person.js';
import { plans as plansInEnglish } from './en/plans.js';
import { repair as repairInEnglish } from './en/repair.js';
import { role as roleInEnglish } from './en/role.js';
import { timetable as timetableInEnglish } from './en/timetable.js';
import { verify as verifyInEnglish } from './en/verify.js';
import { workbook as workbookInEnglish } from './en/workbook.js';
import { adviceInFrench } from './fr/change.js';
import { group as groupInFrench } from './fr/group.js';
import { guess as guessInFrench } from './fr/guess.js';
import { input as inputInFrench } from './fr/input.js';
import { limit as limitInFrench } from './fr/limit.js';
import { person as personInFrench } from './fr/person.js';
import { plans as plansInFrench } from './fr/plans.js';
import { repair as repairInFrench } from './fr/repair.js';
import { role as roleInFrench } from './fr/role.js';
import { timetable as timetableInFrench } from './fr/timetable.js';
import { verify as verifyInFrench } from './fr/verify.js';
import { workbook as workbookInFrench } from './fr/workbook.js';

const CATALOGUES: Readonly<Record<Language, Catalogue<DiagnosticParams>>> = {
  en: {
    ...inputInEnglish,
    ...workbookInEnglish,
    ...personInEnglish,
    ...groupInEnglish,
    ...roleInEnglish,
    ...timetableInEnglish,
    ...plansInEnglish,
    ...verifyInEnglish,
    ...repairInEnglish,
    ...guessInEnglish,
    ...limitInEnglish,
  },
  fr: {
    ...inputInFrench,
    ...workbookInFrench,
    ...personInFrench,
    ...groupInFrench,
    ...roleInFrench,
    ...timetableInFrench,
    ...plansInFrench,
    ...verifyInFrench,
    ...repairInFrench,
    ...guessInFrench,
    ...limitInFrench,
  },
};

const ADVICE = { en: adviceInEnglish, fr: adviceInFrench };

/** Changes to a programme that a sentence names: the smallest, as the others are in the JSON. */
const MOST_CHANGES = 3;

/** The sentence of a diagnostic and the advice that ends it, without the place it is about. */
export function sentenceOf(diagnostic: Diagnostic, language: Language): string {
  // The code chooses sentence and facts together; the compiler cannot follow that through the union.
  const sentence = CATALOGUES[language][diagnostic.code] as (params: DiagnosticParams[DiagnosticCode]) => string;
  const { code, changes = [] } = diagnostic;
  const advice = ADVICE[language](code.startsWith('timetable.') ? changes.slice(0, MOST_CHANGES) : changes);
  return advice === '' ? sentence(diagnostic.params) : `${sentence(diagnostic.params)} ${advice}`;
}
