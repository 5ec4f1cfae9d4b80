import type { FileDigest } from '../domain/manifest.js';
import { describePlan } from '../report/plan-document/describe-plan.js';
import type { PlanDocument } from '../report/plan-document/plan-document.js';
import type { ViewedTimetable } from '../report/plan-document/document-timetable.js';
import { viewTimetable } from '../timetable/views/view-timetable.js';
import type { FormedGroups } from './form-groups.js';
import type { PlannedTimetable, PlanRequest } from './plan.js';

/** Above so many people nobody looks at cards and coloured tables any more, and they would take long to make. */
export const MOST_DOCUMENTED = 5_000;

/** A plan for its workbook and its page; `undefined` where it is too large for them. */
export function documentPlan(
  request: PlanRequest,
  formed: FormedGroups,
  planned: PlannedTimetable | undefined,
  inputs: readonly FileDigest[],
): PlanDocument | undefined {
  const { module, output, seed, version, options } = request;
  if (module.cohort.participants.length > MOST_DOCUMENTED) return undefined;
  const { grouping, report, certificate, repeats = [] } = formed;
  const { language, pseudonyms, readership = 'coordinator' } = output;
  const timetable = viewAll(request, formed, planned);
  return describePlan({
    module,
    grouping,
    report,
    certificate,
    repeats,
    ...(timetable === undefined ? {} : { timetable }),
    provenance: { version, seed, effort: options.effort, starts: options.starts, inputs },
    readership,
    pseudonyms,
    language,
  });
}

function viewAll(
  { module, output: { pseudonyms } }: PlanRequest,
  { grouping: { groups, assignment } }: FormedGroups,
  planned: PlannedTimetable | undefined,
): ViewedTimetable | undefined {
  const { programme, cohort } = module;
  if (programme === undefined || planned === undefined) return undefined;
  const { timetable, figures } = planned;
  const asked = { timetable, programme, groups, cohort, assignment, pseudonyms };
  return {
    timetable,
    programme,
    figures,
    byGroup: viewTimetable('group', asked),
    byRoom: viewTimetable('room', asked),
    byWitness: viewTimetable('witness', asked),
  };
}
