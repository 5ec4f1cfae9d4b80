import { summariseDays, type JointDays } from '../domain/joint-days.js';
import type { Language } from '../domain/settings.js';
import { wordsOf } from './words.js';

/** The joint-days ledger in one line: mean, least and most days of a person, days of the programme, days asked for. */
export function jointDaysLine(jointDays: JointDays, language: Language): string {
  const words = wordsOf(language);
  const { asked, programmeDays } = jointDays;
  return `${words.jointDays}  ${words.jointDaysFigures({ ...summariseDays(jointDays), programmeDays, asked })}`;
}
