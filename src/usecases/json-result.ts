import { gapOf, isOptimal, type Certificate, type Certified, type ProofRecord } from '../domain/certificate.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import { toNumber } from '../domain/fraction.js';
import { summariseDays, type JointDays } from '../domain/joint-days.js';
import type { Module } from '../domain/module.js';
import { participantName } from '../domain/participant.js';
import { countHolders } from '../domain/profiles.js';
import type { Language } from '../domain/settings.js';
import type { TimetableView } from '../domain/timetable-view.js';
import type { GroupsReport } from '../check/check-groups.js';
import type { Moments } from '../check/number-figure.js';
import type { RoleFigure } from '../check/role-figure.js';
import { summariseMeetings, type MeetingFigure } from '../domain/meeting-figure.js';
import { tallyWishes } from '../check/wish-figure.js';
import type { RepeatReason } from '../domain/repeat-reason.js';
import type { News } from '../domain/regrouped.js';
import type { Rule } from '../domain/rule.js';
import { describeRole, rolesOfLevel } from '../domain/role.js';
import { sentenceOf } from '../report/messages/index.js';
import type { BestPlan } from './best.js';
import type { ExplainedRepeat } from './explain-repeats.js';
import type { FormedGroups } from './form-groups.js';
import type { OutputOptions } from './list-groups.js';
import type { PlannedTimetable, PlanResult } from './plan.js';
import type { ScoreResult } from './score.js';

/** How a command ended. */
export type Status = 'done' | 'input-wrong' | 'impossible' | 'broken' | 'different' | 'interrupted';

/** The JSON of a command: what it is, how it ended, what was noticed, then the command's own part. */
export function toJson(
  command: string,
  status: Status,
  diagnostics: readonly Diagnostic[],
  language: Language,
  result: object = {},
): string {
  const noticed = diagnostics.map((diagnostic) => ({
    severity: diagnostic.severity,
    code: diagnostic.code,
    ...diagnostic.source,
    ...(diagnostic.value === undefined ? {} : { value: diagnostic.value }),
    ...(diagnostic.sources === undefined ? {} : { sources: diagnostic.sources }),
    message: sentenceOf(diagnostic, language),
    ...(diagnostic.suggestion === undefined ? {} : { suggestion: diagnostic.suggestion }),
    ...(diagnostic.changes === undefined ? {} : { changes: diagnostic.changes }),
  }));
  return `${JSON.stringify({ command, status, diagnostics: noticed, ...result }, undefined, 2)}\n`;
}

/** What `check` adds: who is in the cohort, how often each level is held, and what else the module holds, counted. */
export function cohortJson({ settings, cohort, groups, balance, roles, rules, programme }: Module): object {
  return {
    title: settings.title,
    people: cohort.participants.length,
    attributes: cohort.attributes.map(({ key, label, levels, isMultiple }) => {
      const holders = countHolders(cohort, key);
      const weight = balance.get(key) ?? 0;
      return {
        key,
        label,
        weight,
        isMultiple,
        levels: levels.map((level) => ({
          level,
          ...(roles?.has(key) === true ? { roles: rolesOfLevel(roles, key, level).map(describeRole) } : {}),
          people: holders.get(level) ?? 0,
        })),
      };
    }),
    groups,
    rules: rules.length,
    ...(programme === undefined
      ? {}
      : { sessions: programme.sessions.length, rooms: programme.rooms.length, witnesses: programme.witnesses.length }),
  };
}

/**
 * What `groups` adds: the figures and proof of the list, why the search stopped, and every group with its members; with
 * `pseudonyms` by id and school alone.
 */
export function groupsJson(
  module: Module,
  { grouping, report, certificate, repeats, stopped }: FormedGroups,
  { pseudonyms }: Pick<OutputOptions, 'pseudonyms'>,
): object {
  const membersOf = new Map<string, object[]>(grouping.groups.map(({ label }) => [label, []]));
  for (const person of module.cohort.participants) {
    const { id, familyName, givenName, school } = person;
    const names = pseudonyms ? {} : { familyName, givenName };
    membersOf.get(grouping.assignment.get(person.key) ?? '')?.push({ id, ...names, school });
  }
  const groups = grouping.groups.map((group) => ({ ...group, members: membersOf.get(group.label) ?? [] }));
  const meetings = meetingsJson(module, report.meetings, repeats, pseudonyms);
  return { ...judgementJson(module, report, certificate), ...meetings, stopped, groups };
}

/**
 * What `timetable` and `plan` add where a list was published before: who has to be told what and, where the groups from before are known, who
 * is in another one; with `pseudonyms` by id and school alone.
 */
