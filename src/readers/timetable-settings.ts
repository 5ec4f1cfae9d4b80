import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { TimetableSettings } from '../domain/settings.js';
import { HIGHEST_TIMETABLE_WEIGHT, TIMETABLE_TERMS, type TimetableWeights } from '../domain/timetable-terms.js';
import { showValue, type TomlReader } from './toml-table.js';

const KEYS = [
  'sessions',
  'rooms',
  'witnesses',
  'availability',
  'travel',
  'hearings_per_group',
  'joint_days',
  'weights',
] as const;

type Report = (diagnostic: Diagnostic) => void;

/** Reads `[timetable]`; `undefined` where the settings have none, or none that names its sessions. */
export function readTimetableTable(top: TomlReader, report: Report): TimetableSettings | undefined {
  const table = top.table('timetable', KEYS);
  if (table === undefined) return undefined;
  const sessions = table.requiredText('sessions');
  const rooms = table.text('rooms');
  const witnesses = table.text('witnesses');
  const availability = table.text('availability');
  const travel = table.text('travel');
  const hearingsPerGroup = table.wholeNumber('hearings_per_group', 0) ?? 0;
  const jointDays = table.number('joint_days');
  const weights = readWeights(table, report);
  if (sessions === undefined) return undefined;
  return {
    sessions,
    ...(rooms === undefined ? {} : { rooms }),
    ...(witnesses === undefined ? {} : { witnesses }),
    ...(availability === undefined ? {} : { availability }),
    ...(travel === undefined ? {} : { travel }),
    hearingsPerGroup,
    ...(jointDays === undefined ? {} : { jointDays }),
    ...(weights === undefined ? {} : { weights }),
  };
}

/** `[timetable.weights]`: what the wishes cost whose usual weights are not wanted. */
function readWeights(timetable: TomlReader, report: Report): Partial<TimetableWeights> | undefined {
  const table = timetable.table('weights', TIMETABLE_TERMS);
  if (table === undefined) return undefined;
  const weights: { -readonly [Term in keyof TimetableWeights]?: number } = {};
  for (const term of TIMETABLE_TERMS) {
    const weight = table.value(term);
    if (weight === undefined) continue;
    if (typeof weight === 'number' && Number.isSafeInteger(weight) && weight >= 0 && weight <= HIGHEST_TIMETABLE_WEIGHT)
      weights[term] = weight;
    else {
      const details = { source: table.source(term), value: showValue(weight) };
      report(diagnose('error', 'settings.not-a-timetable-weight', { most: HIGHEST_TIMETABLE_WEIGHT }, details));
    }
  }
  return weights;
}
