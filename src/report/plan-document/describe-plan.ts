import type { GroupsReport } from '../../check/check-groups.js';
import type { Certificate } from '../../domain/certificate.js';
import type { Grouping } from '../../domain/group.js';
import type { Module } from '../../domain/module.js';
import { copyParticipant } from '../../domain/participant.js';
import { listedAttributes, type Readership } from '../../domain/readership.js';
import { attributeOf } from '../../domain/roster.js';
import type { Language } from '../../domain/settings.js';
import type { ReportedRepeat } from '../meeting-lines.js';
import { headlineParts, scoreLines } from '../plan-summary.js';
import { roleTable } from '../role-table.js';
import { PLAIN } from '../style.js';
import { wordsOf } from '../words.js';
import { describeBalance } from './balance-table.js';
import { describeGroups } from './document-group.js';
import { describeMeetings } from './document-meetings.js';
import { describeNotes, type Provenance } from './document-note.js';
import { describeTimetable, type ViewedTimetable } from './document-timetable.js';
import type { PlanDocument } from './plan-document.js';

export interface PlanDocumentInput {
  readonly module: Module;
  readonly grouping: Grouping;
  readonly report: GroupsReport;
  readonly certificate: Certificate;
  /** Why pairs meet again, where that is known. */
  readonly repeats?: readonly ReportedRepeat[];
  /** Absent where the module has none. */
  readonly timetable?: ViewedTimetable;
  readonly provenance: Provenance;
  readonly readership: Readership;
  readonly pseudonyms: boolean;
  readonly language: Language;
}

/** Says a plan in words and figures, for whoever reads it: names, levels and verdicts that are not for them are not in it. */
export function describePlan(input: PlanDocumentInput): PlanDocument {
  const { module, grouping, report, certificate, readership, pseudonyms, language, provenance } = input;
  const { cohort, settings } = module;
  const isJudge = readership === 'coordinator';
  const attributes = listedAttributes(module.balance.keys(), readership);
  const groups = describeGroups(module, grouping, attributes, { pseudonyms, readership });
  const meetings = isJudge ? describeMeetings(module, grouping, groups, report.meetings) : undefined;
  return {
    title: settings.title,
    language,
    readership,
    isPseudonymous: pseudonyms,
    headline: headlineParts({ module, sizes: report.sizes }, language),
    attributes: attributes.map((key) => wordsOf(language).attribute(key, attributeOf(cohort, key)?.label ?? key)),
    groups,
    balance: isJudge ? describeBalance(report, certificate, cohort.participants.length, language) : [],
    verdicts: isJudge ? verdictsOf(input) : [],
    ...(meetings === undefined ? {} : { meetings }),
    ...(input.timetable === undefined ? {} : { timetable: describeTimetable(input.timetable, isJudge, language) }),
    notes: describeNotes(provenance, isJudge ? { certificate, hard: report.hard } : undefined, language),
  };
}

function verdictsOf({ module, report, certificate, repeats = [], pseudonyms, language }: PlanDocumentInput) {
  const summary = { module: pseudonyms ? withoutNames(module) : module, report, certificate, repeats };
  return [...roleTable(summary, language, PLAIN), ...scoreLines(summary, language, PLAIN)];
}

/** A module whose people go by their ids. */
function withoutNames(module: Module): Module {
  const { cohort } = module;
  const participants = cohort.participants.map((person) => ({
    ...copyParticipant(person),
    familyName: '',
    givenName: '',
    email: '',
  }));
  return { ...module, cohort: { ...cohort, participants } };
}
