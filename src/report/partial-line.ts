import type { Language } from '../domain/settings.js';
import { counted } from './messages/plural.js';

/** What a partial timetable lacks, in one line. */
export function partialLine(
  { missingHearings, isFewestMissing }: { readonly missingHearings: number; readonly isFewestMissing: boolean },
  language: Language,
): string {
  if (language === 'fr') {
    const hearings = counted(language, missingHearings, 'audition n’a pas', 'auditions n’ont pas');
    const proof = isFewestMissing ? ' (on ne peut faire mieux, c’est prouvé)' : '';
    return `L’emploi du temps est incomplet${missingHearings === 0 ? '' : `\u00a0: ${hearings} de place${proof}`}.`;
  }
  const hearings = counted(language, missingHearings, 'hearing has', 'hearings have');
  const proof = isFewestMissing ? ' (the fewest there can be, proved)' : '';
  return `The timetable is not complete${missingHearings === 0 ? '' : `: ${hearings} no place${proof}`}.`;
}
