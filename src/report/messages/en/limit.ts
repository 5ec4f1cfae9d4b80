import type { LimitDiagnosticParams } from '../../../domain/diagnostics/limit.js';
import type { Limited } from '../../../domain/limits.js';
import { formatNumber } from '../../number-format.js';
import type { Catalogue } from '../catalogue.js';

/** What there is too much of, and what to do. */
const WORDS: Readonly<Record<Limited, readonly [what: string, advice: string]>> = {
  people: ['people', 'Cut the cohort into several modules.'],
  themes: ['themes', 'Cut the cohort into several modules.'],
  rules: ['rules', 'Leave out those that others imply.'],
  'earlier-modules': ['earlier modules', 'Leave out the oldest.'],
  meetings: [
    'pairs who met in earlier modules',
    'Leave out the oldest modules, or those of which the groups were large.',
  ],
  counts: [
    'counts of a value in a group (values that are mixed × groups)',
    'Maybe a column in [balance] has another value for nearly everybody: leave it out.',
  ],
  sessions: ['sessions', 'Cut the programme into several modules.'],
  rooms: ['rooms', 'Leave out rooms that nobody needs.'],
  witnesses: ['witnesses and jury members', 'Cut the programme into several modules.'],
  'timetable-groups': ['groups with a timetable', 'Cut the cohort into several modules, or leave out [timetable].'],
  'timetable-rows': ['rows of a timetable (groups × sessions)', 'Cut the programme into several modules.'],
  'hearing-choices': [
    'choices of hearings (groups × witnesses × sessions with hearings)',
    'Cut the programme into several modules.',
  ],
  'room-choices': ['choices of rooms (groups × sessions × rooms)', 'Leave out rooms that nobody needs.'],
  'rotation-seats': ['seats (people × modules)', 'Plan fewer modules at once, or one after the other with [history].'],
};

export const limit: Catalogue<LimitDiagnosticParams> = {
  'limit.exceeded': ({ what, count, most }) => {
    const [name, advice] = WORDS[what];
    return `${formatNumber('en', count, 0)} ${name}; at most ${formatNumber('en', most, 0)} are taken. ${advice}`;
  },
};