export function newsJson(news: News | undefined, { pseudonyms }: Pick<OutputOptions, 'pseudonyms'>): object {
  if (news?.regrouped === undefined) return { ...news };
  const regrouped = news.regrouped.map(({ person: { id, familyName, givenName, school }, from, to, news: own }) => {
    const names = pseudonyms ? {} : { familyName, givenName };
    return { id, ...names, school, group: to, groupBefore: from, news: own };
  });
  return { ...news, regrouped };
}

/** What `timetable` adds: figures and rows; with `view` the rows of that list. */
export function timetableJson(
  { figures, timetable }: Pick<PlannedTimetable, 'figures' | 'timetable'>,
  view?: TimetableView,
): object {
  return view === undefined ? { figures, rows: timetable.rows } : { figures, by: view.by, rows: viewRows(view) };
}

function viewRows({ columns, lines }: TimetableView): readonly object[] {
  return Array.from(lines, (line) => Object.fromEntries(columns.map((column) => [column, line[column]])));
}

/** The joint-days ledger, for `plan` and `timetable`; nothing where there is none. With `pseudonyms` by id and school alone. */
export function jointDaysJson(
  jointDays: JointDays | undefined,
  { pseudonyms }: Pick<OutputOptions, 'pseudonyms'>,
): object {
  if (jointDays === undefined) return {};
  const { asked, programmeDays } = jointDays;
  const people = jointDays.people.map(({ person, group, halfDays, ...counts }) => {
    const { id, familyName, givenName, school } = person;
    const names = pseudonyms ? {} : { familyName, givenName };
    return { id, ...names, school, group, halfDays, days: halfDays / 2, ...counts };
  });
  return { jointDays: { asked: asked ?? null, programmeDays, ...summariseDays(jointDays), people } };
}

/** The files of a command's folder: written, or what would be. */
export function outputJson(folder: string, files: readonly string[], isDryRun: boolean): object {
  return isDryRun ? { wouldWrite: { folder, files } } : { written: { folder, files } };
}

/** What `plan` adds: groups as {@link groupsJson}, the timetable where there is one, and the files, written or not. */
export function planJson(
  module: Module,
  result: PlanResult & { status: 'planned' },
  options: Pick<OutputOptions, 'pseudonyms'>,
  folder: string,
  isDryRun: boolean,
): object {
  const { formed, timetable, files } = result;
  return {
    ...groupsJson(module, formed, options),
    ...(timetable === undefined ? {} : { timetable: timetableJson(timetable) }),
    ...jointDaysJson(timetable?.jointDays, options),
    ...outputJson(folder, [...files.keys()], isDryRun),
  };
}

/**
 * What `best` adds: the winning folder and its best start, the score, how many starts of those asked for were done, every plan, best
 * first, and the files, where they have a folder to go to.
 */
export function bestJson(
  { winner, ranking, asked, manifest, files }: BestPlan,
  target: { readonly folder: string; readonly isDryRun: boolean } | undefined,
): object {
  return {
    winner: { folder: winner.folder, start: winner.best.start },
    score: manifest.score,
    stopped: manifest.search.stopped,
    starts: { asked, done: manifest.search.starts.length },
    plans: ranking.map(({ folder, manifest: { score, search }, best }) => ({
      folder,
      score,
      best,
      stopped: search.stopped,
      starts: search.starts.map(({ start }) => start),
    })),
    ...(target === undefined ? {} : outputJson(target.folder, [...files.keys()], target.isDryRun)),
  };
}

/**
 * What `score` adds: whether anything hard is broken, the figures of any list, what is wrong with its structure, every group
 * and every person. Without a certificate `score` is the bare value.
 */
export function scoreJson(module: Module, { report, certificate, repeats, isBroken }: ScoreResult): object {
  const nameOf = new Map(module.cohort.participants.map((person) => [person.key, participantName(person)]));
  return {
    isBroken,
    ...judgementJson(module, report, certificate),
    ...meetingsJson(module, report.meetings, repeats, false),
    structure: report.structure.map(({ rule, facts }) => ({
      rule,
      ...facts,
      ...(typeof facts['person'] === 'string' ? { person: nameOf.get(facts['person']) ?? facts['person'] } : {}),
    })),
    groups: report.groups.map((group) => ({ ...group, deviation: toNumber(group.deviation) })),
    people: report.people.map(({ key, ...figure }) => ({ name: nameOf.get(key) ?? key, ...figure })),
  };
}

