/**
 * brassage as a library: files in (name to bytes), files or figures out. Nothing here touches a disk, a clock or a
 * terminal, so it runs wherever JavaScript does.
 *
 * @packageDocumentation
 */
export { checkGroups, type GroupFigure, type GroupsReport, type PersonFigure } from './check/check-groups.js';
export type { AttributeFigure } from './check/attribute-figure.js';
export { checkTimetable } from './check/check-timetable.js';
export type { Improvement, Improvements } from './check/list-worth.js';
export type { Moments, NumberFigure } from './check/number-figure.js';
export type { LevelFigure, RoleFigure } from './check/role-figure.js';
export type { RuleFigure } from './check/rule-figure.js';
export type { Violation } from './check/violation.js';
export { measureMeetings } from './check/meetings.js';
export { measureTimetable } from './check/timetable-figures.js';
export { tallyWishes, type WishFigure } from './check/wish-figure.js';
export type { Attribute } from './domain/attribute.js';
export type { Availability, AvailabilityLines, AvailabilityState } from './domain/availability.js';
export {
  gapOf,
  isOptimal,
  type AttributeCertificate,
  type Certificate,
  type Certified,
  type ProofOutcome,
  type ProofRecord,
} from './domain/certificate.js';
export { mixOf } from './domain/mix-figure.js';
export { toCloneable } from './domain/cloneable-module.js';
export { CSV_DIALECTS, type CsvDialect } from './domain/csv-dialect.js';
export {
  hasError,
  type Diagnostic,
  type DiagnosticCode,
  type DiagnosticParams,
  type Severity,
} from './domain/diagnostic.js';
export { toNumber, type Fraction } from './domain/fraction.js';
export type { Assignment, Group, Grouping, GroupList } from './domain/group.js';
export { layOutGroups, type GroupLayoutRequest } from './domain/group-layout.js';
export type { InputDigest, Manifest, StopReason } from './domain/manifest.js';
export type { AttendedRow, EarlierModule } from './domain/history.js';
export type { ListChange } from './domain/list-change.js';
export type { GroupMatch, MovedPerson, RowChange, TimetableComparison } from './domain/list-comparison.js';
export { halfDayOf, summariseDays, type JointDays, type PersonDays } from './domain/joint-days.js';
export {
  summariseMeetings,
  type MeetingFigures,
  type MeetingSummary,
  type PersonMeetings,
  type RepeatedPair,
} from './domain/meeting-figure.js';
export type { Module, Programme } from './domain/module.js';
export type { Notice, Told } from './domain/notices.js';
export { copyParticipant, participantName, type Participant } from './domain/participant.js';
export type { EarlierRanks, PresentationRank } from './domain/presentation-rank.js';
export { aimsOf, type Aim, type AttributeRoles, type Role, type RoleKind, type Roles } from './domain/role.js';
export type { Room } from './domain/room.js';
export type { Cohort } from './domain/roster.js';
export type { Rule, RuleKind, Selector, Target } from './domain/rule.js';
export type { Audience, Break, Session, SessionKind } from './domain/session.js';
export type {
  EarlierFiles,
  Language,
  RoleSetting,
  RosterSource,
  Settings,
  TimetableSettings,
} from './domain/settings.js';
export type { Source } from './domain/source.js';
export type { Shard, StartRange } from './domain/start-range.js';
export type { OnStage, Stage } from './domain/stage.js';
export type { Strand, Theme } from './domain/theme.js';
export type { RowStatus, Timetable, TimetableRow } from './domain/timetable.js';
export type { GroupFairness, RankFigures, TermFigure, TimetableFigures } from './domain/timetable-figures.js';
export { USUAL_TIMETABLE_WEIGHTS, type TimetableTerm, type TimetableWeights } from './domain/timetable-terms.js';
export type { TravelTime } from './domain/travel.js';
export type { TimetableView, ViewCells, ViewColumn, ViewKey, ViewLine } from './domain/timetable-view.js';
export type { Moment, Witness } from './domain/witness.js';
export { ProblemTooLarge } from './engine/exact.js';
export type { SearchProgress, SearchTrace, StartRecord } from './engine/restarts.js';
export type { WeightedPair } from './engine/dense/pair-weights.js';
export type { Control, Cut } from './engine/stopping.js';
export type { ProofFinding, ProofLimits } from './proof/prove.js';
export { proveHere, type ProofTrace, type Prover, type ProverAnswer } from './proof/prover.js';
export { loadEncodings } from './readers/encodings.js';
export { readGroupList } from './readers/group-list-reader.js';
export type { MatchOptions } from './readers/person-matcher.js';
export type { InputFile, Reading } from './readers/reading.js';
export type { CellFault, Sheet, SheetRow } from './readers/sheet.js';
export { readSheet } from './readers/sheet-reader.js';
export { diagnosticLine } from './report/diagnostic-lines.js';
export { sentenceOf } from './report/messages/index.js';
export { PLAIN, type Style } from './report/style.js';
export { scoreRotation } from './rotation/meeting-counts.js';
export { planRotation } from './rotation/plan-rotation.js';
export type {
  Groupings,
  MetPair,
  RotationOrigin,
  RotationPlan,
  RotationRequest,
  RotationScore,
} from './rotation/request.js';
export { earlierRanksOf } from './timetable/earlier-ranks.js';
export type { TimetableResult } from './timetable/request.js';
export type { ViewRequest } from './timetable/views/view-request.js';
export { viewTimetable } from './timetable/views/view-timetable.js';
export { chooseBest, type BestPlan, type BestResult, type RankedPlan } from './usecases/best.js';
export { buildTimetable, type BuildTimetableRequest } from './usecases/build-timetable.js';
export { check, type CheckedPlan, type PlanCheck } from './usecases/check-plan.js';
export { checkModule, type ModuleCheck } from './usecases/check-module.js';
export { comparePlans, type ComparedPlan, type Comparison, type JudgedPlan } from './usecases/compare.js';
export { DisagreementError } from './usecases/disagreement.js';
export type { FileFailure } from './domain/file-failure.js';
export type { FileSource, InputRecord, OutputFiles } from './usecases/files.js';
export {
  formGroups,
  toGroupList,
  type FormedGroups,
  type GroupsRequest,
  type GroupsResult,
} from './usecases/form-groups.js';
export {
  formRotation,
  type FormedRotation,
  type RotatedModule,
  type RotationGroupsRequest,
  type RotationResult,
} from './usecases/form-rotation.js';
export { rotate, type RotateRequest, type RotateResult } from './usecases/rotate.js';
export type { GroupsProgress } from './usecases/observed-gap.js';
export { improveList } from './usecases/improve-list.js';
export { makeTimetable, type JudgedTimetable, type TimetableUseRequest } from './usecases/make-timetable.js';
export { optimise, type OptimiseResult } from './usecases/optimise.js';
export type { OptimiseProgress, OptimiseRequest, SizeLimits } from './usecases/optimise-request.js';
export { listGroups, listGroupsInParts, type OutputOptions } from './usecases/list-groups.js';
export { plan, type PlannedTimetable, type PlanRequest, type PlanResult } from './usecases/plan.js';
export { USUAL_BALANCE } from './usecases/choose-balance.js';
export { readModule, type ModuleReading, type ModuleRequest } from './usecases/read-module.js';
export { readRosters, type RosterSettings, type RosterTable, type TableContent } from './usecases/read-rosters.js';
export { proveList, scoreList, type ScoreResult } from './usecases/score.js';
export { proofLimitsOf, type SearchOptions } from './usecases/search-options.js';
export { surveyAttendance, type Attendance, type AttendanceRequest } from './usecases/survey-attendance.js';
export type { ProofRequest } from './usecases/strengthen.js';
export type { ReplayMeans } from './usecases/replays.js';
export {
  verify,
  type FileState,
  type FoundFile,
  type MadeAgain,
  type Verification,
  type VerifyRequest,
} from './usecases/verify.js';