function judgementJson(module: Module, report: GroupsReport, certificate?: Certificate): object {
  const wishes = tallyWishes(module, report);
  return {
    title: module.settings.title,
    hard: report.hard,
    ...(certificate === undefined ? { score: toNumber(report.soft) } : { score: certifiedJson(certificate.total) }),
    ...(certificate?.proof === undefined ? {} : { proof: proofJson(certificate.proof) }),
    attributes: report.attributes.map(
      ({ key, label, weight, levels, holders, counts, deviation, cells, fairCells }) => {
        const certified = certificate?.attributes.find((attribute) => attribute.key === key);
        const figure = certified === undefined ? { value: toNumber(deviation) } : certifiedJson(certified);
        return { key, label, weight, ...figure, cells, fairCells, levels, holders, counts };
      },
    ),
    roles: report.roles.map((figure, index) => roleJson(figure, report, certificate?.aims[index])),
    ...(wishes === undefined
      ? {}
      : {
          wishes: {
            ...wishes,
            ...(certificate?.wishes === undefined ? { value: report.wishPenalty } : certifiedJson(certificate.wishes)),
          },
        }),
    rules: report.rules.map(({ rule, units, groups }) => ({
      line: rule.source.line,
      rule: rule.kind,
      weight: rule.weight ?? 'hard',
      violations: units,
      groups,
    })),
  };
}

/** Who has met whom, where earlier modules are known: pairs that meet again, dearest first, and figures of every person. */
function meetingsJson(
  { cohort, settings, rules }: Module,
  figure: MeetingFigure | undefined,
  repeats: readonly ExplainedRepeat[] = [],
  pseudonyms: boolean,
): object {
  if (figure === undefined) return {};
  const nameOf = new Map(
    cohort.participants.map((person) => [person.key, pseudonyms ? person.id : participantName(person)]),
  );
  const name = (key: string) => nameOf.get(key) ?? key;
  const lists = settings.history?.map(({ groups }) => groups) ?? [];
  return {
    meetings: {
      ...summariseMeetings(figure),
      weight: figure.weight,
      penalty: figure.penalty,
      pairs: figure.pairs,
      again: figure.repeats.map(({ people, group, modules, price }, index) => {
        const reason = repeats.at(index)?.reason;
        return {
          people: people.map(name),
          group,
          met: modules.map((module) => lists[module]),
          price,
          ...(reason === undefined ? {} : { reason: reasonJson(reason, rules, name) }),
        };
      }),
      people: figure.people.map(({ key, before, fresh, again }) => ({
        person: name(key),
        before,
        now: fresh,
        again: again.map(name),
      })),
    },
  };
}

function reasonJson(reason: RepeatReason, rules: readonly Rule[], name: (key: string) => string): object {
  if (reason.kind === 'rule') return { kind: reason.kind, line: rules[reason.rule].source.line };
  if (reason.kind === 'few-strangers') return { ...reason, person: name(reason.person) };
  if (reason.kind !== 'price' || reason.grows.kind !== 'rule') return reason;
  return { ...reason, grows: { kind: 'rule', line: rules[reason.grows.index].source.line } };
}

function proofJson({ outcome, nodes, limits, start, reached }: ProofRecord): object {
  return { outcome, nodes, limits, start: certifiedJson(start), reached: certifiedJson(reached) };
}

function roleJson(
  { aim, penalty, levels, groups, numbers }: RoleFigure,
  report: GroupsReport,
  certified: Certified | undefined,
): object {
  const { key, level, weight, role } = aim;
  const moments = ({ mean, variance }: Moments) => ({ mean: toNumber(mean), variance: toNumber(variance) });
  return {
    attribute: key,
    ...(level === undefined ? {} : { level }),
    role: role.kind,
    ...(role.count === undefined ? {} : { count: role.count }),
    weight,
    ...(certified === undefined ? { value: toNumber(penalty) } : certifiedJson(certified)),
    ...(numbers === undefined
      ? { levels, groups }
      : {
          unit: toNumber(numbers.unit),
          missing: numbers.missing,
          cohort: moments(numbers.cohort),
          groups: report.groups.map(({ label }, index) => {
            const own = numbers.groups[index];
            return { group: label, ...(own === undefined ? {} : moments(own)) };
          }),
        }),
  };
}

/** A figure with its bound. */
export function certifiedJson(certified: Certified): object {
  const gap = gapOf(certified);
  return {
    value: toNumber(certified.value),
    bound: toNumber(certified.bound),
    gap: Number.isFinite(gap) ? gap : null,
    isOptimal: isOptimal(certified),
  };
}
